/** Figures of others and of other years, which differ from the tables: not even to be checked. */
import { describe, expect, it } from 'vitest';
import { auditReport } from '../../../src/report/audit/audit.ts';
import { balanced, buildReport } from '../../helpers/report-builder.ts';

const values = balanced(
  '2021',
  { natural: { outcomes: { 'applications.disclosed': 8, 'applications.refused.thirdParty': 3 }, over: 2, forward: 1 } },
  { review: [0, 0, 0, 0], 'litigation.direct': [0, 0, 0, 0], 'litigation.afterReview': [0, 0, 0, 0] },
);
const found = (...text: string[]) =>
  auditReport(buildReport({ values, text: { 1: ['（二）依申请公开。', ...text] } }), [])
    .filter(({ rule }) => /^text\.(?:table|text|parts)/.test(rule))
    .map(({ message }) => message.zh);

describe('of others', () => {
  it.each([
    '县残联向我局征求第三方意见的申请41件。',
    '县气象局向盐池县科学技术局征求意见的申请58件。',
    '县残联因信息公开被提起行政诉讼12件，我局派员旁听。',
    '县融媒体中心全年收到政府信息公开申请32件。',
    '作为复议机关，我局全年受理行政复议案件300件。',
    '政务服务窗口受理各类申请795件。',
    '征求第三方意见的申请20件。',
  ])('%s', (sentence) => {
    expect(found(`（二）依申请公开。${sentence}`)).toEqual([]);
  });
});

describe('of last year', () => {
  it.each([
    '上年同期办结23件。',
    '去年，我局被申请行政复议10件、被提起行政诉讼3件。',
    '组织对58份答复文书开展评查。',
    '上一年度办结申请32件。',
    '上年度共答复申请31件，本年度变化不大。',
    '与上年65件的申请量相比，本年有所变化。',
    '上年因信息公开被提起行政复议12件、行政诉讼6件。',
    '上年因信息公开被申请行政复议12件，被提起行政诉讼6件。',
  ])('%s', (sentence) => {
    expect(found(`（二）依申请公开。${sentence}`)).toEqual([]);
  });

  it.each([
    '去年收到申请5件，今年收到申请28件。',
    '与上年相比，收到政府信息公开申请28件。',
    '上年未办结申请9件。',
    '在上年基础上，收到政府信息公开申请28件。',
    '上年结转申请9件已办结。',
  ])('but not: %s', (sentence) => {
    expect(found(`（二）依申请公开。${sentence}`)).toHaveLength(1);
  });
});

describe('of a part, or of nothing', () => {
  it.each([
    '我局收到申请10件，包括在线申请5件、信件申请2件、窗口申请3件。',
    '为保护第三方合法权益，3件不予公开。',
    '有0件申请被提起行政复议，结果为维持0件，另有0件尚未审结。',
    '不同意公开3件。',
  ])('%s', (sentence) => {
    expect(found(`（二）依申请公开。${sentence}`)).toEqual([]);
  });
});
