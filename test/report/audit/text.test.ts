import { describe, expect, it } from 'vitest';
import { auditReport } from '../../../src/report/audit/audit.ts';
import { balanced, buildReport } from '../../helpers/report-builder.ts';

/** Table 3: 12 received, 2 carried over, 13 handled (8 disclosed, 2 partly, 1 refused, 2 unavailable), 1 carried forward. */
const twelve = balanced(
  '2021',
  {
    natural: {
      outcomes: {
        'applications.disclosed': 7,
        'applications.partlyDisclosed': 2,
        'applications.refused.process': 1,
        'applications.unavailable.notHeld': 1,
      },
      over: 2,
      forward: 1,
    },
    business: { outcomes: { 'applications.disclosed': 1, 'applications.unavailable.toBeCreated': 1 } },
  },
  { review: [2, 1, 0, 0], 'litigation.direct': [1, 0, 0, 0], 'litigation.afterReview': [0, 0, 0, 1] },
);
const none = balanced('2021', {});

function textRules(
  paragraphs: readonly string[],
  values: Record<string, number>,
  other: { agency?: string; year?: number; six?: string } = {},
): string[] {
  const report = buildReport({
    values,
    ...(other.agency ? { agency: other.agency } : {}),
    ...(other.year ? { year: other.year } : {}),
    text: { 1: paragraphs, ...(other.six ? { 6: [other.six] } : {}) },
  });
  const found = auditReport(report, []).filter((finding) => finding.rule.startsWith('text.'));
  return [...new Set(found.map((finding) => `${finding.rule}:${finding.severity}`))].sort();
}

describe('what agrees, or cannot be compared, is left alone', () => {
  it.each([
    '2023年，我局共收到政府信息公开申请12件，上年结转2件，办结13件，结转下年度1件。',
    '共收到申请12件，加上2022年结转的2件，全年应办理14件，实际办结13件。',
    '2022年，我局收到申请3件，全部按期办结。全年收到政府信息公开申请12件。',
    '12件申请中，自然人申请10件、组织申请2件。收到申请12件。',
    '收到政府信息公开申请12件。修订依申请公开办事流程7项。',
    '收到政府信息公开申请12件。组织申请答复案卷评查30次，群众咨询依申请公开事宜41人次。',
    '收到政府信息公开申请12件。转办申请60件至有权机关，指导乡镇答复申请90件。',
    '收到政府信息公开申请12件。前三年共收到申请701件。收到执行异议44件。',
    '收到政府信息公开申请12件。环评审批受理58件，办结58件。',
    '网站公开信息222条，其中涉及科技项目的50条；微信公众号发布信息310条。',
    '行政诉讼案件2件（未经复议直接起诉1件，复议后起诉1件）。',
    '行政复议3件（维持2件，纠正1件，其他0件）。',
    '行政复议3件。行政应诉案件30件均与征地拆迁有关。',
    '全年因政府信息公开被复议3件、被诉2件。',
    '收到申请12件，年末未办结1件。',
    '收到申请12件。“十四五”以来，我局受理信息公开申请共30件。',
    '收到申请12件。指导乡镇（街道）规范办理依申请公开16件。',
    '收到申请12件。发放问卷30份，回收30份。',
    '收到申请12件。2022年未办结的2件申请在本年度继续办理，1件于2024年继续办理。',
    '收到申请12件。作出政府信息公开答复13件。',
    '依申请公开受理12件，跨年办理1件。',
    '行政复议3件。行政处罚决定引发的行政复议30件，均不涉及信息公开。',
    '全年新收政府信息公开申请十二件，其中自然人10件，法人2件。',
    '2023年共受理依申请公开14件（含上年结转2件），已答复13件。',
    '依申请公开方面，收到申请12件，其中予以公开8件、部分公开2件、不予公开1件、无法提供2件。',
    '收到网络申请5件，信函申请7件。',
    '2022年收到申请3件，2023年收到申请12件，同比增加9件。',
    '与上年相比增加9件。',
    '全县各部门共收到政府信息公开申请358件。',
    '盐池县公安局收到政府信息公开申请5件。',
    '上半年收到申请4件。',
    '承办人大代表建议3件、政协提案5件，办结率100%。',
    '行政复议3件，其中维持2件，纠正1件；行政诉讼2件，结果维持1件，尚未审结1件。',
    '因政府信息公开被提起行政复议3件、行政诉讼2件。',
    '未发生超期答复情形，未收到关于政府信息公开的投诉。',
    '努力办理好每一件依申请公开案件，做到“办结一件申请、解决一个问题”。',
    '收到申请后20个工作日内答复。',
    '未收取信息处理费。',
    '按照《2022年政务公开工作要点》要求，公开2022年度部门决算和2023年度部门预算。',
    '县财政局批复了部门预算，县政府办公室组织开展政务公开培训2次。',
    '2019年5月10日参加县政府组织的培训。',
    '全年公开信息100条，其中政策文件20条、工作动态80条。',
    '微信公众号发布文章164篇，其中原创文章29篇。',
    '2024年，我局将继续加强政务公开。',
    '2023年，我局将政务公开纳入年度考核。',
    '自2019年《条例》实施以来，累计收到申请300件。',
    '受理行政许可申请304件，全部按期办结。',
    '受理低保申请77件，审批通过15件。',
    '县人民法院全年受理行政诉讼案件62件。',
    '县司法局全年审理行政复议案件45件。',
    '依法办理公民信息公开申请12件。',
    '行政复议3件，其中结果维持2件、结果纠正1件、其他结果0件、尚未审结0件。',
    '公开信息213条（网站46条、微信136条、公开栏31条）。',
  ])('%s', (sentence) => {
    expect(textRules([sentence], twelve)).toEqual([]);
  });

  it.each([
    '2023年，我局未收到政府信息公开申请，未发生行政复议、行政诉讼。',
    '本年度没有受理依申请公开信件，没有因政府信息公开申请行政复议、提起行政诉讼的情况发生。',
    '收到依申请公开0件。',
    '政府信息公开申请、行政复议和行政诉讼均为零。',
    '全年无依申请公开事项，无行政复议和行政诉讼案件。',
  ])('%s', (sentence) => {
    expect(textRules([sentence], none)).toEqual([]);
  });
});

