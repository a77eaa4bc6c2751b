/** A worker thread of the pool: reads one file after the other. Of the lexicon it loads the names alone. */
import { parentPort } from 'node:worker_threads';
import { loadNames } from '../lexicon/names.ts';
import type { Reply, Task } from './pool.ts';
import { readFile } from './reading.ts';

const names = loadNames();
const none = new Uint8Array();

const say = (reply: Reply) => parentPort?.postMessage(reply);

async function read({ file, bytes, options }: Task): Promise<void> {
  for await (const reading of readFile(file, bytes, names, options)) {
    const own = 'error' in reading || reading.file !== file;
    say({ kind: 'reading', reading: own ? reading : { ...reading, bytes: none } });
  }
  say({ kind: 'done' });
}

let before: Promise<void> = Promise.resolve();
parentPort?.on('message', (task: Task) => {
  before = before.then(() => read(task));
});
say({ kind: 'ready' });
