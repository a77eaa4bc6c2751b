/** `nianbao explain QUESTION`: how the question was read, and for a search the terms and scores. */
import { catalogOf } from '../answer/catalog.ts';
import { readCommanded } from '../question/commanded.ts';
import { explainReading } from '../question/explain.ts';
import { command, type Output, type Run } from './command.ts';
import { withApp } from './open.ts';

interface Options {
  readonly now?: string;
}

export const explainCommand = (output: Output) =>
  command<Options>(
    'explain <question...>',
    'how a question is read: spans, rules, plan, terms and scores',
    output,
    explain,
    (made) => {
      made.option('--now <date>', 'today, YYYY-MM-DD');
    },
  );

async function explain(run: Run, words: readonly string[], options: Options): Promise<number> {
  return withApp(run, async ({ store, lexicon, now }) => {
    const catalog = await catalogOf(store);
    const today = options.now ?? now().slice(0, 10);
    const language = run.language === undefined ? {} : { language: run.language };
    const reading = readCommanded(words.join(' '), { catalog, today, turns: [], ...language }, lexicon);
    const query = reading.plan?.operation === 'search' ? reading.plan.topic : null;
    const found = query === null ? null : await store.search({ text: query, limit: 10 });
    if (run.json) {
      run.printJson({
        ...reading,
        search: found && {
          terms: found.terms,
          absent: found.absent,
          hits: found.hits.map(({ report, line, score }) => ({ report, line, score })),
        },
      });
      return 0;
    }
    run.print(explainReading(reading));
    if (found) {
      run.print(
        `terms: ${found.terms.join(' ')}${found.absent.length > 0 ? `   absent: ${found.absent.join(' ')}` : ''}`,
      );
      for (const hit of found.hits)
        run.print(`  ${hit.score.toFixed(3)}  ${hit.report}:${hit.line ?? hit.page ?? '-'}  ${hit.snippet}`);
    }
    return 0;
  });
}
