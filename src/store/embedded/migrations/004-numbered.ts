/** Terms by number: passages keep their text alone, and what the analyzer made of it is one row a report. */
import type { Kysely, Migration } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows only the tables of its own time
type Any = Kysely<any>;

export const numbered: Migration = {
  async up(db: Any) {
    await db.schema
      .createTable('terms')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('term', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('cuts')
      .addColumn('report_id', 'integer', (c) => c.primaryKey().references('reports.id').onDelete('cascade'))
      .addColumn('tokens', 'blob', (c) => c.notNull())
      .addColumn('offsets', 'blob', (c) => c.notNull())
      .execute();
    for (const column of ['terms', 'offsets']) await db.schema.alterTable('passages').dropColumn(column).execute();
    // Of a lexicon that no program has: the first who asks cuts the text again.
    await db.updateTable('meta').set({ value: '' }).where('name', '=', 'lexicon').execute();
  },
};
