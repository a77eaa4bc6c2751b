#!/usr/bin/env node
// The installed command: TypeScript is run as it is, through tsx.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../src/main.ts');
process.exitCode = await main(process.argv.slice(2));
