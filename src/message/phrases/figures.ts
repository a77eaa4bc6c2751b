/** What heads an answer of figures: one, several, computed ones. */
import { phrase, plural } from './phrase.ts';

export const figures = {
  figure: phrase(
    (about: string, subject: string, value: string) => `${about}${subject}：${value}`,
    (about: string, subject: string, value: string) => `${about}${subject}: ${value}`,
  ),
  figures: phrase(
    (about: string, subject: string) => `${about}${subject}`,
    (about: string, subject: string) => `${about}${subject}`,
  ),
  sums: phrase(
    () => '各项合计',
    () => 'Sum of each',
  ),
  means: phrase(
    () => '各项平均',
    () => 'Mean of each',
  ),
  sum: phrase(
    (subject: string, value: string) => `合计：${value}（${subject}）`,
    (subject: string, value: string) => `Sum: ${value} (${subject})`,
  ),
  average: phrase(
    (subject: string, value: string) => `平均：${value}（${subject}）`,
    (subject: string, value: string) => `Average: ${value} (${subject})`,
  ),
  /** What a mean was taken of. */
  divided: phrase(
    (sum: string, n: number, yearly: boolean) => `合计 ${sum}，n = ${n} ${yearly ? '年' : '份报告'}`,
    (sum: string, n: number, yearly: boolean) => `${sum} in total, n = ${n} ${yearly ? 'years' : 'reports'}`,
  ),
  median: phrase(
    (subject: string, value: string) => `中位数：${value}（${subject}）`,
    (subject: string, value: string) => `Median: ${value} (${subject})`,
  ),
  count: phrase(
    (value: string, base: number) => `${value}（共查 ${base} 份报告）`,
    (value: string, base: number) => `${value} (of ${plural(base, 'report')} looked at)`,
  ),
  shareOfBodies: phrase(
    (share: string, met: number, all: number, bodies: boolean) =>
      bodies ? `${share}，${all} 家有数的单位中的 ${met} 家` : `${share}，${all} 份有数的报告中的 ${met} 份`,
    (share: string, met: number, all: number, bodies: boolean) =>
      `${share}: ${met} of ${all} ${bodies ? 'agencies' : 'reports'} with a known figure`,
  ),
  /** What is ranked: a figure, or its mean over the reports of each group. */
  ranked: phrase(
    (subject: string, mean: boolean) => (mean ? `每份报告平均${subject}` : subject),
    (subject: string, mean: boolean) => (mean ? `mean of ${subject} per report` : subject),
  ),
  top: phrase(
    (subject: string, desc: boolean, ends: boolean) =>
      `${subject}${ends ? '：最高和最低' : desc ? '：从高到低' : '：从低到高'}`,
    (subject: string, desc: boolean, ends: boolean) =>
      `${subject}, ${ends ? 'the highest and the lowest' : desc ? 'highest first' : 'lowest first'}`,
  ),
  trend: phrase(
    (about: string, subject: string) => `${about}${subject}：逐年`,
    (about: string, subject: string) => `${about}${subject}, year by year`,
  ),
  moves: phrase(
    (about: string, subject: string, from: number, to: number, each: boolean) =>
      `${about}${subject}：${from} 年到 ${to} 年的变化${each ? '（其间每一年都如此变化的单位）' : ''}`,
    (about: string, subject: string, from: number, to: number, each: boolean) =>
      `${about}${subject}: change from ${from} to ${to}${each ? ' (agencies that moved so in every year between)' : ''}`,
  ),
  changed: phrase(
    (about: string, subject: string, from: string, to: string, fromYear: number, toYear: number, delta: string) =>
      `${about}${subject}：${fromYear} 年 ${from}，${toYear} 年 ${to}，${delta}`,
    (about: string, subject: string, from: string, to: string, fromYear: number, toYear: number, delta: string) =>
      `${about}${subject}: ${from} in ${fromYear}, ${to} in ${toYear}, ${delta}`,
  ),
  delta: phrase(
    (difference: string, sign: number, percent: string | null) =>
      sign === 0
        ? '没有变化'
        : `${sign > 0 ? '增加' : '减少'} ${difference}${percent === null ? '（原为 0，百分比没有意义）' : `（${percent}）`}`,
    (difference: string, sign: number, percent: string | null) =>
      sign === 0
        ? 'unchanged'
        : `${sign > 0 ? 'up' : 'down'} ${difference}${percent === null ? ' (from 0, so no percentage)' : ` (${percent})`}`,
  ),
  points: phrase(
    (n: string) => `${n} 个百分点`,
    (n: string) => `${n} percentage points`,
  ),
  differs: phrase(
    (name: string, difference: string, sign: number) =>
      sign === 0 ? '两者相同。' : `${name}${sign > 0 ? '多' : '少'} ${difference}。`,
    (name: string, difference: string, sign: number) =>
      sign === 0 ? 'Both are equal.' : `${name}: ${difference} ${sign > 0 ? 'more' : 'fewer'}.`,
  ),
  oneIn: phrase(
    (n: string, whole: boolean) => `${whole ? '' : '约'}每 ${n} 件有 1 件`,
    (n: string, whole: boolean) => `${whole ? '' : 'about '}1 in ${n}`,
  ),
  rateOf: phrase(
    (numerator: string, denominator: string) => `分子 ${numerator}，分母 ${denominator}`,
    (numerator: string, denominator: string) => `numerator ${numerator}, denominator ${denominator}`,
  ),
  pooled: phrase(
    (n: number) => `合并计算，n = ${n} 份报告`,
    (n: number) => `pooled over n = ${plural(n, 'report')}`,
  ),
  decided: phrase(
    () => '分母是总计减去尚未审结。',
    () => 'The denominator is the total less the cases pending.',
  ),
  meanOf: phrase(
    (n: number) => `n = ${n} 份报告，每份各算一次`,
    (n: number) => `n = ${plural(n, 'report')}, each counting once`,
  ),
  ofReports: phrase(
    (before: number, after: number) => `合计（前 ${before} 份报告，后 ${after} 份）`,
    (before: number, after: number) => `Total (${plural(before, 'report')}, then ${after})`,
  ),
} as const;
