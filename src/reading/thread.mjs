// What a worker thread starts with: TypeScript is run as it is, through tsx.
import { register } from 'tsx/esm/api';

register();
// No stack of this thread is shown: the maps of the sources, parsed module by module, would take a tenth of its start.
process.setSourceMapsEnabled(false);
await import('./thread.ts');
