/** An `Ask` that answers without a library: what it says shows what it was asked. */
import type { Asked, AskInput } from '../../src/ask.ts';
import type { Message } from '../../src/message/message.ts';
import { Plan } from '../../src/question/plan.ts';

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
const warned = { ...citation, table: null, row: null, column: null, line: 5, quote: 'warned line' };
const sources: Message['parts'][number] = { kind: 'sources', title: 'sources', citations: [citation, warned] };

const chart: Message['parts'][number] = {
  kind: 'chart',
  shape: 'bar',
  title: 'a rank',
  unit: '件',
  series: [{ name: '', points: [1, 2].map((value) => ({ label: `agency ${value}`, value })) }],
};

export interface StubAsk {
  (input: AskInput): Promise<Asked>;
  readonly asked: AskInput[];
}

/** Questions with "ambiguous" are asked back, with "weather" declined, with "slow" take a while, with "long" run long, with
 *  "plenty" list 45 rows, with "cited" cite, with "warned" cite a warning, with "thanks" are thanks, with "chart" draw. */
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
    const many = question.includes('plenty') ? 45 : 0;
    const { from, size } = input.window ?? { from: 0, size: 20 };
    const shown = Array.from(
      { length: many },
      (_, index) => `row ${index + 1} ${'…'.repeat(question.includes('wide') ? 300 : 1)}`,
    ).slice(from, from + size);
    const parts: Message['parts'] = [
      { kind: 'text', text },
      ...(many > 0 ? [{ kind: 'list' as const, items: shown, more: null, of: many }] : []),
      ...(question.includes('chart') ? [chart] : []),
      ...(question.includes('warned') ? [sources] : []),
      ...(choices.length > 0 ? [{ kind: 'choices' as const, prompt: 'which?', choices }] : []),
    ];
    const cited = question.includes('cited') || many > 0;
    const result: Asked['result'] = {
      id: null,
      question,
      language,
      status,
      kind: null,
      interpretation: '',
      plan: question.includes('thanks')
        ? Plan.parse({ language, operation: 'help', help: 'thanks' })
        : cited
          ? Plan.parse({ language, operation: 'lookup' })
          : null,
      value: null,
      unit: null,
      rows: cited
        ? Array.from({ length: many || 1 }, () => ({ agency: '=cmd()', year: 2023, report: 'r1', value: 7 }))
        : [],
      text,
      citations: cited ? [citation] : [],
      warnings: [],
      choices,
      reason: null,
      error: null,
      ms: 1,
    };
    return { result, message: { language, parts }, ...(status === 'declined' ? { declined: 'offTopic' } : {}) };
  };
  return Object.assign(ask, { asked });
}
