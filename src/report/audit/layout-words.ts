/** How the table reader's notes are worded; a code that is not listed here is worded from its own name. */
import type { Anomaly } from '../anomaly.ts';
import type { Bilingual, Severity } from '../report.ts';
import { listed, tableNames } from './names.ts';

interface Words extends Bilingual {
  readonly severity: Severity;
}

const words: Readonly<Record<string, Words>> = {
  'layout.unknownLabel': { severity: 'warning', zh: '有表中没有的标签', en: 'has labels that the form does not have' },
  'layout.extraValue': {
    severity: 'warning',
    zh: '有多出的数字，不知属于哪一格',
    en: 'has values that belong to no cell',
  },
  'layout.extraRow': { severity: 'warning', zh: '有表中没有的行', en: 'has rows that the form does not have' },
  'layout.splitLabel': { severity: 'info', zh: '的标签被拆成几处', en: 'has labels that were split' },
  'layout.slidLabel': {
    severity: 'warning',
    zh: '的标签移到了相邻的行',
    en: 'has labels that slid to a neighbouring row',
  },
  'layout.shiftedRow': {
    severity: 'warning',
    zh: '有整行移位（数字没有对准列）',
    en: 'has rows whose values are shifted out of their columns',
  },
  'layout.clippedHeader': { severity: 'info', zh: '的表头不完整', en: 'has headers that are cut short' },
  'layout.splitHeader': { severity: 'info', zh: '的表头被拆散', en: 'has headers that were torn apart' },
  'layout.missingHeader': { severity: 'info', zh: '缺表头', en: 'lacks headers' },
  'layout.emptySection': {
    severity: 'warning',
    zh: '有标题而没有内容',
    en: 'has a section with a heading and nothing below it',
  },
  'layout.missingHeading': { severity: 'info', zh: '有部分没有标题', en: 'has a section without its heading' },
  'layout.unreadable': { severity: 'warning', zh: '有不是数字的单元格', en: 'has cells that hold no figure' },
  'layout.missingLabel': { severity: 'warning', zh: '有标签没有印出', en: 'has labels that are not printed' },
  'layout.mixedForms': {
    severity: 'warning',
    zh: '混用了 2019 年和 2021 年两种格式',
    en: 'mixes the forms of 2019 and 2021',
  },
  'layout.unit': { severity: 'info', zh: '有带单位的数字', en: 'has figures printed with a unit' },
  'layout.twoYears': { severity: 'warning', zh: '印了两个年度的数字', en: 'holds the figures of two years' },
  'layout.foreignTable': {
    severity: 'info',
    zh: '还印有其他单位的表、样表或汇总表，其数字没有读入',
    en: "also holds another body's table, a sample or a summary, whose figures were not read",
  },
  'layout.doubtfulOwner': {
    severity: 'warning',
    zh: '的表上写的是其他单位或样表，不能确定是否为本单位的数字',
    en: 'has tables that are captioned as another body’s or a sample: whose figures they are is not certain',
  },
  'layout.secondTable': {
    severity: 'warning',
    zh: '印了两次而数字不同',
    en: 'is printed twice with different figures',
  },
  'layout.wrongForm': {
    severity: 'warning',
    zh: '用的不是报告年份应有的格式',
    en: "does not follow the form of the report's year",
  },
};

/** Severity and sentence for notes of one code in one table. */
export function wordsOf(
  code: string,
  table: 2 | 3 | 4 | null,
  group: readonly Anomaly[],
): { severity: Severity; message: Bilingual } {
  const known = words[code];
  const where = table === null ? { zh: '报告', en: 'the report' } : tableNames[table];
  const labels = listed(labelsOf(group));
  const count = group.length;
  const detail = labels.zh === '' ? { zh: '', en: '' } : { zh: `：${labels.zh}`, en: `: ${labels.en}` };
  const name = code.replace(/^layout\./, '');
  const say = known ?? {
    severity: 'info' as const,
    zh: `的版面需要核对（${name}）`,
    en: `has a layout to be checked (${name})`,
  };
  const times = count > 1 ? { zh: `，共 ${count} 处`, en: ` (${count} places)` } : { zh: '', en: '' };
  const subject = where.en.charAt(0).toUpperCase() + where.en.slice(1);
  return {
    severity: say.severity,
    message: {
      zh: `${where.zh}${say.zh}${times.zh}${detail.zh}。`,
      en: `${subject} ${say.en}${times.en}${detail.en}.`,
    },
  };
}

function labelsOf(group: readonly Anomaly[]): string[] {
  const labels = group.map(
    (each) => String(each.details.label ?? '') || (each.row?.split('/').at(-1) ?? '') || each.quote.trim().slice(0, 20),
  );
  return [...new Set(labels.map((label) => label.trim().slice(0, 40)))].filter((label) => label !== '');
}
