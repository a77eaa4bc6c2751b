/** The same thing counted in two sections, each in words of its own: every pair of wordings, with one figure and with two. */
import { describe, expect, it } from 'vitest';
import { auditReport } from '../../../src/report/audit/audit.ts';
import { buildReport } from '../../helpers/report-builder.ts';

const wordings: Readonly<Record<string, readonly ((n: number) => string)[]>> = {
  website: [
    (n) => `全年在政府网站公开信息${n}条。`,
    (n) => `2023年，我局通过盐池县人民政府门户网站主动公开政府信息${n}条。`,
    (n) => `网站公开信息${n}条，“盐池科技”公众号发布图文52条，两个平台做到每周更新。`,
    (n) => `经核对，2023年通过政府网站发布信息${n}条。`,
    (n) => `补充说明：我局2023年政府门户网站公开信息数为${n}条。`,
    (n) => `全年累计主动公开政府信息500条，其中门户网站${n}条、微信公众号52条、公开栏8条。`,
    (n) => `（一）主动公开。本年度我局借助政府网站向社会公开信息${n}条，未发生应公开而未公开的情形。`,
    (n) => `群众能看到什么：报告期内，通过各类渠道共公开信息500条（其中：政府网站发布${n}条，政务公开栏张贴8条）。`,
    (n) => `（1）全年累计主动公开政府信息500条，其中门户网站${n}条、公开栏8条。`,
    (n) => `1.全年在网站发布政务信息${n}条，公示栏公示信息8条。`,
    (n) => `一是通过门户网站发布政府信息${n}条。`,
    (n) => `主动公开方面，网站发布信息${n}条，较上年增加3条。`,
    (n) => `截至2023年12月31日，在政府门户网站公开信息${n}条。`,
    (n) => `以政府网站为主平台，全年公开信息${n}条。`,
    (n) => `为便于群众查询，我局在门户网站共发布各类信息${n}条。`,
    (n) => `抓实政府网站日常运维，2023年共发布各类政务信息${n}条。`,
    (n) => `不断完善重点领域专栏，全年网站发布信息${n}条。`,
    (n) => `全年主动公开政府信息500条，按公开载体划分，门户网站${n}条、公开栏8条。`,
  ],
  wechat: [
    (n) => `“盐池科技”微信公众号全年发布信息${n}条。`,
    (n) => `新媒体方面，2023年微信公众号共推送${n}条信息。`,
    (n) => `2023年，我局在政府网站公开信息10条，在“盐池科技”微信公众号发布信息${n}条。`,
    (n) => `当年，网站公开信息10条，公众号发布图文${n}条，两个平台做到每周更新。`,
    (n) => `全年共公开信息500条（其中：政府网站发布10条，“盐池科技”微信公众号推送${n}条）。`,
    (n) => `（1）全年累计主动公开政府信息500条，其中门户网站10条、微信公众号${n}条、公开栏8条。`,
    (n) => `二是运用政务微信发布信息${n}条。`,
    (n) => `全年通过微信公众号推送信息${n}条。`,
    (n) => `2023年主动公开的500条信息中，网站发布10条，微信公众号推送${n}条。`,
    (n) => `“盐池科技”微信公众号全年推文${n}条。`,
    (n) => `用好用活载体，巩固“盐池科技”微信公众号阵地，推送${n}条。`,
  ],
  total: [
    (n) =>
      `2023年，我局共主动公开政府信息${n}条，其中政府门户网站公开9条、“盐池科技”微信公众号推送8条、公告栏张贴7条。`,
    (n) => `各平台全年共主动公开政府信息${n}条。`,
    (n) => `3.各平台全年共主动公开政府信息${n}条。`,
    (n) => `2023年度，通过各类渠道主动公开政府信息${n}条。`,
    (n) => `截至12月31日，我局全年主动公开政府信息${n}条：`,
    (n) => `（一）主动公开情况。全年累计主动公开政府信息${n}条，内容涵盖机构职能等。`,
    (n) => `2023年，我局主动公开政府信息共计${n}条，均可在网站公开专栏查询。`,
    (n) => `一是及时公开信息。本年度盐池县科学技术局主动公开各类政府信息${n}条。`,
    (n) => `经统计，全年主动公开信息${n}条。`,
    (n) => `主动公开方面，今年共公开政府信息${n}条，较上年增加3条。`,
  ],
  proposals: [
    (n) => `共承办建议提案${n}件，其中人大建议6件，政协提案8件，面商率达到100%。`,
    (n) => `2023年承办人大建议、政协提案共${n}件，已全部办复。`,
    (n) => `全年承办建议提案${n}件。`,
    (n) => `上半年，公众号关注人数达7537人。共承办建议提案${n}件，其中人大建议6件，政协提案8件。`,
    (n) => `（二）建议提案办理情况。2023年，我局共承办人大代表建议、政协委员提案${n}件。`,
    (n) => `全年共办理人大代表建议和政协委员提案${n}件。`,
    (n) => `我局办理“两会”建议提案${n}件。`,
  ],
  npc: [
    (n) => `办理人大代表建议${n}件、政协提案8件，办复结果均已在网站公开。`,
    (n) => `共承办建议提案99件，其中人大建议${n}件，政协提案8件。`,
    (n) => `全年承办人大代表建议${n}件。`,
  ],
  cppcc: [
    (n) => `办理人大代表建议8件、政协提案${n}件，办复结果均已在网站公开。`,
    (n) => `共承办建议提案99件，其中人大建议8件，政协委员提案${n}件。`,
    (n) => `2023年承办政协提案${n}件，均已通过网站公布答复。`,
  ],
};

