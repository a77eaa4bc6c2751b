/** A worker thread of the pool: reads one file after the other. Of the lexicon it loads the names alone. */
import { parentPort } from 'node:worker_threads';
import { loadNames } from '../lexicon/names.ts';
import type { Reply, Sent, Task } from './pool.ts';
import { type Reading, readFile, type Unread } from './reading.ts';

const names = loadNames();

const say = (reply: Reply) => parentPort?.postMessage(reply);

async function read({ file, bytes, options }: Task): Promise<void> {
  for await (const reading of readFile(file, bytes, names, options))
    say({ kind: 'reading', reading: sent(reading, file) });
  say({ kind: 'done' });
}

function sent(reading: Reading, file: string): Sent | Unread {
  if ('error' in reading) return reading;
  const { report, bytes, ...rest } = reading;
  return { ...rest, json: JSON.stringify(report), bytes: reading.file === file ? null : bytes };
}

let before: Promise<void> = Promise.resolve();
parentPort?.on('message', (task: Task) => {
  before = before.then(() => read(task));
});
say({ kind: 'ready' });
