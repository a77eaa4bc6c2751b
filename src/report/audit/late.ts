/**
 * Published after the deadline: departments 31 January, governments 31 March of the following year (Regulations of 2019,
 * articles 49 and 50); for report years up to 2018, 31 March for all (Regulations of 2007, article 31).
 */
import { isGovernment } from '../own-name.ts';
import { type Check, failed, open, passed, type Rule } from './rule.ts';

export const late: Rule = {
  id: 'late',
  title: { zh: '在法定期限前公布', en: 'Published by the deadline' },
  nouns: ['date'],
  severity: 'warning',
  check: ({ report }): Check => {
    const { publishedDate: date, year, agency } = report;
    if (date === null) return open('没有公布日期', 'no date of publication');
    if (year === null) return open('不知道报告年份', 'the year of the report is not known');
    // Dated before its year was over: text.year says so, and there is no saying when it was published.
    if (date <= `${year}-12-31`) return open('公布日期早于年末', 'the date is before the end of the year');
    const department = `${year + 1}-01-31`;
    const government = `${year + 1}-03-31`;
    if (date <= department) return passed;
    if (date > government)
      return fail(government === deadline(year, agency) ? government : (deadline(year, agency) ?? government));
    const limit = deadline(year, agency);
    if (limit === null) return open('不知道是政府还是部门，期限不同', 'government or department: the deadlines differ');
    return date > limit ? fail(limit) : passed;

    function fail(limit: string): Check {
      const days = Math.round((Date.parse(date!) - Date.parse(limit)) / 86_400_000);
      return failed({
        severity: 'warning',
        message: {
          zh: `${date} 公布，期限是 ${limit}，晚了 ${days} 天。`,
          en: `Published on ${date}; the deadline was ${limit}: ${days} ${days === 1 ? 'day' : 'days'} late.`,
        },
        evidence: [dateEvidence(report.signature, date!)],
        concerns: [],
      });
    }
  },
};

/** The last day on which a report of that year may be published; null where it depends on an agency that is not known. */
export function deadline(year: number, agency: string | null): string | null {
  if (year <= 2018) return `${year + 1}-03-31`;
  if (agency === null) return null;
  return isGovernment(agency) ? `${year + 1}-03-31` : `${year + 1}-01-31`;
}

/** The signature where it holds the date; else the date alone, whose line is not kept. */
function dateEvidence(signature: { text: string; lines: readonly [number, number] | null } | null, date: string) {
  const [year, month, day] = date.split('-').map(Number);
  const line = signature?.text
    .split('\n')
    .findLast((each) => each.replace(/\s/g, '').includes(`${year}年${month}月${day}日`));
  if (line === undefined) return { line: null, page: null, quote: date };
  return { line: signature?.lines?.[1] ?? null, page: null, quote: line.trim() };
}
