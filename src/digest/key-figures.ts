/** The figures that a digest gives of each report, as data: cells that both forms have, in the order of the form. */
import type { Applicant } from '../report/report.ts';

export interface KeyFigure {
  readonly measure: string;
  readonly applicant: Applicant | null;
  readonly zh: string;
  readonly en: string;
}

export const keyFigures: readonly KeyFigure[] = [
  { measure: 'applications.received', applicant: 'total', zh: '新收申请', en: 'applications received' },
  { measure: 'applications.handled', applicant: 'total', zh: '办理', en: 'handled' },
  { measure: 'applications.disclosed', applicant: 'total', zh: '予以公开', en: 'disclosed in full' },
  { measure: 'applications.carriedForward', applicant: 'total', zh: '结转下年度', en: 'carried forward' },
  { measure: 'review.total', applicant: null, zh: '行政复议', en: 'reconsiderations' },
  { measure: 'litigation.direct.total', applicant: null, zh: '直接起诉', en: 'lawsuits without prior reconsideration' },
  { measure: 'litigation.afterReview.total', applicant: null, zh: '复议后起诉', en: 'lawsuits after reconsideration' },
];
