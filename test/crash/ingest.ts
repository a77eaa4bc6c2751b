/** An ingestion is killed at random moments and started again until it ends: the library is as if it had never been interrupted. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { madeReports } from '../helpers/made-reports.ts';
import { random } from '../helpers/random.ts';
import { finish, killAt, start } from './program.ts';
import { stateOf } from './state.ts';

/** Gives for each run what went wrong (nothing: an empty text), after how many milliseconds it was killed. */
export async function* crashIngest(
  folder: string,
  { seed, runs, reports: count }: { seed: number; runs: number; reports: number },
): AsyncGenerator<{ wrong: string; told: string }> {
  const reports = join(folder, 'reports');
  await mkdir(reports);
  const made = [...madeReports(count, seed)];
  for (const { file, text } of made) await writeFile(join(reports, file), text);
  const ingest = (data: string) => start(['ingest', '--quiet', '--json', '--data', data, reports]);
  const whole = join(folder, 'whole');
  const started = performance.now();
  await finish(ingest(whole));
  const took = performance.now() - started;
  const expected = await stateOf(whole, made);
  process.stdout.write(`${count} reports, uninterrupted in ${Math.round(took)} ms: ${JSON.stringify(expected)}\n`);
  const source = random(seed);
  for (let run = 0; run < runs; run++) {
    const data = join(folder, `run-${run}`);
    const moments = Array.from({ length: source.whole(1, 3) }, () => Math.round(source.next() * took));
    for (const moment of moments) await killAt(ingest(data), () => setTimeout(moment));
    await finish(ingest(data));
    const state = await stateOf(data, made);
    await rm(data, { recursive: true });
    const differing = Object.keys(expected).filter((name) => state[name] !== expected[name]);
    const wrong = differing.map((name) => `${name}: ${state[name]} instead of ${expected[name]}`).join('; ');
    yield { wrong, told: `killed after ${moments.join(', ')} ms` };
  }
}
