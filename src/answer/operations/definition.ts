/** definition: what a word means, and when a deadline is, with the article that says so. */
import type { Answer } from '../answer.ts';
import { answer, type Desk, nothingFound } from '../desk.ts';
import { reason } from '../reasons.ts';

export async function definition(desk: Desk): Promise<Answer> {
  const { term, topic } = desk.plan;
  const entry = desk.lexicon.definitions.find(
    (each) => each.id === term || each.zhNames.includes(topic ?? '') || each.enNames.includes(topic ?? ''),
  );
  if (entry === undefined) {
    const words = topic ?? term ?? '';
    return nothingFound(
      desk,
      reason('noDefinition', `词表里没有“${words}”的解释。`, `The glossary does not explain “${words}”.`),
    );
  }
  return answer(desk, 'answered', {
    subject: { zh: entry.zh, en: entry.en },
    rows: [
      {
        agency: null,
        year: null,
        report: null,
        value: null,
        label: desk.plan.language === 'zh' ? entry.zh : entry.en,
        source: entry.source,
      },
    ],
    body: {
      zh: `${entry.zh}：${entry.text.zh}\n依据：${entry.source}`,
      en: `${entry.en} (${entry.zh}): ${entry.text.en}\nSource: ${entry.source}`,
    },
  });
}
