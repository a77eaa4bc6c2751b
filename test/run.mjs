// `node test/run.mjs NAME …`: a program of this folder, run as the program itself is.
import { run } from '../src/compiled.mjs';

const [name] = process.argv.splice(2, 1);
await run(`test/${name}/main.ts`);
