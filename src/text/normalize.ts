/**
 * One form for characters that mean the same, so that words can be matched. The original is kept by whoever quotes:
 * what is folded is never shown.
 */
import traditional from 'opencc-js/dict/TSCharacters';

/** CJK radicals supplement (U+2E80-2EF3), radical and ideograph in turn: Unicode's EquivalentUnifiedIdeograph. NFKC folds
 *  the Kangxi radicals (U+2F00-2FD5), but not these. */
const radicals =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const pairs = new Map<string, string>();
for (const pair of traditional.split('|')) {
  const [from, to] = pair.split(' ');
  if (from && to) pairs.set(from, to);
}
const radicalCharacters = Array.from(radicals);
for (let i = 0; i + 1 < radicalCharacters.length; i += 2) {
  const ideograph = radicalCharacters[i + 1]!;
  pairs.set(radicalCharacters[i]!, pairs.get(ideograph) ?? ideograph);
}

/**
 * One character in its simplified form: radicals and traditional characters folded, everything else unchanged.
 * Takes a single code point (NFKC is the caller's); character by character, so that offsets can be mapped.
 */
export const simplify = (character: string): string => pairs.get(character) ?? character;

/** Simplifies each character. */
function simplifyAll(text: string): string {
  let folded = '';
  for (const character of text) folded += pairs.get(character) ?? character;
  return folded;
}

/** What takes up no place on a page: soft hyphens, zero-width spaces and joiners, marks of direction and of byte order. */
const unseenClass = '\\u00ad\\u034f\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff';
const invisible = new RegExp(`[${unseenClass}]`);
const everyInvisible = new RegExp(`[${unseenClass}]+`, 'g');

/** The text as a page shows it: invisible characters would part a figure in two, and a label from its row. */
export const withoutInvisible = (text: string): string =>
  invisible.test(text) ? text.replace(everyInvisible, '') : text;

const white = new RegExp(`[\\s${unseenClass}]+`, 'g');
/** By UTF-16 unit, what it folds to: another unit, or one of these marks. Private use: no unit folds to them. */
const table = new Uint16Array(0x10000);
const [unseen, dropped, several, whole] = [0, 0xe000, 0xe001, 0xe002];
const expansions = new Map<number, string>();
/** Marks and jamo join the character before them, surrogates the one beside: such a text is normalised as a whole. */
const joining = /[\p{M}\p{Cs}\p{Co}\u1100-\u11ff\0]/u;

function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  const normal = character.normalize('NFKC').replace(white, '');
  const found = simplifyAll(normal);
  let entry = found.length === 0 ? dropped : found.length === 1 ? found.charCodeAt(0) : several;
  if (joining.test(character) || joining.test(normal) || joining.test(found)) entry = whole;
  else if (entry === several) expansions.set(unit, found);
  table[unit] = entry;
  return entry;
}

/**
 * The text for matching: NFKC (full width, Kangxi radicals), radicals of the supplement and traditional characters
 * folded to simplified ones, all white space removed. Case and punctuation stay.
 */
export function fold(text: string): string {
  const { length } = text;
  let at = 0;
  for (; at < length; at++) {
    const unit = text.charCodeAt(at);
    const entry = table[unit]!;
    if (entry !== unit && (entry !== unseen || learn(unit) !== unit)) break;
  }
  if (at === length) return text;
  // Runs of characters that fold to themselves are taken whole.
  let result = '';
  let run = 0;
  for (; at < length; at++) {
    const unit = text.charCodeAt(at);
    let entry = table[unit]!;
    if (entry === unseen) entry = learn(unit);
    if (entry === unit) continue;
    if (entry === whole) return simplifyAll(text.normalize('NFKC').replace(white, ''));
    if (at > run) result += text.slice(run, at);
    if (entry === several) result += expansions.get(unit)!;
    else if (entry !== dropped) result += String.fromCharCode(entry);
    run = at + 1;
  }
  return run < length ? result + text.slice(run) : result;
}

/**
 * Says whether a text holds a character that may fold to one of these: one without need not be folded to know that it holds none of
 * them. A table, since an expression of so many characters takes a call for each character of the text.
 */
export function foldsFrom(characters: string): (text: string) => boolean {
  const sources = new Uint8Array(0x10000);
  const own = new Set(characters);
  for (const each of characters) sources[each.charCodeAt(0)] = 1;
  for (const [from, to] of pairs)
    if (from.length === 1 && [...to].some((each) => own.has(each))) sources[from.charCodeAt(0)] = 1;
  // Radicals, enclosed and compatibility ideographs; surrogates are not looked into.
  for (const [first, last] of [
    [0x2e80, 0x33ff],
    [0xf900, 0xfaff],
  ] as const)
    for (let unit = first; unit <= last; unit++)
      if ([...fold(String.fromCharCode(unit))].some((each) => own.has(each))) sources[unit] = 1;
  sources.fill(1, 0xd800, 0xe000);
  return (text) => {
    for (let at = 0; at < text.length; at++) if (sources[text.charCodeAt(at)] === 1) return true;
    return false;
  };
}

/** 0, 1, 2, …: the places of a text that folds to itself, by its length. */
const straight: (readonly number[])[] = [];
const longestStraight = 500;

function selfFolding(text: string): readonly number[] | null {
  if (text.length > longestStraight) return null;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (table[unit] !== unit || unit === unseen) return null;
  }
  straight[text.length] ??= Array.from({ length: text.length + 1 }, (_, at) => at);
  return straight[text.length]!;
}

/** Folds character by character, and says for each UTF-16 unit of the result (and for its end) where in `text` it comes from. */
export function foldWithPlaces(text: string): { folded: string; at: readonly number[] } {
  const same = selfFolding(text);
  if (same !== null) return { folded: text, at: same };
  let folded = '';
  const at: number[] = [];
  // Runs of characters that fold to themselves are taken whole.
  let run = 0;
  for (let offset = 0; offset < text.length; ) {
    const unit = text.charCodeAt(offset);
    const entry = table[unit]!;
    if (entry === unit && entry !== unseen) {
      at.push(offset);
      offset += 1;
      continue;
    }
    const plain = entry !== unseen && entry < dropped;
    const character = plain ? text[offset]! : String.fromCodePoint(text.codePointAt(offset)!);
    const found = plain ? String.fromCharCode(entry) : fold(character);
    for (let i = 0; i < found.length; i++) at.push(offset);
    if (offset > run) folded += text.slice(run, offset);
    folded += found;
    offset += character.length;
    run = offset;
  }
  at.push(text.length);
  if (run === 0) return { folded: text, at };
  return { folded: run < text.length ? folded + text.slice(run) : folded, at };
}
