import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { partCutting, Seen } from '../../src/lexicon/part.ts';
import { Crew } from '../../src/store/embedded/build/crew.ts';
import { Helper } from '../../src/store/embedded/build/helper.ts';
import { handOf, type Page } from '../../src/store/embedded/build/page.ts';
import { Draft } from '../../src/store/embedded/draft.ts';
import { openStore } from '../../src/store/embedded/open.ts';
import { madeReports } from '../helpers/made-reports.ts';
import { sample } from './contract.ts';

const lexicon = loadLexicon();

/** Forty pages of two reports. */
const pages: Page[] = [];
const made = [...madeReports(80)];
for (let i = 0; i < made.length; i += 2) {
  const lines = made.slice(i, i + 2).map(({ text }) => text.split('\n'));
  const texts = lines.flat();
  pages.push({
    owners: lines.map(({ length }, j) => {
      const { agency, year } = made[i + j]!;
      return { id: i + j + 1, agency, key: agency, year, passages: length };
    }),
    rows: Int32Array.from(texts, (_, j) => 1000 * i + j),
    sections: Int32Array.from(texts, (_, j) => j % 7),
    titles: texts.map(() => '总体情况'),
    texts,
  });
}

const seen = new Seen();
for (const { owners, texts } of pages) {
  for (const text of ['总体情况', ...texts]) seen.add(text);
  for (const { agency } of owners) seen.add(`${agency} ${agency}`);
}
const part = lexicon.part(seen);

async function* given() {
  yield* pages;
}

const hashed = (...bytes: readonly Uint8Array[]) =>
  bytes.reduce((hash, each) => hash.update(each), createHash('sha256')).digest('hex');

/** What a crew makes of the pages: bytes, and the terms that were new. */
async function built(crew: Crew) {
  const draft = new Draft(2, new Map([['公开', 0]]), new WeakMap());
  const reports = [];
  for await (const page of crew.cut(given(), draft))
    for (const { report_id, tokens, offsets } of page) reports.push(`${report_id} ${hashed(tokens, offsets)}`);
  return { reports, terms: draft.terms() };
}

/** The same with helpers, once all of them that will are ready. */
async function builtWith(helpers: readonly Helper[], ready = helpers.length) {
  for (const helper of helpers) helper.begin(part);
  while (helpers.filter(({ under }) => under === 0).length < ready) await new Promise((done) => setTimeout(done, 5));
  try {
    return await built(new Crew(handOf(partCutting(part)), helpers));
  } finally {
    await Promise.all(helpers.map((helper) => helper.stop()));
  }
}

describe('a build', () => {
  // With the part first: the whole dictionary, once loaded, serves every text.
  const alone = built(new Crew(handOf(partCutting(part))));

  it('gives the same bytes with the whole lexicon and with the part that it needs', async () => {
    expect(await alone).toEqual(await built(new Crew(handOf(lexicon))));
    expect((await alone).reports).toHaveLength(80);
  });

  it.each([1, 2])('gives the same bytes with the help of %i threads', async (threads) => {
    expect(await builtWith(Array.from({ length: threads }, () => new Helper()))).toEqual(await alone);
  });

  it.each([
    ['starts not', 0],
    ['begins not', 0],
    ['ends', 1],
    ['throws', 1],
    ['answers not', 1],
  ])('goes on without a thread that %s', async (how, ready) => {
    const script = new URL('../helpers/failing-build-thread.mjs', import.meta.url);
    script.searchParams.set('how', how);
    const failing = () => new Helper(script, 100);
    expect(await builtWith([failing()], ready)).toEqual(await alone);
    expect(await builtWith([failing(), new Helper()], ready)).toEqual(await alone);
  });

  it('leaves the same library behind, and tells how far it is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nianbao-build-'));
    try {
      const left = [];
      for (const threads of [0, 1]) {
        const path = join(folder, `${threads}.db`);
        const store = await openStore({ path, lexicon, threads });
        for (let i = 0; i < 120; i++)
          await store.put(sample({ id: `a${i}`, paragraphs: [`举办政府开放日${i}次，邀请群众代表参观。`] }));
        const told: number[] = [];
        expect(await store.reindex((done, total) => told.push(done, total))).toBe(120);
        expect(told).toEqual([100, 120, 120, 120]);
        expect((await store.search({ text: '政府开放日', limit: 5 })).hits).toHaveLength(1);
        await store.close();
        const db = new Sqlite(path, { readonly: true });
        left.push([db.prepare('select * from cuts').all(), db.prepare('select * from terms').all()]);
        db.close();
      }
      expect(left[1]).toEqual(left[0]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
