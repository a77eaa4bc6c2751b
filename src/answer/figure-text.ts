/** Figures as rows and names. */

import { measuresName } from '../lexicon/naming.ts';
import type { Condition, MeasureRef } from '../question/plan.ts';
import type { Applicant, Bilingual } from '../report/report.ts';
import type { Citation, Row } from './answer.ts';
import { citeFact } from './cite.ts';
import type { Desk } from './desk.ts';
import type { Figure } from './figures.ts';
import type { Asked } from './measures.ts';
import type { Ratio } from './rates.ts';

/** What is printed in the row of an uncertain cell. */
export function citedRaw({ facts }: Figure): string | null {
  return facts.find((fact) => fact.raw !== null && fact.raw !== '')?.raw ?? null;
}

export function citationsOf({ head, facts }: Pick<Figure, 'head' | 'facts'>): (Citation | null)[] {
  return facts.map((fact) => citeFact(head, fact));
}

/** The row of a figure. A single cell gives its measure and applicant, a sum its parts. */
export function rowOf(figure: Figure): Row {
  const { head, value, unit, state, refs } = figure;
  const { agency, year, report } = head;
  const [ref] = refs;
  if (refs.length === 1 && ref)
    return { agency, year, report, value, unit, state, measure: ref.measure, applicant: ref.applicant };
  return { agency, year, report, value, unit, state, parts: figure.parts };
}

const RATE_NAMES: Record<string, Bilingual> = {
  disclosure: { zh: '予以公开率', en: 'disclosure rate' },
  disclosureWithPartial: { zh: '公开率（含部分公开）', en: 'disclosure rate with partial disclosure' },
  refusal: { zh: '不予公开率', en: 'refusal rate' },
  unavailable: { zh: '无法提供率', en: 'rate of inability to provide' },
  unprocessed: { zh: '不予处理率', en: 'rate of applications not processed' },
  carriedForward: { zh: '结转率', en: 'carry-forward rate' },
  reviewCorrected: { zh: '复议纠错率', en: 'correction rate in reconsideration' },
  litigationCorrected: { zh: '诉讼纠错率', en: 'correction rate in litigation' },
};

export function rateName(id: string): Bilingual {
  return RATE_NAMES[id] ?? { zh: id, en: id };
}

/** What a share is called: its two figures. */
export function shareName(desk: Desk, { numerator, denominator }: Ratio): Bilingual {
  const [part, whole] = [nameOf(desk, { refs: numerator }), nameOf(desk, { refs: denominator })];
  return { zh: `“${part.zh}”占“${whole.zh}”的比例`, en: `share of “${part.en}” in “${whole.en}”` };
}

/** What a condition compares. */
export function comparedName(desk: Desk, condition: Exclude<Condition, { state: unknown }>): Bilingual {
  const { rate, share, plus = [] } = condition;
  if (rate !== undefined) return rateName(rate);
  if (share !== undefined) return shareName(desk, { numerator: share.of, denominator: share.in, minus: [] });
  return nameOf(desk, { refs: [condition, ...plus].map(({ measure, applicant }) => ({ measure, applicant })) });
}

const ORGANISATIONS: readonly Applicant[] = [
  'business',
  'research',
  'publicInterest',
  'legalService',
  'otherOrganization',
];

/** What a figure, or several side by side, are called in both languages. */
export function nameOf(desk: Desk, { refs }: Asked): Bilingual {
  return { zh: groupName(refs, desk, 'zh'), en: groupName(refs, desk, 'en') };
}

/** Names that are spelled out before the rest is only counted. */
const NAMED = 3;

function groupName(all: readonly MeasureRef[], desk: Desk, language: 'zh' | 'en'): string {
  const refs = ofForms(all, desk);
  const naming = desk.names[language];
  if (refs.length < 2) return measuresName(refs, naming);
  const measures = [...new Set(refs.map((ref) => ref.measure))];
  const name =
    measures.length === 1
      ? naming.measure({ measure: measures[0] as string })
      : (groupOf(measures, desk)?.[language] ?? each(refs, desk, language));
  const by = applicantsName(refs, desk, language);
  return by === '' || name.includes(by) ? name : language === 'zh' ? `${name}（${by}）` : `${name} (${by})`;
}

const forms = new WeakMap<Desk['heads'], ReadonlySet<string | null>>();

/** The forms of these reports: names of figures ask for them again and again. */
function formsOf(heads: Desk['heads']): ReadonlySet<string | null> {
  let found = forms.get(heads);
  if (found === undefined) {
    found = new Set(Array.from(heads, ({ form }) => form));
    forms.set(heads, found);
  }
  return found;
}

/** Cells that a form in scope has: 制发 and 新制作 are one question, but each form prints one of them. */
function ofForms(refs: readonly MeasureRef[], desk: Desk): readonly MeasureRef[] {
  const held = formsOf(desk.heads);
  const own = refs.filter(({ measure }) =>
    desk.lexicon.measures.some((entry) => entry.id === measure && entry.forms.some((form) => held.has(form))),
  );
  return own.length > 0 ? own : refs;
}

/** The glossary's name of cells that users name as one; a report's form need not have all of them. */
function groupOf(measures: readonly string[], desk: Desk): Bilingual | undefined {
  const groups = desk.lexicon.words.groups.filter((group) =>
    measures.every((measure) => group.measures.includes(measure)),
  );
  const [tightest] = [...groups].sort((a, b) => a.measures.length - b.measures.length);
  const most = tightest === undefined ? 0 : tightest.measures.length / 2;
  return tightest !== undefined && measures.length >= most ? { zh: tightest.zh, en: tightest.en } : undefined;
}

function each(refs: readonly MeasureRef[], desk: Desk, language: 'zh' | 'en'): string {
  const names = [...new Set(refs.map((ref) => desk.names[language].measure({ measure: ref.measure })))];
  const mark = desk.plan.combine === 'sum' ? ' + ' : language === 'zh' ? '、' : ', ';
  const few = names.slice(0, NAMED).join(mark);
  if (names.length <= NAMED) return few;
  return language === 'zh' ? `${few}等 ${names.length} 项` : `${few} and ${names.length - NAMED} more`;
}

function applicantsName(refs: readonly MeasureRef[], desk: Desk, language: 'zh' | 'en'): string {
  const applicants = [
    ...new Set(refs.flatMap(({ applicant }) => (applicant === null || applicant === 'total' ? [] : [applicant]))),
  ];
  if (refs.some((ref) => ref.applicant === 'total')) return '';
  if (
    applicants.length === ORGANISATIONS.length &&
    ORGANISATIONS.every((id) => applicants.some((each) => each === id))
  ) {
    return language === 'zh' ? '法人或其他组织' : 'legal persons and other organisations';
  }
  return applicants.map((id) => desk.names[language].applicant(id)).join(language === 'zh' ? '、' : ', ');
}
