/** What is declined, asked back or understood only after an earlier turn; and that nothing a person types can throw. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Turn } from '../../src/question/context.ts';
import { explainReading } from '../../src/question/explain.ts';
import { Plan } from '../../src/question/plan.ts';
import { readQuestion } from '../../src/question/read.ts';
import type { Reading } from '../../src/question/reading.ts';
import { standing } from '../../src/question/thread/turn.ts';
import { five, lexicon, wide } from './catalogs.ts';

const load = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../corpus/${name}.json`, import.meta.url), 'utf8')) as T;
const today = '2026-11-22';
const catalogs = { five, wide };
const read = (question: string, catalog: 'five' | 'wide' = 'five', turns: readonly Turn[] = []) =>
  readQuestion(question, { catalog: catalogs[catalog], today, turns }, lexicon);

/** Says which words were not understood. */
const unread = /没有看懂|was not understood/;

describe('negatives', () => {
  for (const { code, questions } of load<{ code: string; questions: string[] }[]>('negatives'))
    it(code, () => {
      const wrong = questions.flatMap((question) => {
        const { status, reason, plan, prompt } = read(question);
        // What was not understood may be asked back without it: nothing is answered.
        const back = code === 'notUnderstood' && status === 'clarify' && prompt !== null && unread.test(prompt);
        // What no form holds is no-data, with the reason.
        const none = code === 'notCounted' && status === 'unheld' && reason?.code === code;
        return none || back || (status === 'declined' && (reason?.code === code || code === 'notUnderstood'))
          ? []
          : [`${question}: ${status} ${reason?.code ?? plan?.operation}`];
      });
      expect(wrong).toEqual([]);
    });
});

describe('what no form counts is offered without it', () => {
  it.each([
    ['how many requests from foreigners did Ankang receive in 2020', 'how many requests did Ankang receive in 2020'],
    ['how many applications were filed by women in 2020', 'how many applications were filed in 2020'],
    ['2020年外国人申请几件', '2020年申请几件'],
  ])('%s', (question, rest) => {
    const { status, choices } = read(question);
    expect(status).toBe('unheld');
    expect(choices.map((each) => each.question)).toEqual([rest]);
  });
});

describe('what is not supported yet gets no figure', () => {
  const { unsupported } = load<{ unsupported: { id: string; questions: string[] }[] }>('unsupported');
  const page = readFileSync(new URL('../../docs/unsupported.md', import.meta.url), 'utf8');
  for (const { id, questions } of unsupported)
    it(id, () => {
      for (const question of questions) {
        expect(read(question).status, question).not.toBe('plan');
        expect(page).toContain(question);
      }
    });
});

describe('ambiguous questions are asked back', () => {
  for (const { catalog, choices, questions } of load<
    { catalog: 'five' | 'wide'; choices: number; questions: string[] }[]
  >('ambiguous'))
    for (const question of questions)
      it(question, () => {
        const reading = read(question, catalog);
        expect(reading.status).toBe('clarify');
        expect(reading.choices.length).toBeGreaterThanOrEqual(choices);
        // Each choice is a complete question: it is read as a plan about one agency.
        for (const choice of reading.choices) {
          const plan = read(choice.question, catalog).plan;
          expect(plan?.scope.agencies, choice.question).toHaveLength(1);
        }
      });
});

describe('conversations', () => {
  /** What is expected of the plan, or how the question is not answered; and what its answer would leave in memory. */
  type Said = [question: string, expected: Record<string, unknown> | Reading['status'], memory?: Partial<Turn>];
  for (const { catalog, turns } of load<{ catalog: 'five' | 'wide'; turns: Said[] }[]>('conversations'))
    it(
      turns
        .map(([question]) => question)
        .join(' · ')
        .slice(0, 80),
      () => {
        const past: Turn[] = [];
        for (const [question, expected, memory] of turns) {
          const reading = read(question, catalog, standing(past));
          if (typeof expected === 'string') {
            expect(reading.status, question).toBe(expected);
            continue;
          }
          expect(reading.plan, question).toMatchObject(expected);
          const back = reading.back ?? 0;
          past.push({ question, plan: reading.plan!, reports: [], back, at: '2026-11-22T00:00:00+08:00', ...memory });
        }
      },
    );
});

describe('any question', () => {
  const words = [
    '盐池',
    'Yanchi',
    '科技局',
    'science bureau',
    '2020年',
    '2023',
    '收到',
    '申请',
    'applications',
    'how many',
    '多少',
    '哪些单位',
    'which agencies',
    '不',
    '没有',
    '超过',
    '3',
    'more than',
    '和',
    'and',
    '最多',
    'top',
    '率',
    '问题',
    'problems',
    '?',
    '“',
    "'",
    '呢',
    '<!channel>',
    '*',
    '\u0000',
    '𠀀',
    '(',
    '的',
  ];
  const mutated = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 })), { maxLength: 14 })
    .map((parts) => parts.join(''));
  it('is read without throwing, the same each time, as a valid plan, a question back or a reason', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, fc.string({ unit: 'binary', maxLength: 80 })), (question) => {
        const reading = read(question, 'wide');
        expect(read(question, 'wide')).toEqual(reading);
        // What the forms do not hold is a reason, and may come with the question without it.
        const asked = reading.choices.length > 0 && reading.status !== 'unheld';
        expect([reading.plan !== null, asked, reading.reason !== null].filter(Boolean)).toHaveLength(1);
        if (reading.plan) expect(Plan.safeParse(reading.plan).success).toBe(true);
        for (const span of reading.spans) expect(reading.question.slice(span.start, span.end)).toBe(span.text);
        expect(typeof explainReading(reading)).toBe('string');
      }),
      { numRuns: 400 },
    );
  });
  it('stays bounded for a question of ten thousand characters', () => {
    for (const long of [
      '申请'.repeat(5000),
      'applications '.repeat(800),
      '没有'.repeat(5000),
      '1,'.repeat(5000),
      '('.repeat(10000),
      '前名里'.repeat(3000),
    ]) {
      expect(() => read(long)).not.toThrow();
    }
  });
});

describe('names as people write them', () => {
  it.each([
    'Yanchee science bureau 2023 no. of applications received',
    'yanchi keji ju 2023 how many requests received',
    'Yanchi xian kejiju requests received 2023',
    'Yanchi S and T bureau 2023 reqs received',
    '盐池县科技局2023年收着几件申请哈',
  ])('%s', (question) => {
    const { plan } = read(question);
    expect(plan?.scope.agencies).toEqual(['盐池县科学技术局']);
    expect(plan?.measures).toEqual([{ measure: 'applications.received', applicant: 'total' }]);
  });
});

describe('what was offered', () => {
  const { question, plan, choices } = { ...read('科技局2023年收到几件申请'), plan: read('盐池县科技局地址').plan! };
  const scope = { ...plan.scope, agencies: [] };
  const turn: Turn = {
    question,
    plan: { ...plan, scope },
    reports: [],
    asked: true,
    choices,
    at: '2026-11-22T00:00:00+08:00',
  };

  it.each(['盐池那个', '我说的是盐池的', 'the Yanchi one', '盐池县科学技术局'])('%s chooses', (answer) => {
    expect(read(answer, 'five', [turn]).plan?.scope.agencies).toEqual(['盐池县科学技术局']);
  });

  it('is asked back of nothing at all', () => {
    for (const each of ['一共有多少件？', 'And how many were there?']) expect(read(each).status).toBe('clarify');
  });
});