describe('text against table 3', () => {
  it.each([
    '2023年，我局共收到政府信息公开申请11件。',
    '全年受理依申请公开政府信息 9 件，按时答复率100%。',
    '2023年，我局未收到政府信息公开申请，未收取信息处理费。',
    '没有受理依申请公开事项。',
    '2023年度我局没有收到信息公开申请，也没有上年结转件。',
    '新收申请、上年结转申请以及结转下年度的申请均为0。',
    '未曾收到要求公开政府信息的申请。',
    '本年度依申请公开事项：无。',
    '政府信息公开申请：0件。',
    '本年度无依申请公开申请。',
    '2023年度政府信息公开申请数量为0件。',
    '全年共收到依申请公开申请十五件。',
    '收到政府信息公开申请12件，上年结转3件。',
    '收到政府信息公开申请12件，已办结12件。',
    '收到政府信息公开申请12件，结转下年度继续办理0件。',
    '收到申请12件，其中予以公开9件，部分公开2件。',
    '收到申请12件，其中自然人11件、法人或其他组织2件。',
    '通过网站收到政府信息公开申请40件。',
    '收到申请12件，2022年结转申请5件。',
    '收到申请12件，尚有3件结转至2024年办理。',
    '本年度我局依申请公开“零申请”。',
    '已办结申请中，予以公开8件，不予处理8件。',
    '12件申请中，自然人申请10件、组织申请9件。',
    '登记政府信息公开申请16件。',
    '收到申请12件，年末未办结5件。',
    '收到申请12件，上年转来5件。',
    '依申请公开方面，全年无申请、无结转。',
  ])('%s', (sentence) => {
    expect(textRules([sentence], twelve)).toContain('text.table3:error');
  });
});