/** Of another time, body, site, account, matter or kind: compared with nothing. */
const others: Readonly<Record<string, readonly string[]>> = {
  website: [
    '全县政府网站公开信息77条。',
    '2022年在政府网站公开信息77条。',
    '上半年在政府网站公开信息77条。',
    '上半年，优化栏目。在政府网站公开信息77条。',
    '在政府网站公开预决算信息77条。',
    '在政府网站公开财政信息方面，网站发布信息77条。',
    '在重点领域信息公开方面，政府网站公开信息77条。',
    '门户网站专栏更新77条。',
    '所属事业单位在政府网站公开信息77条。',
    '政府网站转载信息77条。',
    '政府网站发布视频77条。',
    '下一步，将在政府网站公开信息77条。',
    '政府网站每月公开信息77条。',
    '政府网站公开信息约77条。',
    '自2019年以来，在政府网站公开信息77条。',
    '政府网站收到留言77条。',
    '政府网站新增公开信息77条。',
  ],
  total: [
    '全县共主动公开政府信息77条。',
    '2022年主动公开政府信息77条。',
    '上半年共主动公开政府信息77条。',
    '共主动公开财政信息77条。',
    '在重点领域，全年主动公开政府信息77条。',
    '全年主动公开政府信息约77条。',
    '全年主动公开政府信息目录77条。',
    '官方微博：全年公开政府信息77条。',
    '（二）平台建设。政府网站改版上线。全年公开政府信息77条。',
    '每月主动公开政府信息77条。',
    '较上年多公开政府信息77条。',
    '专栏自开通以来累计公开政府信息77条。',
    '全年依申请公开政府信息77条。',
    '所属事业单位全年主动公开政府信息77条。',
    '全年主动公开政府信息点击量77条。',
  ],
  proposals: [
    '承办省人大建议、政协提案共77件。',
    '会办人大建议、政协提案共77件。',
    '全县共办理建议提案77件。',
    '2022年承办建议提案77件。',
    '上半年，承办建议提案77件。',
    '公开建议提案答复77件。',
    '办理建议提案办结后回访77件。',
  ],
};

Object.assign(wordings, {
  videos: [
    (n: number) => `全年制作发布短视频${n}个。`,
    (n: number) => `2023年，我局共发布短视频${n}条。`,
    (n: number) => `本年度通过短视频平台发布作品${n}部。`,
  ],
  hotline: [
    (n: number) => `办理12345热线工单${n}件。`,
    (n: number) => `全年共办理政务服务便民热线转办件${n}件，均按期答复。`,
    (n: number) => `2023年，我局办理“12345”热线诉求${n}件。`,
  ],
  openDays: [(n: number) => `全年举办政府开放日活动${n}次。`, (n: number) => `2023年，我局共开展“政府开放日”${n}场。`],
  readings: [(n: number) => `全年发布政策解读${n}篇。`, (n: number) => `2023年，配套发布解读材料${n}份。`],
  toutiao: [(n: number) => `开设政策专题；今日头条号发布信息${n}条。`, (n: number) => `全年通过头条号推送信息${n}条。`],
});
Object.assign(others, {
  videos: ['拍摄制作短视频77个。', '发布政策解读短视频77个。', '2022年发布短视频77个。'],
  hotline: ['全年收到12345热线工单77件。', '受理12345热线投诉77件。', '全县办理12345热线工单77件。'],
  openDays: ['参加政府开放日活动的群众77人。', '上半年举办政府开放日活动7次。'],
  toutiao: ['聚焦教育领域；头条号推送信息77条。'],
});
others.wechat = [...(others.wechat ?? []), '乡镇微信公众号发布信息77条。', '全县乡镇微信公众号发布信息77条。'];

