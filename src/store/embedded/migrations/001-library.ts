/** The first library: reports with their facts, text, findings, and what the bot remembers. */
import { type Kysely, type Migration, sql } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: a migration knows only the tables of its own time
type Any = Kysely<any>;

async function reports(db: Any): Promise<void> {
  await db.schema
    .createTable('meta')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute();
  await db.insertInto('meta').values({ name: 'version', value: '0' }).execute();
  let table = db.schema.createTable('reports').addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement());
  table = table.addColumn('report', 'text', (c) => c.notNull().unique()).addColumn('file', 'text', (c) => c.notNull());
  for (const name of ['agency', 'agency_key', 'kind'] as const) table = table.addColumn(name, 'text');
  table = table.addColumn('year', 'integer');
  for (const name of ['form', 'title', 'published_date', 'source_url', 'province', 'city', 'county'] as const)
    table = table.addColumn(name, 'text');
  table = table.addColumn('contact', 'text', (c) => c.notNull()).addColumn('ingested_at', 'text', (c) => c.notNull());
  table = table.addColumn('ingested_ms', 'bigint', (c) => c.notNull());
  for (const name of ['version', 'current', 'findings'] as const)
    table = table.addColumn(name, 'integer', (c) => c.notNull());
  await table.execute();
  await db.schema.createIndex('reports_agency').on('reports').columns(['agency_key', 'year']).execute();
  await db.schema.createIndex('reports_year').on('reports').column('year').execute();
  await db.schema.createIndex('reports_ingested').on('reports').column('ingested_ms').execute();
}

/** A table of what belongs to one report, keyed by report and position. */
function part(db: Any, name: string, position: string) {
  return (
    db.schema
      .createTable(name)
      .addColumn('report_id', 'integer', (c) => c.notNull().references('reports.id').onDelete('cascade'))
      .addColumn(position, position === 'id' ? 'text' : 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint(`${name}_key`, ['report_id', position as never])
      // Rows lie in the order of their key: a report is read in one piece, and nothing is kept twice.
      .modifyEnd(sql`without rowid`)
  );
}

async function facts(db: Any): Promise<void> {
  await db.schema
    .createTable('documents')
    .addColumn('report_id', 'integer', (c) => c.primaryKey().references('reports.id').onDelete('cascade'))
    .addColumn('bytes', 'blob', (c) => c.notNull())
    .addColumn('text', 'blob', (c) => c.notNull())
    .addColumn('body', 'blob', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('cells')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('measure', 'text', (c) => c.notNull())
    .addColumn('applicant', 'text', (c) => c.notNull())
    .addColumn('form_table', 'integer', (c) => c.notNull())
    .addColumn('row_label', 'text', (c) => c.notNull())
    .addColumn('column_label', 'text', (c) => c.notNull())
    .addUniqueConstraint('cells_cell', ['measure', 'applicant', 'form_table', 'row_label', 'column_label'])
    .execute();
  let table = part(db, 'facts', 'position')
    .addColumn('cell_id', 'integer', (c) => c.notNull().references('cells.id'))
    .addColumn('value', 'double precision')
    .addColumn('unit', 'text')
    .addColumn('state', 'integer', (c) => c.notNull())
    .addColumn('certain', 'integer', (c) => c.notNull())
    .addColumn('raw', 'text');
  table = table
    .addColumn('line', 'integer')
    .addColumn('page', 'integer')
    .addColumn('place', 'text')
    .addColumn('quote_id', 'integer');
  await table.execute();
  await db.schema.createIndex('facts_cell').on('facts').columns(['cell_id', 'report_id']).execute();
  await part(db, 'quotes', 'number')
    .addColumn('text', 'text', (c) => c.notNull())
    .execute();
}

async function texts(db: Any): Promise<void> {
  await part(db, 'statements', 'position')
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('quantity', 'double precision', (c) => c.notNull())
    .addColumn('approximate', 'integer', (c) => c.notNull())
    .addColumn('unit', 'text')
    .addColumn('section', 'integer')
    .addColumn('line', 'integer')
    .addColumn('page', 'integer')
    .addColumn('quote', 'text', (c) => c.notNull())
    .execute();
  let findings = part(db, 'findings', 'id').addColumn('position', 'integer', (c) => c.notNull());
  for (const name of ['rule', 'severity', 'zh', 'en', 'evidence', 'concerns'] as const)
    findings = findings.addColumn(name, 'text', (c) => c.notNull());
  await findings.addColumn('own', 'integer', (c) => c.notNull()).execute();
  await db.schema.createIndex('findings_id').on('findings').column('id').execute();
  await db.schema
    .createTable('passages')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('report_id', 'integer', (c) => c.notNull().references('reports.id').onDelete('cascade'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('section', 'integer')
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('line_starts', 'text', (c) => c.notNull())
    .addColumn('page', 'integer')
    .addColumn('terms', 'text', (c) => c.notNull())
    .addColumn('offsets', 'blob', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('passages_report').on('passages').column('report_id').execute();
}

/** A table of text columns; those that may be null are named with a question mark, the first one may be the key. */
async function list(db: Any, name: string, key: 'counted' | 'first', columns: readonly string[]): Promise<void> {
  let table = db.schema.createTable(name);
  if (key === 'counted') table = table.addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement());
  columns.forEach((column, i) => {
    const [bare, type] = column.replace('?', '').split(':') as [string, string | undefined];
    table = table.addColumn(bare, type === 'integer' ? 'bigint' : 'text', (c) => {
      const typed = column.includes('?') ? c : c.notNull();
      return key === 'first' && i === 0 ? typed.primaryKey() : typed;
    });
  });
  await table.execute();
}

async function memory(db: Any): Promise<void> {
  await list(db, 'verdicts', 'first', ['finding', 'status', 'reason?', 'by_whom?', 'at?']);
  await list(db, 'removals', 'counted', ['report', 'agency?', 'year:integer?', 'file', 'reason', 'by_whom', 'at']);
  await list(db, 'failures', 'first', ['file', 'code', 'zh', 'en', 'at']);
  await list(db, 'events', 'first', ['key', 'at_ms:integer']);
  await list(db, 'turns', 'counted', ['conversation', 'turn', 'at']);
  await list(db, 'settings', 'first', ['key', 'value']);
  await list(db, 'setting_changes', 'counted', ['key', 'old_value?', 'new_value?', 'by_whom', 'at']);
  await list(db, 'digests', 'first', [
    'id',
    'channel',
    'since',
    'until',
    'until_ms:integer',
    'state',
    'owner?',
    'lease_ms:integer?',
    'lease_until?',
    'message?',
  ]);
  await db.schema.createIndex('turns_conversation').on('turns').columns(['conversation', 'id']).execute();
  await db.schema.createIndex('digests_channel').on('digests').columns(['channel', 'until_ms']).unique().execute();
}

export const library: Migration = {
  async up(db) {
    await reports(db);
    await facts(db);
    await texts(db);
    await memory(db);
  },
};
