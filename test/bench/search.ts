/** Search: judged queries by classes over made-up reports, against peers over the same terms in the same run. */
import { join } from 'node:path';
import type { Lexicon } from '../../src/lexicon/lexicon.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import type { Store } from '../../src/store/store.ts';
import { type MadeReport, madeReports } from '../helpers/made-reports.ts';
import { Baseline } from './baseline.ts';
import { benchBuild } from './build.ts';
import { percentile, timed } from './figures.ts';
import { madeLibrary } from './ingest.ts';
import { type Answered, DEPTH, type Judged, judge } from './judge.ts';
import { benchMemory } from './memory.ts';
import { type Passage, type Peer, peers } from './peers.ts';
import { CLASSES, type Class, keyOf, type Query, queries } from './queries.ts';

/** Queries of each class; peers, of which one is slow, are asked every fourth. */
const EACH = 100;
const SKIP = 4;

export async function benchSearch(count: number): Promise<void> {
  const { store, folder, drop } = await madeLibrary(count);
  const baseline = new Baseline('search', count);
  await judgeStore(store, count, baseline);
  await benchBuild(join(folder, 'library.db'), count, baseline);
  await benchMemory(folder, count, baseline);
  baseline.close();
  await drop();
}

/** Judges a library of the first `count` made-up reports, and the peers. */
async function judgeStore(store: Store, count: number, baseline: Baseline): Promise<void> {
  const lexicon = loadLexicon();
  const asked = queries(count, EACH, lexicon);
  const ours = await nianbao(store);
  await ours(asked['one term'][0] as Query);
  const times: number[] = [];
  for (const name of CLASSES) {
    const judged = await judge(asked[name], ours);
    times.push(...judged.ms);
    say(name, judged, baseline);
  }
  baseline.note('nianbao: p50', percentile(times, 50), 'ms');
  baseline.note('nianbao: p99', percentile(times, 99), 'ms');
  await besides(asked, ours, passagesOf(madeReports(count), lexicon), lexicon, baseline);
}

function say(name: string, { mrr, ndcg, named, cpu }: Judged, baseline: Baseline): void {
  baseline.note(`${name}: MRR@${DEPTH}`, mrr, '');
  baseline.note(`${name}: nDCG@${DEPTH}`, ndcg, '');
  baseline.note(`${name}: processor time, p50`, percentile(cpu, 50), 'ms');
  baseline.note(`${name}: processor time, p99`, percentile(cpu, 99), 'ms');
  if (named !== null) baseline.note(`${name}: named`, named, '', 'share of answers that name the absent word');
}

/** Searches the library; a hit shows the sentences that its passage holds. */
async function nianbao(store: Store): Promise<(query: Query) => Promise<Answered>> {
  const numbers = new Map((await store.heads()).map(({ report, file }) => [report, Number(file.slice(-10, -4))]));
  return async ({ text }) => {
    const { hits, absent } = await store.search({ text, limit: DEPTH });
    return { shown: hits.map((hit) => sentences(numbers.get(hit.report) as number, hit.text)), absent };
  };
}

const sentences = (report: number, text: string) =>
  (text.match(/(?:[一二三]是)?围绕[^。]*。|（四）平台建设。[^。]*。/g) ?? []).map((sentence) =>
    keyOf(report, sentence),
  );

/** The peers answer every fourth query of each class; nianbao's figures for the same ones stand beside theirs. */
async function besides(
  asked: Readonly<Record<Class, readonly Query[]>>,
  ours: (query: Query) => Promise<Answered>,
  passages: readonly Kept[],
  lexicon: Lexicon,
  baseline: Baseline,
): Promise<void> {
  const some = CLASSES.flatMap((name) => asked[name].filter((_, at) => at % SKIP === 0));
  const own = await judge(some, ours);
  baseline.note(`nianbao, as the peers: MRR@${DEPTH}`, own.mrr, '');
  for (const peer of peers()) {
    if (passages.length > peer.most) continue;
    const build = await timed(() => peer.add(passages));
    const theirs = await judge(some, async ({ text }) => ({ shown: found(peer, text, passages, lexicon) }));
    const share = (of: 'ms' | 'cpu', p: number) => (percentile(own[of], p) / percentile(theirs[of], p)).toFixed(2);
    const ratio = (p: number) => `nianbao takes ${share('ms', p)} of it, ${share('cpu', p)} by processor time`;
    baseline.note(`${peer.name}: p50`, percentile(theirs.ms, 50), 'ms', ratio(50));
    baseline.note(`${peer.name}: p99`, percentile(theirs.ms, 99), 'ms', ratio(99));
    baseline.note(`${peer.name}: MRR@${DEPTH}`, theirs.mrr, '');
    baseline.note(`${peer.name}: nDCG@${DEPTH}`, theirs.ndcg, '');
    baseline.note(`${peer.name}: build without segmentation`, build.ms, 'ms');
  }
}

function found(peer: Peer, text: string, passages: readonly Kept[], lexicon: Lexicon): string[][] {
  const terms = [...new Set(lexicon.expand(text).map(({ term }) => term))];
  return peer.search(terms, DEPTH).map((id) => sentences((passages[id] as Kept).report, (passages[id] as Kept).text));
}

interface Kept extends Passage {
  readonly text: string;
}

/** The paragraphs of the made-up reports, tables left out, with the agency and year that nianbao's passages carry too. */
function passagesOf(reports: Iterable<MadeReport>, lexicon: Lexicon): Kept[] {
  const analyze = (text: string) => lexicon.analyze(text).map(({ term }) => term);
  const passages: Kept[] = [];
  for (const made of reports) {
    const report = Number(made.file.slice(0, 6));
    const head = analyze(`${made.agency}${made.year}年`);
    for (const text of made.text.split('\n')) {
      if (text.length < 20 || text.includes('\t')) continue;
      passages.push({ id: passages.length, report, text, terms: [...head, ...analyze(text)] });
    }
  }
  return passages;
}