const judge = (one: string, six: string) =>
  auditReport(buildReport({ text: { 1: [one], 6: [six] } }), [])
    .filter(({ rule, severity }) => rule === 'text.text' && severity !== 'info')
    .map(({ message }) => message.zh);

describe('the same thing counted twice', () => {
  for (const [thing, all] of Object.entries(wordings)) {
    const pairs = all.flatMap((one) => all.filter((two) => two !== one).map((two) => [one, two] as const));
    it(`${thing}: two figures in two wordings are an error`, () => {
      const missed = pairs.filter(([one, two]) => judge(one(33), two(36)).length === 0);
      expect(missed.map(([one, two]) => one(33) + two(36)).slice(0, 8)).toEqual([]);
    });
    it(`${thing}: one figure in two wordings is none`, () => {
      const wrongly = pairs.filter(([one, two]) => judge(one(33), two(33)).length > 0);
      expect(wrongly.map(([one, two]) => one(33) + two(33)).slice(0, 8)).toEqual([]);
    });
  }

  for (const [thing, texts] of Object.entries(others))
    it.each(texts)(`${thing} is not compared with: %s`, (text) => {
      for (const wording of wordings[thing]!) expect(judge(wording(33), text)).toEqual([]);
    });

  it.each([
    ['政府门户网站公开33条', '政府门户网站全年公开信息36条。'],
    ['“盐池科技”微信公众号推送33条', '“盐池科技”微信公众号全年推送信息三十六条。'],
    ['公告栏张贴33条', '公告栏全年张贴信息36条。'],
  ])('in two paragraphs of one section: %s', (one, two) => {
    const text = (first: string) => ({
      1: [
        `（一）主动公开。全年，我局共主动公开政府信息99条，其中${first}、其他渠道66条。`,
        `（四）平台建设。每月巡检网站。${two}`,
      ],
    });
    const errors = (first: string) =>
      auditReport(buildReport({ text: text(first) }), []).filter(
        ({ rule, severity }) => rule === 'text.text' && severity === 'error',
      );
    expect(errors(one)).toHaveLength(1);
    expect(errors(one.replace('33', '36'))).toEqual([]);
  });

  it.each([
    ['县政府网站公开信息33条。', '局网站公开信息36条。'],
    ['政府网站公开信息33条。', '政府网站全年更新信息360条。'],
    ['“盐池科技”公众号发布信息33条。', '“盐池发布”公众号发布信息36条。'],
    ['微信公众号推送信息33条。', '微信公众号发布图文消息36条。'],
    ['通过网站公开信息33条。', '通过网站公开财政信息36条。'],
  ])('two things in one section: %s', (one, two) => {
    const found = auditReport(buildReport({ text: { 1: [one, two] } }), []);
    expect(found.filter(({ rule, severity }) => rule === 'text.text' && severity !== 'info')).toEqual([]);
  });

  it('twice in one paragraph, each of the whole year', () => {
    const found = (text: string) =>
      auditReport(buildReport({ text: { 1: [text] } }), [])
        .filter(({ rule }) => rule === 'text.text')
        .map(({ severity, evidence }) => [severity, ...evidence.map(({ quote }) => quote)]);
    expect(found('全年微信公众号发布信息40条。做好维护。2023年，我局微信公众号推送信息合计50条。')).toEqual([
      ['error', '全年微信公众号发布信息40条', '2023年，我局微信公众号推送信息合计50条'],
    ]);
    expect(found('全年微信公众号发布信息40条。聚焦教育领域。全年微信公众号发布信息50条。')[0]![0]).toBe('info');
    expect(found('微信公众号发布信息40条。微信公众号发布信息50条。')).toEqual([]);
    expect(found('全年微信公众号发布信息40条。上半年微信公众号发布信息20条。')).toEqual([]);
  });

  it('sites and accounts of two owners are two things', () => {
    expect(judge('县政府网站公开信息33条，局网站公开信息8条。', '局网站公开信息8条。')).toEqual([]);
    expect(
      judge('“盐池科技”公众号发布信息33条，“盐池发布”公众号发布信息8条。', '“盐池发布”公众号发布信息9条。'),
    ).not.toEqual([]);
    expect(judge('“盐池科技”公众号发布信息33条。', '“盐池发布”公众号发布信息8条。')).toEqual([]);
  });
});
