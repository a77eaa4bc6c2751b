/** Gaps of one table: the table, rows or cells that are not there, blank cells, lost columns. */
import type { Anomaly } from '../anomaly.ts';
import type { Evidence, Fact } from '../report.ts';
import { concernOf, evidenceOfAll } from './finding.ts';
import { listed, rowName, tableNames } from './names.ts';
import type { Draft } from './rule.ts';

/** A draft with the rule that it belongs to: the family has one rule for each kind of gap. */
export interface LayoutDraft extends Draft {
  readonly rule: `layout.${string}`;
}

type Row = readonly Fact[];

/** Facts of a table by printed row: in table 3 a measure, in 2 and 4 the row's label. */
export function rowsOf(facts: readonly Fact[], table: 2 | 3 | 4): Row[] {
  const rows = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (fact.table !== table) continue;
    const key = table === 3 ? fact.measure : fact.row;
    const row = rows.get(key);
    if (row) row.push(fact);
    else rows.set(key, [fact]);
  }
  return [...rows.values()];
}

export function tableGaps(table: 2 | 3 | 4, rows: readonly Row[], anomalies: readonly Anomaly[]): LayoutDraft[] {
  const name = tableNames[table];
  if (rows.length === 0) return [];
  const absent = rows.filter((row) => row.every((fact) => fact.state === 'missing') && !replaced(row, rows));
  if (absent.length === rows.length) {
    return [gap('layout.missingTable', `缺少${name.zh}。`, `There is no ${name.en}.`, rows, anomalies, table)];
  }
  const drafts: LayoutDraft[] = [];
  if (absent.length > 0) {
    const rest = lastPresent(rows, absent);
    const stops = absent.length >= 5 && rest;
    const labels = listed(absent.map((row) => rowName(row[0]!)));
    const zh = stops
      ? `${name.zh}在“${rowName(rest[0]!)}”之后中断，缺 ${absent.length} 行。`
      : `${name.zh}缺 ${absent.length} 行：${labels.zh}。`;
    const en = stops
      ? `${capital(name.en)} stops after “${rowName(rest[0]!)}”: ${absent.length} rows are missing.`
      : `${capital(name.en)} lacks ${absent.length === 1 ? 'a row' : `${absent.length} rows`}: ${labels.en}.`;
    const draft = gap('layout.missingRow', zh, en, absent, anomalies, table);
    drafts.push(draft.evidence.length > 0 || !rest ? draft : { ...draft, evidence: evidenceOfAll(rest).slice(0, 1) });
  }
  drafts.push(
    ...partly(table, 'missing', rows, anomalies),
    ...partly(table, 'blank', rows, anomalies),
    ...lost(table, rows, anomalies),
  );
  return drafts;
}

/** The 2021 form's three rows under （六） are not missing where the single row of 2019 is printed in their place. */
function replaced(row: Row, rows: readonly Row[]): boolean {
  if (!row[0]!.measure.startsWith('applications.other.')) return false;
  return rows.some(
    (other) => other[0]!.measure === 'applications.other' && other.some((fact) => fact.state !== 'missing'),
  );
}

/** The last printed row, where everything after it is missing. */
function lastPresent(rows: readonly Row[], absent: readonly Row[]): Row | null {
  const first = rows.indexOf(absent[0]!);
  return first > 0 && rows.length - first === absent.length ? rows[first - 1]! : null;
}

/** Rows with some cells that are blank (or missing, where the rest of the row is there): one finding a table. */
function partly(
  table: 2 | 3 | 4,
  state: 'blank' | 'missing',
  rows: readonly Row[],
  anomalies: readonly Anomaly[],
): LayoutDraft[] {
  const hit = rows.filter(
    (row) =>
      row.some((fact) => fact.state === state) && (state === 'blank' || row.some((fact) => fact.state !== 'missing')),
  );
  if (hit.length === 0) return [];
  const facts = hit.flatMap((row) => row.filter((fact) => fact.state === state));
  const name = tableNames[table];
  const labels = listed(hit.map((row) => rowName(row[0]!)));
  const [zh, en] = state === 'blank' ? ['空白（空白不等于零）', 'blank (blank is not zero)'] : ['缺失', 'missing'];
  const code = state === 'blank' ? 'layout.blankCells' : 'layout.missingCells';
  const count = `${facts.length}`;
  return [
    {
      ...gap(
        code,
        `${name.zh}有 ${count} 个单元格${zh}，在 ${hit.length} 行：${labels.zh}。`,
        `${capital(name.en)} has ${count} ${facts.length === 1 ? 'cell' : 'cells'} ${en}, in ${hit.length} ${hit.length === 1 ? 'row' : 'rows'}: ${labels.en}.`,
        hit,
        anomalies,
        table,
      ),
      concerns: facts.map(concernOf),
    },
  ];
}

/** Rows that lost columns, by how many values are left in them. */
function lost(table: 2 | 3 | 4, rows: readonly Row[], anomalies: readonly Anomaly[]): LayoutDraft[] {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const uncertain = row.filter((fact) => !fact.certain);
    if (uncertain.length === 0) continue;
    const left =
      row.filter((fact) => fact.certain && fact.state === 'stated').length +
      (uncertain[0]!.raw ?? '').split(' ').filter(Boolean).length;
    groups.set(left, [...(groups.get(left) ?? []), row]);
  }
  const name = tableNames[table];
  return [...groups].map(([left, hit]) => {
    const labels = listed(hit.map((row) => rowName(row[0]!)));
    const expected = hit[0]!.length;
    return {
      ...gap(
        'layout.lostColumns',
        `${name.zh}有 ${hit.length} 行丢失了列：应有 ${expected} 个数，只印了 ${left} 个，中间各列无法确定：${labels.zh}。`,
        `${hit.length} ${hit.length === 1 ? 'row' : 'rows'} of ${name.en} lost columns: ${left} values printed for ${expected} columns, so the columns between are unknown: ${labels.en}.`,
        hit,
        anomalies,
        table,
      ),
      concerns: hit.flatMap((row) => row.filter((fact) => !fact.certain).map(concernOf)),
    };
  });
}

function gap(
  rule: LayoutDraft['rule'],
  zh: string,
  en: string,
  rows: readonly Row[],
  anomalies: readonly Anomaly[],
  table: 2 | 3 | 4,
): LayoutDraft {
  const facts = rows.flat();
  const noted = anomalies.filter(
    (each) => each.table === table && same(each.code, rule) && rows.some((row) => row[0]!.row === each.row),
  );
  const evidence = evidenceOfAll(facts);
  return {
    rule,
    severity: 'warning',
    message: { zh, en },
    evidence: evidence.length > 0 ? evidence : anomalyEvidence(noted),
    concerns: facts.map(concernOf),
  };
}

/** blankRow and blankCells are one kind of gap to a reader. */
function same(code: string, rule: string): boolean {
  return code.replace(/(?:Rows?|Cells?)$/, '') === rule.replace(/(?:Rows?|Cells?)$/, '');
}

/** Where the reader's notes stand, each place once. */
export function anomalyEvidence(anomalies: readonly Anomaly[]): Evidence[] {
  const seen = new Map<string, Evidence>();
  for (const { line, page, place, quote } of anomalies) {
    if (line === null && page === null && place === null && quote === '') continue;
    seen.set(JSON.stringify([line, page, place, quote]), { line, page, place, quote: quote.slice(0, 300) });
  }
  return [...seen.values()];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
