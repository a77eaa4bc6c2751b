/** Cutting every passage of a library anew: in one transaction, a page of reports at a time, with the help of worker threads where it is large. */
import { availableParallelism } from 'node:os';
import { type Kysely, sql } from 'kysely';
import type { Lexicon } from '../../../lexicon/lexicon.ts';
import { partCutting, Seen } from '../../../lexicon/part.ts';
import type { Progress } from '../../store.ts';
import { readCut } from '../cuts.ts';
import type { Postings } from '../postings.ts';
import { insertMany } from '../statement.ts';
import type { Tables } from '../tables.ts';
import { libraryVersion, lock, setMeta } from '../version.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { Crew } from './crew.ts';
import { Helper } from './helper.ts';
import { handOf, type Page } from './page.ts';

/** Reports of a page. */
const cutAtOnce = 100;
/** Reports below which no thread is started: until it is there, this one has cut them. An estimate. */
const fewest = 3000;
/** Beside a single further core none is: at 10,000 reports, quiet, one core took 1.82 of raw segmentation and two 1.93. More were not measured. */
const fewestCores = 3;
/** More have little left to do: this thread reads, writes and fills the index. */
const mostThreads = 3;

export interface Library {
  readonly db: Kysely<Tables>;
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
}

/**
 * Cuts the library anew. Where its version is the one given (`same`), `index` is filled with what was cut, up to the report `last`; it
 * is to be settled once the vocabulary has followed.
 */
export async function build(
  { db, lexicon, vocabulary }: Library,
  version: number,
  reports: number,
  index: Postings,
  threads = reports < fewest || availableParallelism() < fewestCores
    ? 0
    : Math.min(availableParallelism() - 1, mostThreads),
  progress?: Progress,
): Promise<{ same: boolean; last: number }> {
  const helpers = Array.from({ length: threads }, () => new Helper());
  let last = 0;
  let done = 0;
  try {
    const same = await db.transaction().execute(async (trx) => {
      await lock(trx);
      await setMeta(trx, 'lexicon', lexicon.hash);
      await vocabulary.follow(trx);
      const draft = vocabulary.draft();
      await trx.deleteFrom('cuts').execute();
      const same = (await libraryVersion(trx)) === version;
      const [crew, given] = await shared(trx, lexicon, helpers);
      for await (const cuts of crew.cut(given, draft)) {
        await insertMany(trx, 'cuts', cuts);
        for (const { report_id, tokens } of same ? cuts : [])
          for (const passage of readCut(tokens)) index.add(report_id, passage);
        last = cuts.at(-1)?.report_id ?? last;
        done += cuts.length;
        progress?.(done, reports);
      }
      await vocabulary.write(trx, draft);
      return same;
    });
    // A log as long as the library would slow every reader down; where others read just now, it stays until later.
    await sql`pragma wal_checkpoint(passive)`.execute(db);
    return { same, last };
  } finally {
    await Promise.all(helpers.map((helper) => helper.stop()));
  }
}

/**
 * Those who cut, and what. With helpers every page is read first, while they start: all of them cut by the part of the lexicon that
 * the library needs.
 */
async function shared(
  trx: Kysely<Tables>,
  lexicon: Lexicon,
  helpers: readonly Helper[],
): Promise<[Crew, AsyncGenerator<Page>]> {
  if (helpers.length === 0) return [new Crew(handOf(lexicon)), pages(trx)];
  const all: Page[] = [];
  const seen = new Seen();
  for await (const page of pages(trx)) {
    for (const { agency, key } of page.owners) seen.add(`${agency ?? ''} ${key ?? ''}`);
    for (const title of new Set(page.titles)) seen.add(title);
    for (const text of page.texts) seen.add(text);
    all.push(page);
  }
  const part = lexicon.part(seen);
  for (const helper of helpers) helper.begin(part);
  return [new Crew(handOf(partCutting(part)), helpers), held(all)];
}

/** Pages that were read, each forgotten once it is given. */
async function* held(all: Page[]): AsyncGenerator<Page> {
  all.reverse();
  for (let page = all.pop(); page; page = all.pop()) yield page;
}

/** The reports with the texts to be cut, in order. */
async function* pages(trx: Kysely<Tables>): AsyncGenerator<Page> {
  for (let last = 0, more = true; more; ) {
    const reports = await trx
      .selectFrom('reports')
      .select(['id', 'agency', 'agency_key as key', 'year'])
      .where('id', '>', last)
      .orderBy('id')
      .limit(cutAtOnce)
      .execute();
    const rows = await trx
      .selectFrom('passages')
      .select(['id', 'report_id', 'section', 'title', 'text'])
      .where('report_id', '>', last)
      .where('report_id', '<=', reports.at(-1)?.id ?? last)
      .orderBy('report_id')
      .orderBy('id')
      .execute();
    const counts = new Map<number, number>();
    for (const { report_id } of rows) counts.set(report_id, (counts.get(report_id) ?? 0) + 1);
    yield {
      owners: reports.map((report) => ({ ...report, passages: counts.get(report.id) ?? 0 })),
      rows: Int32Array.from(rows, ({ id }) => id),
      sections: Int32Array.from(rows, ({ section }) => section ?? 0),
      titles: rows.map(({ title }) => title),
      texts: rows.map(({ text }) => text),
    };
    last = reports.at(-1)?.id ?? last;
    more = reports.length === cutAtOnce;
  }
}
