/** Builds Report values for tests: a consistent report with every cell stated, and changes to it. */
import { forms, type TableForm } from '../../src/report/forms.ts';
import type { Applicant, Fact, Report, Section } from '../../src/report/report.ts';

export const applicantColumns: readonly Applicant[] = [
  'natural',
  'business',
  'research',
  'publicInterest',
  'legalService',
  'otherOrganization',
];

const sectionTitles = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
] as const;

export interface BuildOptions {
  readonly id?: string;
  readonly agency?: string | null;
  readonly year?: number | null;
  readonly form?: TableForm;
  readonly publishedDate?: string | null;
  /** Values by "measure" or "measure/applicant"; others are 0. Totals are not computed: see `balanced`. */
  readonly values?: Readonly<Record<string, number>>;
  /** Paragraphs by section number; a section given as null is left out. */
  readonly text?: Readonly<Record<number, readonly string[] | null>>;
  readonly preamble?: string | null;
  readonly signature?: string | null;
  readonly title?: string | null;
  readonly region?: Partial<Report['region']>;
}

/** A report with all cells of its form stated and certain, each on a line of its own, and six sections. */
export function buildReport(options: BuildOptions = {}): Report {
  const year = options.year === undefined ? 2023 : options.year;
  const form = options.form ?? ((year ?? 2023) >= 2021 ? '2021' : '2019');
  const agency = options.agency === undefined ? '盐池县科学技术局' : options.agency;
  let line = 100;
  const facts: Fact[] = forms[form].map((cell) => {
    line += 1;
    const value = options.values?.[keyOf(cell)] ?? 0;
    return {
      ...pick(cell),
      value,
      state: 'stated',
      certain: true,
      raw: String(value),
      line,
      page: null,
      place: null,
      quote: `${cell.row}\t${value}`,
    };
  });
  return {
    file: `${options.id ?? 'a'}.txt`,
    report: options.id ?? '0123456789ab',
    agency,
    year,
    form,
    title: options.title === undefined ? `${agency ?? ''}${year ?? ''}年政府信息公开工作年度报告` : options.title,
    publishedDate: options.publishedDate === undefined ? `${(year ?? 2023) + 1}-01-20` : options.publishedDate,
    sourceUrl: null,
    region: { province: '宁夏回族自治区', city: '吴忠市', county: '盐池县', ...options.region },
    contact: { phone: null, fax: null, email: null, address: null, postcode: null, website: null },
    preamble: options.preamble ? { text: options.preamble, lines: [2, 2] } : null,
    signature: options.signature ? { text: options.signature, lines: [900, 900] } : null,
    sections: sectionTitles.flatMap((title, index) => {
      const paragraphs = options.text?.[index + 1];
      return paragraphs === null ? [] : [buildSection(index + 1, title, paragraphs ?? ['情况如下。'])];
    }),
    facts,
    statements: [],
    findings: [],
    error: null,
  };
}

function buildSection(number: number, title: string, texts: readonly string[]): Section {
  const first = number * 1000;
  const paragraphs = texts.map((text, index) => {
    const at = first + 1 + index;
    return { text, lines: [at, at] as [number, number], page: null, place: null, tabular: false };
  });
  return { number, title, text: texts.join('\n'), lines: [first, first + texts.length], paragraphs };
}

function keyOf(cell: { measure: string; applicant: Applicant | null }): string {
  return cell.applicant === null ? cell.measure : `${cell.measure}/${cell.applicant}`;
}

function pick(cell: (typeof forms)['2019'][number]) {
  const { measure, applicant, table, row, column, unit } = cell;
  return { measure, applicant, table, row, column, unit };
}

/** Outcome rows of a form, without （七）. */
export function outcomeMeasures(form: TableForm): string[] {
  const measures = forms[form].filter((cell) => cell.table === 3).map((cell) => cell.measure);
  const others = [
    'applications.received',
    'applications.carriedOver',
    'applications.handled',
    'applications.carriedForward',
  ];
  return [...new Set(measures)].filter((measure) => !others.includes(measure));
}

/**
 * Values of a report whose identities all hold. `outcomes` gives, for each applicant column, outcome measure and count;
 * `carriedOver` and `carriedForward` the counts of each column; what was received follows from the balance.
 */
export function balanced(
  form: TableForm,
  columns: Readonly<
    Partial<Record<Applicant, { outcomes?: Readonly<Record<string, number>>; over?: number; forward?: number }>>
  >,
  table4: Readonly<Record<string, readonly [number, number, number, number]>> = {},
): Record<string, number> {
  const values: Record<string, number> = {};
  const add = (measure: string, applicant: Applicant, value: number) => {
    for (const column of [applicant, 'total'] as const) {
      const key = `${measure}/${column}`;
      values[key] = (values[key] ?? 0) + value;
    }
  };
  for (const applicant of applicantColumns) {
    const { outcomes = {}, over = 0, forward = 0 } = columns[applicant] ?? {};
    const handled = Object.values(outcomes).reduce((sum, value) => sum + value, 0);
    // What was carried over and neither handled nor carried forward cannot be: then nothing was carried over.
    const carried = Math.min(over, handled + forward);
    for (const measure of outcomeMeasures(form)) add(measure, applicant, outcomes[measure] ?? 0);
    add('applications.handled', applicant, handled);
    add('applications.carriedForward', applicant, forward);
    add('applications.carriedOver', applicant, carried);
    add('applications.received', applicant, handled + forward - carried);
  }
  for (const [block, counts] of Object.entries(table4)) {
    for (const [index, column] of ['upheld', 'corrected', 'otherOutcome', 'pending'].entries())
      values[`${block}.${column}`] = counts[index]!;
    values[`${block}.total`] = counts.reduce((sum, value) => sum + value, 0);
  }
  return values;
}

/** The report with some facts changed. */
export function changeFacts(report: Report, change: (fact: Fact) => Partial<Fact> | null): Report {
  return {
    ...report,
    facts: report.facts.map((fact) => {
      const changed = change(fact);
      return changed === null ? fact : { ...fact, ...changed };
    }),
  };
}

/** Sets one cell by "measure" or "measure/applicant". */
export function setFact(report: Report, key: string, change: Partial<Fact>): Report {
  return changeFacts(report, (fact) =>
    keyOf(fact) === key ? { raw: change.value === undefined ? fact.raw : String(change.value), ...change } : null,
  );
}
