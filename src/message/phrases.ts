/** Every sentence that an answer is worded with, Chinese and English side by side. Reasons and warnings stand with their rules. */
import type { Language } from '../question/plan.ts';

type Phrase<A extends unknown[]> = { readonly zh: (...of: A) => string; readonly en: (...of: A) => string };
const phrase = <A extends unknown[]>(zh: (...of: A) => string, en: (...of: A) => string): Phrase<A> => ({ zh, en });
const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

export const phrases = {
  // headlines
  figure: phrase(
    (about: string, subject: string, value: string) => `${about}${subject}：${value}`,
    (about: string, subject: string, value: string) => `${about}${subject}: ${value}`,
  ),
  figures: phrase(
    (about: string, subject: string) => `${about}${subject}`,
    (about: string, subject: string) => `${about}${subject}`,
  ),
  /** A comparison with what was said: 超过 3 件. */
  compared: phrase(
    (comparison: string, value: string, upper: string) =>
      ({
        gt: `超过 ${value}`,
        ge: `不少于 ${value}`,
        lt: `不到 ${value}`,
        le: `不超过 ${value}`,
        between: `${value} 到 ${upper} 之间`,
      })[comparison] ?? value,
    (comparison: string, value: string, upper: string) =>
      ({
        gt: `more than ${value}`,
        ge: `at least ${value}`,
        lt: `fewer than ${value}`,
        le: `at most ${value}`,
        between: `between ${value} and ${upper}`,
      })[comparison] ?? value,
  ),
  /** What was said of a figure, confirmed or not. What was denied of a number is said without yes or no, which could mean either. */
  claimed: phrase(
    (holds: boolean, comparison: string, is: string, said: string) =>
      comparison === 'ne'
        ? holds
          ? `是 ${is}，不是 ${said}`
          : `是 ${is}`
        : holds
          ? comparison === 'eq'
            ? `对：是 ${is}`
            : `对：是 ${is}，${said}`
          : `不对：是 ${is}，${comparison === 'eq' ? `不是 ${said}` : `并非${said}`}`,
    (holds: boolean, comparison: string, is: string, said: string) =>
      comparison === 'ne'
        ? holds
          ? `It is ${is}, not ${said}`
          : `It is ${is}`
        : holds
          ? comparison === 'eq'
            ? `Yes: ${is}`
            : `Yes: ${is}, ${said}`
          : `No: ${is}, not ${said}`,
  ),
  /** Whether it is so of all of several. */
  all: phrase(
    (holds: boolean, exceptions: string) => (holds ? '对：没有例外' : `不都是：例外有 ${exceptions}`),
    (holds: boolean, exceptions: string) => (holds ? 'Yes: without an exception' : `Not all: ${exceptions} do not`),
  ),
  /** Whether a text says so: another figure of it need not be of the very same thing. */
  written: phrase(
    (holds: boolean, is: string | null, said: string) =>
      holds
        ? `对：正文写有 ${said}`
        : `正文不是这样写的：${is === null ? `没有写 ${said}` : `写的是 ${is}，不是 ${said}`}`,
    (holds: boolean, is: string | null, said: string) =>
      holds
        ? `Yes: the text says ${said}`
        : `The text does not say so: ${is === null ? `it does not give ${said}` : `it gives ${is}, not ${said}`}`,
  ),
  is: phrase(
    (name: string, value: string) => `${name}是 ${value}`,
    (name: string, value: string) => `${name}: ${value}`,
  ),
  /** Whether one figure stands so to the other. */
  stands: phrase(
    (holds: boolean, own: string, other: string) => `${holds ? '对' : '不对'}：${own}，${other}`,
    (holds: boolean, own: string, other: string) => `${holds ? 'Yes' : 'No'}: ${own}; ${other}`,
  ),
  /** Whether it is in the place that was said, and in which it is. */
  /** Where one stands among all whose figure is known. */
  place: phrase(
    (own: string, rank: number, among: number, tied: number, open: number) =>
      `${own}，${among} 份有数的报告中${tied === 0 ? `排第 ${rank}` : `与另外 ${tied} 个并列第 ${rank}`}${open === 0 ? '' : `（另有 ${open} 份不明，没有计入）`}`,
    (own: string, rank: number, among: number, tied: number, open: number) =>
      `${own}, rank ${rank} of ${among} known${tied === 0 ? '' : `, together with ${tied} other${tied === 1 ? '' : 's'}`}${open === 0 ? '' : ` (${plural(open, 'report')} without a known figure left out)`}`,
  ),
  ranks: phrase(
    (holds: boolean, own: string, rank: number, tied: number, open: number) =>
      `${holds ? '是' : '不是'}：${own}，${tied === 0 ? `排第 ${rank}` : `与另外 ${tied} 个并列第 ${rank}`}${open === 0 ? '' : `（另有 ${open} 份报告的数字不明，没有计入）`}`,
    (holds: boolean, own: string, rank: number, tied: number, open: number) =>
      `${holds ? 'Yes' : 'No'}: ${own}, rank ${rank}${tied === 0 ? '' : `, together with ${tied} other${tied === 1 ? '' : 's'}`}${open === 0 ? '' : ` (${plural(open, 'report')} without a known figure left out)`}`,
  ),
  /** Whether there is any; `denied`: that there is none was said. */
  some: phrase(
    (holds: boolean, denied: boolean, is: string | null) =>
      `${denied ? (holds ? '对，没有' : '不对，有') : holds ? '有' : '没有'}${is === null ? '' : `：${is}`}`,
    (holds: boolean, denied: boolean, is: string | null) =>
      `${denied ? (holds ? 'Right, none' : 'No, there is some') : holds ? 'Yes' : 'No'}${is === null ? '' : `: ${is}`}`,
  ),
  matches: phrase(
    (n: number, base: number) => `${n} 份报告符合条件（共查 ${base} 份）`,
    (n: number, base: number) => `${plural(n, 'report')} of ${base} ${n === 1 ? 'meets' : 'meet'} the condition`,
  ),
  agencies: phrase(
    (n: number, base: number) => `${n} 个单位符合条件（共查 ${base} 份报告）`,
    (n: number, base: number) =>
      `${plural(n, 'agency', 'agencies')} ${n === 1 ? 'meets' : 'meet'} the condition (${plural(base, 'report')} looked at)`,
  ),
  agenciesIn: phrase(
    (n: number, reports: number, base: number) => `${n} 个单位的 ${reports} 份报告符合条件（共查 ${base} 份）`,
    (n: number, reports: number, base: number) =>
      `${plural(reports, 'report')} of ${plural(n, 'agency', 'agencies')} meet the condition (${plural(base, 'report')} looked at)`,
  ),
  agenciesHeld: phrase(
    (agencies: number, reports: number) => `资料库有 ${agencies} 个单位的 ${reports} 份报告`,
    (agencies: number, reports: number) =>
      `The library holds ${plural(reports, 'report')} of ${plural(agencies, 'agency', 'agencies')}`,
  ),
  agenciesWithYears: phrase(
    (agencies: number, once: boolean) => `资料库中${once ? '只有一年报告' : '每年都有报告'}的单位：${agencies} 个`,
    (agencies: number, once: boolean) =>
      `Agencies with a report of ${once ? 'one year only' : 'every one of the years'}: ${agencies}`,
  ),
  reportsHeld: phrase(
    (n: number) => `资料库有 ${n} 份报告`,
    (n: number) => `The library holds ${plural(n, 'report')}`,
  ),
  reportsIn: phrase(
    (n: number, about: string) => `${about}有 ${n} 份报告`,
    (n: number, about: string) => `${plural(n, 'report')} held for ${about}`,
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
    (sum: string, n: number) => `合计 ${sum}，n = ${n} 份报告`,
    (sum: string, n: number) => `${sum} in total, n = ${n} reports`,
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
    (share: string, met: number, all: number) => `${share}，${all} 家有数的单位中的 ${met} 家`,
    (share: string, met: number, all: number) => `${share}: ${met} of ${all} agencies with a known figure`,
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
  particulars: phrase(
    () => '报告信息',
    () => 'particulars',
  ),
  byDate: phrase(
    (date: string, first: boolean) => `${date}，${first ? '从早到晚' : '从晚到早'}`,
    (date: string, first: boolean) => `${date}, ${first ? 'earliest' : 'latest'} first`,
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
  findings: phrase(
    (n: number, base: number) => `核查发现 ${n} 条（共 ${base} 份报告）`,
    (n: number, base: number) => `${plural(n, 'finding')} in ${plural(base, 'report')}`,
  ),
  onTime: phrase(
    (verdict: string, published: string, due: string) => `${verdict}（${published} 公布，期限 ${due}）`,
    (verdict: string, published: string, due: string) => `${verdict} (published ${published}, due by ${due})`,
  ),
  ofReports: phrase(
    (before: number, after: number) => `合计（前 ${before} 份报告，后 ${after} 份）`,
    (before: number, after: number) => `Total (${plural(before, 'report')}, then ${after})`,
  ),
  tally: phrase(
    (kinds: string, base: number) => `核查发现${kinds === '' ? '' : `（${kinds}）`}的条数（共 ${base} 份报告）`,
    (kinds: string, base: number) =>
      `Number of findings${kinds === '' ? '' : ` (${kinds})`}, ${plural(base, 'report')}`,
  ),
  sound: phrase(
    (n: number, base: number) => `${base} 份报告中有 ${n} 份没有发现这类问题`,
    (n: number, base: number) => `${n} of ${plural(base, 'report')} ${n === 1 ? 'is' : 'are'} free of such findings`,
  ),
  found: phrase(
    (words: string, reports: number, passages: number) => `“${words}”：${reports} 份报告，${passages} 处`,
    (words: string, reports: number, passages: number) =>
      `“${words}”: ${plural(passages, 'passage')} in ${plural(reports, 'report')}`,
  ),
  /** Reports with or without something; `words`: judged by the words of the text. */
  held: phrase(
    (n: number, base: number, has: boolean, what: string, words: boolean) =>
      words
        ? `${base} 份报告中有 ${n} 份的正文没有提到“${what}”（按字词和同义词判断）`
        : `${base} 份报告中有 ${n} 份${has ? '' : '没有'}写明${what}`,
    (n: number, base: number, has: boolean, what: string, words: boolean) =>
      words
        ? `The text of ${n} of ${plural(base, 'report')} does not mention “${what}” (judged by the words and their synonyms)`
        : `${n} of ${plural(base, 'report')} ${has ? (n === 1 ? 'states' : 'state') : n === 1 ? 'does not state' : 'do not state'}: ${what}`,
  ),
  themes: phrase(
    (base: number, what: string) => `第五部分写到的${what === '' ? '问题和措施' : `“${what}”`}（${base} 份报告）`,
    (base: number, what: string) =>
      `${what === '' ? 'Problems and measures' : `“${what}”`} named in section five (${plural(base, 'report')})`,
  ),
  lackingReports: phrase(
    (n: number, years: string) => `缺 ${n} 份：资料库有这些机关别的年份的报告，没有 ${years} 年的`,
    (n: number, years: string) => `${plural(n, 'report')} of ${years} missing, of agencies whose other years are held`,
  ),
  missingYears: phrase(
    (n: number) => `缺 ${n} 份（首末年份之间没有收录的年份）`,
    (n: number) => `${plural(n, 'report')} missing between an agency's first and last year held`,
  ),
  failures: phrase(
    (n: number) => `${n} 个文件导入失败`,
    (n: number) => `${plural(n, 'file')} could not be ingested`,
  ),
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
  // parts of an answer
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
    (n: number, years: string) => `范围：资料库有 ${n} 份${years === '' ? '' : ` ${years}`}报告。`,
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
  // failures
  failed: phrase(
    (message: string, code: string) => `没能回答：${message}（${code}）`,
    (message: string, code: string) => `This could not be answered: ${message} (${code})`,
  ),
  // digests
  digest: phrase(
    (n: number) => `新收录 ${n} 份政府信息公开年度报告`,
    (n: number) => `${plural(n, 'new annual report')} on government information disclosure`,
  ),
  nothingNew: phrase(
    () => '没有新收录的报告。',
    () => 'No new report.',
  ),
  digestSpan: phrase(
    (since: string | null, until: string) => (since === null ? `截至 ${until}` : `${since} 至 ${until}`),
    (since: string | null, until: string) => (since === null ? `until ${until}` : `${since} to ${until}`),
  ),
  digestMore: phrase(
    (n: number) => `另有 ${n} 份报告；可以问「最近收录了哪些报告」。`,
    (n: number) => `and ${plural(n, 'more report')}; ask "which reports were ingested lately".`,
  ),
  digestBefore: phrase(
    (value: string, delta: string) => `（上年 ${value}，${delta}）`,
    (value: string, delta: string) => ` (${value} the year before, ${delta})`,
  ),
  digestCorrected: phrase(
    () => '（更正版）',
    () => ' (corrected)',
  ),
  digestFindings: phrase(
    (n: number) => (n === 0 ? '核查没有发现问题' : `核查发现 ${n} 条`),
    (n: number) => (n === 0 ? 'no findings' : plural(n, 'finding')),
  ),
} as const;

export type Say = { readonly [K in keyof typeof phrases]: (typeof phrases)[K]['zh'] };

/** The phrases of one language. */
export function speak(language: Language): Say {
  const said = Object.fromEntries(Object.entries(phrases).map(([key, each]) => [key, each[language]]));
  return said as unknown as Say;
}
