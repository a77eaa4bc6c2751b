import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { Kysely, Migrator, SqliteDialect, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Applicant, Fact } from '../../src/report/report.ts';
import { library } from '../../src/store/embedded/migrations/001-library.ts';
import { sketches } from '../../src/store/embedded/migrations/002-sketches.ts';
import { sheets } from '../../src/store/embedded/migrations/003-sheets.ts';
import { pack, readLayout, unpack } from '../../src/store/embedded/sheet.ts';
import type { Tables } from '../../src/store/embedded/tables.ts';

const text = fc.string({ unit: 'binary', maxLength: 12 });
const facts: fc.Arbitrary<Fact[]> = fc.array(
  fc.record({
    measure: fc.constantFrom('applications.received', 'review.total', 'rules.made'),
    applicant: fc.constantFrom<Applicant | null>('natural', 'total', null),
    table: fc.constantFrom<2 | 3 | 4>(2, 3, 4),
    row: text,
    column: text,
    value: fc.option(fc.oneof(fc.double({ noNaN: true }), fc.integer())),
    unit: fc.option(fc.constantFrom('件', '万元')),
    state: fc.constantFrom('stated', 'blank', 'missing'),
    certain: fc.boolean(),
    raw: fc.option(fc.oneof(text, fc.nat().map(String))),
    line: fc.option(fc.integer({ min: 1, max: 0xffff_ffff })),
    page: fc.option(fc.integer({ min: 1, max: 0xffff_ffff })),
    place: fc.option(text),
    quote: fc.option(text),
  }),
  { maxLength: 40 },
);

describe('a sheet of facts', () => {
  it('gives back every fact as it was', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const { layout, sheet } = pack(all);
        const cells = readLayout(layout);
        expect(all.map((_, i) => unpack(cells, sheet, i, 'r'))).toEqual(all.map((fact) => ({ report: 'r', ...fact })));
      }),
    );
  });

  it('takes over a library whose facts were rows', async () => {
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Sqlite(':memory:') }) });
    const migrations = { '001-library': library, '002-sketches': sketches, '003-sheets': sheets };
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
    expect((await migrator.migrateTo('002-sketches')).error).toBeUndefined();
    await sql`insert into reports (id, report, file, contact, ingested_at, ingested_ms, version, current, findings)
      values (7, 'a', 'a.txt', '{}', '', 0, 1, 1, 0)`.execute(db);
    await sql`insert into cells values (3, 'applications.received', '', 3, '行', '列')`.execute(db);
    await sql`insert into quotes values (7, 0, '行 5')`.execute(db);
    await sql`insert into facts values (7, 0, 3, 5.5, '件', 0, 1, '5.50', 12, null, null, 0)`.execute(db);
    await sql`insert into facts values (7, 1, 3, null, null, 2, 0, null, null, 2, '表 3', null)`.execute(db);
    expect((await migrator.migrateToLatest()).error).toBeUndefined();
    const row = await db
      .selectFrom('sheets')
      .innerJoin('layouts', 'layouts.id', 'layout_id')
      .selectAll()
      .executeTakeFirstOrThrow();
    const layout = readLayout(row.cells);
    const cell = { report: 'a', measure: 'applications.received', applicant: null, table: 3, row: '行', column: '列' };
    expect([0, 1].map((i) => unpack(layout, Buffer.from(row.sheet), i, 'a'))).toEqual([
      {
        ...cell,
        value: 5.5,
        unit: '件',
        state: 'stated',
        certain: true,
        raw: '5.50',
        line: 12,
        page: null,
        place: null,
        quote: '行 5',
      },
      {
        ...cell,
        value: null,
        unit: null,
        state: 'missing',
        certain: false,
        raw: null,
        line: null,
        page: 2,
        place: '表 3',
        quote: null,
      },
    ]);
    await db.destroy();
  });
});
