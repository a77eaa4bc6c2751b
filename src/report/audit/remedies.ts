/** What to do about a finding: one sentence for each rule, or each family of rules. */
import type { Bilingual } from '../report.ts';

const remedies: Readonly<Record<string, Bilingual>> = {
  't3.row': {
    zh: '按原始台账重核表三各行，更正分项或总计。',
    en: 'Check the rows of table 3 against the register; correct the parts or the total.',
  },
  't3.outcomes': {
    zh: '重核各项办理结果与（七）总计，更正后重新公布表三。',
    en: 'Check the outcomes against row (7), and publish table 3 corrected.',
  },
  't3.balance': {
    zh: '按“一+二=三（七）+四”重核新收、上年结转、办理和结转下年的件数。',
    en: 'Check received, carried over, handled and carried forward: 1 + 2 = 3(7) + 4.',
  },
  't4.sum': {
    zh: '重核表四各结果与总计。',
    en: 'Check the outcomes of table 4 against their totals.',
  },
  range: { zh: '更正负数或小数的件数。', en: 'Correct counts that are negative or not whole.' },
  year: {
    zh: '与上年报告逐列核对，查明是哪一年的数字有误并更正。',
    en: 'Compare with the report of the year before column by column, and correct the year that is wrong.',
  },
  'text.table2': {
    zh: '以文件目录和执法台账为准，统一正文与表二的数字。',
    en: 'Make text and table 2 agree, by the lists of documents and of decisions.',
  },
  'text.table3': {
    zh: '以办件台账为准，统一正文与表三的申请件数。',
    en: 'Make text and table 3 agree, by the register of applications.',
  },
  'text.table4': {
    zh: '以案件台账为准，统一正文与表四的复议、诉讼件数。',
    en: 'Make text and table 4 agree, by the register of cases.',
  },
  'text.text': { zh: '统一正文前后对同一事项的说法。', en: 'Make the two statements of the text agree.' },
  'text.parts': {
    zh: '重核总数与“其中”各项；同一条信息在几个渠道发布的，说明口径。',
    en: 'Check the total against its parts; say so where one item is counted in several channels.',
  },
  'text.year': { zh: '改正沿用旧文的年份。', en: 'Correct the years left over from an older text.' },
  'text.agency': {
    zh: '改正误写的单位名称，并检查整段是否照抄。',
    en: 'Correct the name, and see whether the passage was copied.',
  },
  layout: {
    zh: '对照原件补全缺失的部分、行、列和单元格；没有发生的填 0，不留空白。',
    en: 'Complete missing sections, rows, columns and cells from the original; print 0 where nothing happened, never a blank.',
  },
  late: { zh: '说明迟延原因，今后在期限前公布。', en: 'Explain the delay; publish by the deadline from now on.' },
  copy: { zh: '按本单位本年实际重写雷同的部分。', en: "Rewrite the repeated section for this agency's own year." },
  missing: { zh: '补收缺少的年份的报告。', en: 'Obtain the reports of the years that are not held.' },
};

/** What to do about findings of these rules, each sentence once, in the order given. */
export function remediesOf(rules: readonly string[]): Bilingual[] {
  const found = rules.flatMap((rule) => remedies[rule] ?? remedies[rule.split('.')[0] ?? ''] ?? []);
  return [...new Set(found)];
}
