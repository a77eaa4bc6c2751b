/**
 * `npm run crash -- [--seed N] [--runs N] [--reports N]`: an ingestion is killed at random moments and started again until it ends;
 * then the library must be the same as one that was never interrupted. Exit status 1 where it is not.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { openStore } from '../../src/store/embedded/open.ts';
import { type MadeReport, madeReports } from '../helpers/made-reports.ts';
import { random } from '../helpers/random.ts';

const program = resolve(import.meta.dirname, '../../bin/nianbao.mjs');

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

const seed = option('seed', 1);
const runs = option('runs', 10);
const count = option('reports', 300);

/** Everything of a library that must not depend on how it came about. */
async function stateOf(data: string, made: readonly MadeReport[]): Promise<Record<string, string>> {
  const store = await openStore({ path: join(data, 'library.db'), lexicon: loadLexicon() });
  try {
    const state: Record<string, string> = {};
    const note = (name: string, value: unknown) => {
      const json = JSON.stringify(value);
      state[name] = `${createHash('sha256').update(json).digest('hex').slice(0, 12)} (${json.length})`;
    };
    state.check = (await store.check()) ?? 'sound';
    state.due = String(await store.unaudited());
    const heads = await store.heads({ versions: 'all' });
    state.reports = String(heads.length);
    note(
      'heads',
      heads.map(({ ingestedAt: _, ...head }) => head),
    );
    note('facts', byReport(await store.facts({ versions: 'all' })));
    note('statements', byReport(await store.statements({ versions: 'all' })));
    note('across', (await store.findingsAcross()).map(({ report, id }) => `${report} ${id}`).sort());
    const { passages, failures } = await store.status();
    Object.assign(state, { passages: String(passages), failures: String(failures) });
    let found = 0;
    for (const { known } of made.slice(0, 40)) {
      const { hits } = await store.search({ text: known.query, limit: 10 });
      if (hits.some((hit) => hit.text.includes(known.sentence))) found += 1;
    }
    state.found = String(found);
    return state;
  } finally {
    await store.close();
  }
}

/** Rows without the order in which their reports arrived. */
function byReport(rows: readonly { readonly report: string }[]): string[] {
  const hashes = new Map<string, ReturnType<typeof createHash>>();
  for (const row of rows) {
    const hash = hashes.get(row.report) ?? createHash('sha256');
    hash.update(JSON.stringify(row));
    hashes.set(row.report, hash);
  }
  return [...hashes].map(([report, hash]) => `${report} ${hash.digest('hex')}`).sort();
}

const ingest = (data: string, reports: string): ChildProcessByStdio<null, Readable, null> =>
  spawn(process.execPath, [program, 'ingest', '--quiet', '--json', '--data', data, reports], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

async function finish(data: string, reports: string): Promise<number> {
  const started = performance.now();
  const child = ingest(data, reports);
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`the ingestion ended with ${code}: ${printed.slice(-2000)}`);
  return performance.now() - started;
}

const folder = await mkdtemp(join(tmpdir(), 'nianbao-crash-'));
const reports = join(folder, 'reports');
await mkdir(reports);
const made = [...madeReports(count, seed)];
for (const { file, text } of made) await writeFile(join(reports, file), text);
const whole = join(folder, 'whole');
const took = await finish(whole, reports);
const expected = await stateOf(whole, made);
process.stdout.write(`${count} reports, uninterrupted in ${Math.round(took)} ms: ${JSON.stringify(expected)}\n`);
const source = random(seed);
let failed = 0;
for (let run = 0; run < runs; run++) {
  const data = join(folder, `run-${run}`);
  const moments: number[] = [];
  for (let kills = source.whole(1, 3); kills > 0; kills--) {
    const child = ingest(data, reports);
    child.stdout.resume();
    const ended = once(child, 'exit');
    moments.push(Math.round(source.next() * took));
    await Promise.race([setTimeout(moments.at(-1)), ended]);
    child.kill('SIGKILL');
    await ended;
  }
  await finish(data, reports);
  const state = await stateOf(data, made);
  const wrong = Object.keys(expected).filter((name) => state[name] !== expected[name]);
  if (wrong.length > 0) failed += 1;
  const words = wrong.map((name) => `${name}: ${state[name]} instead of ${expected[name]}`).join('; ');
  process.stdout.write(
    `run ${run}, killed after ${moments.join(', ')} ms: ${wrong.length === 0 ? 'the same' : words}\n`,
  );
  await rm(data, { recursive: true });
}
await rm(folder, { recursive: true });
process.stdout.write(`${runs - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
