#!/usr/bin/env -S node --max-semi-space-size=64
// The installed command. The option is one of docs/decisions/0002; package.json and the Dockerfile start it with the same.
import { run } from '../src/compiled.mjs';

// Whoever reads the output may have had enough (`nianbao reports | head`): that is an end, no error.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
const { main } = await run('src/main.ts');
process.exitCode = await main(process.argv.slice(2));
