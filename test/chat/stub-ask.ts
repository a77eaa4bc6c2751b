/** An `Ask` that answers without a library: what it says shows what it was asked. */
import type { Asked, AskInput } from '../../src/ask.ts';
import type { Message } from '../../src/message/message.ts';
import { Plan } from '../../src/question/plan.ts';

export interface StubAsk {
  (input: AskInput): Promise<Asked>;
  readonly asked: AskInput[];
}

/** Questions with "ambiguous" are asked back, with "weather" declined, with "slow" take a while, with "long" run long. */
export function stubAsk(): StubAsk {
  const asked: AskInput[] = [];
  const ask = async (input: AskInput): Promise<Asked> => {
    asked.push(input);
    const { question } = input;
    const language = input.language ?? (/\p{Script=Han}/u.test(question) ? 'zh' : 'en');
    if (question.includes('slow')) await new Promise((resolve) => setTimeout(resolve, 300));
    if (question.includes('explode')) throw new Error('boom');
    const status = question.includes('ambiguous') ? 'clarify' : question.includes('weather') ? 'declined' : 'answered';
    const choices =
      status === 'clarify' ? [1, 2].map((n) => ({ label: `choice ${n}`, question: `chosen question ${n}` })) : [];
    const text = question.includes('long')
      ? Array.from({ length: 400 }, (_, i) => `line ${i} of a long answer`).join('\n')
      : `answer to: ${question}`;
    const parts: Message['parts'] = [
      { kind: 'text', text },
      ...(choices.length > 0 ? [{ kind: 'choices' as const, prompt: 'which?', choices }] : []),
    ];
    const cited = question.includes('cited');
    const citation = {
      report: 'r1',
      agency: '盐池县科学技术局',
      year: 2023,
      file: 'a.txt',
      section: 3,
      table: 3,
      row: '一',
      column: '总计',
      line: 3,
      page: null,
      quote: '=1+1\t<!channel>',
    };
    const result: Asked['result'] = {
      id: null,
      question,
      language,
      status,
      kind: null,
      interpretation: '',
      plan: cited ? Plan.parse({ language, operation: 'lookup' }) : null,
      value: null,
      unit: null,
      rows: cited ? [{ agency: '=cmd()', year: 2023, report: 'r1', value: 7 }] : [],
      text,
      citations: cited ? [citation] : [],
      warnings: [],
      choices,
      reason: null,
      error: null,
      ms: 1,
    };
    return { result, message: { language, parts } };
  };
  return Object.assign(ask, { asked });
}
