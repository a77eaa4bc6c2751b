/** Facts as one row a report: the tables of 200 rows a report, and their indexes, go. */
import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';
import type { Fact } from '../../../report/report.ts';
import { writeSheet } from '../sheets.ts';
import type { Tables } from '../tables.ts';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows only the tables of its own time
type Any = Kysely<any>;

const states = ['stated', 'blank', 'missing'] as const;

async function factsOf(db: Any, report: number): Promise<Fact[]> {
  const { rows } = await sql<Record<string, string | number | null>>`
    select f.*, c.measure, c.applicant, c.form_table, c.row_label, c.column_label, q.text as quote
    from facts f join cells c on c.id = f.cell_id
    left join quotes q on q.report_id = f.report_id and q.number = f.quote_id
    where f.report_id = ${report} order by f.position`.execute(db);
  return rows.map((row) => {
    const { measure, form_table: table, row_label, column_label, value, unit, raw, line, page, place, quote } = row;
    const certain = row.certain === 1;
    const applicant = row.applicant === '' ? null : row.applicant;
    const [label, state] = [{ row: row_label, column: column_label }, states[Number(row.state)]];
    return { measure, applicant, table, ...label, value, unit, state, certain, raw, line, page, place, quote } as Fact;
  });
}

export const sheets: Migration = {
  async up(db: Any) {
    await db.schema
      .createTable('layouts')
      .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
      .addColumn('hash', 'text', (c) => c.notNull().unique())
      .addColumn('cells', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('sheets')
      .addColumn('report_id', 'integer', (c) => c.primaryKey().references('reports.id').onDelete('cascade'))
      .addColumn('layout_id', 'integer', (c) => c.notNull().references('layouts.id'))
      .addColumn('facts', 'integer', (c) => c.notNull())
      .addColumn('sheet', 'blob', (c) => c.notNull())
      .execute();
    for (const { id } of await db.selectFrom('reports').select('id').orderBy('id').execute())
      await writeSheet(db as Kysely<Tables>, id, await factsOf(db, id));
    for (const table of ['facts', 'quotes', 'cells']) await db.schema.dropTable(table).execute();
  },
};
