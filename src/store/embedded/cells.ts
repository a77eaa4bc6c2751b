/** The cells of the forms as numbers: a fact row stays small, and a question about one measure reads one index. */
import type { Kysely, Selectable } from 'kysely';
import type { Applicant, Fact } from '../../report/report.ts';
import type { FactFilter } from '../store.ts';
import type { Tables } from './tables.ts';

type CellKey = Pick<Fact, 'measure' | 'applicant' | 'table' | 'row' | 'column'>;
type CellRow = Selectable<Tables['cells']>;

const keyOf = ({ measure, applicant, table, row, column }: CellKey) =>
  [measure, applicant ?? '', table, row, column].join('\t');

/** A few hundred in all: those of the forms. */
async function allCells(db: Kysely<Tables>): Promise<Map<string, CellRow>> {
  const rows = await db.selectFrom('cells').selectAll().execute();
  return new Map(
    rows.map((row) => [[row.measure, row.applicant, row.form_table, row.row_label, row.column_label].join('\t'), row]),
  );
}

/** The number of each fact's cell, in order; cells that are new get one. */
export async function cellIds(trx: Kysely<Tables>, facts: readonly CellKey[]): Promise<number[]> {
  let known = await allCells(trx);
  const missing = new Map(facts.filter((fact) => !known.has(keyOf(fact))).map((fact) => [keyOf(fact), fact]));
  if (missing.size > 0) {
    const rows = [...missing.values()].map(({ measure, applicant, table, row, column }) => ({
      measure,
      applicant: applicant ?? '',
      form_table: table,
      row_label: row,
      column_label: column,
    }));
    for (let at = 0; at < rows.length; at += 100)
      await trx
        .insertInto('cells')
        .values(rows.slice(at, at + 100))
        .execute();
    known = await allCells(trx);
  }
  return facts.map((fact) => known.get(keyOf(fact))!.id);
}

/** The cells that a filter lets through, by number; `restricts` is false where it lets all through. */
export async function cellsFor(
  db: Kysely<Tables>,
  filter: FactFilter,
): Promise<{ cells: Map<number, CellRow>; restricts: boolean }> {
  const measures = new Set(filter.measures);
  const applicants = new Set<Applicant | null>(filter.applicants);
  const all = [...(await allCells(db)).values()];
  const wanted = all.filter(
    ({ measure, applicant }) =>
      (measures.size === 0 || measures.has(measure)) &&
      (applicants.size === 0 || applicants.has(applicant === '' ? null : (applicant as Applicant))),
  );
  return { cells: new Map(wanted.map((row) => [row.id, row])), restricts: wanted.length < all.length };
}
