// What a worker thread of a build starts with: TypeScript is run as it is, through tsx. Required, not imported: hooks for imports run
// in a thread of their own, which would take longer to start than all the rest.
const { register } = require('tsx/cjs/api');

register();
// No stack of this thread is shown: the maps of the sources would take a tenth of its start.
process.setSourceMapsEnabled(false);
require('./thread.ts');
