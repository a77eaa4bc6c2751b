/** What rules across reports read of each report, and which changes of the library they have seen. */
import type { Migration } from 'kysely';

export const sketches: Migration = {
  async up(db) {
    await db.schema
      .createTable('sketches')
      .addColumn('report_id', 'integer', (c) => c.primaryKey().references('reports.id').onDelete('cascade'))
      .addColumn('sketch', 'text', (c) => c.notNull())
      .execute();
    for (const name of ['changes', 'audited']) await db.insertInto('meta').values({ name, value: '0' }).execute();
    // Reports that are held already were not sketched: rules across reports are due.
    if (await db.selectFrom('reports').select('id').limit(1).executeTakeFirst())
      await db.updateTable('meta').set({ value: '1' }).where('name', '=', 'changes').execute();
  },
};
