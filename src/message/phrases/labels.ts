/** Names of columns, of states, of places, of severities. */
import { phrase } from './phrase.ts';

export const labels = {
  // names of columns
  agency: phrase(
    () => '机关',
    () => 'Agency',
  ),
  year: phrase(
    () => '年度',
    () => 'Year',
  ),
  value: phrase(
    () => '数值',
    () => 'Figure',
  ),
  item: phrase(
    () => '项目',
    () => 'Item',
  ),
  rank: phrase(
    () => '名次',
    () => 'Rank',
  ),
  agenciesOf: phrase(
    () => '单位数',
    () => 'Agencies',
  ),
  reports: phrase(
    () => '报告数',
    () => 'Reports',
  ),
  group: phrase(
    () => '分组',
    () => 'Group',
  ),
  rate: phrase(
    () => '比率',
    () => 'Rate',
  ),
  numerator: phrase(
    () => '分子',
    () => 'Numerator',
  ),
  denominator: phrase(
    () => '分母',
    () => 'Denominator',
  ),
  before: phrase(
    () => '起',
    () => 'From',
  ),
  after: phrase(
    () => '止',
    () => 'To',
  ),
  difference: phrase(
    () => '变化',
    () => 'Change',
  ),
  percent: phrase(
    () => '百分比',
    () => 'Percent',
  ),
  form: phrase(
    () => '格式',
    () => 'Form',
  ),
  published: phrase(
    () => '发布日期',
    () => 'Published',
  ),
  findingsColumn: phrase(
    () => '发现',
    () => 'Findings',
  ),
  years: phrase(
    () => '年份',
    () => 'Years',
  ),
  time: phrase(
    () => '时间',
    () => 'Time',
  ),
  file: phrase(
    () => '文件',
    () => 'File',
  ),
  // states
  blank: phrase(
    () => '空白',
    () => 'blank',
  ),
  missing: phrase(
    () => '缺失',
    () => 'missing',
  ),
  uncertain: phrase(
    () => '不确定',
    () => 'uncertain',
  ),
  about: phrase(
    (figure: string) => `约 ${figure}`,
    (figure: string) => `about ${figure}`,
  ),
  undefinedRate: phrase(
    () => '无定义',
    () => 'undefined',
  ),
  notStated: phrase(
    () => '未写明',
    () => 'not stated',
  ),
  // places
  section: phrase(
    (n: number) => `第${'零一二三四五六'[n] ?? n}部分`,
    (n: number) => `section ${n}`,
  ),
  table: phrase(
    (n: number) => `表${'零一二三四'[n] ?? n}`,
    (n: number) => `table ${n}`,
  ),
  line: phrase(
    (n: number) => `第 ${n} 行`,
    (n: number) => `line ${n}`,
  ),
  page: phrase(
    (n: number) => `第 ${n} 页`,
    (n: number) => `page ${n}`,
  ),
  // severities
  error: phrase(
    () => '矛盾',
    () => 'Contradiction',
  ),
  warning: phrase(
    () => '注意',
    () => 'Note',
  ),
  info: phrase(
    () => '提示',
    () => 'Hint',
  ),
} as const;
