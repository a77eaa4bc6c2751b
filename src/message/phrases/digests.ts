/** What a digest says. */
import { phrase, plural } from './phrase.ts';

export const digests = {
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
