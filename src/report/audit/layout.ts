/**
 * Gaps of the layout: sections, tables, rows and cells that are not there, blank cells, lost columns; and what the table reader
 * noticed. What the facts show is counted here, so that it does not depend on who read the document; the reader's notes
 * add places and what facts cannot show (labels that slid, clipped headers).
 */
import { fold } from '../../text/normalize.ts';
import type { Anomaly } from '../anomaly.ts';
import type { Bilingual, Severity } from '../report.ts';
import { concernOf, evidenceOfAll } from './finding.ts';
import { wordsOf } from './layout-words.ts';
import { tableNames } from './names.ts';
import { printedAnomalies } from './printed.ts';
import type { Subject } from './rule.ts';
import { anomalyEvidence, type LayoutDraft, rowsOf, tableGaps } from './table-gaps.ts';

const sectionNames: readonly string[] = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];
const sectionEnglish = [
  'overview',
  'proactive disclosure',
  'applications',
  'reviews and litigation',
  'problems and improvements',
  'other matters',
];

/** Counted from sections and facts; the reader's notes of the same codes only add evidence. */
const derived = new Set([
  'layout.missingSection',
  'layout.missingTable',
  'layout.missingRow',
  'layout.missingRows',
  'layout.missingCells',
  'layout.missingCell',
  'layout.blankRow',
  'layout.blankCells',
  'layout.blankCell',
  'layout.lostColumns',
]);

export function layoutDrafts(subject: Subject): LayoutDraft[] {
  const { report, anomalies, lines } = subject;
  // A report that follows no form lacks nothing of it.
  if (report.form === 'free') return grouped(anomalies.filter((each) => !derived.has(each.code)));
  const drafts: LayoutDraft[] = [
    ...missingSections(report.sections, anomalies),
    ...wrongForm(report),
    ...mixedForms(report),
  ];
  for (const table of [2, 3, 4] as const) drafts.push(...tableGaps(table, rowsOf(report.facts, table), anomalies));
  const noted = [...anomalies, ...(lines === null ? [] : printedAnomalies(report, lines, anomalies))];
  return [
    ...drafts,
    ...grouped(noted.filter((each) => !derived.has(each.code) && !isWhole(each) && !isSaid(each, drafts))),
  ];
}

/** A section that is empty because its table is not there: the table's own finding says so. */
function isSaid({ code, table }: Anomaly, drafts: readonly LayoutDraft[]): boolean {
  if (code !== 'layout.emptySection' || table === null) return false;
  return drafts.some(
    (draft) => draft.rule === 'layout.missingTable' && draft.message.zh.includes(tableNames[table].zh),
  );
}

/** A label that is printed whole, only together with the label of its group, is not split. */
function isWhole({ code, row, details }: Anomaly): boolean {
  if (code !== 'layout.splitLabel' || row === null) return false;
  return fold(String(details.label ?? '')).includes(fold(row.split('/').at(-1) ?? row));
}

function missingSections(sections: Subject['report']['sections'], anomalies: readonly Anomaly[]): LayoutDraft[] {
  const present = new Set(sections.map((section) => section.number));
  // Nothing read as a section at all: the reader says so, six findings would say no more.
  if (sections.length === 0) return [];
  const drafts: LayoutDraft[] = [];
  for (let number = 1; number <= 6; number += 1) {
    if (present.has(number)) continue;
    const before = sections.filter((section) => (section.number ?? 9) < number).at(-1);
    const evidence = anomalyEvidence(
      anomalies.filter((each) => each.code === 'layout.missingSection' && each.details.section === number),
    );
    drafts.push({
      rule: 'layout.missingSection',
      severity: 'warning',
      message: {
        zh: `缺少第${'一二三四五六'[number - 1]}部分“${sectionNames[number - 1]}”。`,
        en: `Section ${number} (${sectionEnglish[number - 1]}) is missing.`,
      },
      evidence:
        evidence.length > 0 || !before?.lines ? evidence : [{ line: before.lines[0], page: null, quote: before.title }],
      concerns: [],
    });
  }
  return drafts;
}

/** The labels of table 2 are those of another form than the report's year prescribes (2019 form up to 2020, 2021 form from then on). */
function wrongForm({ form, year, facts }: Subject['report']): LayoutDraft[] {
  if (year === null || form === null || form === 'free' || (form === '2021') === year >= 2021) return [];
  const printed = facts.filter((fact) => fact.table === 2 && fact.state !== 'missing');
  if (printed.length === 0) return [];
  const expected = year >= 2021 ? '2021' : '2019';
  return [
    {
      rule: 'layout.wrongForm',
      severity: 'warning',
      message: {
        zh: `${year} 年的报告应按 ${expected} 年格式编制，表二用的却是 ${form} 年的格式。`,
        en: `The report for ${year} should follow the form of ${expected}, but its table 2 follows that of ${form}.`,
      },
      evidence: evidenceOfAll(printed).slice(0, 1),
      concerns: [],
    },
  ];
}

/** Table 3 prints （六） as the other form has it: one row where three belong, or three where one does. */
function mixedForms({ form, facts }: Subject['report']): LayoutDraft[] {
  const rows = facts.filter(
    ({ table, state, measure }) => table === 3 && state !== 'missing' && /^applications\.other(?:$|\.)/.test(measure),
  );
  const single = rows.filter((fact) => fact.measure === 'applications.other');
  const alone = single.length === 0 || single.length === rows.length;
  if (rows.length === 0 || !alone || form === null || single.length > 0 === (form === '2019')) return [];
  const other = form === '2021' ? '2019' : '2021';
  return [
    {
      rule: 'layout.mixedForms',
      severity: 'warning',
      message: {
        zh: `${tableNames[3].zh}的“（六）其他处理”按 ${other} 年格式印成${single.length > 0 ? '一行' : '三行'}，与报告所用的 ${form} 年格式不符。`,
        en: `In ${tableNames[3].en} “（六）其他处理” is printed ${single.length > 0 ? 'as one row' : 'as three rows'}, as in the form of ${other}; the report follows that of ${form}.`,
      },
      evidence: evidenceOfAll(rows).slice(0, 1),
      concerns: rows.map(concernOf),
    },
  ];
}

/** The reader's notes, those of one kind in one table together. */
function grouped(anomalies: readonly Anomaly[]): LayoutDraft[] {
  const groups = new Map<string, Anomaly[]>();
  for (const anomaly of anomalies) {
    const key = `${anomaly.code}/${anomaly.table}`;
    groups.set(key, [...(groups.get(key) ?? []), anomaly]);
  }
  return [...groups.values()].map((group) => {
    const { code, table } = group[0]!;
    const { severity, message } = wordsOf(code, table, group);
    return {
      rule: code,
      severity: severity as Severity,
      message: message as Bilingual,
      evidence: anomalyEvidence(group),
      concerns: group.flatMap((each) => [...each.concerns]),
    };
  });
}
