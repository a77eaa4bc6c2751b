/** `nianbao search TERMS`: full text, ranked passages with highlights. */
import { z } from 'zod';
import type { App } from '../app.ts';
import { CodedError } from '../errors.ts';
import type { ReportFilter } from '../store/store.ts';
import { readInput } from './batch.ts';
import { command, type Output, type Run } from './command.ts';
import { withApp } from './open.ts';
import { type ScopeOptions, scopeOf, wholeNumber, withScope } from './scope.ts';

/** What `search --json` prints, and each line of `--batch`. */
export const SearchOutput = z.object({
  id: z.string().optional(),
  q: z.string(),
  terms: z.array(z.string()),
  /** Terms that occur nowhere in the library. */
  absent: z.array(z.string()),
  total: z.number().int(),
  hits: z.array(
    z.object({
      report: z.string(),
      agency: z.string().nullable(),
      year: z.number().int().nullable(),
      section: z.number().int().nullable(),
      line: z.number().int().nullable(),
      page: z.number().int().nullable(),
      score: z.number(),
      snippet: z.string(),
      highlights: z.array(z.tuple([z.number().int(), z.number().int()])),
      /** Passages that say nearly the same, folded into this one. */
      similar: z.number().int(),
    }),
  ),
  ms: z.number(),
});
export type SearchOutput = z.infer<typeof SearchOutput>;

interface Options extends ScopeOptions {
  readonly limit: number;
  readonly batch?: string;
}

const DEFAULT_LIMIT = 10;
const BatchLine = z.object({ id: z.string().optional(), q: z.string(), limit: z.number().int().positive().optional() });

export const searchCommand = (output: Output) =>
  command<Options>('search [terms...]', 'full text: ranked passages with highlights', output, search, (made) => {
    withScope(made);
    made.option('--limit <n>', 'passages at most', wholeNumber, DEFAULT_LIMIT);
    made.option('--batch <file>', 'JSON lines {id, q, limit?} of a file, or of - for standard input');
  });

async function search(run: Run, words: readonly string[], options: Options): Promise<number> {
  return withApp(run, async (app) => {
    const filter = await scopeOf(options, app.store, app.lexicon);
    if (options.batch !== undefined) return searchBatch(run, app, options.batch, filter, options.limit);
    const text = words.join(' ').trim();
    if (text === '') throw new CodedError('question.empty');
    const found = await searchOnce(app, text, filter, options.limit);
    if (run.json) run.printJson(found);
    else run.print(describe(found, run.language ?? 'zh'));
    return 0;
  });
}

async function searchBatch(run: Run, app: App, file: string, filter: ReportFilter, limit: number): Promise<number> {
  let bad = 0;
  for await (const { number, text } of readInput(file)) {
    const line = parseLine(text);
    if (line) {
      const found = await searchOnce(app, line.q, filter, line.limit ?? limit);
      run.output.out(`${JSON.stringify(line.id === undefined ? found : { id: line.id, ...found })}\n`);
    } else {
      bad += 1;
      const { code, bilingual } = new CodedError('question.badLine', { line: number, why: '{id?, q, limit?}' });
      run.output.out(
        `${JSON.stringify({ q: null, terms: [], absent: [], total: 0, hits: [], ms: 0, error: { code, message: bilingual } })}\n`,
      );
    }
  }
  return bad > 0 ? 1 : 0;
}

function parseLine(text: string): z.infer<typeof BatchLine> | null {
  try {
    return BatchLine.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

async function searchOnce(app: App, q: string, filter: ReportFilter, limit: number): Promise<SearchOutput> {
  const started = performance.now();
  const { terms, absent, total, hits } = await app.store.search({ ...filter, text: q, limit });
  return {
    ...{ q, terms: [...terms], absent: [...absent], total },
    hits: hits.map(({ text: _, highlights, ...hit }) => ({
      ...hit,
      highlights: highlights.map(([start, end]) => [start, end]),
    })),
    ms: Math.round((performance.now() - started) * 100) / 100,
  };
}

function describe(found: SearchOutput, language: 'zh' | 'en'): string {
  const zh = language === 'zh';
  const lines = [
    zh
      ? `找到 ${found.total} 段，检索词：${found.terms.join('、')}`
      : `${found.total} passages for: ${found.terms.join(', ')}`,
  ];
  if (found.absent.length > 0)
    lines.push(zh ? `资料库里没有：${found.absent.join('、')}` : `Nowhere in the library: ${found.absent.join(', ')}`);
  for (const hit of found.hits) {
    const place =
      hit.line === null
        ? hit.page === null
          ? ''
          : zh
            ? `第 ${hit.page} 页`
            : `page ${hit.page}`
        : zh
          ? `第 ${hit.line} 行`
          : `line ${hit.line}`;
    lines.push(
      `  ${hit.agency ?? '-'} ${hit.year ?? ''}  [${hit.report}] ${zh ? `第 ${hit.section ?? '-'} 部分` : `section ${hit.section ?? '-'}`} ${place}`,
      `    ${hit.snippet}`,
    );
    if (hit.similar > 0)
      lines.push(zh ? `    另有 ${hit.similar} 段内容相同` : `    and ${hit.similar} more that say the same`);
  }
  return lines.join('\n');
}
