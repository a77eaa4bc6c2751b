/** The house of docs/architecture.md: imports run one way, and each dependency is imported in one place. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** Which folders a folder may import (beside itself); a name with a slash is one file. '.' stands for errors.ts and config.ts. */
const allowed: Record<string, readonly string[]> = {
  text: [],
  export: [],
  lexicon: ['text', 'question/plan.ts', 'question/catalog.ts', 'report/report.ts'],
  document: ['text'],
  report: ['text', 'document', 'lexicon'],
  reading: ['lexicon', 'document', 'report'],
  question: ['text', 'lexicon', 'report/report.ts'],
  store: ['text', 'lexicon', 'report/report.ts'],
  answer: [
    'text',
    'lexicon',
    'report',
    'question/plan.ts',
    'question/catalog.ts',
    'question/reading.ts',
    'store/store.ts',
    'export',
  ],
  digest: ['text', 'lexicon', 'report/report.ts', 'store/store.ts', 'message/message.ts', 'log.ts'],
  message: [
    'text',
    'lexicon',
    'report/report.ts',
    'question/plan.ts',
    'question/reading.ts',
    'answer/answer.ts',
    'digest/digest.ts',
    'store/store.ts',
  ],
  chat: [
    'text',
    'export',
    'message',
    'ask.ts',
    'question/plan.ts',
    'answer/answer.ts',
    'digest/digest.ts',
    'store/store.ts',
    'log.ts',
  ],
};
const roots = ['errors.ts', 'config.ts'];

interface Import {
  readonly from: string;
  readonly to: string;
}

function sources(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)[^;]*?from '([^']+)'|import\('([^']+)'\)/gm)].map(
    (found) => (found[1] ?? found[2]) as string,
  );
}

const local: Import[] = sources().flatMap((file) =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => ({ from: file, to: relative(SRC, resolve(SRC, dirname(file), name)) })),
);

describe('the house', () => {
  it('lets imports run one way', () => {
    const backwards = local.filter(({ from, to }) => {
      const room = from.split('/')[0] as string;
      const target = to.split('/')[0] as string;
      const may = allowed[room];
      if (may === undefined || room === target || roots.includes(to) || to.startsWith('..')) return false;
      return !may.some((each) => to === each || to.startsWith(`${each}/`));
    });
    expect(backwards.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('lets nothing import main, and only main import the commands', () => {
    const wrong = local.filter(
      ({ from, to }) =>
        to === 'main.ts' || (to.startsWith('commands/') && !from.startsWith('commands/') && from !== 'main.ts'),
    );
    expect(wrong).toEqual([]);
  });

  it('has no circles', () => {
    const graph = new Map<string, string[]>();
    for (const { from, to } of local) graph.set(from, [...(graph.get(from) ?? []), to]);
    const done = new Set<string>();
    const walk = (file: string, path: readonly string[]): string[] | null => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return null;
      done.add(file);
      for (const next of graph.get(file) ?? []) {
        const circle = walk(next, [...path, file]);
        if (circle) return circle;
      }
      return null;
    };
    expect([...graph.keys()].map((file) => walk(file, [])).filter((circle) => circle !== null)).toEqual([]);
  });

  it('imports each dependency in one place', () => {
    const places = new Map<string, Set<string>>();
    for (const file of sources()) {
      for (const name of importsOf(file)) {
        if (name.startsWith('.') || name.startsWith('node:')) continue;
        const dependency = name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/');
        places.set(dependency, (places.get(dependency) ?? new Set()).add(file));
      }
    }
    // zod is the language of schemas, commander that of commands, kysely that of SQL, Bolt's types that of listeners, luxon that of times.
    const languages = ['zod', 'commander', 'kysely', '@slack/bolt', '@slack/types', '@slack/web-api', 'pino', 'luxon'];
    const scattered = [...places].filter(([dependency, files]) => files.size > 1 && !languages.includes(dependency));
    expect(scattered.map(([dependency, files]) => `${dependency}: ${[...files].join(', ')}`)).toEqual([]);
  });
});
