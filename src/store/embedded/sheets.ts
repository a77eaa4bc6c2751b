/**
 * Facts of many reports. Sheets are held in memory as the bytes they are kept as (about 5 KB a report), so that one cell of the whole
 * library is read without a query; a fact is made an object only when it is asked for.
 */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Fact, FactState } from '../../report/report.ts';
import { matches } from '../matches.ts';
import type { FactFilter, ReportHead, StoredFact } from '../store.ts';
import { oneOf } from './filter.ts';
import type { Heads } from './heads.ts';
import { type Layout, pack, readLayout, unpack } from './sheet.ts';
import { insertOne, run } from './statement.ts';
import type { Tables } from './tables.ts';

/** Of more reports than this, all sheets are read and held. */
const few = 50;
/** Sheets that are read at a time. */
const readAtOnce = 2000;

type Cells = Pick<FactFilter, 'measures' | 'applicants'>;

interface Held {
  readonly layout: number;
  readonly sheet: Buffer;
}

export class Sheets {
  readonly #db: Kysely<Tables>;
  readonly #library: Heads;
  readonly #layouts = new Map<number, Layout>();
  readonly #held = new Map<number, Held>();
  /** Up to this report all sheets are held. */
  #last = 0;
  #heads: ReadonlyMap<number, unknown> = new Map();

  constructor(db: Kysely<Tables>, heads: Heads) {
    this.#db = db;
    this.#library = heads;
  }

  /** By report in order of arrival, then as the form prints them. */
  async facts(filter: FactFilter): Promise<StoredFact[]> {
    const { heads, numbers } = await this.#library.all();
    this.#forget(heads);
    const passes = matches(filter);
    const wanted: number[] = [];
    const { reports = [] } = filter;
    // Few reports that are named need no look at all the others.
    if (reports.length > 0)
      for (const report of new Set(reports)) {
        const id = numbers.get(report);
        if (id !== undefined && passes(heads.get(id)!)) wanted.push(id);
      }
    else for (const [id, head] of heads) if (passes(head)) wanted.push(id);
    wanted.sort((a, b) => a - b);
    await this.#hold(wanted);
    const facts = this.#unpack(filter, wanted, heads);
    const states = filter.states && filter.states.length > 0 ? new Set<FactState>(filter.states) : null;
    return states === null ? facts : facts.filter(({ state }) => states.has(state));
  }

  #unpack(cells: Cells, reports: readonly number[], heads: ReadonlyMap<number, ReportHead>): StoredFact[] {
    const positions = positionsIn(cells);
    const facts: StoredFact[] = [];
    for (const id of reports) {
      const held = this.#held.get(id);
      if (!held) continue;
      const layout = this.#layouts.get(held.layout)!;
      const { report } = heads.get(id)!;
      for (const position of positions(layout)) facts.push(unpack(layout, held.sheet, position, report));
    }
    return facts;
  }

  /** Drops the sheets of reports that are gone. */
  #forget(heads: ReadonlyMap<number, unknown>): void {
    if (heads === this.#heads) return;
    for (const id of this.#held.keys()) if (!heads.has(id)) this.#held.delete(id);
    this.#heads = heads;
  }

  async #hold(wanted: readonly number[]): Promise<void> {
    const missing = wanted.filter((id) => !this.#held.has(id));
    if (missing.length === 0) return;
    if (missing.length <= few) {
      await this.#keep(await this.#db.selectFrom('sheets').selectAll().where(oneOf('report_id', missing)).execute());
      return;
    }
    for (let more = true; more; ) {
      const rows = await this.#db
        .selectFrom('sheets')
        .selectAll()
        .where('report_id', '>', this.#last)
        .orderBy('report_id')
        .limit(readAtOnce)
        .execute();
      await this.#keep(rows);
      this.#last = rows.at(-1)?.report_id ?? this.#last;
      more = rows.length === readAtOnce;
    }
  }

  async #keep(rows: readonly { report_id: number; layout_id: number; sheet: Uint8Array }[]): Promise<void> {
    const unknown = [...new Set(rows.map(({ layout_id }) => layout_id))].filter((id) => !this.#layouts.has(id));
    if (unknown.length > 0)
      for (const { id, cells } of await this.#db
        .selectFrom('layouts')
        .select(['id', 'cells'])
        .where(oneOf('id', unknown))
        .execute())
        this.#layouts.set(id, readLayout(cells));
    for (const { report_id, layout_id, sheet } of rows)
      this.#held.set(report_id, {
        layout: layout_id,
        sheet: Buffer.from(sheet.buffer, sheet.byteOffset, sheet.length),
      });
  }
}

/** Where a layout has the cells that a filter lets through; found once a layout. */
function positionsIn({ measures, applicants }: Cells): (layout: Layout) => readonly number[] {
  const among = (values: readonly unknown[] | undefined) =>
    values && values.length > 0 ? new Set<unknown>(values) : { has: () => true };
  const measure = among(measures);
  const applicant = among(applicants);
  const found = new Map<Layout, number[]>();
  return (layout) => {
    let positions = found.get(layout);
    if (positions === undefined) {
      positions = layout.cells.flatMap((cell, i) =>
        measure.has(cell.measure) && applicant.has(cell.applicant) ? i : [],
      );
      found.set(layout, positions);
    }
    return positions;
  };
}

/** Keeps a report's facts. */
export async function writeSheet(db: Kysely<Tables>, report: number, facts: readonly Fact[]): Promise<void> {
  const { layout, sheet } = pack(facts);
  const layout_id = await layoutId(db, layout);
  await insertOne(db, 'sheets', { report_id: report, layout_id, facts: facts.length, sheet });
}

/** Layouts are few: one a form, and those of tables that lack or repeat rows. */
async function layoutId(db: Kysely<Tables>, cells: string): Promise<number> {
  const hash = hashOf(cells);
  const [held] = await run<{ id: number }>(db, 'select id from layouts where hash = ?', hash);
  return held?.id ?? insertOne(db, 'layouts', { hash, cells });
}

/** Of the layouts written lately. */
const hashes = new Map<string, string>();
const mostHashes = 16;

function hashOf(cells: string): string {
  let hash = hashes.get(cells);
  if (hash === undefined) {
    hash = createHash('sha256').update(cells).digest('hex');
    if (hashes.size >= mostHashes) hashes.clear();
    hashes.set(cells, hash);
  }
  return hash;
}
