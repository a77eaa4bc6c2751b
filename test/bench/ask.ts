/** Questions over a whole library: reading alone, one cell, and operations over everything. */
import { catalogOf } from '../../src/answer/catalog.ts';
import { createAsk } from '../../src/ask.ts';
import { LATER, QUESTIONS } from '../../src/chat/slack/warm.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { readQuestion } from '../../src/question/read.ts';
import { madeReport } from '../helpers/made-reports.ts';
import { random } from '../helpers/random.ts';
import { percentile, print, timed } from './figures.ts';
import { madeLibrary } from './ingest.ts';

const WHOLE = [
  '2022年哪些单位收到申请超过100件',
  '2023年全部单位收到申请总数是多少',
  '2021年申请量前三的单位',
  'average number of applications in 2020',
  'which agencies received no applications in 2022',
];
/** Figures of the text, full text and findings over everything: each reads what it needs once a version. */
const TEXTS = ['哪个单位的公众号发布信息最多', '哪些报告提到政府开放日', '哪些报告有错误', 'which reports have errors'];
const ROUNDS = 200;
const MUTATED = 5_000;

/** Pieces that questions are made of, and characters that they are spoilt with. */
const PIECES = [
  '2022年',
  '收到',
  '申请',
  '多少',
  '哪些单位',
  '最多',
  '前三',
  '不予公开',
  '率',
  '占',
  '除了',
  '或者',
  '科技局',
  '报告',
  '提到',
  '问题',
  '更正前',
  'how many',
  'applications',
  'which agencies',
  'in 2021',
  'more than 5',
  'refused',
  'other than',
  'share of',
  'top 3',
  'the',
  '…',
  '<',
  '"',
  '\u0000',
  '𠀀',
  '(',
  '1,000,000',
  '%',
];

/** The same questions for the same seed: whole ones with characters taken out, doubled or swapped, and random strings of pieces. */
function mutated(seed: number): string {
  const { next, pick } = random(seed);
  if (next() < 0.5)
    return Array.from({ length: 1 + Math.floor(next() * 14) }, () => pick(PIECES)).join(next() < 0.5 ? '' : ' ');
  const characters = [...pick(WHOLE)];
  for (let i = 0; i < 3; i++) {
    const at = Math.floor(next() * characters.length);
    if (next() < 0.4) characters.splice(at, 1);
    else if (next() < 0.5) characters.splice(at, 0, pick(PIECES));
    else characters[at] = characters[Math.floor(next() * characters.length)] ?? '';
  }
  return characters.join('');
}

export async function benchAsk(count: number): Promise<void> {
  const { store, drop } = await madeLibrary(count);
  const lexicon = loadLexicon();
  const ask = createAsk({
    store,
    lexicon,
    today: () => '2026-01-01',
    now: () => '2026-01-01T00:00:00+08:00',
  });
  // As the bot does before it says that it is ready.
  const warming = await timed(async () => {
    for (const question of QUESTIONS) await ask({ question });
  });
  const later = await timed(async () => {
    for (const question of LATER) await ask({ question });
  });
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
  const texts: number[] = [];
  for (const question of TEXTS) await ask({ question });
  for (let round = 0; round < ROUNDS / 10; round++) {
    const { result } = await ask({ question: TEXTS[round % TEXTS.length] as string });
    texts.push(result.ms);
  }
  const context = { catalog: await catalogOf(store), turns: [], today: '2026-01-01' };
  const readings: number[] = [];
  for (let round = 0; round < ROUNDS * 5; round++) {
    const made = madeReport((round * 37) % count);
    const question =
      round % 2 === 0 ? `${made.agency}${made.year}年收到几件申请？` : (WHOLE[round % WHOLE.length] as string);
    const started = performance.now();
    readQuestion(question, context, lexicon);
    readings.push(performance.now() - started);
  }
  const spoilt: number[] = [];
  let failed = 0;
  for (let seed = 1; seed <= MUTATED; seed++) {
    const question = mutated(seed);
    const { result } = await ask({ question });
    spoilt.push(result.ms);
    if (result.status === 'failed' && question.trim() !== '') failed += 1;
  }
  print('warming up', warming.ms, 'ms', 'before the first question');
  print('warming up, later', later.ms, 'ms', 'while others are answered');
  print('lookup p50', percentile(lookups, 50), 'ms', 'target under 5');
  print('lookup p99', percentile(lookups, 99), 'ms');
  print('wrong lookups', wrong, '', 'must be 0');
  print('whole library p50', percentile(whole, 50), 'ms');
  print('whole library p99', percentile(whole, 99), 'ms', 'target under 30');
  print('text and findings over everything p50', percentile(texts, 50), 'ms', 'after the first of each');
  print('reading a question p50', percentile(readings, 50), 'ms');
  print('reading a question p99', percentile(readings, 99), 'ms', 'target under 2');
  print('random and mutated p50', percentile(spoilt, 50), 'ms');
  print('random and mutated p99.9', percentile(spoilt, 99.9), 'ms', 'target under 50');
  print('failed', failed, '', 'must be 0');
  await drop();
}
