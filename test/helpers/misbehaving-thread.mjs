// A thread of the pool that does what the file's name says.
import { parentPort } from 'node:worker_threads';

const error = { code: 'report.none', message: { zh: '', en: '' } };
parentPort.on('message', ({ file }) => {
  if (file.includes('hang')) for (;;);
  if (file.includes('die')) process.exit(3);
  if (file.includes('throw')) throw new Error('thrown');
  parentPort.postMessage({ kind: 'reading', reading: { file, id: null, error } });
  parentPort.postMessage({ kind: 'done' });
});
parentPort.postMessage({ kind: 'ready' });
