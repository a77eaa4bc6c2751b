/** A worker thread of the pool: reads one file after the other. The segmenter's dictionary is never loaded here. */
import { parentPort } from 'node:worker_threads';
import { loadLexicon } from '../lexicon/load.ts';
import type { Reply, Task } from './pool.ts';
import { readFile } from './reading.ts';

const none = new Uint8Array();

const say = (reply: Reply) => parentPort?.postMessage(reply);

async function read({ file, bytes, options }: Task): Promise<void> {
  for await (const reading of readFile(file, bytes, loadLexicon(), options)) {
    const own = 'error' in reading || reading.file !== file;
    say({ kind: 'reading', reading: own ? reading : { ...reading, bytes: none } });
  }
  say({ kind: 'done' });
}

loadLexicon();
let before: Promise<void> = Promise.resolve();
parentPort?.on('message', (task: Task) => {
  before = before.then(() => read(task));
});
say({ kind: 'ready' });
