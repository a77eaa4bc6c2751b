/** help: what can be asked, with examples that work on this library; greetings, thanks, and a fresh start. */
import type { Answer } from '../answer.ts';
import { answer, type Desk } from '../desk.ts';
import { examplesFor } from '../examples.ts';

const LINES = {
  greeting: {
    zh: '你好！我回答政府信息公开工作年度报告里的问题，每个数字都附出处。',
    en: 'Hello! I answer questions about annual reports on open government information, every figure with its source.',
  },
  thanks: { zh: '不客气。还有问题请随时问。', en: 'You are welcome. Ask again any time.' },
  reset: {
    zh: '好的，我们重新开始：前面的提问不再影响后面的回答。',
    en: 'Fine, we start over: earlier questions no longer bear on the next answers.',
  },
  capabilities: {
    zh: '我回答政府信息公开工作年度报告里的问题，每个数字都附出处（文件、行号和原文）。可以问：\n• 某一格的数字，按申请人或办理结果\n• 名单、个数、合计、平均、排名、比率\n• 机关之间、年份之间的比较和变化\n• 某一部分的原文，或全文检索\n• 数字前后是否一致、缺什么、是否按时\n• 联系方式、发布日期、名词和期限\n• 导出：在问题里说“导出”，例如“导出2020年的数据”，得到 CSV 或 Excel\n空白不当作 0；没有的数字不会编造。',
    en: 'I answer questions about annual reports on open government information (政府信息公开工作年度报告), every figure with its source (file, line and wording). You can ask for:\n• one figure, by applicant or by outcome\n• lists, counts, sums, averages, ranks, rates\n• comparisons of agencies and years, and changes\n• the text of a section, or a full-text search\n• contradictions, gaps, lateness\n• contacts, dates, definitions and deadlines\n• exports: say “export”, as in “export the figures of 2020 as Excel”, for CSV or Excel\nBlank is never read as 0, and no figure is made up.',
  },
} as const;

export async function help(desk: Desk): Promise<Answer> {
  const kind = desk.plan.help ?? 'capabilities';
  return answer(desk, 'answered', {
    body: LINES[kind],
    suggestions: kind === 'thanks' || kind === 'reset' ? [] : examplesFor(desk),
  });
}