describe('text against table 4', () => {
  it.each([
    '2023年，未发生因政府信息公开引起的行政复议、行政诉讼。',
    '全年政府信息公开行政复议2件，行政诉讼2件。',
    '因政府信息公开被申请行政复议3件，被提起行政诉讼5件。',
    '没有因政府信息公开申请行政复议的情况发生。',
    '行政复议、行政诉讼均为0件。',
    '行政复议零件、行政诉讼零件。',
    '政府信息公开行政复议数为3，行政诉讼数为5。',
    '从未因信息公开问题被提起行政复议或者行政诉讼。',
    '行政复议3件，其中结果维持3件。',
    '全年因政府信息公开被诉11件。',
    '信息公开行政诉讼2件：直接起诉2件，经复议后起诉1件。',
    '政府信息公开领域行政复议、行政诉讼“零发生”。',
  ])('%s', (sentence) => {
    const found = textRules([sentence], twelve);
    expect(found).toContain('text.table4:error');
    expect(found).not.toContain('text.table3:error');
  });
});

describe('what an item of a row is about', () => {
  const found = (...paragraphs: string[]) =>
    auditReport(buildReport({ text: { 1: paragraphs } }), []).filter(({ rule }) => rule === 'text.table3');

  it('goes on to the next item, and no further', () => {
    expect(found('一是主动公开。', '二是依申请公开。全年收件99件。').map(({ severity }) => severity)).toEqual([
      'error',
    ]);
    expect(found('二是依申请公开。制度健全。', '三是政府信息管理。全年收件99件。')).toEqual([]);
    expect(found('（二）依申请公开。', '一是完善制度。全年收件99件。').map(({ severity }) => severity)).toEqual([
      'error',
    ]);
  });
});

describe('text against itself', () => {
  it('1 in one section, none in another', () => {
    const found = textRules(
      ['全年受理依申请公开政府信息1件。'],
      balanced('2021', { natural: { outcomes: { 'applications.disclosed': 1 } } }),
      {
        six: '我局未收到政府信息公开申请。',
      },
    );
    expect(found).toEqual(['text.table3:error', 'text.text:error']);
  });

  it("a government's own figures", () => {
    const other = { agency: '盐池县人民政府', six: '2023年，我县在县政府门户网站公开信息366条。' };
    expect(textRules(['全年在县政府门户网站公开信息359条。'], none, other)).toEqual(['text.text:error']);
    expect(
      textRules(['全县收到政府信息公开申请12件。全省共受理政府信息公开申请5708件。'], twelve, {
        agency: '盐池县人民政府',
      }),
    ).toEqual([]);
  });

  it('other figures in the same words', () => {
    expect(textRules(['微信公众号发布信息37条。'], none, { six: '2023年，我局微信公众号共发布信息73条。' })).toEqual([
      'text.text:error',
    ]);
    expect(textRules(['微信公众号发布信息37条。'], none, { six: '全年微信公众号发布信息37条。' })).toEqual([]);
    expect(textRules(['在政府门户网站公开信息15条。'], none, { six: '2022年，在政府门户网站公开信息12条。' })).toEqual(
      [],
    );
  });
});

describe('parts and totals', () => {
  it.each([
    [
      '公开信息 438 条，其中网站发布 297 条、微信推送信息 297 条、公告栏公示信息 112 条，内容涉及政策。',
      'text.parts:error',
    ],
    [
      '公开各类信息共计 25 条。其中指南 1 条；年报 1 条；职能机构 1 条；部门文件 9 条；重点工作 6 条；财政 8 条。',
      'text.parts:error',
    ],
    ['网站发布30条、微信发布20条、公告栏公示10条，共计50条。', 'text.parts:error'],
    ['公开信息100条，其中政策10条，动态20条，公示30条。', 'text.parts:info'],
    ['全年公开各类信息275条（业务类201条，预算决算24条，其余68条）。', 'text.parts:error'],
    ['主动公开信息260条，其中政府网站公开140条，微信公众号公开93条。', 'text.parts:info'],
  ])('%s', (sentence, expected) => {
    expect(textRules([sentence], none)).toEqual([expected]);
  });

  it.each([
    '公开各类信息、文件共计 26 条。其中信息公开指南 1 条；信息公开年报 1 条；职能机构 1 条；部门文件 9 条；重点工作 6 条；财政预决算工作 3 条；规划计划 3 条；人事信息 2 条。',
    '主动公开政府信息 14 条，其中：部门动态 2 条，疫情防控资金投入情况 10 条，部门预决算 2 条。',
    '涌现爆款内容52条，其中1条播放量破亿、2条破千万、49条破百万。',
    '有3件申请收取信息处理费2230元。其中，沭阳县民政局1件，收取880元；泗洪县1件，收取1080元；半城镇1件，收取270元。',
    '共有信息30条，其中网站20条、微信10条；共举办培训40次。',
  ])('%s', (sentence) => {
    expect(textRules([sentence], none)).toEqual([]);
  });
});

