/**
 * `npm run fuzz -- [--seed N] [--runs N] [--ms N] [--only RUN]`: damaged files of every format go through opening, reading and
 * auditing. Each must end in a report or a coded error, never in `internal`, and within `--ms` (default 10000). Prints counts,
 * the slowest, and memory at intervals; exits with 1 where anything failed. `--only` repeats one run of a seed.
 */
import { loadLexicon } from '../../src/lexicon/load.ts';
import { readFile } from '../../src/reading/reading.ts';
import { random } from '../helpers/random.ts';
import { mutations } from './mutations.ts';
import { samples } from './samples.ts';

const args = process.argv.slice(2);
const option = (name: string, fallback: number) => {
  const at = args.indexOf(`--${name}`);
  return at === -1 ? fallback : Number(args[at + 1]);
};
const seed = option('seed', 1);
const runs = option('runs', 1_000);
const bound = option('ms', 10_000);
const only = option('only', -1);
/** Opening a file has a bound of its own, lower than that: reading and auditing come after it. */
const limits = { milliseconds: Math.max(200, bound - 5_000) };

interface Slow {
  readonly run: number;
  readonly what: string;
  readonly ms: number;
}

const lexicon = loadLexicon();
const sources = samples(seed);
const counts = new Map<string, number>();
const failures: string[] = [];
let slowest: Slow[] = [];
const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

for (let run = only === -1 ? 0 : only; run < (only === -1 ? runs : only + 1); run += 1) {
  const source = random(seed * 1_000_003 + run);
  const sample = source.pick(sources);
  let bytes = sample.bytes;
  const names: string[] = [];
  for (let times = source.pick([1, 1, 1, 2, 3]); times > 0; times -= 1) {
    const mutation = source.pick(mutations);
    names.push(mutation.name);
    bytes = mutation.apply({ file: sample.file, bytes }, source.pick(sources), source);
  }
  const what = `${sample.file}: ${names.join(', ')}`;
  const started = performance.now();
  try {
    for await (const reading of readFile(sample.file, bytes, lexicon, { limits })) {
      const outcome = 'error' in reading ? reading.error.code : 'report';
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      if (outcome === 'internal' && 'error' in reading)
        failures.push(`run ${run} ${what}: ${reading.error.message.en}`);
    }
  } catch (error) {
    failures.push(`run ${run} ${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  const ms = performance.now() - started;
  if (ms > bound) failures.push(`run ${run} ${what}: ${ms.toFixed(0)} ms`);
  slowest = [...slowest, { run, what, ms }].sort((a, b) => b.ms - a.ms).slice(0, 5);
  if ((run + 1) % Math.max(1, Math.floor(runs / 10)) === 0) {
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    process.stdout.write(
      `${run + 1} runs: ${megabytes(rss)} MB resident, ${megabytes(heapUsed)} MB heap, ${failures.length} failed\n`,
    );
  }
}

for (const [outcome, count] of [...counts].sort((a, b) => b[1] - a[1])) process.stdout.write(`${outcome}: ${count}\n`);
for (const { run, what, ms } of slowest) process.stdout.write(`slowest: ${ms.toFixed(0)} ms, run ${run}, ${what}\n`);
for (const failure of failures) process.stdout.write(`FAILED ${failure}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;
