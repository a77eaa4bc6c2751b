/** What heads an answer about reports: how many there are of them, what was found in them. */
import { phrase, plural } from './phrase.ts';

export const reports = {
  matches: phrase(
    (n: number, base: number) => `${n} 份报告符合条件（共查 ${base} 份）`,
    (n: number, base: number) => `${plural(n, 'report')} of ${base} ${n === 1 ? 'meets' : 'meet'} the condition`,
  ),
  /** Provinces, years, kinds by what they add up to. */
  groups: phrase(
    (n: number, base: number) => `${n} 组相加后符合条件（共查 ${base} 份报告）`,
    (n: number, base: number) =>
      `${plural(n, 'group')} ${n === 1 ? 'meets' : 'meet'} the condition by ${n === 1 ? 'its' : 'their'} sum (${plural(base, 'report')} looked at)`,
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
  particulars: phrase(
    () => '报告信息',
    () => 'particulars',
  ),
  byDate: phrase(
    (date: string, first: boolean) => `${date}，${first ? '从早到晚' : '从晚到早'}`,
    (date: string, first: boolean) => `${date}, ${first ? 'earliest' : 'latest'} first`,
  ),
  findings: phrase(
    (n: number, base: number) => `核查发现 ${n} 条（共 ${base} 份报告）`,
    (n: number, base: number) => `${plural(n, 'finding')} in ${plural(base, 'report')}`,
  ),
  onTime: phrase(
    (verdict: string, published: string, due: string) => `${verdict}（${published} 公布，期限 ${due}）`,
    (verdict: string, published: string, due: string) => `${verdict} (published ${published}, due by ${due})`,
  ),
  tally: phrase(
    (kinds: string, base: number) => `核查发现${kinds === '' ? '' : `（${kinds}）`}的条数（共 ${base} 份报告）`,
    (kinds: string, base: number) =>
      `Number of findings${kinds === '' ? '' : ` (${kinds})`}, ${plural(base, 'report')}`,
  ),
  cells: phrase(
    (n: number, state: 'blank' | 'missing' | 'uncertain') =>
      `${n} 个单元格${{ blank: '空白（空白不等于零）', missing: '缺失', uncertain: '的数字无法确定' }[state]}`,
    (n: number, state: 'blank' | 'missing' | 'uncertain') =>
      `${plural(n, 'cell')} ${n === 1 ? 'is' : 'are'} ${state}${state === 'blank' ? ' (blank is not zero)' : ''}`,
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
  /** Reports that mention the one and not the other, of so many. */
  foundOnly: phrase(
    (words: string, lacking: string, reports: number, base: number) =>
      `${base} 份报告中有 ${reports} 份提到“${words}”，没有提到“${lacking}”（按字词和同义词判断）`,
    (words: string, lacking: string, reports: number, base: number) =>
      `${reports} of ${plural(base, 'report')} ${reports === 1 ? 'mentions' : 'mention'} “${words}” and not “${lacking}” (judged by the words and their synonyms)`,
  ),
  /** In front of what was found: of which year the passages are. */
  edgeYear: phrase(
    (edge: 'first' | 'last', year: number) => `${edge === 'first' ? '最早' : '最近'}见于 ${year} 年的报告。`,
    (edge: 'first' | 'last', year: number) =>
      `${edge === 'first' ? 'First' : 'Last'} mentioned in the reports for ${year}. `,
  ),
  /** Reports with or without something; `where`: judged by the words of the text, of these sections only where there are any. */
  held: phrase(
    (n: number, base: number, has: boolean, what: string, where: readonly number[] | null) =>
      where !== null
        ? `${base} 份报告中有 ${n} 份的${where.length === 0 ? '正文' : `第 ${where.join('、')} 部分`}${has ? '' : '没有'}提到“${what}”（按字词和同义词判断）`
        : `${base} 份报告中有 ${n} 份${has ? '' : '没有'}写明${what}`,
    (n: number, base: number, has: boolean, what: string, where: readonly number[] | null) =>
      where !== null
        ? `${where.length === 0 ? 'The text' : `Section ${where.join(', ')}`} of ${n} of ${plural(base, 'report')} ${has ? 'mentions' : 'does not mention'} “${what}” (judged by the words and their synonyms)`
        : `${n} of ${plural(base, 'report')} ${has ? (n === 1 ? 'states' : 'state') : n === 1 ? 'does not state' : 'do not state'}: ${what}`,
  ),
  themes: phrase(
    (base: number, what: string, n: number | null) =>
      `第五部分写到的${what === '' ? '问题和措施' : `“${what}”`}（${base} 份报告${n === null ? '' : `中的 ${n} 份`}）`,
    (base: number, what: string, n: number | null) =>
      `${what === '' ? 'Problems and measures' : `“${what}”`} named in section five (${n === null ? '' : `${n} of `}${plural(base, 'report')})`,
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
} as const;
