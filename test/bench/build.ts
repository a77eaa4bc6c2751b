/** A first build of the search index against raw segmentation of the same text in the same run, and the index loaded again. */
import { loadLexicon } from '../../src/lexicon/load.ts';
import { segment } from '../../src/lexicon/segment.ts';
import { openStore } from '../../src/store/embedded/open.ts';
import { madeReports } from '../helpers/made-reports.ts';
import type { Baseline } from './baseline.ts';
import { timed } from './figures.ts';
import { DEPTH } from './judge.ts';

/** Of a library of the first `count` made-up reports in the file. */
export async function benchBuild(path: string, count: number, baseline: Baseline): Promise<void> {
  const texts: string[] = [];
  for (const { text } of madeReports(count))
    texts.push(...text.split('\n').filter((line) => line.length >= 20 && !line.includes('\t')));
  const raw = await timed(() => {
    for (const text of texts) segment(text);
  });
  baseline.note('raw segmentation', raw.ms, 'ms', 'of all passages, one core');
  for (const [name, threads, target] of [
    ['first build, one core', 0, '2.0'],
    ['first build, two workers', 1, '1.4'],
  ] as const) {
    const store = await openStore({ path, lexicon: loadLexicon(), threads });
    await store.heads();
    const build = await timed(() => store.reindex());
    await store.close();
    const who = threads === 0 ? 'this thread alone' : 'this thread and one more, its start included';
    baseline.note(name, build.ms, 'ms', `segmentation, writing and index: ${who}`);
    baseline.note(`${name}: ratio`, build.ms / raw.ms, '', `of raw segmentation, target at most ${target}`);
    baseline.note(`${name}: by processor time`, build.cpu / raw.cpu, '', 'of all threads');
  }
  await loaded(path, baseline);
}

async function loaded(path: string, baseline: Baseline): Promise<void> {
  const opened = await timed(async () => {
    const store = await openStore({ path, lexicon: loadLexicon() });
    await store.search({ text: '政府开放日', limit: DEPTH });
    return store;
  });
  baseline.note('index loaded', opened.ms, 'ms', 'without the dictionary, target under 1000');
  baseline.note('index loaded: processor time', opened.cpu, 'ms');
  await opened.result.close();
}
