/**
 * Tables of several years in one report: only the report's own year is read. A caption above a table (2022年度：, 上年数据), a
 * label in a row or the head of a column (yearColumns.ts) says whose figures they are.
 */
import { yearsIn } from '../../text/dates.ts';
import { fold, foldsFrom } from '../../text/normalize.ts';
import { isAbove, kindsOf, sectionAt } from './captions.ts';
import { longestLabel, type Row, type Token } from './row.ts';
import { ofOwnColumns } from './yearColumns.ts';

/** What a caption or a row's label says: a year, the report's own, or another one (上年) without its number. */
type Said = number | 'own' | 'other';

/** What a caption is known by before it is read. */
const mayBeYear = /[\d０-９〇○零一二三四五六七八九上去前往本当同]\s?年|[上前本当]期|[报報]告(?:年|期)|对照|对比|参考/;
/** 上一年 alone is how a head that names the year before's items is cut short. */
const ofOther =
  /(?:上一|前一|上|去|前)年(?:度|同期)?的?(?:数据|数字|情况|统计|报表|同期|表|[:：)）】\]])|[上前]一?年度$|去年$|[上前]期(?:数|$)|上年同期|往年|历年|非本年|[供作](?:对照|对比|参考|比较)/;
const ofOwn = /(?:(?:本|当|报告)年度?|(?:本|当|报告)期)的?(?:数据?|数字|情况|统计|报表|表|[:：)）】\]]|$)/;
const namesOwn = /(?<!非)(?:[本当]年|报告年度|报告期)/;
/** A title, a date, a sentence or the head of columns names a year, too, and is no caption of a table. */
const noCaption = /^信息内容|报告(?!年度|期)|年报|公报|\d月|[。；;]/;
/** But for a sentence that says what stands below. */
const announces = /^(?:附|以下|下表|下列|下面|下为)[^，,。]{0,8}(?:[上去]年|上一年|20\d\d年)/;
/** The rows without those that a caption or a label gives to another year than `year`, the report's own. */
export function ofOneYear(rows: readonly Row[], year: number | null): readonly Row[] {
  const stretches = stretchesOf(rows, year);
  const labelled = labelsOf(rows);
  if (stretches.length === 0 && labelled.size === 0) return ofOwnColumns(rows, year);
  const own = year ?? latest([...stretches.map(({ said }) => said), ...labelled.values()]);
  const isOther = (said: Said) => said === 'other' || (typeof said === 'number' && own !== null && said !== own);
  const gone = new Set<Row>();
  const others = stretches.filter(({ said }) => isOther(said));
  const inOthers = new Set(others.flatMap(({ from, to }) => rows.slice(from, to)));
  const kept = kindsOf(rows.filter((row) => !inOthers.has(row)));
  for (const { from, to, said } of others) {
    const kinds = [...kindsOf(rows.slice(from, to))];
    // A lone table whose caption names another year may be this one's: the year was not changed when it was copied.
    if (said === 'other' || others.length < stretches.length || kinds.some((kind) => kept.has(kind)))
      for (const row of rows.slice(from, to)) gone.add(row);
  }
  const both = [...labelled.values()].some((said) => !isOther(said));
  if (both) for (const [row, said] of labelled) if (isOther(said)) gone.add(row);
  const lent = both ? lentLabels(rows, labelled) : new Map<Row, readonly Token[]>();
  const read = rows.flatMap((row) => {
    if (gone.has(row)) return [];
    const labels = lent.get(row);
    return labels === undefined ? [row] : [{ ...row, labels }];
  });
  return ofOwnColumns(read, own);
}

/** Of rows that stand once for each year, the label stands in the first alone: all have it, without the year. */
function lentLabels(rows: readonly Row[], labelled: ReadonlyMap<Row, Said>): Map<Row, readonly Token[]> {
  const lent = new Map<Row, readonly Token[]>();
  let last: readonly Token[] = [];
  for (const row of rows) {
    if (row.filled === 0) continue;
    if (!labelled.has(row)) last = [];
    else {
      const named = row.labels.filter(({ text }) => onlyYear(text) === null);
      if (named.length > 0) last = named;
      if (last.length > 0) lent.set(row, last);
    }
  }
  return lent;
}

