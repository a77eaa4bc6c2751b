/** Figures of one year against those of the next, for the same agency. Findings stand at the later year. */
import { applicants } from '../forms.ts';
import type { Applicant, Bilingual } from '../report.ts';
import { applicantNames } from './names.ts';
import type { Draft } from './rule.ts';
import type { Sketch, SketchFigure } from './sketch.ts';

export interface YearRule {
  readonly id: string;
  readonly title: Bilingual;
  readonly nouns: readonly string[];
  readonly severity: 'error' | 'warning' | 'info';
  /** Both reports, a year apart, of one agency. */
  readonly check: (earlier: Sketch, later: Sketch) => Draft | null;
  /** Could the rule be applied? */
  readonly assessable: (earlier: Sketch, later: Sketch) => boolean;
}

const figure = (sketch: Sketch, measure: string, applicant: Applicant | null = null): SketchFigure | undefined =>
  sketch.figures[applicant === null ? measure : `${measure}/${applicant}`];

const evidence = (sketch: Sketch, { line, page, place, quote }: SketchFigure) => ({
  report: sketch.report,
  line,
  page,
  place,
  quote,
});

/** 四、结转下年度继续办理 of a year is 二、上年结转 of the next, column by column. */
const carry: YearRule = {
  id: 'year.carry',
  title: { zh: '跨年：上年“结转下年度”等于本年“上年结转”', en: 'Across years: carried forward equals carried over' },
  nouns: ['applications', 'year'],
  severity: 'error',
  assessable: (earlier, later) => applicants.some((each) => pair(earlier, later, each) !== null),
  check: (earlier, later) => {
    const wrong = applicants.flatMap((applicant) => {
      const found = pair(earlier, later, applicant);
      return found === null || found.out.value === found.in.value ? [] : [{ applicant, ...found }];
    });
    if (wrong.length === 0) return null;
    const text = (language: 'zh' | 'en', colon: string, joint: string) =>
      wrong
        .map((each) => `${applicantNames[each.applicant][language]}${colon}${each.out.value} → ${each.in.value}`)
        .join(joint);
    return {
      severity: 'error',
      message: {
        zh: `${earlier.year} 年报告“结转下年度继续办理”与 ${later.year} 年报告“上年结转”不一致（${text('zh', ' ', '；')}）。`,
        en: `Carried forward in ${earlier.year} and carried over in ${later.year} differ (${text('en', ' ', '; ')}).`,
      },
      evidence: unique(wrong.flatMap((each) => [evidence(earlier, each.out), evidence(later, each.in)])),
      concerns: wrong.map((each) => `applications.carriedOver/${each.applicant}`),
    };
  },
};

function pair(earlier: Sketch, later: Sketch, applicant: Applicant) {
  const out = figure(earlier, 'applications.carriedForward', applicant);
  const incoming = figure(later, 'applications.carriedOver', applicant);
  return out && incoming ? { out, in: incoming } : null;
}

/** 2021 form: 现行有效(y) = 现行有效(y-1) + 制发(y) - 废止(y). */
const inForce: YearRule = {
  id: 'year.inForce',
  title: { zh: '跨年：现行有效=上年现行有效+制发-废止', en: 'Across years: in force = previous + issued - repealed' },
  nouns: ['rules', 'normative', 'year'],
  severity: 'error',
  assessable: (earlier, later) => kinds.some(({ id }) => terms(earlier, later, id) !== null),
  check: (earlier, later) => {
    const wrong = kinds.flatMap((kind) => {
      const found = terms(earlier, later, kind.id);
      return found === null || found.expected === found.now.value ? [] : [{ kind, ...found }];
    });
    if (wrong.length === 0) return null;
    const say = (name: 'zh' | 'en', joint: string) =>
      wrong
        .map(
          ({ kind, before, issued, repealed, expected, now }) =>
            `${kind[name]} ${before.value}+${issued.value}-${repealed.value}=${expected}, ${now.value}`,
        )
        .join(joint);
    return {
      severity: 'error',
      message: {
        zh: `现行有效件数与上年对不上（${later.year} 年：上年现行有效+制发-废止=应有数，印出数）：${say('zh', '；')}。`,
        en: `Documents in force in ${later.year} do not follow from ${earlier.year} (previous + issued - repealed = expected, printed): ${say('en', '; ')}.`,
      },
      evidence: unique(
        wrong.flatMap((each) => [
          evidence(earlier, each.before),
          evidence(later, each.issued),
          evidence(later, each.now),
        ]),
      ),
      concerns: wrong.map((each) => `${each.kind.id}.inForce`),
    };
  },
};

const kinds = [
  { id: 'rules', zh: '规章', en: 'rules' },
  { id: 'normative', zh: '行政规范性文件', en: 'normative documents' },
] as const;

function terms(earlier: Sketch, later: Sketch, kind: string) {
  const before = figure(earlier, `${kind}.inForce`);
  const [issued, repealed, now] = ['issued', 'repealed', 'inForce'].map((column) => figure(later, `${kind}.${column}`));
  if (!before || !issued || !repealed || !now) return null;
  return { before, issued, repealed, now, expected: before.value + issued.value - repealed.value };
}

/** 2019 form: 上一年项目数量(2020) = 上一年项目数量(2019) + 本年增/减(2019). Soft: agencies read the column differently. */
const items: YearRule = {
  id: 'year.items',
  title: { zh: '跨年：上一年项目数量=前年数量+增减（软性）', en: 'Across years: items of the previous year (soft)' },
  nouns: ['licensing', 'penalties', 'coercion', 'fees', 'year'],
  severity: 'warning',
  assessable: (earlier, later) => services.some((id) => change(earlier, later, id) !== null),
  check: (earlier, later) => {
    const wrong = services.flatMap((id) => {
      const found = change(earlier, later, id);
      return found === null || found.expected === found.now.value ? [] : [{ id, ...found }];
    });
    if (wrong.length === 0) return null;
    const say = (joint: string) =>
      wrong
        .map(
          (each) =>
            `“${each.now.row}” ${each.before.value}${signed(each.moved.value)}=${each.expected}, ${each.now.value}`,
        )
        .join(joint);
    return {
      severity: 'warning',
      message: {
        zh: `${later.year} 年的“上一年项目数量”与 ${earlier.year} 年（上一年项目数量+本年增/减=应有数，印出数）对不上，请核对：${say('；')}。`,
        en: `Items of the previous year in ${later.year} do not follow from ${earlier.year} (items + change = expected, printed), to be checked: ${say('; ')}.`,
      },
      evidence: unique(wrong.flatMap((each) => [evidence(earlier, each.before), evidence(later, each.now)])),
      concerns: wrong.map((each) => `${each.id}.itemsPrior`),
    };
  },
};

const services = ['licensing', 'otherServices', 'penalties', 'coercion', 'fees'];

function change(earlier: Sketch, later: Sketch, id: string) {
  const before = figure(earlier, `${id}.itemsPrior`);
  const moved = figure(earlier, `${id}.itemsChange`);
  const now = figure(later, `${id}.itemsPrior`);
  return before && moved && now ? { before, moved, now, expected: before.value + moved.value } : null;
}

const signed = (value: number) => (value < 0 ? `${value}` : `+${value}`);

function unique<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

export const yearRules: readonly YearRule[] = [carry, inForce, items];
