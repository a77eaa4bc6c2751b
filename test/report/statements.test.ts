/** Figures of the text: the key ones of the five reports, read off the files by eye, and small sentences. */
import { describe, expect, it } from 'vitest';
import { negationsIn, quantitiesIn } from '../../src/report/quantities.ts';
import { readSections } from '../../src/report/sections.ts';
import { readStatements } from '../../src/report/statements.ts';
import { isPlanned, newThread, subjectsOf } from '../../src/report/subject.ts';
import { shipped } from '../helpers/documents.ts';

/** Words that the subject holds, quantity, unit, section, line. */
const golden: Record<string, [string, number, string | null, number, number][]> = {
  '000': [
    ['公开本单位行政文件', 5, '件', 1, 13],
    ['奖补资金兑付公示', 12, '条', 1, 13],
    ['行政许可、行政处罚', 0, null, 1, 13],
    ['收到依申请公开', 0, null, 1, 15],
    ['一级事项', 7, '项', 1, 19],
    ['二级事项', 16, '项', 1, 19],
    ['主动公开各类政府信息', 438, '条', 1, 30],
    ['政府门户网站发布政府信息', 297, '条', 1, 30],
    ['微信公众号推送信息', 297, '条', 1, 30],
    ['公告栏公示信息', 112, '条', 1, 30],
  ],
  '001': [
    ['人大建议', 2, '条', 1, 14],
    ['办理政协提案', 2, '条', 1, 14],
    ['公开市人大建议及办理结果', 4, '条', 1, 14],
    ['公开市政协提案及办理结果', 7, '条', 1, 14],
    ['收到网络依申请公开信息', 1, '件', 1, 18],
    ['新增订阅用户', 60, '人', 1, 26],
    ['微信公众号发布信息', 378, '条', 1, 26],
  ],
  '002': [
    ['主动公开政府信息', 14, '条', 1, 9],
    ['部门动态', 2, '条', 1, 9],
    ['疫情防控资金投入情况', 10, '条', 1, 9],
    ['部门预决算', 2, '条', 1, 9],
    ['政府集中采购', 0, null, 1, 9],
    ['收到依申请公开政府信息', 0, null, 1, 11],
  ],
  '003': [
    ['政府门户网站公开信息', 15, '条', 1, 13],
    ['受理依申请公开政府信息', 1, '件', 1, 17],
    ['按时答复率', 100, '%', 1, 17],
    ['县政府门户网站公开信息', 15, '条', 1, 21],
    ['微信公众号发布信息', 37, '条', 1, 21],
    ['承办政协提案', 5, '件', 1, 23],
    ['政府门户网站公开信息', 15, '条', 6, 98],
    ['参加', 25, '人', 6, 98],
    ['收到政府信息公开申请', 0, null, 6, 100],
    ['收取信息处理费', 0, null, 6, 100],
  ],
  '004': [
    ['科技信息、文件', 26, '条', 1, 13],
    ['信息公开指南', 1, '条', 1, 13],
    ['部门文件', 9, '条', 1, 13],
    ['重点工作', 6, '条', 1, 13],
    ['受理依申请公开信件', 0, null, 1, 19],
    ['行政复议、提起行政诉讼', 0, null, 1, 19],
  ],
};

describe.each(Object.keys(golden))('report %s', (number) => {
  it('states its figures on their lines, each with a verbatim quote', async () => {
    const document = await shipped(number);
    const statements = readStatements(document, readSections(document));
    for (const [subject, quantity, unit, section, line] of golden[number]!) {
      const found = statements.find(
        (each) =>
          each.subject.includes(subject) &&
          each.quantity === quantity &&
          each.line === line &&
          each.section === section,
      );
      expect(found, subject).toMatchObject({ unit, approximate: false });
    }
    const lines = document.text.split('\n');
    for (const { line, quote } of statements) expect(lines[line! - 1]).toContain(quote);
  });
});

