/** tally: how many findings each report (or each group of reports) has, or how many of each kind; ties at the cut are all shown. */
import { findingName } from '../../lexicon/findings.ts';
import type { ReportHead, StoredFinding } from '../../store/store.ts';
import { rankBy } from '../aggregate.ts';
import type { Answer, Row } from '../answer.ts';
import { citeEvidence, distinct } from '../cite.ts';
import { answer, type Desk, shownOf } from '../desk.ts';
import { groupBy } from '../groups.ts';
import { countOf } from './sound.ts';

interface Tallied {
  readonly row: Row;
  readonly total: number;
  /** Their identifiers: the sources are theirs. */
  readonly reports: readonly string[];
}

export function tally(
  desk: Desk,
  findings: readonly StoredFinding[],
  content: Pick<Answer, 'base' | 'warnings'>,
): Answer {
  const counted = tallied(desk, findings);
  const rows = desk.plan.order
    ? rankBy(counted, ({ total }) => total, desk.plan.order.direction, desk.plan.order.limit, desk.plan.order.ends).map(
        ({ item, rank }) => ({
          ...item,
          row: { ...item.row, rank },
        }),
      )
    : counted;
  const shown = new Set(shownOf(desk, rows).flatMap(({ reports }) => reports));
  const worst = new Map<string, StoredFinding>();
  for (const each of findings) if (shown.has(each.report) && !worst.has(each.report)) worst.set(each.report, each);
  const [only] = rows;
  return answer(desk, 'answered', {
    value: rows.length === 1 && only ? only.total : null,
    unit: desk.plan.language === 'zh' ? '条' : 'findings',
    rows: rows.map(({ row }) => row),
    citations: distinct(
      [...worst.values()].flatMap(({ report, evidence }) => {
        const head = desk.library.byId.get(evidence[0]?.report ?? report);
        return head === undefined || evidence[0] === undefined ? [] : [citeEvidence(head, evidence[0])];
      }),
    ),
    ...content,
  });
}

/** How many findings there are of each kind, the most first, and in how many reports (`n`). */
export function tallyOfRules(
  desk: Desk,
  findings: readonly StoredFinding[],
  content: Pick<Answer, 'base' | 'warnings'>,
): Answer {
  const kinds = new Map<string, StoredFinding[]>();
  for (const finding of findings) {
    const kind = kindOf(finding.rule);
    const of = kinds.get(kind);
    if (of === undefined) kinds.set(kind, [finding]);
    else of.push(finding);
  }
  const counted = [...kinds].map(([rule, of]) => ({ rule, of, total: of.length })).sort((a, b) => b.total - a.total);
  const { order } = desk.plan;
  const kept =
    order === null
      ? counted
      : rankBy(counted, ({ total }) => total, order.direction, order.limit, order.ends).map(({ item }) => item);
  const rows = kept.map(
    ({ rule, of, total }): Row => ({
      agency: null,
      year: null,
      report: null,
      value: total,
      label: findingName(rule)?.[desk.plan.language] ?? rule,
      rule,
      n: new Set(of.map(({ report }) => report)).size,
    }),
  );
  const first = shownOf(desk, kept).flatMap(({ of: [finding] }) => finding ?? []);
  return answer(desk, 'answered', {
    value: kept.length === 1 ? (kept[0]?.total ?? null) : findings.length,
    unit: desk.plan.language === 'zh' ? '条' : 'findings',
    rows,
    citations: distinct(
      first.flatMap(({ report, evidence: [place] }) => {
        const head = desk.library.byId.get(place?.report ?? report);
        return head === undefined || place === undefined ? [] : [citeEvidence(head, place)];
      }),
    ),
    ...content,
  });
}

/** Rules of the arithmetic are one kind for each table; gaps of the layout and of the text each have a name. */
const kindOf = (rule: string): string => (/^(?:layout|text)\./.test(rule) ? rule : (rule.split('.')[0] ?? rule));

/** One row for each report, or for each group where the plan groups. Those without a finding count nothing, and are there. */
function tallied(desk: Desk, findings: readonly StoredFinding[]): Tallied[] {
  const by = desk.plan.groupBy;
  const counts = (['error', 'warning', 'info'] as const).map((severity) => countOf(findings, [severity]));
  const of = (heads: readonly ReportHead[], row: Pick<Row, 'agency' | 'year' | 'report' | 'label'>): Tallied => {
    const [errors, warnings, hints] = counts.map((count) =>
      heads.reduce((sum, { report }) => sum + (count.get(report) ?? 0), 0),
    ) as [number, number, number];
    const total = errors + warnings + hints;
    return {
      total,
      reports: heads.map(({ report }) => report),
      row: { ...row, value: total, errors, warnings, hints },
    };
  };
  if (by === null)
    return desk.heads.map((head) =>
      of([head], { agency: head.agencyKey ?? head.agency, year: head.year, report: head.report }),
    );
  return groupBy(desk, by, desk.heads, (head) => head).map(({ label, items }) =>
    of(
      items,
      by === 'agency'
        ? { agency: items[0]?.agencyKey ?? items[0]?.agency ?? null, year: null, report: null }
        : { agency: null, year: null, report: null, label },
    ),
  );
}
