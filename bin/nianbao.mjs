#!/usr/bin/env node
// The installed command: TypeScript is run as it is, through tsx.
import { register } from 'tsx/esm/api';

// Whoever reads the output may have had enough (`nianbao reports | head`): that is an end, no error.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
register();
const { main } = await import('../src/main.ts');
process.exitCode = await main(process.argv.slice(2));
