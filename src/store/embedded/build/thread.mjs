// What a worker thread of a build starts with.
import { run } from '../../../compiled.mjs';

// No stack of this thread is shown: maps of sources would take a tenth of its start.
process.setSourceMapsEnabled(false);
await run('src/store/embedded/build/thread.ts');
