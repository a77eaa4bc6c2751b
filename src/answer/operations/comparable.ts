/** Whether figures of different reports may be set side by side: yes or no, by the forms that they follow, with the reason. */
import type { Bilingual, FormId } from '../../report/report.ts';
import type { Answer, Row } from '../answer.ts';
import { answer, type Desk } from '../desk.ts';
import { nameOf } from '../figure-text.ts';
import { comparableAcrossForms } from '../measures.ts';
import { formName } from '../reasons.ts';

type Verdict = 'yes' | 'no' | 'partly';

/** What the two forms count under one heading of table 2, and of （六）. */
const apart: readonly (readonly [RegExp, Bilingual])[] = [
  [
    /^(?:rules|normative)\./,
    {
      zh: '规章和规范性文件：2019 年格式记新制作、新公开数量和对外公开总数量，2021 年格式记制发、废止和现行有效件数，不是同一个数',
      en: 'rules and normative documents: the 2019 form counts those made, newly disclosed and disclosed in total, the 2021 form those issued, repealed and in force, which are other figures',
    },
  ],
  [
    /\.items(?:Prior|Change)$/,
    {
      zh: '项目数量和本年增/减：只有 2019 年格式有',
      en: 'numbers of items and their increase or decrease stand in the 2019 form only',
    },
  ],
  [
    /^fees\./,
    {
      zh: '行政事业性收费：2019 年格式记项目数，2021 年格式记金额',
      en: 'fees: the 2019 form counts fee items, the 2021 form gives an amount of money',
    },
  ],
  [
    /^procurement\./,
    { zh: '政府集中采购：只有 2019 年格式有', en: 'centralised procurement stands in the 2019 form only' },
  ],
  [
    /^applications\.other\./,
    {
      zh: '（六）的三个分项：只有 2021 年格式有，2019 年格式只有一行其他处理',
      en: 'the three rows under other handling stand in the 2021 form only; the 2019 form has one row',
    },
  ],
];

const decisions: Bilingual = {
  zh: '处理决定数量（行政许可、其他对外管理服务事项、行政处罚、行政强制）',
  en: 'numbers of decisions (licensing, other services, penalties, compulsory measures)',
};

export function comparable(desk: Desk, tables: readonly number[]): Answer {
  const forms = formsOf(desk);
  const asked = measuresOf(desk, tables);
  const [verdict, why] = judge(forms, asked);
  const subject: Bilingual =
    desk.plan.measures.length > 0
      ? nameOf(desk, { refs: desk.plan.measures })
      : tables.length > 0
        ? { zh: tables.map((table) => `表${'二三四'.charAt(table - 2)}`).join('、'), en: `table ${tables.join(', ')}` }
        : { zh: '表格的数', en: 'the figures of the tables' };
  const said: Record<Verdict, Bilingual> = {
    yes: { zh: '能比', en: 'Yes, they can be compared' },
    no: { zh: '不能直接比', en: 'No, they cannot be compared directly' },
    partly: { zh: '只有一部分能比', en: 'Only some of them can be compared' },
  };
  return answer(desk, 'answered', {
    subject,
    rows: rowsOf(desk),
    body: {
      zh: `${said[verdict].zh}（${subject.zh}）：${why.zh}。`,
      en: `${said[verdict].en} (${subject.en}): ${why.en}.`,
    },
  });
}

/** The forms that the sides follow: of reports held the one that they show, of years not held the one of their time. */
function formsOf({ heads, plan: { scope } }: Desk): FormId[] {
  const held = new Set(heads.map(({ year }) => year));
  const forms = new Set<FormId>([
    ...heads.flatMap(({ form }) => (form === null ? [] : [form])),
    ...scope.years.filter((year) => !held.has(year)).map(formOfYear),
    ...scope.forms,
  ]);
  // Of one report nothing can be compared: the question is about the two forms.
  const sides = Math.max(heads.length, scope.years.length, scope.forms.length);
  return [...(sides < 2 ? new Set<FormId>(['2019', '2021']) : forms)].sort();
}

