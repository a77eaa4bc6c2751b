/** What operations, levels, groups and words of plans are called. */
import { fieldNames } from '../../lexicon/fields.ts';
import { findingNames } from '../../lexicon/findings.ts';
import type { Level, Operation, Plan } from '../../question/plan.ts';
import type { Bilingual } from '../../report/report.ts';

export const OPERATIONS: Record<Operation, Bilingual> = {
  lookup: { zh: '查数值', en: 'look up' },
  list: { zh: '列出报告', en: 'list reports' },
  count: { zh: '数个数', en: 'count' },
  sum: { zh: '求合计', en: 'sum' },
  average: { zh: '求平均', en: 'average' },
  rank: { zh: '排名', en: 'rank' },
  compare: { zh: '比较', en: 'compare' },
  trend: { zh: '看逐年变化', en: 'trend' },
  change: { zh: '看增减', en: 'change' },
  rate: { zh: '算比率', en: 'rate' },
  section: { zh: '看原文', en: 'show the text' },
  search: { zh: '全文检索', en: 'full-text search' },
  themes: { zh: '归纳问题和措施', en: 'themes of problems and measures' },
  audit: { zh: '看核查发现', en: 'audit findings' },
  metadata: { zh: '看报告信息', en: 'particulars of a report' },
  definition: { zh: '解释名词', en: 'definition' },
  export: { zh: '导出', en: 'export' },
  library: { zh: '看资料库', en: 'what is held' },
  help: { zh: '帮助', en: 'help' },
};

export const OCCURRING: Record<NonNullable<Plan['occurring']>, Bilingual> = {
  every: { zh: '每一年都符合', en: 'in every one of the years' },
  first: { zh: '最早的一年', en: 'the first year' },
  last: { zh: '最近的一年', en: 'the last year' },
  once: { zh: '只有一年', en: 'one year only' },
  together: { zh: '各年相加', en: 'the years together' },
};

export const LEVELS: Record<Level, Bilingual> = {
  province: { zh: '省级', en: 'province level' },
  city: { zh: '地市级', en: 'city level' },
  county: { zh: '县区级', en: 'county level' },
  township: { zh: '乡镇街道', en: 'township level' },
};

export const GROUPS: Record<Exclude<Plan['groupBy'], null>, Bilingual> = {
  year: { zh: '年份', en: 'year' },
  province: { zh: '省份', en: 'province' },
  city: { zh: '城市', en: 'city' },
  county: { zh: '区县', en: 'county' },
  kind: { zh: '部门类别', en: 'department kind' },
  agency: { zh: '机关', en: 'agency' },
  applicant: { zh: '申请人', en: 'applicant' },
  outcome: { zh: '办理结果', en: 'outcome' },
  form: { zh: '格式', en: 'form' },
};

/** Words of plans (fields, first parts of rules) as people read them; what is not listed stays as it is. */
const WORDS: Record<string, Bilingual> = {
  ...fieldNames,
  ...findingNames,
  reports: { zh: '报告', en: 'reports' },
  agencies: { zh: '机关', en: 'agencies' },
  years: { zh: '年份', en: 'years' },
  regions: { zh: '地区', en: 'regions' },
  failures: { zh: '导入失败的文件', en: 'files that failed' },
  coverage: { zh: '收录情况', en: 'coverage' },
  ingested: { zh: '导入时间', en: 'times of ingestion' },
  missing: { zh: '缺少的年份', en: 'missing years' },
};

export const word = (id: string, zh: boolean) => (WORDS[id] ?? WORDS[id.split('.')[0]!])?.[zh ? 'zh' : 'en'] ?? id;
