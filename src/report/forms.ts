/**
 * The two official forms, as data: 国办公开办函〔2019〕60号 (report years 2019, 2020) and 〔2021〕30号 (from 2021).
 * `forms.json` lists every cell in order; this file finds cells in it.
 */
import data from './forms.json' with { type: 'json' };
import type { Applicant, FormCell } from './report.ts';

/** A form with statutory tables. */
export type TableForm = '2019' | '2021';

/** All cells of both forms, in the forms' order: 198 and 200. */
export const forms: Readonly<Record<TableForm, readonly FormCell[]>> = data.forms as Record<TableForm, FormCell[]>;

/** The columns of table 3, in order. */
export const applicants: readonly Applicant[] = [
  'natural',
  'business',
  'research',
  'publicInterest',
  'legalService',
  'otherOrganization',
  'total',
];

/** One row of a form: its cells in column order. In table 3 all seven share a measure, in tables 2 and 4 each has its own. */
export interface FormRow {
  readonly table: 2 | 3 | 4;
  /** The canonical row label, the same string as in its cells. */
  readonly row: string;
  /** The item of article 20 that a row of table 2 stands under ("一", "五", "六", "八", "九"); null in other tables. */
  readonly item: string | null;
  readonly cells: readonly FormCell[];
}

const rowsByForm = { '2019': groupRows(forms['2019']), '2021': groupRows(forms['2021']) };
const rowsByTable = {
  '2019': byTable(rowsByForm['2019']),
  '2021': byTable(rowsByForm['2021']),
};
const rowsByMeasure = { '2019': byMeasure(rowsByForm['2019']), '2021': byMeasure(rowsByForm['2021']) };
const byKey = new Map([...forms['2019'], ...forms['2021']].map((cell) => [keyOf(cell), cell]));

/** The rows of a form, in order; of one table, where given. */
export function rowsOf(form: TableForm, table?: 2 | 3 | 4): readonly FormRow[] {
  return table === undefined ? rowsByForm[form] : rowsByTable[form][table];
}

/** "measure" or "measure/applicant": names a cell across forms (both forms give the same cell the same name). */
export function keyOf(cell: { readonly measure: string; readonly applicant: Applicant | null }): string {
  return cell.applicant === null ? cell.measure : `${cell.measure}/${cell.applicant}`;
}

/** The cell of that name, of the 2021 form where both have it; undefined where neither has. */
export function cellOf(key: string): FormCell | undefined {
  return byKey.get(key);
}

/** The form's row that holds a measure, or undefined. */
export function rowOfMeasure(form: TableForm, measure: string): FormRow | undefined {
  return rowsByMeasure[form].get(measure);
}

function byMeasure(rows: readonly FormRow[]): Map<string, FormRow> {
  return new Map(rows.flatMap((row) => row.cells.map((cell) => [cell.measure, row] as const)));
}

function byTable(rows: readonly FormRow[]): Readonly<Record<2 | 3 | 4, readonly FormRow[]>> {
  const of = (table: 2 | 3 | 4) => rows.filter((row) => row.table === table);
  return { 2: of(2), 3: of(3), 4: of(4) };
}

function groupRows(cells: readonly FormCell[]): readonly FormRow[] {
  const rows: { table: 2 | 3 | 4; row: string; item: string | null; cells: FormCell[] }[] = [];
  for (const cell of cells) {
    const last = rows.at(-1);
    if (last && last.table === cell.table && last.row === cell.row) last.cells.push(cell);
    else
      rows.push({ table: cell.table, row: cell.row, item: /第（(.)）项/.exec(cell.row)?.[1] ?? null, cells: [cell] });
  }
  return rows;
}