describe('quantities', () => {
  it.each([
    ['14万余条', 140_000, true, '条'],
    ['2100余条', 2100, true, '条'],
    ['约300场次', 300, true, '场次'],
    ['近百件'.replace('百', '100'), 100, true, '件'],
    ['20件以上', 20, true, '件'],
    ['１，１３６条', 1136, false, '条'],
    ['1276.5534万元', 1276.5534, false, '万元'],
    ['99.58％', 99.58, false, '%'],
    ['三十二件', 32, false, '件'],
    ['二百余人次', 200, true, '人次'],
    ['1 924 次'.replace(' 9', '9'), 1924, false, '次'],
  ])('reads %s', (text, value, approximate, unit) => {
    expect(quantitiesIn(`共${text}。`)).toMatchObject([{ value, approximate, unit }]);
  });

  it.each([
    '2020年1月1日至2020年12月31日',
    '国办公开办函〔2019〕60号、宁政办发〔2020〕32号',
    '第二十条第（五）项和第3项',
    '一是加强领导，二是完善制度',
    '党的十九大、十九届四中全会',
    '聚焦“六稳”工作、落实“六保”任务',
    '建立健全24小时值班读网制度',
    '完成IPV6协议改造',
    '电话：0954-7012770，邮编756500',
    '《政府信息主动公开标准目录》（2024版）',
    '严格落实“三审三校”制度',
    '从以下3个方面加以改进',
    '每一件申请都认真办理',
    '等六部分',
    '《科技创新20条》',
    '在20个工作日内答复',
  ])('reads none in %s', (text) => expect(quantitiesIn(text)).toEqual([]));

  it('tells the number of an item from its figure', () => {
    const read = (text: string) => quantitiesIn(text).map(({ value, unit }) => [value, unit]);
    expect(read('4.7件人大代表建议均已办复。')).toEqual([[7, '件']]);
    expect(read('组织学习。4.15条建议。')).toEqual([[15, '条']]);
    expect(read('1.5万件材料，平均4.5件。')).toEqual([
      [15000, '件'],
      [4.5, '件'],
    ]);
    expect(read('4.5个百分点。')).toEqual([[4.5, '个']]);
  });

  it.each([
    ['粉丝突破770万', 7_700_000, true, null],
    ['关注人数突破12万', 120_000, true, null],
    ['获赞15.3万', 153_000, false, null],
    ['公开信息数量：312条', 312, false, '条'],
    ['满意率达九成以上', 90, true, '%'],
    ['占比超八成', 80, true, '%'],
    ['抽查栏目120个次', 120, false, '个次'],
  ])('reads %s', (text, value, approximate, unit) =>
    expect(quantitiesIn(`${text}，`)).toMatchObject([{ value, approximate, unit }]),
  );
  it.each(['一成不变', '比例六成立', '时间为12:30分', '用户2023年新增'])('reads no count in %s', (text) =>
    expect(quantitiesIn(text)).toEqual([]),
  );

  it('reads a count without a counter, and zero', () => {
    expect(quantitiesIn('粉丝数54373；复议、诉讼均为0，投诉为零。').map(({ value, unit }) => [value, unit])).toEqual([
      [54373, null],
      [0, null],
      [0, null],
    ]);
  });
});

describe('subjects', () => {
  const subjects = (text: string) => subjectsOf(text, quantitiesIn(text), newThread());
  it('name the whole with each of its parts', () => {
    expect(subjects('主动公开信息438条，其中网站297条、微信112条，公告栏29条')).toEqual([
      '主动公开信息',
      '主动公开信息：网站',
      '主动公开信息：微信',
      '主动公开信息：公告栏',
    ]);
  });
  it('end the parts where something else is counted', () => {
    expect(subjects('编发文章1640篇，其中原创文章294篇，关注人数达1016823人')).toEqual([
      '编发文章',
      '编发文章：原创文章',
      '关注人数',
    ]);
  });
  it('carry the actor and the verb on', () => {
    expect(subjects('“某科技”微信公众号新增用户60人,发布信息378条')).toEqual([
      '“某科技”微信公众号新增用户',
      '“某科技”微信公众号发布信息',
    ]);
    expect(subjects('办理人大建议2条,政协提案2条')).toEqual(['办理人大建议', '办理政协提案']);
  });
  it('take the noun after the counter', () => {
    expect(subjects('开展3次网上监测，更新3份清单')).toEqual(['开展网上监测', '更新清单']);
  });
});

