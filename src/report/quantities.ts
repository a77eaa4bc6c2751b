/** Quantities in a text: numbers with a counter, in Arabic digits or Chinese characters. The counters are data. */
import data from '../../index/counters.json' with { type: 'json' };
import { matchesOf } from '../text/matches.ts';
import { fold } from '../text/normalize.ts';
import { parseArabic, parseNumeral } from '../text/numerals.ts';

export interface Quantity {
  /** Offsets in the text, end exclusive: from the word of approximation to the counter. */
  readonly start: number;
  readonly end: number;
  /** Offset of the first digit. */
  readonly at: number;
  readonly value: number;
  readonly approximate: boolean;
  readonly unit: string | null;
}

const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|');
const others = data.notBefore as Readonly<Record<string, string>>;
/** Counters, each not where it begins another word: 3部, but not 六部分. */
const counters = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => (others[word] === undefined ? word : `${word}(?![${others[word]}])`))
    .join('|');
const before = `(?<before>(?:${longestFirst(data.approximateBefore)})\\s{0,2})?`;
/** The same, where it ends a text. */
const about = new RegExp(`(?:${longestFirst(data.approximateBefore)})\\s{0,2}$`);
const longestAbout = Math.max(...data.approximateBefore.map(({ length }) => length)) + 2;
const some = '(?<some>[余多几])?\\s{0,2}';
const after = `(?<after>余|多(?!年)|以上|左右|上下)?`;
const not = `(?!${longestFirst(data.notAfter)})`;

const arabic = new RegExp(
  `(?<![\\d.A-Za-z〔\\[第\\-/＋+]|\\d[:：])(?<number>\\d{1,3}(?:[,，]\\d{3}(?!\\d))+(?:\\.\\d{1,6})?|\\d{1,12}(?:\\.\\d{1,6})?)(?![\\d])\\s{0,3}${some}(?<scale>[万亿千百](?!元|人次|字))?\\s{0,2}(?<more>[余多])?\\s{0,2}(?<unit>${counters(data.units)})${not}${after}`,
  'y',
);
const chinese = new RegExp(
  `${before}(?<![第一二三四五六七八九十百千万零两\\d每某这那几数])(?<number>[二两三四五六七八九十百千][零一二三四五六七八九十百千]{0,7}|一[零一二三四五六七八九十百千]{1,7})(?<some>[余多])?(?<scale>万(?!元|人次|字))?(?<more>[余多])?(?<unit>${counters(data.chineseUnits)})${not}(?!第|之|一|生)${after}`,
  'g',
);
/** 粉丝数54373, 粉丝突破770万, 复议、诉讼均为0: a count that names no counter. */
const bare = new RegExp(
  `(?:(?:[数量额率]|${longestFirst(data.followed)})(?:达到|高达|达|为|是|共|已|即)?|均为|各为|为|共计|合计)\\s{0,2}[:：]?\\s{0,2}${before}(?<number>\\d{1,3}(?:,\\d{3})+|\\d{1,12}(?:\\.\\d{1,6})?)\\s{0,2}(?<scale>[万亿])?(?<after>[余多])?(?=\\s{0,2}(?:[，。；、）)]|[,;]|$))`,
  'g',
);
/** 超八成, 达九成以上: tenths as a share. */
const tenths =
  /(?<lead>超过|超|近|约|逾|达到|达|[率比])(?<number>[一二三四五六七八九])成(?<tail>以上|左右|多)?(?=[，。；、）)的]|[,;]|$)/g;
const naught = /(?:均为|各为|为|是)(?<number>零)(?=[件条次起人项]?[，。；、,;）)]|$)/g;

const scales: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** The text with full-width digits and letters, radicals and odd spaces in their usual form, offset by offset. */
export function level(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\uff10-\uff19\uff21-\uff3a\uff41-\uff5a％．\u3000\u00a0]/g, (character) => {
    if (character === '\u3000' || character === '\u00a0') return ' ';
    const folded = fold(character);
    return folded.length === 1 ? folded : character;
  });
}

/** Book titles and notice numbers hide figures that are names: 《…（2024版）》, 〔2019〕60号. Same length, blanked. */
const hide = (text: string) =>
  text.replace(/《[^《》\n]{0,120}》|〔[^〕]{0,8}〕\d{0,5}号?/g, (part) => '□'.repeat(part.length));
/** “三个一百”, “六稳”: set phrases, for numbers in Chinese characters only. */
const hidePhrases = (text: string) => text.replace(/“[^”]{1,16}”/g, (part) => '□'.repeat(part.length));

/** 4.7件建议: the number of an item before its figure; of what is counted whole there are no parts. */
const itemNumber = /(?<=^|[。；;\n]\s{0,4})\d{1,2}\.(?=\d{1,4}\s?[件条次篇期场起份项名户册])/g;
const hideItemNumber = (text: string) =>
  text.includes('.') ? text.replace(itemNumber, (number) => '□'.repeat(number.length)) : text;

let [lastText, lastPlain] = ['', ''];

/** A sentence as its figures are read; it is asked for twice. */
function plainOf(text: string): string {
  if (text === lastText) return lastPlain;
  lastText = text;
  lastPlain = hideItemNumber(hide(level(text)));
  return lastPlain;
}

