import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { openStore } from '../../src/store/embedded/open.ts';
import { type Engine, sample, storeContract } from './contract.ts';
import { searchContract } from './search.ts';

const lexicon = loadLexicon();

const memory: Engine = {
  name: 'SQLite in memory',
  open: () => openStore({ path: ':memory:', lexicon }),
  again: null,
  drop: async () => undefined,
};

function onDisk(): Engine {
  let folder = '';
  return {
    name: 'SQLite on disk',
    open() {
      folder = mkdtempSync(join(tmpdir(), 'nianbao-store-'));
      return openStore({ path: join(folder, 'library.db'), lexicon });
    },
    again: () => openStore({ path: join(folder, 'library.db'), lexicon }),
    drop: async () => rmSync(folder, { recursive: true }),
  };
}

storeContract(memory);
storeContract(onDisk());
searchContract(memory);

describe('the library on disk', () => {
  const within = async (work: (file: string) => Promise<void>) => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-store-'));
    try {
      await work(join(folder, 'library.db'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('refuses what is no library', () =>
    within(async (file) => {
      writeFileSync(file, 'no database at all, but long enough to be one: '.repeat(100));
      await expect(openStore({ path: file, lexicon })).rejects.toMatchObject({ code: 'store.damaged' });
    }));

  it('refuses a library of a newer program', () =>
    within(async (file) => {
      const store = await openStore({ path: file, lexicon });
      await store.close();
      const { default: Sqlite } = await import('better-sqlite3');
      const sqlite = new Sqlite(file);
      sqlite.prepare("insert into kysely_migration (name, timestamp) values ('999-later', '2030')").run();
      sqlite.close();
      await expect(openStore({ path: file, lexicon })).rejects.toMatchObject({ code: 'store.version' });
    }));

  it('cuts its text again for another lexicon, and finds as before', () =>
    within(async (file) => {
      const paragraphs = ['举办政府开放日活动，邀请群众代表参观了解科技工作情况。'];
      const before = await openStore({ path: file, lexicon });
      await before.put(sample({ id: 'a1', paragraphs }));
      await before.close();
      // The later lexicon cuts into single characters.
      const analyze = (text: string) =>
        [...text]
          .map((term, start) => ({ term, start, end: start + 1, part: false }))
          .filter(({ term }) => term.trim() !== '');
      const clauses = (text: string) => [{ from: 0, tokens: analyze(text), kept: false }];
      const characters = { ...lexicon, hash: 'later', analyze, clauses, expand: analyze };
      const later = await openStore({ path: file, lexicon: characters });
      expect((await later.search({ text: '放日活', limit: 5 })).total).toBe(1);
      expect((await later.status()).lexicon).toBe('later');
      await later.close();
    }));

  it('is copied while it is used, and is the same afterwards', () =>
    within(async (file) => {
      const store = await openStore({ path: file, lexicon });
      await store.put(sample({ id: 'a1' }));
      await store.backup(`${file}.copy`);
      const copy = await openStore({ path: `${file}.copy`, lexicon });
      expect(await copy.report('a1')).toEqual(await store.report('a1'));
      expect(await copy.check()).toBeNull();
      expect(await copy.status()).toMatchObject({ reports: 1, schema: 4, engine: 'sqlite' });
      await Promise.all([copy.close(), store.close()]);
    }));

  it('puts reports of a place that was named before those whose name holds it', () =>
    within(async (file) => {
      const store = await openStore({ path: file, lexicon });
      const paragraphs = ['举办政府开放日活动，邀请群众代表参观了解交通工作情况。'];
      await store.put(sample({ id: 'a1', agency: '沈阳市铁西区交通运输局', paragraphs }));
      await store.put(
        sample({ id: 'b1', agency: '攀枝花市西区交通运输局', paragraphs: [`${paragraphs[0]}又及其他。`] }),
      );
      const { hits } = await store.search({ text: 'Xi District open day', limit: 5 });
      expect(hits[0]?.report).toBe('b1');
      await store.close();
    }));

  it('opens once for several who come at the same time', () =>
    within(async (file) => {
      const stores = await Promise.all([1, 2, 3, 4].map(() => openStore({ path: file, lexicon })));
      expect(await Promise.all(stores.map((store) => store.version()))).toEqual([0, 0, 0, 0]);
      await Promise.all(stores.map((store) => store.close()));
    }));
});
