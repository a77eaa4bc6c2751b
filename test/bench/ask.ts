/** Questions over a whole library: reading alone, one cell, and operations over everything. */
import { createAsk } from '../../src/ask.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { madeReport } from '../helpers/made-reports.ts';
import { percentile, print } from './figures.ts';
import { madeLibrary } from './ingest.ts';

const WHOLE = [
  '2022年哪些单位收到申请超过100件',
  '2023年全部单位收到申请总数是多少',
  '2021年申请量前三的单位',
  'average number of applications in 2020',
  'which agencies received no applications in 2022',
];
const ROUNDS = 200;

export async function benchAsk(count: number): Promise<void> {
  const { store, drop } = await madeLibrary(count);
  const ask = createAsk({
    store,
    lexicon: loadLexicon(),
    today: () => '2026-01-01',
    now: () => '2026-01-01T00:00:00+08:00',
  });
  await ask({ question: '帮助' });
  const lookups: number[] = [];
  let wrong = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const made = madeReport((round * 37) % count);
    const { result } = await ask({ question: `${made.agency}${made.year}年收到几件申请？` });
    lookups.push(result.ms);
    if (result.status === 'answered' && result.value !== made.totals['applications.received']) wrong += 1;
  }
  const whole: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { result } = await ask({ question: WHOLE[round % WHOLE.length] as string });
    whole.push(result.ms);
  }
  print('lookup p50', percentile(lookups, 50), 'ms', 'target under 5');
  print('lookup p99', percentile(lookups, 99), 'ms');
  print('wrong lookups', wrong, '', 'must be 0');
  print('whole library p50', percentile(whole, 50), 'ms');
  print('whole library p99', percentile(whole, 99), 'ms', 'target under 30');
  await drop();
}
