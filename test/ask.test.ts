import { describe, expect, it } from 'vitest';
import { AskResult } from '../src/answer/answer.ts';
import { createAsk } from '../src/ask.ts';
import { Plan } from '../src/question/plan.ts';
import { lexicon, received, reports, yanchi } from './answer/small-library.ts';
import { fakeStore } from './helpers/fake-store.ts';

const now = '2026-11-22T09:00:00+08:00';

function asking(at = () => now) {
  const store = fakeStore(
    lexicon,
    reports.map((report) => ({ report })),
  );
  return { store, ask: createAsk({ store, lexicon, now: at, today: () => '2026-11-22' }) };
}

describe('ask', () => {
  it('answers in the shape of the contract, with the finding that concerns the figure', async () => {
    const { ask } = asking();
    const { result, message } = await ask({ id: 'q1', question: '盐池县科技局2023年收到几件申请' });
    expect(AskResult.parse(result)).toMatchObject({
      id: 'q1',
      language: 'zh',
      status: 'answered',
      kind: 'lookup',
      value: 1,
    });
    expect(result.warnings.map((each) => each.code)).toContain('text.table3');
    expect(result.ms).toBeGreaterThanOrEqual(0);
    expect(message.parts[0]).toMatchObject({ kind: 'headline' });
  });

  it('answers in the language of the question, or in the one that is set', async () => {
    const { ask } = asking();
    const english = await ask({ question: 'which agencies received applications in 2020' });
    expect(english.result).toMatchObject({ language: 'en', status: 'answered', kind: 'list' });
    expect(english.result.rows.map((row) => row.agency)).not.toContain('安康市教育局');
    const chinese = await ask({ question: 'which agencies received applications in 2020', language: 'zh' });
    expect(chinese.result.language).toBe('zh');
  });

  it('answers a plan that is handed in', async () => {
    const { ask } = asking();
    const plan = Plan.parse({ language: 'en', operation: 'sum', measures: [received], scope: { years: [2020] } });
    const { result } = await ask({ question: '', plan });
    expect(result).toMatchObject({ status: 'answered', value: 8, language: 'en' });
  });

  it('fails with a code on nothing, on too much, and where the store breaks; the next question works', async () => {
    const { ask, store } = asking();
    expect((await ask({ question: '  ' })).result).toMatchObject({
      status: 'failed',
      error: { code: 'question.empty' },
    });
    expect((await ask({ question: '申'.repeat(10_000) })).result).toMatchObject({
      status: 'failed',
      error: { code: 'question.tooLong' },
    });
    const facts = store.facts;
    store.facts = async () => {
      throw new Error('disk');
    };
    const question = '盐池县科技局2023年收到几件申请';
    expect((await ask({ question })).result).toMatchObject({
      status: 'failed',
      value: null,
      error: { code: 'internal' },
    });
    store.facts = facts;
    expect((await ask({ question })).result.status).toBe('answered');
  });

  it('remembers a conversation, and forgets it after a day', async () => {
    let time = now;
    const { ask, store } = asking(() => time);
    await ask({ question: '盐池县科技局2023年收到几件申请', conversation: 'c1' });
    expect(await store.turns('c1', 10)).toHaveLength(1);
    const follow = await ask({ question: '其中自然人几件', conversation: 'c1' });
    expect(follow.result).toMatchObject({ status: 'answered', value: 1 });
    expect(follow.result.rows[0]).toMatchObject({ applicant: 'natural', agency: '盐池县科学技术局' });
    time = '2026-11-24T09:00:00+08:00';
    const later = await ask({ question: '其中自然人几件', conversation: 'c1' });
    expect(later.result.rows[0]?.agency).not.toBe(yanchi.agency);
  });

  it('passes hostile text on as text', async () => {
    const { ask } = asking();
    for (const question of [
      "'; DROP TABLE reports; --",
      '<!channel>',
      '\u{0}\u{202e}',
      '((((((((((((',
      '🦄'.repeat(500),
    ]) {
      const { result } = await ask({ question });
      expect(['declined', 'clarify', 'nothing-found', 'no-data', 'answered', 'failed']).toContain(result.status);
      expect(result.value).toBeNull();
      AskResult.parse(result);
    }
  });
});
