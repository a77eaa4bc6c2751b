/** Rows of an answer as the table that a message shows: columns that say the same of every row are left out. */
import type { Row, Window } from '../answer/answer.ts';
import type { Naming } from '../lexicon/naming.ts';
import type { Part } from './message.ts';
import { showFigure, showNumber, showValue } from './numbers.ts';
import type { Say } from './phrases.ts';

export interface Column {
  readonly title: string;
  readonly numeric: boolean;
  readonly cell: (row: Row) => string;
}

/** The columns that tell rows apart, then those of the figures. `unsaid`: whose rows they are, where nothing else says it. */
export function columnsOf(
  rows: readonly Row[],
  naming: Naming,
  say: Say,
  unsaid: readonly ('agency' | 'year')[] = [],
): Column[] {
  const { language } = naming;
  const { has, varied } = traitsOf(rows);
  const tells = (key: 'agency' | 'year') =>
    varied(key) || (unsaid.includes(key) && rows.every((row) => row[key] !== null));
  const text = (title: string, cell: (row: Row) => string): Column => ({ title, numeric: false, cell });
  const number = (title: string, cell: (row: Row) => string): Column => ({ title, numeric: true, cell });
  const plain = (key: string) => (row: Row) => (typeof row[key] === 'number' ? showNumber(row[key] as number) : '');
  const figure = (key: string) => (row: Row) =>
    typeof row[key] === 'number' ? showFigure(row[key] as number, row.unit ?? null, language) : '';
  const itemised = varied('measure') || varied('applicant');
  const columns: (Column | false)[] = [
    has('rank') && number(say.rank(), plain('rank')),
    (rows.every(isTheme) ||
      (varied('label') &&
        // Of years the column of years says it.
        !rows.every(({ label, year }) => year !== null && label === String(year)) &&
        !(itemised && rows.every(isItem)) &&
        rows.filter((row) => row.label === undefined).length < rows.length - 1)) &&
      text(
        rows.some((row) => row.report !== null || row.theme !== undefined) ? say.item() : say.group(),
        (row) => row.label ?? '',
      ),
    tells('agency') &&
      text(say.agency(), (row) =>
        row.agency === null && row.report === null ? (row.label ?? '') : naming.agency(row.agency),
      ),
    tells('year') && number(say.year(), (row) => (row.year === null ? '' : String(row.year))),
    itemised &&
      text(say.item(), (row) =>
        row.measure === undefined ? '' : naming.measure({ measure: row.measure, applicant: row.applicant ?? null }),
      ),
    has('from') && number(say.before(), figure('from')),
    has('to') && number(say.after(), figure('to')),
    rows.some((row) => row.measure !== undefined || row.value !== null || row.state !== undefined) &&
      number(
        has('from')
          ? say.difference()
          : has('numerator')
            ? say.rate()
            : has('others') && typeof rows[0]?.name === 'string'
              ? rows[0].name
              : say.value(),
        (row) => showValue(row, language, say),
      ),
    ...othersOf(rows[0]).map(({ name }, at) =>
      number(name, (row) => {
        const other = othersOf(row)[at];
        return other === undefined ? '' : showValue(other, language, say);
      }),
    ),
    has('from') &&
      number(say.percent(), (row) => (typeof row.percent === 'number' ? `${showNumber(row.percent)}%` : '—')),
    has('numerator') && number(say.numerator(), plain('numerator')),
    has('denominator') && number(say.denominator(), plain('denominator')),
    has('n') && number(say.reports(), plain('n')),
    has('errors') && number(say.error(), plain('errors')),
    has('errors') && number(say.warning(), plain('warnings')),
    has('errors') && number(say.info(), plain('hints')),
  ];
  return columns.filter((each) => each !== false);
}

interface Other {
  readonly name: string;
  readonly value: number | null;
  readonly state?: Row['state'];
  readonly unit?: string | null;
}

/** The further figures that a row's report was judged by. */
export const othersOf = (row: Row | undefined): readonly Other[] => (row?.others as readonly Other[] | undefined) ?? [];

/** A theme of several reports: nothing but its label names it. */
const isTheme = ({ report, agency, theme, label }: Row): boolean =>
  report === null && agency === null && theme !== undefined && label !== undefined;

/** A cell over several reports: its label says again what it is. */
const isItem = ({ report, agency, measure }: Row): boolean =>
  report === null && agency === null && measure !== undefined;

/** What some row gives, and what differs between rows. Of thousands of rows each is asked by name, in one go: by keys it takes ten times as long. */
function traitsOf(rows: readonly Row[]) {
  const [first] = rows;
  const has = {
    rank: false,
    from: false,
    to: false,
    numerator: false,
    denominator: false,
    others: false,
    n: false,
    errors: false,
  };
  const told = { label: false, agency: false, year: false, measure: false, applicant: false };
  for (const row of rows) {
    has.rank ||= (row.rank ?? null) !== null;
    has.from ||= (row.from ?? null) !== null;
    has.to ||= (row.to ?? null) !== null;
    has.numerator ||= (row.numerator ?? null) !== null;
    has.denominator ||= (row.denominator ?? null) !== null;
    has.others ||= (row.others ?? null) !== null;
    has.n ||= (row.n ?? null) !== null;
    has.errors ||= (row.errors ?? null) !== null;
    told.label ||= row.label !== first?.label;
    told.agency ||= row.agency !== first?.agency;
    told.year ||= row.year !== first?.year;
    told.measure ||= row.measure !== first?.measure;
    told.applicant ||= row.applicant !== first?.applicant;
  }
  return { has: (key: keyof typeof has) => has[key], varied: (key: keyof typeof told) => told[key] };
}

/** What a text shows of all, how many there are where that is not all, and the words that say what is left out. */
export function windowOf<T>(all: readonly T[], { from, size }: Window, say: Say) {
  const shown = all.slice(from, from + size);
  if (shown.length === all.length) return { shown, beyond: { more: null } };
  const more = from === 0 ? say.more(all.length - shown.length) : say.window(from + 1, from + shown.length, all.length);
  return { shown, beyond: { more, of: all.length } };
}

export function tablePart(rows: readonly Row[], columns: readonly Column[], window: Window, say: Say): Part[] {
  if (rows.length === 0 || columns.length === 0) return [];
  const { shown, beyond } = windowOf(rows, window, say);
  return [
    {
      kind: 'table',
      columns: columns.map((each) => each.title),
      rows: shown.map((row) => columns.map((each) => each.cell(row))),
      numeric: columns.map((each) => each.numeric),
      ...beyond,
    },
  ];
}
