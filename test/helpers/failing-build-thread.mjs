// A thread of a build that fails as its address says: before it has begun, without a word, or with its first page.
import { parentPort } from 'node:worker_threads';

const how = new URL(import.meta.url).searchParams.get('how');
if (how === 'starts not') throw new Error(how);
parentPort.on('message', (told) => {
  if (how === 'begins not') return;
  if ('words' in told) parentPort.postMessage('ready');
  else if (how === 'ends') process.exit(3);
  else if (how === 'throws') throw new Error(how);
});
