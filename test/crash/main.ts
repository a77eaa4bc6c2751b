/**
 * `npm run crash -- [ingest|digest|days] [--seed N] [--runs N] [--reports N]`: the program is killed (SIGKILL) at random moments of an
 * ingestion, and of digests, and started again, or (days) digests are simulated with a clock of their own; afterwards nothing is lost
 * and nothing is double. Exit status 1 where it is not so.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulatedDays } from './days.ts';
import { crashDigest } from './digest.ts';
import { crashIngest } from './ingest.ts';

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

const options = { seed: option('seed', 1), runs: option('runs', 10), reports: option('reports', 300) };
const kinds = { ingest: crashIngest, digest: crashDigest, days: simulatedDays };
const chosen = Object.entries(kinds).filter(([name]) => process.argv.includes(name));
let failed = 0;
let passed = 0;
for (const [name, crash] of chosen.length > 0 ? chosen : Object.entries(kinds)) {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-crash-'));
  const started = performance.now();
  let run = 0;
  for await (const { wrong, told } of crash(folder, options)) {
    run += 1;
    if (wrong === '') passed += 1;
    else failed += 1;
    const seconds = Math.round((performance.now() - started) / 1000);
    process.stdout.write(
      `${name} ${run}/${options.runs} (${seconds} s), ${told}: ${wrong === '' ? 'as it should be' : wrong}\n`,
    );
  }
  await rm(folder, { recursive: true });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