function read(match: RegExpMatchArray, parse: (text: string) => number | null): Quantity | null {
  const { number, scale, unit, before: about, some: odd, more, after: around } = match.groups!;
  const value = parse(number!);
  if (value === null) return null;
  const at = match.index! + match[0].indexOf(number!);
  const start = about === undefined ? at : match.index! + match[0].lastIndexOf(about, at - match.index!);
  const scaled = Math.round(value * (scale === undefined ? 1 : scales[scale]!) * 1e6) / 1e6;
  const approximate = [about, odd, more, around].some((word) => word !== undefined && word !== '');
  return { start, end: match.index! + match[0].length, at, value: scaled, approximate, unit: unit ?? null };
}

/** Far more than a sentence holds; one without an end could hold a million. */
const mostQuantities = 2000;

/** Quantities of a text (of one paragraph), in order, without overlaps. Offsets are the text's own. */
export function quantitiesIn(text: string): Quantity[] {
  const plain = plainOf(text);
  const found: Quantity[] = [];
  if (/\d/.test(plain)) {
    addArabic(plain, found);
    addAll(bare, parseArabic, plain, found);
  }
  if (/[二两三四五六七八九十百千]/.test(plain)) addAll(chinese, parseNumeral, hidePhrases(plain), found);
  if (plain.includes('零')) addAll(naught, zero, plain, found);
  if (plain.includes('成')) for (const match of matchesOf(plain, tenths)) add(shareOf(match), found);
  return found.length > 1 ? found.sort((a, b) => a.at - b.at) : found;
}

const zero = () => 0;

function shareOf(match: RegExpMatchArray): Quantity {
  const { lead, number, tail } = match.groups!;
  const at = match.index! + lead!.length;
  const isAbout = about.test(lead!);
  const end = match.index! + match[0].length;
  const value = parseNumeral(number!)! * 10;
  return { start: isAbout ? match.index! : at, end, at, value, approximate: isAbout || tail !== undefined, unit: '%' };
}

function addAll(pattern: RegExp, parse: (text: string) => number | null, plain: string, found: Quantity[]): void {
  for (const match of matchesOf(plain, pattern)) add(read(match, parse), found);
}

/** Of two that overlap the first stays. */
function add(quantity: Quantity | null, found: Quantity[]): void {
  if (quantity === null || found.length >= mostQuantities) return;
  for (const other of found) if (other.at < quantity.end && quantity.at < other.end) return;
  found.push(quantity);
}

const digits = /\d/g;
const parseWide = (number: string) => parseArabic(number.includes('，') ? number.replaceAll('，', ',') : number);

/** The quantities in Arabic digits: tried where digits are, and a word of approximation before them is looked for then. */
function addArabic(plain: string, found: Quantity[]): void {
  let from = 0;
  for (;;) {
    digits.lastIndex = from;
    const at = digits.exec(plain)?.index;
    if (at === undefined) return;
    arabic.lastIndex = at;
    const match = arabic.exec(plain);
    if (match === null) {
      from = at + 1;
      continue;
    }
    const word = about.exec(plain.slice(Math.max(from, at - longestAbout), at))?.[0];
    const quantity = read(match, parseWide);
    add(quantity && word !== undefined ? { ...quantity, start: at - word.length, approximate: true } : quantity, found);
    from = at + match[0].length;
  }
}

export interface Negation {
  /** Offset of 未, 没有, 无. */
  readonly at: number;
  readonly end: number;
  /** What did not happen: 收到政府信息公开申请. */
  readonly subject: string;
}

const events = longestFirst(data.events);
const negation = new RegExp(
  `(?<![从尚如若])(?:从未|未曾|暂未|均未|并未|没有|未|没)((?:被(?!纠正|撤销|驳回))?(?:${events})|被(?=责任追究|追究|投诉|举报|通报))(?:过|到)?([^，。；：！？,;:!?\\n]{2,60})|(?:不存在|没有|(?<![一并毫若])无)((?:${longestFirst(data.nothing)})[^，。；：！？,;:!?\\n]{0,60})`,
  'g',
);
/** Rules, conditions and goals say nothing of what happened. */
const unreal = /^.{0,12}(?:如果|如|若|倘|避免|防止|杜绝|确保|严禁|不得|应当|对于?|部分|个别|有的|少数|一些)/;
const closing = /(?:等)?(?:的)?(?:情况|事项|现象|事件|案件|问题|情形)?(?:的)?(?:发生|产生|出现|存在)?$/;

/** Statements that there was none: 未收到政府信息公开申请, 没有受理依申请公开信件, 无行政处罚事项. */
export function negationsIn(text: string): Negation[] {
  const plain = plainOf(text);
  const found: Negation[] = [];
  if (!/[未没无]|不存在/.test(plain)) return found;
  for (const match of matchesOf(plain, negation)) {
    const at = match.index;
    const clause = plain
      .slice(Math.max(0, at - 40), at)
      .split(/[，。；：！？,;:!?\n]/)
      .at(-1)!;
    if (unreal.test(clause)) continue;
    const verb = match[1] ?? '';
    const what = text.slice(at + match[0].length - (match[2] ?? match[3])!.length, at + match[0].length).trim();
    const subject = (verb + what).replace(closing, '') || verb + what;
    if (subject.length >= 2 && !/\d\s{0,2}(?:件|条|次)/.test(what))
      found.push({ at, end: at + match[0].length, subject });
  }
  return found;
}