const formOfYear = (year: number): FormId => (year < 2019 ? 'free' : year < 2021 ? '2019' : '2021');

function measuresOf({ plan, lexicon }: Desk, tables: readonly number[]): string[] {
  if (plan.measures.length > 0) return [...new Set(plan.measures.map(({ measure }) => measure))];
  const all = lexicon.measures.filter(({ table }) => tables.length === 0 || tables.includes(table));
  return all.map(({ id }) => id);
}

/** The sub-rows of （六） stand in one form, although table 3 is the same. */
const alike = (measure: string): boolean => comparableAcrossForms(measure) && !/^applications\.other\./.test(measure);

function judge(forms: readonly FormId[], measures: readonly string[]): [Verdict, Bilingual] {
  if (forms.includes('free'))
    return [
      'no',
      {
        zh: '2018 年度及以前的报告没有统一的表格，其中的数是正文或附表里各自统计的',
        en: 'reports up to 2018 follow no common form; their figures were counted by each body in its own way',
      },
    ];
  const [first, second] = forms;
  if (second === undefined) {
    const form = formName(first ?? '2021');
    return [
      'yes',
      {
        zh: `这些报告用的都是${form.zh}，同一格的含义相同`,
        en: `these reports all follow the ${form.en}, in which a cell means the same`,
      },
    ];
  }
  const same = measures.filter(alike);
  const other = measures.filter((measure) => !alike(measure));
  const reasons = apart.filter(([test]) => other.some((measure) => test.test(measure))).map(([, text]) => text);
  const list = (language: 'zh' | 'en') => reasons.map((each) => each[language]).join('；');
  if (other.length === 0) {
    const decided = same.every((measure) => measure.endsWith('.decisions'));
    return [
      'yes',
      {
        zh: `涉及 2019 年和 2021 年两种格式，${decided ? '处理决定数量是表二里唯一在两种格式中含义相同的数' : '表三（申请）和表四（复议、诉讼）在两种格式中含义相同'}`,
        en: `the 2019 and the 2021 form are both involved, but ${decided ? 'the number of decisions is the one figure of table 2 that means the same in both' : 'table 3 (applications) and table 4 (reviews and litigation) mean the same in both'}`,
      },
    ];
  }
  if (same.length === 0)
    return [
      'no',
      {
        zh: `涉及 2019 年和 2021 年两种格式。${list('zh')}。表二只有处理决定数量可以跨格式比`,
        en: `the 2019 and the 2021 form are both involved. ${list('en').replaceAll('；', '; ')}. Of table 2 only the numbers of decisions can be compared across the forms`,
      },
    ];
  const kinds = new Set(same.map((measure) => (measure.endsWith('.decisions') ? 'decisions' : 'tables')));
  const can = (language: 'zh' | 'en') =>
    [
      ...(kinds.has('tables') ? [{ zh: '表三、表四', en: 'tables 3 and 4' }[language]] : []),
      ...(kinds.has('decisions') ? [decisions[language]] : []),
    ].join(language === 'zh' ? '和' : ' and ');
  return [
    'partly',
    {
      zh: `涉及 2019 年和 2021 年两种格式，能比的是${can('zh')}。不能比的：${list('zh')}`,
      en: `the 2019 and the 2021 form are both involved; comparable are ${can('en')}. Not comparable: ${list('en').replaceAll('；', '; ')}`,
    },
  ];
}

/** The form of each report that is compared, where they are few; of a year that is not held the form of its time. */
function rowsOf({ heads, plan: { scope, language } }: Desk): Row[] {
  const named = scope.agencies.length + scope.years.length + scope.reports.length > 0;
  if (!named || heads.length > 10) return [];
  return heads.map(({ agency, year, report, form }) => ({
    agency,
    year,
    report,
    value: form === null ? null : formName(form)[language],
  }));
}