describe('subjects of figures beside each other', () => {
  const subjects = (text: string) => subjectsOf(text, quantitiesIn(text), newThread());
  it('keep the year that is not the report’s', () => {
    expect(subjects('上年结转申请2件，本年新收申请15件，去年收到申请6件')).toEqual([
      '上年结转申请',
      '新收申请',
      '去年收到申请',
    ]);
    expect(subjects('去年收到申请6件，今年收到申请9件')).toEqual(['去年收到申请', '收到申请']);
  });
  it('are what is counted, and then what is said of it', () => {
    expect(subjects('41条短视频播放量超2300万')).toEqual(['短视频', '短视频播放量']);
    expect(subjects('两条微信阅读量即达180万次')).toEqual(['微信', '微信阅读量']);
  });
  it('take the verb of the clause before, and of a list', () => {
    expect(subjects('编发公报24期，刊登规范性文件112件，人事任免15件')).toEqual([
      '编发公报',
      '刊登规范性文件',
      '刊登人事任免',
    ]);
    expect(subjects('推送短视频1113个、图文1775条')).toEqual(['推送短视频', '推送图文']);
  });
  it('do not make what is seen a thing that is done', () =>
    expect(subjects('“某科技”视频号制作短视频584条，观看量1924252次，点赞量136888次').at(-1)).toBe(
      '“某科技”视频号点赞量',
    ));
  it('part two shares', () =>
    expect(subjects('差评数占总数的0.34%，好评数占总数99.58%')).toEqual(['差评数占总数', '好评数占总数']));
  it('pass over papers, ends of lists and their broken beginnings', () => {
    expect(subjects('另有72件申请按照《某条例》顺延到下年度答复')).toEqual(['申请顺延到下年度答复']);
    expect(subjects('利用“政府开放日（周、月）”等渠道开展互动300余场次')).toEqual(['开展互动']);
    expect(subjects('优化3个查阅中心、1个展示专区和县（区）专区').at(-1)).toBe('展示专区');
  });
});

describe('plans', () => {
  it.each([
    '2024年计划组织培训3次',
    '下一步，将开展检查2次，发放资料100份',
    '力争公开率达到95%以上',
    '拟举办培训班2期',
  ])('are no figures of what was done: %s', (text) =>
    expect(quantitiesIn(text).map(({ at }) => isPlanned(text, at))).not.toContain(false),
  );
  it.each([
    '公开规划计划3条',
    '制定培训计划2个，开展培训3次',
    '将12件文件予以公开',
    '确保3个栏目及时更新',
    '模拟演练2次',
  ])('but these are: %s', (text) =>
    expect(quantitiesIn(text).map(({ at }) => isPlanned(text, at))).not.toContain(true),
  );
});

describe('statements that there was none', () => {
  const none = (text: string) => negationsIn(text).map(({ subject }) => subject);
  it.each([
    ['2.2023，我局未收到政府信息公开申请，未收取信息处理费。', ['收到政府信息公开申请', '收取信息处理费']],
    ['本局没有受理依申请公开信件，因此无依申请公开政府信息件。', ['受理依申请公开信件', '依申请公开政府信息件']],
    ['没有因政府信息公开申请行政复议、提起行政诉讼的情况发生。', ['因政府信息公开申请行政复议、提起行政诉讼']],
    ['无行政许可、行政处罚事项，未实施重大建设项目。', ['行政许可、行政处罚', '实施重大建设项目']],
    ['如未收到答复，可申请行政复议。', []],
    ['还没有做到应公开、尽公开，无法提供，无正当理由', []],
    ['微信公众号2周未更新情况', []],
    ['没有被责任追究的情况，未被提起行政诉讼。', ['被责任追究', '被提起行政诉讼']],
    ['未开展行政强制。', ['开展行政强制']],
    ['个别单位未开展政策解读，部分镇没有制定方案。', []],
    ['有行政复议1件，未被纠正。', []],
  ])('%s', (text, subjects) => expect(none(text)).toEqual(subjects));
});
