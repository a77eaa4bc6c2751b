/** Search: known items in made-up reports, against peers over the same terms in the same run. */
import { loadLexicon } from '../../src/lexicon/load.ts';
import { type MadeReport, madeReport, madeReports } from '../helpers/made-reports.ts';
import { percentile, print, residentMegabytes, timed } from './figures.ts';
import { madeLibrary } from './ingest.ts';
import { type Passage, peers } from './peers.ts';

const QUERIES = 200;
const DEPTH = 10;

export async function benchSearch(count: number): Promise<void> {
  const { store, drop } = await madeLibrary(count);
  const wanted = Array.from({ length: QUERIES }, (_, at) => madeReport((at * 7919) % count));
  await store.search({ text: '预热', limit: DEPTH });
  const ours = await measure(wanted, async ({ known }) => {
    const { hits } = await store.search({ text: known.query, limit: DEPTH });
    return hits.map((hit) => hit.text.includes(known.sentence));
  });
  report('nianbao', ours);
  print('resident memory', residentMegabytes(), 'MB', 'library, index and dictionary');

  const lexicon = loadLexicon();
  const passages = passagesOf(madeReports(count), (text) => lexicon.analyze(text).map((token) => token.term));
  for (const peer of peers()) {
    const build = await timed(() => peer.add(passages));
    const theirs = await measure(wanted, async (made) => {
      const found = peer.search(
        lexicon.analyze(made.known.query).map((token) => token.term),
        DEPTH,
      );
      return found.map(
        (id) => passages[id]?.report === Number(made.file.slice(0, 6)) && sentenceIn(passages[id] as Passage),
      );
    });
    report(peer.name, theirs, ours);
    print(`${peer.name}: build without segmentation`, build.ms, 'ms');
  }
  await drop();
}

interface Measured {
  readonly ms: readonly number[];
  /** Mean reciprocal rank of the wanted passage among the first ten. */
  readonly mrr: number;
}

async function measure(
  wanted: readonly MadeReport[],
  search: (made: MadeReport) => Promise<boolean[]>,
): Promise<Measured> {
  const ms: number[] = [];
  let sum = 0;
  for (const made of wanted) {
    const { ms: took, result } = await timed(() => search(made));
    ms.push(took);
    const at = result.indexOf(true);
    sum += at < 0 ? 0 : 1 / (at + 1);
  }
  return { ms, mrr: sum / wanted.length };
}

function report(name: string, { ms, mrr }: Measured, ours?: Measured): void {
  const ratio = ours ? `nianbao takes ${(percentile(ours.ms, 50) / percentile(ms, 50)).toFixed(2)} of it` : '';
  print(`${name}: p50`, percentile(ms, 50), 'ms', ratio);
  print(`${name}: p99`, percentile(ms, 99), 'ms');
  print(`${name}: MRR@${DEPTH}`, mrr, '');
}

/** The paragraphs of the made-up reports, tables left out, with the agency and year that nianbao's passages carry too. */
function passagesOf(reports: Iterable<MadeReport>, analyze: (text: string) => string[]): Passage[] {
  const passages: Passage[] = [];
  for (const made of reports) {
    const head = analyze(`${made.agency}${made.year}年`);
    for (const line of made.text.split('\n')) {
      if (line.length < 20 || line.includes('\t')) continue;
      passages.push({ id: passages.length, report: Number(made.file.slice(0, 6)), terms: [...head, ...analyze(line)] });
    }
  }
  return passages;
}

/** The wanted sentence's passage is the only one that names the organised action. */
function sentenceIn({ terms }: Passage): boolean {
  return terms.includes('组织') && terms.includes('行动');
}
