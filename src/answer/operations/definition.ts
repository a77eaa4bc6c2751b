/** definition: what a word means, when a deadline is, with the article that says so; and whether figures may be compared. */
import type { Bilingual } from '../../report/report.ts';
import type { Answer } from '../answer.ts';
import { deadlineOf } from '../deadline.ts';
import { answer, type Desk, nothingFound } from '../desk.ts';
import { reason } from '../reasons.ts';
import { comparable } from './comparable.ts';

export async function definition(desk: Desk): Promise<Answer> {
  const { term, terms, topic } = desk.plan;
  if (desk.plan.comparable !== null) return comparable(desk, desk.plan.comparable.tables);
  const found = (terms ?? [term]).flatMap((id) => {
    const entry = desk.lexicon.definitions.find(
      (each) => each.id === id || each.zhNames.includes(topic ?? '') || each.enNames.includes(topic ?? ''),
    );
    return entry === undefined ? [] : [entry];
  });
  if (found.length === 0) {
    const words = topic ?? term ?? '';
    return nothingFound(
      desk,
      reason('noDefinition', `词表里没有“${words}”的解释。`, `The glossary does not explain “${words}”.`),
    );
  }
  return answer(desk, 'answered', {
    subject: { zh: found.map(({ zh }) => zh).join('、'), en: found.map(({ en }) => en).join('; ') },
    rows: found.map((entry) => ({
      agency: null,
      year: null,
      report: null,
      value: null,
      label: desk.plan.language === 'zh' ? entry.zh : entry.en,
      source: entry.source,
    })),
    body: {
      zh: found.map((entry) => `${entry.zh}：${due(desk).zh}${entry.text.zh}\n依据：${entry.source}`).join('\n'),
      en: found
        .map((entry) => `${entry.en} (${entry.zh}): ${due(desk).en}${entry.text.en}\nSource: ${entry.source}`)
        .join('\n'),
    },
  });
}

/** Of more years than this the rule alone is told. */
const FEW = 6;

/** Until when the reports on the years that are named were due. */
function due({ plan }: Desk): Bilingual {
  const years = plan.term === 'deadline' && plan.scope.years.length <= FEW ? plan.scope.years : [];
  const dates = years.flatMap((year) => {
    const [department, government] = [deadlineOf({ year, kind: null }), deadlineOf({ year, kind: 'government' })];
    return department === null || government === null ? [] : [{ year, department, government }];
  });
  return {
    zh: dates
      .map(({ year, department, government }) => `${year}年度的报告，部门 ${department} 前，政府 ${government} 前。`)
      .join(''),
    en: dates
      .map(
        ({ year, department, government }) =>
          `Reports on ${year}: departments by ${department}, governments by ${government}. `,
      )
      .join(''),
  };
}
