/** Why a question has no answer, in both languages: which thing is not held, and what is held instead. */
import type { Bilingual, FormId } from '../report/report.ts';
import type { ReportHead } from '../store/store.ts';
import { ascending } from './catalog.ts';
import type { Desk, Reason } from './desk.ts';
import { citedRaw } from './figure-text.ts';
import type { Figure } from './figures.ts';
import { headsIn, notHeld } from './scope.ts';

const NAMED = 8;

export function reason(code: string, zh: string, en: string): Reason {
  return { code, text: { zh, en } };
}

/** Up to eight names; the rest are counted. */
export function listed(names: readonly Bilingual[]): Bilingual {
  const few = names.slice(0, NAMED);
  const more = names.length - few.length;
  return {
    zh: few.map((each) => each.zh).join('、') + (more > 0 ? `等 ${names.length} 个` : ''),
    en: few.map((each) => each.en).join(', ') + (more > 0 ? ` and ${more} more` : ''),
  };
}

export const formName = (form: FormId): Bilingual =>
  form === 'free' ? { zh: '无统一格式', en: 'free form' } : { zh: `${form} 年格式`, en: `${form} form` };

export function agencyName(desk: Desk, name: string | null): Bilingual {
  return { zh: desk.names.zh.agency(name), en: desk.names.en.agency(name) };
}

export const yearsName = (years: readonly number[]): Bilingual => ({
  zh: years.length === 0 ? '没有年份' : `${years.join('、')} 年`,
  en: years.length === 0 ? 'no year' : years.join(', '),
});

/** "盐池县科学技术局 2023 年" of a report. */
export function reportName(desk: Desk, head: ReportHead): Bilingual {
  const agency = agencyName(desk, head.agency);
  return head.year === null ? agency : { zh: `${agency.zh} ${head.year} 年`, en: `${agency.en}, ${head.year}` };
}

export const oneVersion: Reason = reason(
  'oneVersion',
  '所问的报告在资料库中只有一个版本，没有更正前的版本。',
  'Only one version of the report asked for is held: there is no earlier one.',
);

/** Of the reports whose text states a figure none compares so. */
export const noneMeet = (n: number): Reason =>
  reason(
    'noneMeet',
    `正文写明了这个数的 ${n} 份报告没有一份符合条件。`,
    `None of the ${n} reports whose text states the figure meets the condition.`,
  );

/** The reports that were spoken of are all held: none of them meets the rest of the scope. */
export const amongThose = ({ plan: { scope }, library }: Desk): boolean =>
  scope.reports.length > 0 && scope.reports.every((id) => library.byId.has(id));

export const noneOfThose = ({ plan: { scope } }: Desk): Reason =>
  reason(
    'noneOfThose',
    `所指的 ${scope.reports.length} 份报告里没有这样的。`,
    scope.reports.length === 1
      ? 'The report meant is none of these.'
      : `None of the ${scope.reports.length} reports meant is one of these.`,
  );

/** Reports that are in scope but for their form; "how many reports of 2023 use the 2019 form" is none of them. */
export function ofOtherForms({ plan: { scope }, library }: Desk): readonly ReportHead[] {
  return scope.forms.length === 0 ? [] : headsIn({ ...scope, forms: [] }, library);
}

export function noneOfForm({ plan: { scope } }: Desk, others: number): Reason {
  const names = scope.forms.map(formName);
  return reason(
    'noneOfForm',
    `范围内的 ${others} 份报告没有一份用的是${names.map(({ zh }) => zh).join('、')}。`,
    `None of the ${others} reports otherwise in scope uses the ${names.map(({ en }) => en).join(' or the ')}.`,
  );
}

