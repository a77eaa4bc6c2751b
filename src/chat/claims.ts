/** The figures of a text that somebody wrote, each with the question that it answers. Pure; bounded in time and number. */
import { parseNumeral } from '../text/numerals.ts';

export interface Claim {
  /** The clause, as written. */
  readonly text: string;
  readonly value: number;
  /** How far the true figure may be: half of the last digit written, 0 for a whole count. */
  readonly precision: number;
  /** 件, 万元, %; in English the word that follows. */
  readonly unit: string;
  /** The question, plainest first; the later ones borrow agency and year from earlier in the text. */
  readonly questions: readonly string[];
}

/** Characters that are read. */
const READ = 4000;
const UNITS = '件|条|次|项|份|宗|起|个|篇|期|场|人次|万元|元|%|％';
const FIGURE = new RegExp(
  `(?<![第\\d.,，])(\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,12}(?:\\.\\d{1,6})?)\\s{0,3}(万(?!元)|亿)?\\s{0,3}(${UNITS})|` +
    '(?<!第)([零〇一二两三四五六七八九十百千万]{1,9})(件|条|次|项|份|宗|万元|元)',
  'u',
);
const ENGLISH = /(?<![\w.,])(\d{1,3}(?:,\d{3}){1,4}|\d{1,12}(?:\.\d{1,6})?)(?:\s{0,3}(%)|\s{1,3}(?=[a-z]))/iu;
const AGENCY =
  /[\p{Script=Han}]{2,24}?(?:委员会|人民政府|政府|中心|总队|支队|[局厅委办院署])(?![\p{Script=Han}]{0,4}(?:网站|门户))/gu;
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)(?:\s{0,2}(?:年度|年))?/gu;

/** What people put before a figure that they heard of, and after it; both languages. None of it changes what is said. */
const HEARSAY =
  /^(?:(?:我|我们|有人|他们|网上|大家|新闻|报道|报纸|同事|领导)?(?:还)?(?:听说|据说|听闻|看到|看见|记得|以为|提到|说是|说)(?:过|了)?|据(?:悉|了解|报道|称|统计|查)|好像|似乎|大概|可能|原来|其实|居然|竟然|是不是|请(?:问|核对|核实|确认)|(?:核对|核实|确认|查)一下|(?:i|we|they)\s(?:have\s)?(?:heard|read|saw|think|believe|remember|was told|were told)|(?:it is|it’s|it's)\s(?:said|reported)|is it (?:true|right|correct)|apparently|supposedly|reportedly|allegedly|somebody said|people say|please check)(?:\s{0,3}that(?=\s))?[\s，,：:、]{0,3}/iu;
const TAG = /(?:对不对|是不是|是吗|对吗|对吧|吗|吧|呢)$/u;

/** The claim without what was put around it. */
function bare(piece: string): string {
  let rest = piece.trim();
  for (let round = 0; round < 3; round += 1) rest = rest.replace(HEARSAY, '');
  return rest.replace(TAG, '');
}

export function claimsOf(text: string): Claim[] {
  const claims: Claim[] = [];
  let agency = '';
  let year = '';
  for (const sentence of text.slice(0, READ).split(/[。！？!?；;\n]|\.(?=\s|$)/u)) {
    let before = '';
    for (const piece of sentence.split(/[，：:]|,(?!\d)/u)) {
      agency = [...bare(piece).matchAll(AGENCY)].at(-1)?.[0] ?? agency;
      year = [...piece.matchAll(YEAR)].at(-1)?.[0] ?? year;
      const claim = claimOf(piece.trim(), before, [agency, year]);
      if (claim) claims.push(claim);
      else before = `${before} ${bare(piece)}`.trim().slice(-200);
    }
  }
  return claims;
}

function claimOf(written: string, before: string, known: readonly string[]): Claim | null {
  const piece = bare(written);
  const han = /\p{Script=Han}/u.test(piece);
  const found = (han ? FIGURE : ENGLISH).exec(piece.replace(YEAR, (shown) => (han ? shown : '_'.repeat(shown.length))));
  if (!found) return null;
  const read = han ? chinese(found) : english(found, piece);
  if (read === null) return null;
  const { asked, ...figure } = read;
  const own = `${piece.slice(0, found.index)}${asked}${piece.slice(found.index + found[0].length)}`.trim();
  const borrowed = han ? known.filter((name) => !piece.includes(name)).join('') : '';
  const questions = [own, ...(before === '' ? [] : [`${before}${han ? '' : ' '}${own}`]), `${borrowed}${own}`];
  return { ...figure, text: written.slice(0, 300), questions: [...new Set(questions)] };
}

type Read = Pick<Claim, 'value' | 'precision' | 'unit'> & { readonly asked: string };

function chinese([, digits, scale, unit, numeral, counted]: RegExpExecArray): Read | null {
  if (numeral !== undefined) {
    const value = parseNumeral(numeral);
    return value === null ? null : { value, precision: 0, unit: counted ?? '', asked: `多少${counted}` };
  }
  const times = scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1;
  const plain = unit === '％' ? '%' : (unit ?? '');
  const read = numberOf(digits ?? '', plain === '%' || times > 1);
  // The forms count money in 万元.
  const share = plain === '元' ? times / 1e4 : times;
  return {
    value: read.value * share,
    precision: Math.max(read.precision * share, plain === '元' ? 1e-9 : 0),
    unit: plain === '元' ? '万元' : plain,
    asked: plain === '%' ? '是多少' : `多少${plain}`,
  };
}

function english([, digits = '', percent]: RegExpExecArray, piece: string): Read {
  const { value, precision } = numberOf(digits, percent !== undefined);
  const word = percent ?? /^[a-z]{1,20}/iu.exec(piece.slice(piece.indexOf(digits) + digits.length).trim())?.[0] ?? '';
  return { value, precision, unit: word, asked: percent === undefined ? 'how many ' : '' };
}

/** A rounded figure stands for half of its last digit to either side; a count is what it is. */
function numberOf(digits: string, rounded: boolean): { value: number; precision: number } {
  const plain = digits.replaceAll(',', '');
  const decimals = plain.split('.')[1]?.length ?? 0;
  return { value: Number(plain), precision: rounded || decimals > 0 ? 0.5000001 * 10 ** -decimals : 0 };
}
