/** Search engines to compare with: each indexes the same passages, cut into the same terms. */
import Database from 'better-sqlite3';
import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';

export interface Passage {
  readonly id: number;
  /** Position of the made-up report. */
  readonly report: number;
  readonly terms: readonly string[];
}

export interface Peer {
  readonly name: string;
  /** Passages beyond which it does not finish in a time that anybody waits. */
  readonly most: number;
  add(passages: readonly Passage[]): void;
  /** Passage ids, best first. */
  search(terms: readonly string[], limit: number): number[];
}

export function peers(): Peer[] {
  return [rawFlexSearch(), miniSearch(), fts5()];
}

function rawFlexSearch(): Peer {
  const index = new Index({ encode: (text: string) => text.split(' ') });
  return {
    name: 'flexsearch (suggest)',
    most: Number.POSITIVE_INFINITY,
    add: (passages) => {
      for (const { id, terms } of passages) index.add(id, terms.join(' '));
    },
    search: (terms, limit) => index.search(terms.join(' '), { limit, suggest: true }) as number[],
  };
}

function miniSearch(): Peer {
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  });
  return {
    name: 'MiniSearch (OR)',
    most: 150_000,
    add: (passages) => index.addAll(passages.map(({ id, terms }) => ({ id, text: terms.join(' ') }))),
    search: (terms, limit) =>
      index
        .search(terms.join(' '))
        .slice(0, limit)
        .map((hit) => hit.id as number),
  };
}

function fts5(): Peer {
  const database = new Database(':memory:');
  database.exec("CREATE VIRTUAL TABLE passages USING fts5(text, tokenize = 'unicode61')");
  const insert = database.prepare('INSERT INTO passages(rowid, text) VALUES (?, ?)');
  const select = database
    .prepare('SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY bm25(passages) LIMIT ?')
    .pluck();
  return {
    name: 'SQLite FTS5 (OR)',
    most: Number.POSITIVE_INFINITY,
    add: (passages) =>
      database.transaction(() => {
        for (const { id, terms } of passages) insert.run(id + 1, terms.join(' '));
      })(),
    search: (terms, limit) =>
      (select.all(terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR '), limit) as number[]).map(
        (rowid) => rowid - 1,
      ),
  };
}
