/** What one cell holds: a figure, a dash, nothing, or words. */
import { fold } from '../../text/normalize.ts';

/** A figure as printed in a cell. */
interface Figure {
  readonly value: number;
  /** The unit printed with it ("元", "万元", "件"), or null. */
  readonly unit: string | null;
}

export type Content =
  | { readonly kind: 'value'; readonly figure: Figure }
  /** A dash, slash or 无: the cell is blank, and what stands there is kept as its raw text. */
  | { readonly kind: 'dash' }
  | { readonly kind: 'empty' }
  /** A page number: no cell at all. */
  | { readonly kind: 'noise' }
  | { readonly kind: 'label' };

/** Units that stand behind a figure, as a pattern. */
export const unit = '亿元|万元|千元|百元|元|万件|件次|人次|件|项|条|个|份|次|宗|起|人|部';
/** What stands in a cell that holds no figure, as a pattern. */
export const dash = '[-—–－/／]{1,6}|无';

const figurePattern = new RegExp(
  String.raw`^(增加|减少|增|减|新增|[+＋\-−–—﹣])?(\d{1,3}(?:[,，]\d{3}){1,6}(?:\.\d{1,8})?|\d{1,15}(?:\.\d{1,8})?)(${unit})?[。;；,，]?(?:\([^()]{1,60}\)|（[^（）]{1,60}）)?$`,
);
const dashPattern = /^(?:[-‐‑‒–—―−﹣－/／\\|_~～─━·•.*]{1,12}|无|空)$/;
const pagePattern =
  /^(?:[-–—―－~～·]{1,3}\d{1,4}[-–—―－~～·]{1,3}|第\d{1,4}页(?:[,，/]?共\d{1,4}页)?|\d{1,3}\/\d{1,3}页?|page\d{1,4}(?:of\d{1,4})?)$/i;
/** Letters typed or recognised for digits: O for 0, and among digits l or I for 1. */
const slipPattern = /^(?:[Oo○〇]{1,2}|(?=[\dOo〇lI]{0,14}\d)[\dOo〇lI]{2,15})$/;
const negative = new Set(['减少', '减', '-', '−', '–', '—', '﹣', '－']);

const digits = /^\d{1,15}$/;
/** （一）…, 1.…: most labels of table 3. */
const numbered = /^(?:[（(]|\d{1,2}[.、．][\u4e00-\u9fff])/;

const empty: Content = { kind: 'empty' };
const label: Content = { kind: 'label' };
const zero: Content = { kind: 'value', figure: { value: 0, unit: null } };

/** Reads a cell. Never throws; what is no figure, dash, blank or page number is a label. */
export function contentOf(text: string): Content {
  if (text === '') return empty;
  if (text === '0' || text === '零') return zero;
  if (digits.test(text)) return { kind: 'value', figure: { value: Number(text), unit: null } };
  if (numbered.test(text)) return label;
  const code = text.charCodeAt(0);
  if (text.length > 90 || (code >= 0x2e80 && code <= 0x9fff && !'增减減新第无⽆無空〇'.includes(text[0]!)))
    return label;
  const folded = fold(text);
  if (folded === '') return empty;
  // "0 0 0" is three cells that lost their grid, never the figure 000.
  if (/[\d\uff10-\uff19]\s+[\d\uff10-\uff19]/.test(text)) return label;
  if (dashPattern.test(folded)) return { kind: 'dash' };
  const first = folded.charCodeAt(0);
  if (first > 0x2e80 && !'增减新第〇'.includes(folded[0]!)) return label;
  if (pagePattern.test(folded)) return { kind: 'noise' };
  const match = figurePattern.exec(folded) ?? figurePattern.exec(withDigits(folded));
  if (!match) return label;
  const printed = Number(match[2]!.replace(/[,，]/g, ''));
  if (!Number.isFinite(printed)) return label;
  const value = match[1] !== undefined && negative.has(match[1]) && printed !== 0 ? -printed : printed;
  return { kind: 'value', figure: { value, unit: match[3] ?? null } };
}

/** The figure without slips of its letters; any other text as it is. */
const withDigits = (folded: string): string =>
  slipPattern.test(folded) ? folded.replace(/[Oo○〇]/g, '0').replace(/[lI]/g, '1') : folded;

const inYuan: Readonly<Record<string, number>> = { 亿元: 1e8, 万元: 1e4, 千元: 1e3, 百元: 100, 元: 1 };

/** Is it a unit of money? */
export const isMoney = (unit: string | null): boolean => unit !== null && inYuan[unit] !== undefined;

/** A figure of one unit of money in another: 251000 元 → 25.1 万元. Other units are left as they are. */
export function convert(value: number, from: string | null, to: string): number {
  const source = from === null ? undefined : inYuan[from];
  const target = inYuan[to];
  if (source === undefined || target === undefined || source === target) return value;
  return Number(((value * source) / target).toPrecision(15));
}
