/** What must be said beside a figure: what was left out and why, what cannot be compared, what the audit found. */
import type { MeasureRef } from '../question/plan.ts';
import type { Bilingual } from '../report/report.ts';
import type { ReportHead, StoredFinding } from '../store/store.ts';
import type { Warning } from './answer.ts';
import { citeEvidence, distinct } from './cite.ts';
import { type Concerned, concerning, type OnCells } from './concerns.ts';
import { type Desk, said } from './desk.ts';
import { citationsOf } from './figure-text.ts';
import type { Figure } from './figures.ts';
import { agencyName, formName, listed, reportName, yearsName } from './reasons.ts';
import { notHeld } from './scope.ts';

export function warning(desk: Desk, code: string, text: Bilingual, rest: Partial<Warning> = {}): Warning {
  return { code, text: said(desk, text), citations: [], ...rest };
}

const STATES: Record<string, Bilingual> = {
  blank: { zh: '空白', en: 'blank' },
  missing: { zh: '缺失', en: 'missing' },
  uncertain: { zh: '无法确定', en: 'uncertain' },
};

/** Unknown figures: never read as 0, counted and named. */
export function unknownLeftOut(desk: Desk, unknown: readonly Figure[]): Warning[] {
  if (unknown.length === 0) return [];
  const names = listed(
    unknown.map(({ head, state }) => {
      const name = reportName(desk, head);
      const how = STATES[state] ?? { zh: '无法确定', en: 'uncertain' };
      return { zh: `${name.zh}（${how.zh}）`, en: `${name.en} (${how.en})` };
    }),
  );
  const text = {
    zh: `${unknown.length} 份报告的这一格未知，没有计入，也没有当作 0：${names.zh}。`,
    en: `${unknown.length === 1 ? '1 report is' : `${unknown.length} reports are`} left out because the figure is unknown (not counted as 0): ${names.en}.`,
  };
  return [warning(desk, 'unknownLeftOut', text, { citations: distinct(unknown.slice(0, 3).flatMap(citationsOf)) })];
}

export function formLeftOut(desk: Desk, heads: readonly ReportHead[], name: Bilingual): Warning[] {
  if (heads.length === 0) return [];
  const names = listed(heads.map((head) => reportName(desk, head)));
  const text = {
    zh: `${heads.length} 份报告的格式里没有“${name.zh}”这一项，没有计入：${names.zh}。`,
    en: `${heads.length === 1 ? '1 report has' : `${heads.length} reports have`} no “${name.en}” in the form and ${heads.length === 1 ? 'is' : 'are'} left out: ${names.en}.`,
  };
  return [warning(desk, 'formLacks', text)];
}

export function undefinedLeftOut(desk: Desk, heads: readonly ReportHead[]): Warning[] {
  if (heads.length === 0) return [];
  const names = listed(heads.map((head) => reportName(desk, head)));
  const text = {
    zh: `${heads.length} 份报告的分母为 0，比率没有定义，没有计入：${names.zh}。`,
    en: `${heads.length === 1 ? '1 report is' : `${heads.length} reports are`} left out because the denominator is 0 and the rate is undefined: ${names.en}.`,
  };
  return [warning(desk, 'denominatorZero', text)];
}

export function consolidatedLeftOut(desk: Desk, heads: readonly ReportHead[]): Warning[] {
  if (heads.length === 0) return [];
  const names = listed(heads.map((head) => reportName(desk, head)));
  const text = {
    zh: `政府的汇总报告已包含其部门的数字，不与部门相加，没有计入：${names.zh}。`,
    en: `A government's consolidated report holds its departments' figures and is not added to them; left out: ${names.en}.`,
  };
  return [warning(desk, 'consolidated', text)];
}