describe('years', () => {
  it.each([
    ['2022年，我局共公开政府信息20条，坚持公开为常态。', 'text.year:warning'],
    ['2021年度，盐池县科学技术局认真贯彻落实《条例》，扎实推进政务公开。', 'text.year:warning'],
    ['本报告所列数据统计期限为2022年1月1日至2022年12月31日。', 'text.year:error'],
    ['2022年，我局共收到政府信息公开申请0件。全年新收申请0件。', 'text.year:warning'],
  ])('%s', (sentence, expected) => {
    expect(textRules([sentence], none)).toEqual([expected]);
  });

  it('a plan for the year of the report, or for one too late', () => {
    const plan = (text: string) => {
      const report = buildReport({ values: none, text: { 5: [text] } });
      return auditReport(report, [])
        .filter((finding) => finding.rule === 'text.year')
        .map((finding) => finding.severity);
    };
    expect(plan('2023我局将结合全局工作职能，严格落实相关制度。')).toEqual(['warning']);
    expect(plan('2022年，我局将进一步加强政务公开。')).toEqual(['warning']);
    expect(plan('2024年，我局将进一步加强政务公开。')).toEqual([]);
    expect(plan('下一步，我局将进一步加强政务公开。')).toEqual([]);
  });
});

/** A total and its parts, in the frames of plain Chinese: `t` the total, `a`, `b`, `c` its parts. */
const frames: readonly ((t: number, a: number, b: number, c: number) => readonly string[])[] = [
  (t, a, b, c) => [`全年共公开信息${t}条，其中网站${a}条、微信${b}条、公告栏${c}条。`],
  (t, a, b, c) => [`全年共公开信息${t}条。其中，网站${a}条，微信${b}条，公告栏${c}条。`],
  (t, a, b, c) => [`2023年主动公开政府信息${t}条，其中：政府网站公开${a}条，微信公众号发布${b}条，公示栏张贴${c}条。`],
  (t, a, b, c) => [
    `全年共计公开信息${t}条。其中，网站公开占大头，为${a}条；公众号次之，为${b}条；线下公告栏为${c}条。`,
  ],
  (t, a, b, c) => [
    `2023年我局主动公开的${t}条信息中，${a}条发布于政府网站，${b}条发布于微信公众号，${c}条在办事大厅公示。`,
  ],
  (t, a, b, c) => [`从渠道看，我局公开的${t}条信息中，网站发布${a}条，微信发布${b}条，公告栏发布${c}条。`],
  (t, a, b, c) => [`在公开的${t}条政府信息中，有${a}条通过网站公开、有${b}条通过微信公开、有${c}条通过公示栏公开。`],
  (t, a, b, c) => [`2023年在县人民政府网站共发布信息${t}条：政策文件${a}条；通知公告${b}条；双公示信息${c}条。`],
  (t, a, b, c) => [`全年门户网站更新信息${t}条，具体为：1.工作动态${a}条；2.通知公告${b}条；3.政策文件${c}条。`],
  (t, a, b, c) => [`全年网站更新信息${t}条，具体如下：工作动态${a}条、通知公告${b}条、政策文件${c}条。`],
  (t, a, b, c) => [`全年公开信息${t}条（网站${a}条、微信${b}条、公告栏${c}条）。`],
  (t, a, b, c) => [`截至年底累计公开信息${t}条，分别为网站${a}条、微信${b}条、公告栏${c}条。`],
  (t, a, b, c) => [`网站合计${t}条。`, `机构职能……${a}条`, `工作动态……${b}条`, `政策文件……${c}条`],
  (t, a, b, c) => [`全年共公开信息${t}条，其中：`, `1.网站${a}条；`, `2.微信${b}条；`, `3.公告栏${c}条。`],
  (t, a, b, c) => [`主动公开政府信息共${t}条。`, `网站：${a}条`, `微信：${b}条`, `公告栏：${c}条`],
  (t, a, b, c) => [`全年公开信息${t}条，构成为：网站${a}条，微信${b}条，公告栏${c}条。`],
  (t, a, b, c) => [`发布政策解读${t}篇，其中图解${a}篇、文字解读${b}篇、视频解读${c}篇。`],
  (t, a, b, c) => [`办理建议提案${t}件，包括人大建议${a}件、政协提案${b}件、党派提案${c}件。`],
];

