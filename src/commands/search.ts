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
  /** For such words, those of the library that may have been meant. */
  near: z.array(z.object({ term: z.string(), words: z.array(z.string()) })).optional(),
  /** Agencies, places and years that were typed among the words: the search stays within them. */
  within: z.array(z.string()).optional(),
  /** Whether nothing there holds what was looked for, and the hits are the nearest from elsewhere. */
  elsewhere: z.boolean().optional(),
  /** Whether nothing there holds the words themselves, and the hits hold others for the same matter (`terms`). */
  akin: z.boolean().optional(),
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
  const found = await app.store.search({ ...filter, text: q, limit });
  const { terms, absent, near = [], within, total, hits } = found;
  return {
    ...{ q, terms: [...terms], absent: [...absent] },
    ...(near.length > 0 ? { near: near.map(({ term, words }) => ({ term, words: [...words] })) } : {}),
    ...(within ? { within: [...within], elsewhere: found.elsewhere === true, akin: found.akin === true } : {}),
    total,
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
  for (const { term, words } of found.near ?? [])
    lines.push(
      zh
        ? `“${term}”是不是“${words.join('”或“')}”？已按它查找`
        : `“${term}”: perhaps ${words.join(' or ')}, which was looked for`,
    );
  if (found.within) lines.push(withinLine(found.within, found, zh));
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

function withinLine(within: readonly string[], { elsewhere, akin }: SearchOutput, zh: boolean): string {
  const names = within.join(zh ? '、' : ', ');
  if (elsewhere)
    return zh
      ? `${names}：这个范围里没有找到，以下是其他报告里最接近的段落`
      : `Nothing within ${names}: the nearest from elsewhere`;
  if (akin)
    return zh
      ? `${names}：这个范围里没有这个词，以下段落用别的词说同一件事`
      : `The word itself does not stand within ${names}: these passages treat the matter in other words`;
  return zh ? `只在 ${names} 的范围里查找` : `Within ${names} only`;
}