/** By kind of body they are a group of their own. */
export function consolidatedApart(desk: Desk, heads: readonly ReportHead[]): Warning[] {
  if (heads.length === 0) return [];
  const names = listed(heads.map((head) => reportName(desk, head)));
  const text = {
    zh: `政府的汇总报告已包含其部门的数字，单列一组，不计入总的数：${names.zh}。`,
    en: `A government's consolidated report holds its departments' figures: it stands in a group of its own, and the figure over all leaves it out: ${names.en}.`,
  };
  return [warning(desk, 'consolidated', text)];
}

/** Reports of a ranking by city, county or kind that belong to none. */
export function groupless(desk: Desk, heads: readonly ReportHead[]): Warning[] {
  if (heads.length === 0) return [];
  const names = listed([...new Set(heads.map((head) => head.agencyKey))].map((key) => agencyName(desk, key)));
  const text = {
    zh: `有 ${heads.length} 份报告不属于任何一组，没有参加排名：${names.zh}。`,
    en: `${heads.length} reports belong to none of the groups and are not ranked: ${names.en}.`,
  };
  return [warning(desk, 'groupless', text)];
}

export function nestedGovernments(desk: Desk): Warning {
  return warning(desk, 'nestedGovernments', {
    zh: '所加的报告里有上下级政府：上级政府的汇总可能已包含下级的数字。',
    en: 'Governments of several levels are among the reports: the upper one may already hold the figures of the lower.',
  });
}

export function crossForm(desk: Desk, name: Bilingual): Warning {
  return warning(desk, 'crossForm', {
    zh: `2019 年格式与 2021 年格式的表二只有“处理决定数量”可比；“${name.zh}”在两种格式之间不可比，没有合在一起。`,
    en: `“${name.en}” cannot be compared between the 2019 and the 2021 form, and is kept apart: of table 2 only the numbers of decisions can.`,
  });
}

export function unitsApart(desk: Desk, figures: readonly Figure[]): Warning[] {
  if (figures.length === 0) return [];
  const names = listed(figures.map(({ head }) => reportName(desk, head)));
  const text = {
    zh: `${figures.length} 份报告的金额没有注明单位或单位不同，不能相加或排序，没有计入：${names.zh}。`,
    en: `${figures.length} figures have no stated unit or another one, so they cannot be added or ranked, and are left out: ${names.en}.`,
  };
  return [warning(desk, 'units', text, { citations: distinct(figures.slice(0, 3).flatMap(citationsOf)) })];
}

/** Some of the agencies, years or regions named are not held: the answer is about the others. */
export function partlyHeld(desk: Desk): Warning[] {
  const missing = notHeld(desk.plan.scope, desk.library);
  const names: Bilingual[] = [
    ...missing.agencies.map((key) => ({ zh: desk.names.zh.agency(key), en: desk.names.en.agency(key) })),
    ...missing.regions.map((region) => ({ zh: desk.names.zh.region(region), en: desk.names.en.region(region) })),
    ...missing.years.map((year) => yearsName([year])),
    ...missing.kinds.map((kind) => ({ zh: desk.names.zh.kind(kind), en: desk.names.en.kind(kind) })),
    ...missing.forms.map(formName),
  ];
  if (names.length === 0) return [];
  const all = listed(names);
  return [warning(desk, 'notHeld', { zh: `资料库没有：${all.zh}。`, en: `Not held: ${all.en}.` })];
}

/** An older version of a report exists: the current one is used. */
export function versions(desk: Desk, heads: readonly ReportHead[]): Warning[] {
  return heads.slice(0, 3).flatMap((head) => {
    const older = desk.library.replaced.get(head.report) ?? [];
    if (older.length === 0) return [];
    const name = reportName(desk, head);
    const ids = older.map((each) => each.report).join(', ');
    const text = {
      zh: `${name.zh}的报告有 ${older.length + 1} 个版本，这里用的是现行版本；被替代的：${ids}。`,
      en: `There are ${older.length + 1} versions of the report of ${name.en}; this is the current one. Replaced: ${ids}.`,
    };
    return [warning(desk, 'versions', text)];
  });
}

const MOST = 5;

type Used = Pick<Figure, 'head' | 'refs' | 'facts'>;

