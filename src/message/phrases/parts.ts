/** What stands under a headline: what figures are made of, what is not shown, what can be asked next. */
import { phrase, plural } from './phrase.ts';

export const parts = {
  exported: phrase(
    (n: number, format: string) => `${n} 行，${format.toUpperCase()} 格式`,
    (n: number, format: string) => `${plural(n, 'row')} as ${format.toUpperCase()}`,
  ),
  exportAs: phrase(
    (format: string) =>
      `这里的文字装不下文件：用命令 nianbao export --ask "问题" --format ${format} --out 文件.${format} 写出。`,
    (format: string) =>
      `A text cannot hold the file: nianbao export --ask "QUESTION" --format ${format} --out FILE.${format} writes it.`,
  ),
  exportMore: phrase(
    (shown: number) => `只显示前 ${shown} 行；全部请用命令 nianbao export --ask "问题" --out 文件。`,
    (shown: number) =>
      `Only the first ${shown} lines are shown; nianbao export --ask "QUESTION" --out FILE writes all.`,
  ),
  others: phrase(
    (n: number) => `其余 ${n} 项都是 0。`,
    (n: number) => `The other ${n === 1 ? 'one is' : `${n} are`} 0.`,
  ),
  allZero: phrase(
    (n: number) => `${n} 项都是 0。`,
    (n: number) => `All ${n} are 0.`,
  ),
  adds: phrase(
    (parts: string) => `由以下各格相加：${parts}。`,
    (parts: string) => `Added up from: ${parts}.`,
  ),
  /** Of what a figure of the text is made up. */
  madeOf: phrase(
    (whole: string, n: number) => `${whole}，正文列出 ${n} 项`,
    (whole: string, n: number) => `${whole}, of which the text lists ${plural(n, 'part')}`,
  ),
  addUp: phrase(
    (sum: string, apart: string, sign: number) =>
      sign === 0
        ? `各项合计 ${sum}，与总数一致。`
        : sign > 0
          ? `各项合计 ${sum}，其余 ${apart} 正文没有列出。`
          : `各项合计 ${sum}，比总数多 ${apart}。`,
    (sum: string, apart: string, sign: number) =>
      sign === 0
        ? `The parts add up to ${sum}, the whole.`
        : sign > 0
          ? `The parts add up to ${sum}; ${apart} more are not listed.`
          : `The parts add up to ${sum}, ${apart} more than the whole.`,
  ),
  partOf: phrase(
    (part: string, whole: string) => `${whole} 中的${part}`,
    (part: string, whole: string) => `${part}, of ${whole}`,
  ),
  more: phrase(
    (n: number) => `另有 ${n} 行没有显示；可以缩小范围，或导出全部。`,
    (n: number) => `${n} more not shown; narrow the question, or export all.`,
  ),
  window: phrase(
    (from: number, to: number, all: number) => `第 ${from}–${to} 行，共 ${all} 行。`,
    (from: number, to: number, all: number) => `${from}–${to} of ${all}.`,
  ),
  base: phrase(
    (n: number, years: string) => `所问范围内资料库有 ${n} 份${years === '' ? '' : ` ${years}`}报告。`,
    (n: number, years: string) => `${plural(n, 'report')} held${years === '' ? '' : ` for ${years}`} in scope.`,
  ),
  partial: phrase(
    (known: number, unknown: number) => `其中 ${known} 份有确定的数字，${unknown} 份未知。`,
    (known: number, unknown: number) => `${known} of them with a known figure, ${unknown} unknown.`,
  ),
  sources: phrase(
    () => '出处',
    () => 'Sources',
  ),
  choose: phrase(
    () => '您是想问：',
    () => 'Did you mean:',
  ),
  examples: phrase(
    () => '可以这样问：',
    () => 'You can ask, for example:',
  ),
  alternatives: phrase(
    () => '也可以问：',
    () => 'You can also ask:',
  ),
  understood: phrase(
    (text: string) => `理解为：${text}`,
    (text: string) => `Read as: ${text}`,
  ),
  sentences: phrase(
    (n: number) => `答案所依据的原文（${n} 处）`,
    (n: number) => `The wording behind the answer (${plural(n, 'place')})`,
  ),
  failed: phrase(
    (message: string, code: string) => `没能回答：${message}（${code}）`,
    (message: string, code: string) => `This could not be answered: ${message} (${code})`,
  ),
} as const;
