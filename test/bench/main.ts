/** `npm run bench -- [name …] [--reports N]`: each benchmark prints figures, and ratios to alternatives of the same run. */
import { benchAsk } from './ask.ts';
import { benchAudit } from './audit.ts';
import { benchIngest } from './ingest.ts';
import { benchParse } from './parse.ts';
import { benchSearch } from './search.ts';
import { benchSlack } from './slack.ts';

const benches: Record<string, (reports: number) => Promise<void>> = {
  parse: benchParse,
  ingest: benchIngest,
  audit: benchAudit,
  search: benchSearch,
  ask: benchAsk,
  slack: benchSlack,
};

const args = process.argv.slice(2);
const at = args.indexOf('--reports');
const reports = at >= 0 ? Number(args[at + 1]) : args.includes('--large') ? 50_000 : 1_000;
const names = args.filter((arg) => arg in benches);
for (const name of names.length > 0 ? names : Object.keys(benches)) {
  process.stdout.write(`\n${name}, ${reports} made-up reports, Node ${process.versions.node}\n`);
  await benches[name]?.(reports);
}