/** Rows under a caption, to the next one, the next section or running text. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly said: Said;
}

function stretchesOf(rows: readonly Row[], year: number | null): Stretch[] {
  const found: Stretch[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const said = captionOf(rows, at, year);
    if (said === null) continue;
    let end = at + 1;
    while (
      end < rows.length &&
      !rows[end]!.prose &&
      sectionAt(rows[end]!) === null &&
      captionOf(rows, end, year) === null
    )
      end += 1;
    // Lines without figures before the next caption are its head, or the label of the rows behind it.
    let to = end;
    while (to > at + 1 && rows[to - 1]!.filled === 0) to -= 1;
    found.push({ from: at, to, said });
    at = end - 1;
  }
  return found;
}

/** What the caption at this row says, or null for a row that is none. */
function captionOf(rows: readonly Row[], at: number, year: number | null): Said | null {
  const row = rows[at]!;
  if (row.filled > 0 || row.labels.length === 0) return null;
  // A year in the corner is the table's; several in a line are heads of columns.
  const heads = row.labels.length > 1 && row.labels.filter((label) => onlyYear(label.text) !== null).length > 1;
  if (heads) return null;
  const corner = row.labels.length > 1 ? row.labels[0]!.text : null;
  const text = corner ?? row.labels[0]!.text;
  if (text.length > longestLabel || !mayBeYear.test(text) || !isAbove(rows, at)) return null;
  return corner === null ? saidBy(text, year) : onlyYear(corner);
}

function saidBy(text: string, year: number | null): Said | null {
  const folded = fold(text);
  if (noCaption.test(folded) && !announces.test(folded)) return null;
  const years = new Set(yearsIn(text).map((found) => found.year));
  const isOwn = namesOwn.test(folded) || (years.size === 1 && year !== null && years.has(year));
  if (ofOther.test(folded) && !isOwn) return 'other';
  if (years.size === 1) return [...years][0]!;
  if (years.size > 1) return year !== null && years.has(year) ? 'own' : null;
  return ofOwn.test(folded) ? 'own' : null;
}

/** A label that is a year and nothing else. */
const bareYear = /^(?:20\d\d年度?|[〇○零一二三四五六七八九]{4}年度?)[:：]?$/;
const bareOther = /^(?:[上去]年(?:度|同期|数|度数)?|[上前]一年(?:度|同期|数|度数)|[上前]期数?)[:：]?$/;
const bareOwn = /^(?:(?:本|当)年(?:度|数|度数)?|报告年度|(?:本|当|报告)期数?)[:：]?$/;

/** Every such label holds one of these. */
const ofYears = foldsFrom('年期');

/** The year that a word is, and nothing else; else null. */
export function onlyYear(text: string): Said | null {
  if (!ofYears(text)) return null;
  const folded = fold(text);
  if (bareOther.test(folded)) return 'other';
  if (bareOwn.test(folded)) return 'own';
  return bareYear.test(folded) ? (yearsIn(folded)[0]?.year ?? null) : null;
}

/** Rows of figures that are labelled with a year of their own. */
function labelsOf(rows: readonly Row[]): Map<Row, Said> {
  const found = new Map<Row, Said>();
  for (const row of rows) {
    if (row.filled === 0) continue;
    for (const { text } of row.labels) {
      const said = text.length <= 8 && mayBeYear.test(text) ? onlyYear(text) : null;
      if (said !== null) found.set(row, said);
    }
  }
  return found;
}

const latest = (said: readonly Said[]): number | null => {
  const years = said.filter((each) => typeof each === 'number');
  return years.length === 0 ? null : Math.max(...years);
};