const isOf = (cell: MeasureRef, { measure, applicant }: Concerned): boolean =>
  cell.measure === measure && (applicant === null || cell.applicant === applicant);

/** Of thousands of reports: in plain loops, which make nothing. */
function concern(cells: readonly Concerned[], used: readonly MeasureRef[]): boolean {
  for (const cell of cells) for (const each of used) if (isOf(each, cell)) return true;
  return false;
}

/** By the cells of figures and of findings, of which thousands share one list each, whether they meet. */
const meetings = new WeakMap<readonly MeasureRef[], Map<readonly Concerned[], boolean>>();

function concerns({ refs, facts }: Used, { cells }: OnCells): boolean {
  // Of some figures only those cells are left that count.
  if (refs.length !== facts.length) return concern(cells, facts);
  const known = meetings.get(refs) ?? new Map<readonly Concerned[], boolean>();
  if (known.size === 0) meetings.set(refs, known);
  const meet = known.get(cells) ?? concern(cells, refs);
  known.set(cells, meet);
  return meet;
}

/** Findings of the audit that concern the figures used, the most severe first; dismissed ones and hints are left out. */
export async function findingsOn(desk: Desk, figures: readonly Used[]): Promise<Warning[]> {
  const { byReport, onCells } = await concerning(desk);
  if (onCells.size === 0) return [];
  const touched = new Map<string, Set<StoredFinding>>();
  for (const figure of figures) {
    // All facts of a figure are of its report; most reports have no finding, and their facts are not looked at.
    const { report } = figure.head;
    const some = figure.facts.length === 0 ? undefined : onCells.get(report);
    if (some === undefined) continue;
    for (const each of some) {
      if (!concerns(figure, each)) continue;
      const own = touched.get(report);
      if (own === undefined) touched.set(report, new Set([each.finding]));
      else own.add(each.finding);
    }
  }
  const found = [...touched]
    .flatMap(([report, own]) => (byReport.get(report) ?? []).filter((finding) => own.has(finding)))
    .sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  const shown = found.slice(0, MOST).map((finding) => findingWarning(desk, finding));
  if (found.length <= MOST) return shown;
  const rest = found.length - MOST;
  return [
    ...shown,
    warning(desk, 'moreFindings', {
      zh: `所用的数字另有 ${rest} 条核查发现。`,
      en: `There are ${rest} more findings on the figures used.`,
    }),
  ];
}

const standingAt = (all: readonly StoredFinding[], report: string, line: number | null): StoredFinding[] =>
  all.filter(({ evidence }) => evidence.some((each) => (each.report ?? report) === report && each.line === line));

/** Findings on the text whose evidence stands on a line that the answer quotes. */
export async function findingsAt(
  desk: Desk,
  places: readonly { report: string; line: number | null }[],
): Promise<Warning[]> {
  const { onText } = await concerning(desk);
  const found = new Map<string, StoredFinding>();
  for (const { report, line } of onText.size === 0 ? [] : places) {
    const onReport = line === null ? undefined : onText.get(report);
    if (onReport === undefined) continue;
    for (const finding of standingAt(onReport, report, line)) found.set(finding.id, finding);
  }
  return [...found.values()].slice(0, MOST).map((finding) => findingWarning(desk, finding));
}

function findingWarning(desk: Desk, finding: StoredFinding): Warning {
  const own = desk.library.byId.get(finding.report);
  const name = own === undefined || desk.heads.length === 1 ? null : reportName(desk, own);
  const text =
    name === null
      ? finding.message
      : { zh: `${name.zh}：${finding.message.zh}`, en: `${name.en}: ${finding.message.en}` };
  const citations = finding.evidence.flatMap((evidence) => {
    const head = desk.library.byId.get(evidence.report ?? finding.report);
    return head === undefined ? [] : [citeEvidence(head, evidence)];
  });
  return warning(desk, finding.rule, text, { severity: finding.severity, citations: distinct(citations).slice(0, 5) });
}
