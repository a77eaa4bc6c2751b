/** card: the report card (体检) of one report; of several, a line for each agency or year, worst first, with what is not held. */
import { remediesOf } from '../../report/audit/remedies.ts';
import type { Bilingual } from '../../report/report.ts';
import type { ReportHead, StoredFinding } from '../../store/store.ts';
import type { Answer, Row } from '../answer.ts';
import { cardOf, lastDue, linesOf } from '../card.ts';
import { distinct } from '../cite.ts';
import { answer, type Desk } from '../desk.ts';
import { baseOf } from '../figures.ts';

/** Null where there is no report to make a card of. */
export async function card(
  desk: Desk,
  findings: readonly StoredFinding[],
  rows: readonly Row[],
  citations: Answer['citations'],
): Promise<Answer | null> {
  const { heads } = desk;
  const [only] = heads;
  if (only === undefined) return null;
  const content = {
    value: findings.length,
    unit: desk.plan.language === 'zh' ? '条' : 'findings',
    base: baseOf(heads),
  };
  if (heads.length === 1) {
    const series = desk.library.heads.filter((each) => each.agencyKey !== null && each.agencyKey === only.agencyKey);
    const made = await cardOf(desk.store, only, series);
    return made === null
      ? null
      : answer(desk, 'answered', { ...content, rows, citations, card: { kind: 'report', card: made } });
  }
  const by = new Set(heads.map((head) => head.agencyKey ?? head.report)).size === 1 ? 'year' : 'agency';
  const lines = linesOf(heads, findings, by, lastDue(desk.today));
  return answer(desk, 'answered', {
    ...content,
    rows: lines.map((line) => ({
      agency: line.agency,
      year: line.years.length === 1 ? (line.years[0] ?? null) : null,
      report: line.worst?.report ?? null,
      value: null,
      label: line.worst?.message[desk.plan.language] ?? '',
      years: line.years,
      missing: line.missing,
      error: line.error,
      warning: line.warning,
      info: line.info,
    })),
    citations: distinct([...citations]),
    card: {
      kind: 'overview',
      title: titleOf(desk, by, only),
      by,
      lines,
      findings: by === 'year' ? findings : [],
      remedies: remediesOf(byCount(findings)),
    },
  });
}

/** Rules of the findings, the most severe first, then the most frequent. */
function byCount(findings: readonly StoredFinding[]): string[] {
  const order = { error: 0, warning: 1, info: 2 } as const;
  const rules = new Map<string, { weight: number; n: number }>();
  for (const { rule, severity } of findings) {
    const held = rules.get(rule);
    rules.set(rule, { weight: Math.min(order[severity], held?.weight ?? 2), n: (held?.n ?? 0) + 1 });
  }
  return [...rules].sort(([, a], [, b]) => a.weight - b.weight || b.n - a.n).map(([rule]) => rule);
}

/** The agency, the regions asked for, or the region that all reports share. */
function titleOf(desk: Desk, by: 'agency' | 'year', first: ReportHead): Bilingual {
  const { zh, en } = desk.names;
  if (by === 'year') return { zh: zh.agency(first.agency), en: en.agency(first.agency) };
  const asked = desk.plan.scope.regions;
  const regions = asked.length > 0 ? asked : [shared(desk.heads)];
  const name = (naming: typeof zh, joint: string) => regions.map((region) => naming.region(region)).join(joint);
  if (regions.every((region) => region.province === null && region.city === null && region.county === null))
    return { zh: '全部报告', en: 'all reports' };
  return { zh: name(zh, '、'), en: name(en, ', ') };
}

function shared(heads: readonly ReportHead[]): ReportHead['region'] {
  const same = (level: 'province' | 'city' | 'county') => {
    const values = new Set(heads.map((head) => head.region[level]));
    return values.size === 1 ? (heads[0]?.region[level] ?? null) : null;
  };
  const province = same('province');
  const city = province === null ? null : same('city');
  return { province, city, county: city === null ? null : same('county') };
}