describe('parts and their total, in plain frames', () => {
  it.each(frames.map((frame, index) => [frame(100, 60, 30, 10).join(''), index] as const))('%s', (_, index) => {
    const rules = (t: number) =>
      textRules(frames[index]!(t, 60, 30, 10), none).filter((each) => each.startsWith('text.parts'));
    expect([rules(100), rules(87)]).toEqual([[], ['text.parts:error']]);
    expect(rules(140)).not.toContain('text.parts:error');
  });

  it.each([
    '办结的13件申请中，5件延期答复，9件当面沟通。',
    '共办理答复1件：不予公开1件；另有1件转入下年继续办理。',
    '全年公开信息20条，其中网站18条，微信公众号关注者30人。',
    '网站发布信息20条，其中转载15条，点赞30条。',
    '全年共公开信息20条，其中网站15条；另有10条正在审核。',
  ])('%s is no error', (text) => {
    expect(textRules([text], none)).not.toContain('text.parts:error');
  });

  it('rows below a total of another unit, or of last year, are none of its parts', () => {
    for (const head of ['2022年共公开信息20条。', '全年共公开信息20件。', '较上年共增加20条。'])
      expect(textRules([head, '网站：15条', '微信：15条'], none)).not.toContain('text.parts:error');
  });
});

describe('agencies', () => {
  it.each([
    ['2023年，盐池县人社局通过多种形式积极做好政务公开工作。', 'text.agency:error'],
    ['2023年，彭阳县科学技术局认真贯彻落实《政府信息公开条例》。', 'text.agency:error'],
    ['盐池县财政局高度重视政府信息公开工作。', 'text.agency:warning'],
    ['在县委、县政府领导下，盐池县文化和旅游局始终把政务公开摆在突出位置。', 'text.agency:warning'],
    ['2023年，在上级部门的指导下，盐池县教育局扎实做好政府信息公开工作。', 'text.agency:error'],
    ['下一步，盐池县财政局将进一步完善公开制度，提高公开质量。', 'text.agency:warning'],
    ['今后，敬安镇人民政府将进一步提高公开质量。', 'text.agency:warning', '沛县龙固镇人民政府'],
    ['2023年，敬安镇人民政府认真做好政府信息公开工作。', 'text.agency:error', '沛县龙固镇人民政府'],
    ['2023年，沛县龙固镇政府认真做好政府信息公开工作。', '', '沛县龙固镇人民政府'],
    ['2023年，同心县人民政府认真做好政府信息公开工作。', 'text.agency:error', '盐池县人民政府'],
    ['2023年，吴忠市人民政府扎实推进政务公开工作。', '', '盐池县人民政府'],
  ])('%s', (sentence, expected, agency = '盐池县科学技术局') => {
    expect(textRules([sentence], none, { agency })).toEqual(expected === '' ? [] : [expected]);
  });

  it.each([
    '2023年，盐池县科技局认真贯彻落实《政府信息公开条例》。',
    '2023年，县科技局坚持以公开为常态，做好政府信息公开工作。',
    '按照财政局要求，公开了部门决算。',
    '自治区科技厅按照政务公开要求开展检查。',
    '在盐池县编办、司法局等部门的领导下，梳理公开权力清单。',
    '县政府办公室高度重视政府信息公开工作。',
    '按照信息公开要求，盐池县财政局将经费纳入预算。',
  ])('%s', (sentence) => {
    expect(textRules([sentence], none)).toEqual([]);
  });

  it("a government's report tells of its departments", () => {
    expect(
      textRules(['县财政局通过网站公开预决算信息，县医保局坚持公开。'], none, { agency: '盐池县人民政府' }),
    ).toEqual([]);
  });
});
