/** Resident memory of the product itself: commands in processes of their own, without this benchmark's corpora and peers. */
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { loadLexicon } from '../../src/lexicon/load.ts';
import type { Baseline } from './baseline.ts';
import { CLASSES, queries } from './queries.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Queries of each class that one process answers. */
const EACH = 20;

/** Of the library of `count` made-up reports in the folder. */
export async function benchMemory(folder: string, count: number, baseline: Baseline): Promise<void> {
  const asked = queries(count, EACH, loadLexicon());
  const batch = join(folder, 'queries.jsonl');
  const lines = CLASSES.flatMap((name) => asked[name]).map(({ text }, i) => JSON.stringify({ id: `${i}`, q: text }));
  await writeFile(batch, lines.join('\n'));
  const none = join(folder, 'none');
  await mkdir(none);
  const search = await most(['search', '--batch', batch, '--data', folder]);
  const empty = await most(['search', '--batch', batch, '--data', none]);
  const build = await most(['reindex', '--quiet', '--data', folder]);
  const target = 'dictionary included, target under 700';
  baseline.note('memory: searching', search, 'MB', `${lines.length} queries in one process, ${target}`);
  baseline.note('memory: searching, 1,000 reports', (search - empty) / (count / 1000), 'MB', 'each, beyond no report');
  baseline.note('memory: first build', build, 'MB', `with as many threads as it takes here, ${target}`);
}

/** Runs a command; gives the most megabytes of it that were in memory. */
function most(command: readonly string[]): Promise<number> {
  const preload = ['--import', join(import.meta.dirname, 'resident.mjs')];
  const child = spawn(process.execPath, [...process.execArgv, ...preload, 'bin/nianbao.mjs', ...command], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((done, failed) => {
    let megabytes: number | undefined;
    child.on('message', (message) => {
      megabytes = Number(message);
    });
    child.on('error', failed);
    child.on('close', (code) => {
      if (megabytes !== undefined && code === 0) done(megabytes);
      else failed(new Error(`nianbao ${command[0]} ended with ${code}`));
    });
  });
}
