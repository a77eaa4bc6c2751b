/** Figures as rows and names. */

import { measuresName } from '../lexicon/naming.ts';
import type { MeasureRef } from '../question/plan.ts';
import type { Bilingual } from '../report/report.ts';
import type { Citation, Row } from './answer.ts';
import { citeFact } from './cite.ts';
import type { Desk } from './desk.ts';
import type { Figure } from './figures.ts';
import type { Asked } from './measures.ts';

/** What is printed in the row of an uncertain cell. */
export function citedRaw({ facts }: Figure): string | null {
  return facts.find((fact) => fact.raw !== null && fact.raw !== '')?.raw ?? null;
}

export function citationsOf({ head, facts }: Figure): (Citation | null)[] {
  return facts.map((fact) => citeFact(head, fact));
}

/** The row of a figure. A single cell gives its measure and applicant, a sum its parts. */
export function rowOf(figure: Figure): Row {
  const { head, value, unit, state, refs } = figure;
  const row: Row = { agency: head.agency, year: head.year, report: head.report, value, unit, state };
  const [ref] = refs;
  if (refs.length === 1 && ref) return { ...row, measure: ref.measure, applicant: ref.applicant };
  return {
    ...row,
    parts: figure.facts.map((fact) => ({
      measure: fact.measure,
      applicant: fact.applicant,
      value: fact.value,
      line: fact.line,
    })),
  };
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

/** Names of groups of cells that are asked as one figure, by what their ids share. */
const GROUPS: readonly [pattern: RegExp, name: Bilingual][] = [
  [/^applications\.refused\./, { zh: '不予公开', en: 'refused' }],
  [/^applications\.unavailable\./, { zh: '无法提供', en: 'unable to provide' }],
  [/^applications\.unprocessed\./, { zh: '不予处理', en: 'not processed' }],
  [/^applications\.other(\.|$)/, { zh: '其他处理', en: 'other handling' }],
  [/^litigation\.(direct|afterReview)\.total$/, { zh: '行政诉讼总计', en: 'administrative litigation in total' }],
  [/^litigation\.(direct|afterReview)\.upheld$/, { zh: '行政诉讼结果维持', en: 'litigation: upheld' }],
  [/^litigation\.(direct|afterReview)\.corrected$/, { zh: '行政诉讼结果纠正', en: 'litigation: corrected' }],
  [/^litigation\.(direct|afterReview)\.otherOutcome$/, { zh: '行政诉讼其他结果', en: 'litigation: other outcome' }],
  [/^litigation\.(direct|afterReview)\.pending$/, { zh: '行政诉讼尚未审结', en: 'litigation: pending' }],
  [/^applications\.(disclosed|partlyDisclosed)$/, { zh: '予以公开和部分公开', en: 'disclosed in full or in part' }],
];

const ORGANISATIONS = ['business', 'research', 'publicInterest', 'legalService', 'otherOrganization'];

/** What a figure is called, in both languages. */
export function nameOf(desk: Desk, { refs }: Asked): Bilingual {
  return { zh: groupName(refs, desk, 'zh'), en: groupName(refs, desk, 'en') };
}

function groupName(refs: readonly MeasureRef[], desk: Desk, language: 'zh' | 'en'): string {
  const naming = desk.names[language];
  if (refs.length < 2) return measuresName(refs, naming);
  const applicants = [...new Set(refs.map((ref) => ref.applicant))];
  const measures = [...new Set(refs.map((ref) => ref.measure))];
  const group = GROUPS.find(([pattern]) => measures.every((measure) => pattern.test(measure)))?.[1][language];
  const name = measures.length === 1 ? naming.measure({ measure: measures[0] as string }) : group;
  if (name === undefined) return measuresName(refs, naming).replaceAll(language === 'zh' ? '、' : ', ', ' + ');
  const all =
    applicants.length === ORGANISATIONS.length && ORGANISATIONS.every((each) => applicants.includes(each as never));
  const by = all
    ? language === 'zh'
      ? '法人或其他组织'
      : 'legal persons and other organisations'
    : applicants
        .filter((each) => each !== null && each !== 'total')
        .map((each) => naming.applicant(each as string))
        .join(language === 'zh' ? '、' : ', ');
  if (by === '') return name;
  return language === 'zh' ? `${name}（${by}）` : `${name} (${by})`;
}
