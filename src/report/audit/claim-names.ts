/** What is counted by a claim, in messages. */
import { cellOf } from '../forms.ts';
import type { Bilingual } from '../report.ts';
import { type CaseOutcome, type ClaimKind, caseOutcomes } from './claim-kinds.ts';
import { groundKinds } from './grounds.ts';
import { rowName, rowNameEn } from './names.ts';

const said = {
  received: { zh: '收到申请', en: 'applications received' },
  newlyReceived: { zh: '新收申请', en: 'applications newly received' },
  carriedOver: { zh: '上年结转', en: 'carried over' },
  handled: { zh: '办结（答复）', en: 'handled' },
  processed: { zh: '办理申请', en: 'applications processed' },
  carriedForward: { zh: '结转下年', en: 'carried forward' },
  disclosed: { zh: '予以公开', en: 'disclosed' },
  partlyDisclosed: { zh: '部分公开', en: 'partly disclosed' },
  refused: { zh: '不予公开', en: 'refused' },
  unavailable: { zh: '无法提供', en: 'unable to provide' },
  unprocessed: { zh: '不予处理', en: 'not processed' },
  other: { zh: '其他处理', en: 'other handling' },
  natural: { zh: '自然人申请', en: 'applications by natural persons' },
  organisation: { zh: '法人或其他组织申请', en: 'applications by organisations' },
  business: { zh: '商业企业申请', en: 'applications by commercial enterprises' },
  enterprise: { zh: '企业申请', en: 'applications by enterprises' },
  research: { zh: '科研机构申请', en: 'applications by research institutions' },
  publicInterest: { zh: '社会公益组织申请', en: 'applications by public-welfare organisations' },
  legalService: { zh: '法律服务机构申请', en: 'applications by legal-service institutions' },
  dispute: { zh: '行政争议', en: 'disputes (reconsiderations and lawsuits)' },
  review: { zh: '行政复议', en: 'reconsiderations' },
  litigation: { zh: '行政诉讼', en: 'lawsuits' },
  'litigation.direct': { zh: '未经复议直接起诉', en: 'lawsuits without reconsideration' },
  'litigation.afterReview': { zh: '复议后起诉', en: 'lawsuits after reconsideration' },
} satisfies Readonly<Record<string, Bilingual>>;

const became: Readonly<Record<CaseOutcome, Bilingual>> = {
  upheld: { zh: '结果维持', en: 'upheld' },
  corrected: { zh: '结果纠正', en: 'corrected' },
  otherOutcome: { zh: '其他结果', en: 'with another outcome' },
  pending: { zh: '尚未审结', en: 'pending' },
};
const courts = ['review', 'litigation', 'litigation.direct', 'litigation.afterReview'] as const;

export const kindNames = {
  ...said,
  ...Object.fromEntries(
    courts.flatMap((court) =>
      caseOutcomes.map((outcome) => [
        `${court}.${outcome}`,
        { zh: `${said[court].zh}${became[outcome].zh}`, en: `${said[court].en} ${became[outcome].en}` },
      ]),
    ),
  ),
  ...Object.fromEntries(
    groundKinds.map((kind) => {
      const cell = cellOf(`applications.${kind}/total`)!;
      return [kind, { zh: rowName(cell).replace(/^\d\./, ''), en: rowNameEn(cell) }];
    }),
  ),
} as Readonly<Record<ClaimKind, Bilingual>>;
