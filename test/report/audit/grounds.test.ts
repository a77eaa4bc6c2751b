/**
 * Figures of the rows below an outcome, of cases by the way they came to court, and of words in an order that no shape foresaw:
 * told as the tables print them they are no finding at all; told otherwise they are errors.
 */
import { describe, expect, it } from 'vitest';
import { auditReport } from '../../../src/report/audit/audit.ts';
import { balanced, buildReport } from '../../helpers/report-builder.ts';

/** 13 refused (3, 2, 4, 4), 9 unable (5, 4), 6 not processed (2, 4), 8 disclosed: 36 handled, all by natural persons but 6 by businesses. */
const values = balanced(
  '2021',
  {
    natural: {
      outcomes: {
        'applications.disclosed': 2,
        'applications.refused.stateSecret': 3,
        'applications.refused.thirdParty': 2,
        'applications.refused.process': 4,
        'applications.refused.enquiry': 4,
        'applications.unavailable.notHeld': 5,
        'applications.unavailable.unclear': 4,
        'applications.unprocessed.petition': 2,
        'applications.unprocessed.repeated': 4,
      },
    },
    business: { outcomes: { 'applications.disclosed': 6 } },
  },
  { review: [4, 2, 1, 3], 'litigation.direct': [5, 1, 0, 2], 'litigation.afterReview': [3, 0, 1, 6] },
);

function findings(text: string): string[] {
  const report = buildReport({ values, text: { 1: [`（二）依申请公开。完善办理流程。${text}`] } });
  const found = auditReport(report, []).filter(({ rule }) => rule.startsWith('text.'));
  return [...new Set(found.map(({ rule, severity }) => `${rule}:${severity}`))].sort();
}

/** Each with the figure that is printed. */
const table3: readonly (readonly [string, number])[] = [
  ['因涉及国家秘密不予公开N件。', 3],
  ['因申请内容属于行政查询事项，不予公开N件。', 4],
  ['N件因涉及第三方合法权益不予公开。', 2],
  ['不予公开的申请中，属于四类过程性信息的N件。', 4],
  ['不予公开13件，其中涉及商业秘密、个人隐私的N件。', 2],
  ['以过程性信息为由不予公开N件。', 4],
  ['不予公开理由为属于行政查询事项的有N件。', 4],
  ['经检索，本机关不掌握相关信息的N件。', 5],
  ['因本机关不掌握相关政府信息无法提供N件。', 5],
  ['补正后申请内容仍不明确的N件。', 4],
  ['信访举报投诉类申请不予处理N件。', 2],
  ['因重复申请不予处理的N件。', 4],
  ['不予处理6件，其中信访类N件。', 2],
  ['2023年收到的申请里，由企业提交的为N件。', 6],
  ['公民个人提出的申请有30件，企业提出的有N件。', 6],
  ['按申请人身份划分，个人申请30件，单位申请N件。', 6],
  ['申请被依法受理的共N件。', 36],
  ['2023年度累计接收公众依申请公开信息N件（次）。', 36],
  ['本年度办理结果总计N件。', 36],
  ['在办结的申请中，同意公开8件，本机关无法提供N件。', 9],
  ['本机关不掌握、无法提供的N件。', 5],
  ['经补正仍不明确、无法提供的申请N件。', 4],
  ['办理结果中属于予以公开的N件，属于不予处理的6件。', 8],
  ['区分处理后部分公开N件，不予公开13件。', 0],
  ['个人申请共30件，商业企业申请共N件。', 6],
  ['在依申请公开方面，我局一年来共接收申请（含网上申请）N件。', 36],
  ['N件申请转下一年度办理答复。', 0],
];
const table4: readonly (readonly [string, number])[] = [
  ['未经复议直接起诉的政府信息公开案件中，结果维持N件，结果纠正1件。', 5],
  ['政府信息公开案件经复议后起诉的，结果维持N件。', 3],
  ['直接起诉的案件尚未审结N件。', 2],
  ['行政复议案件中，结果维持N件，结果纠正2件，尚未审结3件。', 4],
  ['10件行政复议中，4件维持、N件纠正。', 2],
  ['复议结果为维持的4件、纠正的N件、其他结果的1件。', 2],
  ['行政诉讼判决维持N件，判决纠正1件。', 8],
  ['申请人就政府信息公开答复向复议机关提起行政复议N件。', 10],
  ['申请人直接向人民法院起诉N件，经复议后起诉10件。', 8],
  ['行政诉讼方面，政府信息公开案件N件。', 18],
  ['行政诉讼案件尚在审理的有N件。', 8],
  ['行政复议（政府信息公开类）N件。', 10],
  ['政府信息公开行政复议10件，均由本级复议机关受理，其中维持N件、纠正2件、其他1件、未审结3件。', 4],
  ['行政复议决定维持的4件，决定撤销、确认违法等纠正的N件。', 2],
];

describe('rows below an outcome, and who asked', () => {
  it.each(table3)('%s', (text, printed) => {
    expect(findings(text.replace('N', `${printed}`))).toEqual([]);
    expect(findings(text.replace('N', `${printed + 17}`))).toContain('text.table3:error');
  });

  it.each([
    '因申请内容特殊，不予公开2件。',
    '鉴于材料不齐，不予处理1件。',
    '以信息尚在起草为由不予公开1件。',
    '办理群众信访投诉举报12件。',
    '上年结转行政复议案件1件。',
    '因涉及国家秘密，无法提供2件。',
    '上年度同期办结申请27件。',
    '申请中按特殊程序处理的有2件。',
  ])('is of a part, or of something else: %s', (text) => {
    expect(findings(text)).toEqual([]);
  });
});

describe('what became of cases, by the way they came', () => {
  it('is denied behind what there was none of', () => {
    expect(findings('因政府信息公开引发的行政复议、诉讼案件暂无。')).toEqual(['text.table4:error']);
  });

  it.each(['案件中由司法所跟进的有1件。', '涉及政府信息公开的行政复议中，0件进入听证。'])('is of some: %s', (text) => {
    expect(findings(text)).toEqual([]);
  });

  it.each(table4)('%s', (text, printed) => {
    expect(findings(text.replace('N', `${printed}`))).toEqual([]);
    expect(findings(text.replace('N', `${printed + 17}`))).toContain('text.table4:error');
  });
});

describe('parts that fall short of their total', () => {
  it('are not to be checked where the tables print each of them', () => {
    expect(findings('政府信息公开行政诉讼18件，其中维持8件、纠正1件。')).toEqual([]);
    expect(findings('共受理申请36件，其中自然人申请30件；办结36件，结转0件。')).toEqual([]);
  });

  it('are, where they do not', () => {
    expect(findings('全年共发布信息18条，其中网站8条、微信1条。')).toEqual(['text.parts:info']);
  });
});