/** Why no report is in scope: names what is not held, and what is held of the rest. */
export function nothingInScope(desk: Desk): Reason {
  const { scope } = desk.plan;
  const { catalog, heads } = desk.library;
  if (heads.length === 0) {
    return reason(
      'emptyLibrary',
      '资料库还没有报告。可以用 nianbao ingest 导入。',
      'The library holds no report yet; `nianbao ingest` reads some in.',
    );
  }
  if (scope.versions === 'earlier' && headsIn({ ...scope, versions: 'current' }, desk.library).length > 0)
    return oneVersion;
  const missing = notHeld(scope, desk.library);
  const held = listed(catalog.agencies.map((agency) => agencyName(desk, agency.key)));
  if (scope.reports.length > 0) {
    return reason(
      'report',
      '所指的报告已不在资料库中，或不符合其他条件。',
      'The reports meant are no longer held, or do not fit the other restrictions.',
    );
  }
  if (missing.agencies.length > 0) {
    const names = listed(missing.agencies.map((key) => agencyName(desk, key)));
    return reason(
      'agency',
      `资料库没有${names.zh}的报告。现有：${held.zh}。`,
      `No report of ${names.en} is held. Held: ${held.en}.`,
    );
  }
  if (missing.regions.length > 0) {
    const names = listed(
      missing.regions.map((region) => ({ zh: desk.names.zh.region(region), en: desk.names.en.region(region) })),
    );
    return reason(
      'region',
      `资料库没有${names.zh}的报告。现有：${held.zh}。`,
      `No report from ${names.en} is held. Held: ${held.en}.`,
    );
  }
  if (missing.kinds.length > 0) {
    const names = listed(missing.kinds.map((kind) => ({ zh: desk.names.zh.kind(kind), en: desk.names.en.kind(kind) })));
    return reason(
      'kind',
      `资料库没有这类机关（${names.zh}）的报告。现有：${held.zh}。`,
      `No report of this kind of agency is held (${names.en}). Held: ${held.en}.`,
    );
  }
  if (scope.agencies.length > 0 && scope.years.length > 0) {
    const parts = scope.agencies.map((key) => {
      const years = yearsName(catalog.agencies.find((each) => each.key === key)?.years ?? []);
      const name = agencyName(desk, key);
      return { zh: `${name.zh}现有 ${years.zh}`, en: `${name.en}: ${years.en}` };
    });
    const asked = yearsName(scope.years);
    return reason(
      'year',
      `没有 ${asked.zh}的报告。${listed(parts).zh}。`,
      `No report for ${asked.en} is held. Held for ${listed(parts).en}.`,
    );
  }
  const asked = yearsName(scope.years);
  const years = yearsName(catalog.years);
  if (scope.years.length > 0 && missing.years.length === scope.years.length) {
    return reason(
      'year',
      `资料库没有 ${asked.zh}的报告。现有年份：${years.zh}。`,
      `No report for ${asked.en} is held. Years held: ${years.en}.`,
    );
  }
  return reason(
    'combination',
    `资料库没有同时符合这些条件的报告。现有 ${heads.length} 份报告，年份：${years.zh}。`,
    `No report held meets all of these restrictions. Held: ${heads.length} reports, years ${years.en}.`,
  );
}

/** Why a figure cannot be given: the form lacks it, or the cell is blank, missing or uncertain. */
export function unknownFigure(desk: Desk, figure: Figure, name: Bilingual): Reason {
  const { head } = figure;
  const report = reportName(desk, head);
  if (!figure.inForm && head.form === 'free') {
    return reason(
      'freeForm',
      `${report.zh}的报告没有统一格式的表格，表中没有“${name.zh}”这一格。`,
      `The report of ${report.en} has no statutory tables, so it has no cell “${name.en}”.`,
    );
  }
  if (!figure.inForm) {
    const form = head.form === null ? { zh: '表格', en: 'form' } : formName(head.form);
    return reason(
      'formLacks',
      `${report.zh}的报告用的是${form.zh}，其中没有“${name.zh}”这一项。`,
      `The report of ${report.en} uses the ${form.en}, which has no “${name.en}”.`,
    );
  }
  const raw = citedRaw(figure);
  if (figure.state === 'blank') {
    return reason(
      'blank',
      `${report.zh}的报告里，“${name.zh}”这一格是空的（空白不等于 0）。`,
      `In the report of ${report.en} the cell “${name.en}” is blank (blank is not 0).`,
    );
  }
  if (figure.state === 'missing') {
    return reason(
      'missing',
      `${report.zh}的报告里缺少“${name.zh}”这一格。`,
      `The report of ${report.en} does not hold the cell “${name.en}”.`,
    );
  }
  return reason(
    'uncertain',
    `${report.zh}的报告在“${name.zh}”这一行丢了列${raw === null ? '' : `（这一行印的是 ${raw}）`}，不能确定哪个数属于这一格。`,
    `In the report of ${report.en} the row of “${name.en}” lost columns${raw === null ? '' : ` (it prints ${raw})`}: which value belongs to this cell cannot be known.`,
  );
}

/** Years held of the same agency, where they are others than the report's own. */
export function otherYears(desk: Desk, head: ReportHead): number[] {
  return ascending(
    (desk.library.byAgency.get(head.agencyKey ?? '') ?? []).flatMap((each) =>
      each.year !== head.year ? (each.year ?? []) : [],
    ),
  );
}

/** Two reasons as one: the second sentence follows the first. */
export function also(first: Reason, zh: string, en: string): Reason {
  return { code: first.code, text: { zh: `${first.text.zh}${zh}`, en: `${first.text.en} ${en}` } };
}
