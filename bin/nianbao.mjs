#!/usr/bin/env node
// The installed command.
import { run } from '../src/compiled.mjs';

// Whoever reads the output may have had enough (`nianbao reports | head`): that is an end, no error.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
const { main } = await run('src/main.ts');
process.exitCode = await main(process.argv.slice(2));
