/** Quantities in folded text: Arabic and Chinese numerals with a counter, "0" and "零" after 为. */
import { matchesOf } from '../../text/matches.ts';
import { parseNumeral } from '../../text/numerals.ts';
import { any, caseCounters, list, otherCounters } from './words.ts';

export interface Quantity {
  readonly value: number;
  readonly unit: string | null;
  /** 约, 近, 余, 多, 以上 … stand with it. */
  readonly approximate: boolean;
  /** Of the figure and its counter, in the text given. */
  readonly start: number;
  readonly end: number;
}

/** Counters that mean the same: 80篇 and 80条, 3场次 and 3次. */
export const unitClass = (unit: string): string => classes.get(unit) ?? unit;
const classes = new Map([
  ['篇', '条'],
  ['篇次', '条'],
  ['场', '次'],
  ['场次', '次'],
]);

const counters = any([...caseCounters, ...otherCounters, '%', '％']);
const arabic = `\\d{1,3}(?:,\\d{3}){1,4}(?!\\d)|\\d{1,12}(?:\\.\\d{1,6})?`;
const chinese = '[零〇一二两三四五六七八九十百千万]{1,9}';
const pattern = new RegExp(
  `(?<![\\d.A-Za-z第/-])(${arabic})(余|多)?(万|亿)?(余|多)?(${counters})?|(?<![第之每逐某同另这那唯统专任零〇一二两三四五六七八九十百千万])(${chinese})(余|多)?(${counters})(?!事)`,
  'y',
);
/** What every quantity begins with. */
export const numeral = /[\d零〇一二两三四五六七八九十百千万]/;
const beginning = new RegExp(numeral, 'g');
const zero = /(?<=[为是])零(?![\u4e00-\u9fff]?(件|条|起|宗|例|次|个|份))/g;

/** Nothing else begins a quantity: most sentences hold none of it. */
const countable = new RegExp(`\\d|[为是]零|[零〇一二两三四五六七八九十百千万](?:余|多)?(?:${counters})`);

/** False where `quantitiesIn` finds nothing. */
export const mayCount = (text: string): boolean => countable.test(text);

/** Every quantity of a sentence, in order. Years, dates, ordinals, clock times, numbers of documents are none. */
export function quantitiesIn(given: string): Quantity[] {
  const found: Quantity[] = [];
  if (!mayCount(given)) return found;
  const text = given.includes('.') ? given.replace(itemNumber, (number) => '□'.repeat(number.length)) : given;
  for (let from = 0; ; ) {
    beginning.lastIndex = from;
    const start = beginning.exec(text)?.index;
    if (start === undefined) break;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    const end = match === null ? start + 1 : start + match[0].length;
    from = end;
    if (match === null) continue;
    const figure = match[1];
    if (figure !== undefined) {
      const unit = match[5] ?? null;
      if (unit === null && !/(为|是|数|共|计|达)$/.test(text.slice(Math.max(0, start - 1), start))) continue;
      if (
        unit === null &&
        /^[年月日时分号天度版届周岁类名次\d.:〕\])]|^(个?工作日|世纪|小时|分钟)/.test(text.slice(end))
      )
        continue;
      if (unit === '个' && /^(工作日|月|小时|自然日|多)/.test(text.slice(end))) continue;
      if (
        unit === '类' ||
        (unit === '部' && text.startsWith('门', end)) ||
        (unit === '项' && /第$/.test(text.slice(0, start)))
      )
        continue;
      const factor = match[3] === '万' ? 10_000 : match[3] === '亿' ? 100_000_000 : 1;
      const value = Math.round(Number(figure.replaceAll(',', '')) * factor * 1e6) / 1e6;
      found.push({ value, unit, approximate: isApproximate(text, start, end, match[2] ?? match[4]), start, end });
    } else {
      const value = parseNumeral(match[6]!);
      if (value === null) continue;
      found.push({ value, unit: match[8] ?? null, approximate: isApproximate(text, start, end, match[7]), start, end });
    }
  }
  for (const match of text.includes('零') ? matchesOf(text, zero) : []) {
    found.push({ value: 0, unit: null, approximate: false, start: match.index, end: match.index + 1 });
  }
  return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
}

/** 4.7件建议: an item's number before its figure, at the beginning of a statement; of what is counted there are no parts. */
const itemNumber = new RegExp(
  `(?<=^|[。;])\\d{1,2}\\.(?=\\d{1,4}(?:${any([...caseCounters, ...list('篇 期 场次 场 人 名 户 张 册 处 批次')])}))`,
  'g',
);

function isApproximate(text: string, start: number, end: number, more: string | undefined): boolean {
  return (
    more !== undefined ||
    /(约|近|超|逾|超过|将近|大约)$/.test(text.slice(Math.max(0, start - 2), start)) ||
    /^(以上|左右|上下|之多)/.test(text.slice(end))
  );
}
