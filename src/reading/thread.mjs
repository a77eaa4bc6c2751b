// What a worker thread starts with: TypeScript is run as it is, through tsx.
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
