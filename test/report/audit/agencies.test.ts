/** Names where only the reporting body's own can stand, in a report of 盐池县科学技术局. */
import { describe, expect, it } from 'vitest';
import { auditReport } from '../../../src/report/audit/audit.ts';
import { type BuildOptions, buildReport } from '../../helpers/report-builder.ts';

const severities = (options: BuildOptions) =>
  auditReport(buildReport(options), [])
    .filter(({ rule }) => rule === 'text.agency')
    .map(({ severity }) => severity);

/** `N` is a name. */
const preambles = [
  '根据国办公开办函〔2021〕30号文件规定的格式，N将2023年度政府信息公开工作情况报告如下，统计期限为2023年1月1日至2023年12月31日。',
  '本报告由N根据《中华人民共和国政府信息公开条例》编制。',
  '按照《条例》的规定，N编制了本年度报告。',
  'N依照《条例》要求，现向社会公布本报告。',
  '为保障公众依法获取政府信息，N发布本报告，全文由六个部分组成。',
  '现将N2023年政府信息公开工作情况报告如下。',
  '依据《条例》第五十条，结合工作实际，N特编制2023年政府信息公开工作年度报告。',
  'N（以下简称“我局”）依据《条例》编制本报告。',
  '现将N（以下简称我局）2023年度政府信息公开工作情况公布如下。',
  '本报告中“我局”指N。',
  '编制单位：N。',
  '本报告电子版可在网站下载，如有疑问，请与N联系（电话：0953-6012345）。',
  '如对本报告有疑问，请联系N，地址：盐池县。',
];
const sentences = [
  '2023年，N在县委、县政府的坚强领导下，扎实推进政务公开。',
  '2023年，N党组高度重视政府信息公开工作。',
  '2023年N坚决贯彻落实《条例》，政府信息公开工作有序开展。',
  'N政务公开工作还存在一些不足。',
  'N的政府信息公开工作仍有差距。',
  'N下一步将进一步加强政务公开。',
  '我局（N）高度重视政府信息公开。',
  '强化学习，推动N政府信息公开工作再上新台阶。',
  'N成立政务公开工作领导小组，由主要负责人任组长。',
  'N党组多次研究部署信息公开工作。',
  'N主要领导亲自过问、分管领导具体负责政务公开工作。',
  '完善工作机制；N主要领导亲自过问政务公开工作。',
  '为做好N政府信息公开工作，制定了实施方案。',
  '制定《N2023年政务公开工作实施方案》，细化任务分工。',
  '修订完善《N政府信息公开工作制度》，明确公开范围。',
  '及时更新《信息公开指南》和《N主动公开基本目录》。',
  '印发了《N关于规范信息发布审核流程的通知》。',
];

const own = ['盐池县科学技术局', '盐池县科技局', '县科技局'];
const others = ['盐池县水利局', '盐池县农业农村局', '彭阳县科学技术局', '康县科学技术局'];

describe('another body in the place of the reporting one', () => {
  it.each(preambles)('%s', (frame) => {
    for (const name of others) {
      const found = severities({ preamble: frame.replace('N', name) });
      expect([name, found.length > 0 && !found.includes('info')]).toEqual([name, true]);
    }
    for (const name of own) expect([name, severities({ preamble: frame.replace('N', name) })]).toEqual([name, []]);
  });

  it.each(sentences)('%s', (frame) => {
    for (const name of others) {
      const found = severities({ text: { 1: [frame.replace('N', name)] } });
      expect([name, found.length > 0 && !found.includes('info')]).toEqual([name, true]);
    }
    for (const name of own) expect([name, severities({ text: { 1: [frame.replace('N', name)] } })]).toEqual([name, []]);
  });
});

describe('another body in a place of its own', () => {
  it.each([
    '召开专题会议研究部署政务公开工作。',
    '认真部署政府信息公开工作，压实责任。',
    '严格督办政务公开工作落实情况。',
    '在便民场所公开办事指南，在公示栏处公开收费标准。',
    '认真学习《盐池县水利局政务公开工作制度》，借鉴其做法。',
    '按照《盐池县水利局政务公开工作办法》完善流程。',
    '与县财政局联合印发《盐池县财政局关于做好预决算信息公开的通知》。',
    '出台《盐池县财政局专项资金管理办法》解读材料3篇。',
    '政府门户网站主动公开信息279条。',
    '转发《盐池县公安局关于规范政务新媒体管理的通知》。',
    '在全市经验交流会上，盐池县水利局介绍了其年内办理30件公开申请的经验，我局派员学习。',
    '协助盐池县水利局研究转来的公开申请2件，由其统一答复。',
    '原盐池县林业局2018年以前的政府信息公开档案由我局保管。',
    '与盐池县水利局联合开展政府开放日活动。',
    '盐池县水利局、农业农村局等部门公开信息由其自行统计。',
    '按照县政府办公室要求，推动县直各部门政务公开工作规范开展。',
    '配合县审计局做好审计结果公开。',
    '群众可登录盐池县人民政府网站查询信息。',
    '局机关组织编写了本报告，向社会公布。',
    '向县政务服务中心移交政府信息公开查阅点设备。',
    '盐池县水利局转来的申请书已及时退回，公开渠道已告知申请人。',
  ])('%s', (sentence) => {
    expect(severities({ text: { 1: [sentence] } })).toEqual([]);
  });

  it.each([
    '根据盐池县人民政府办公室《关于做好年度报告编制工作的通知》要求，我局编制本报告。',
    '按照县政务公开办公室统一部署，现将2023年度政府信息公开工作情况报告如下。',
    '本报告电子版可在盐池县人民政府网站下载，如有疑问，请与盐池县科学技术局办公室联系。',
    '根据《条例》和自治区科技厅有关要求，盐池县科技局编制本报告。',
    '依据《条例》，局机关组织编写了本报告，向社会公布。',
  ])('in the preamble: %s', (preamble) => {
    expect(severities({ preamble })).toEqual([]);
  });
});

describe('section 5 speaks of its own body', () => {
  it.each([
    ['盐池县水利局在政府信息公开工作中仍有不足。', ['warning']],
    ['盐池县科学技术局在政府信息公开工作中仍有不足。', []],
    ['我局在政府信息公开工作中仍有不足。', []],
    ['县政府办在政务公开工作中给予了指导。', []],
  ])('%s', (sentence, expected) => {
    expect(severities({ text: { 5: [sentence] } })).toEqual(expected);
  });

  it('a county beside a city of its level, where the city above it is known', () => {
    const told = (name: string) =>
      severities({ agency: '盐池县人民政府', text: { 1: [`${name}高度重视信息公开工作，明确专人负责。`] } });
    expect(told('灵武市人民政府')).toEqual(['warning']);
    expect(told('吴忠市人民政府')).toEqual([]);
    expect(told('盐池县人民政府')).toEqual([]);
  });
});

/** Sentences of section 5 without a word of disclosure. */
describe('plans of another body', () => {
  const planned = (sentence: string, options: BuildOptions = {}) =>
    severities({ ...options, text: { 5: [sentence] } }).filter((severity) => severity !== 'info');

  it.each([
    '下一步，N将进一步提高认识，加强学习。',
    '下一步，N将按照县委、县政府部署，狠抓落实。',
    '2024年，N将从以下方面改进。',
    '针对以上问题，N将采取以下措施：',
    '针对存在的不足，下一步N将加大力度。',
    '今后，N将继续努力，补齐短板。',
    '在今后的工作中，N将加强队伍建设。',
    '下一步工作中，N将强化责任意识。',
    '下一步，N将着力做好以下几方面工作：',
    '为此，N将加强人员培训。',
    '对此，N计划增设专职人员。',
    '下一阶段，N将进一步规范流程。',
    '接下来，N将细化任务分工。',
    'N将以此为契机，不断改进。',
    '一是认识有待提高；二是力度不够。下一步，N将认真整改。',
    '2024年N将把握重点，健全制度。',
    '新的一年，N将以更高标准推进工作。',
    '针对上述问题，N要加强统筹协调。',
    '改进措施：N将建立台账。',
    'N下一步将完善制度。',
    '明年，N将持续发力。',
    '下步，N将压实责任。',
    '下一步，N拟开展专项培训。',
    'N在今后工作中将进一步加强学习。',
  ])('%s', (frame) => {
    for (const name of others) expect([name, planned(frame.replaceAll('N', name))]).toEqual([name, ['warning']]);
    for (const name of own) expect([name, planned(frame.replaceAll('N', name))]).toEqual([name, []]);
  });

  it.each([
    '下一步，县财政局将加大经费保障力度，我局将用好专项资金。',
    '下一步，我局将联合县司法局开展培训。',
    '下一步，我局将会同N建立协调机制。',
    '下一步，县政府办公室将统一培训，我局将选派骨干参加。',
    '在N的支持下，我局将推进数据共享。',
    '我局与N将联合开展检查。',
    '下一步，配合N做好目录梳理。',
    '针对N反馈的问题，我局将逐项整改。',
    '学习N经验，我局将改进栏目。',
    '下一步，将加强与N的沟通。',
    '县司法局将对公开情况开展监督检查，我局将积极配合。',
    '下一步，按照N统一安排，我局将清理栏目。',
    '2024年，我局将邀请N开展讲座。',
    '由N牵头，我局将配合建立平台。',
    '下一步，盐池县科技局将加强学习。',
    '下一步，县科技局将加强学习。',
    '下一步，县局将加强学习。',
    '下一步，盐池县科学技术局办公室将加强培训。',
    '下一步，盐池县政务服务中心将设立专区，我局将派员值守。',
    '下一步，自治区科技厅将组织培训，我局将积极参加。',
    '借助N平台，我局将扩大公开范围。',
    '将督促各股室落实，N等单位将参与评议。',
    '下一步，局办公室将牵头做好公开工作。',
    '下一步，局属各单位将加强学习。',
    '下一步，县委网信办将加强监管。',
    '下一步，各股室将按要求更新。',
    '今后，办公室将定期通报。',
    '下一步，领导小组办公室将加强督导。',
    '下一步，县政务公开办将组织考核。',
  ])('none: %s', (frame) => {
    for (const name of [...others, '县水利局'])
      expect([name, planned(frame.replaceAll('N', name))]).toEqual([name, []]);
  });

  const town = { agency: '沛县敬安镇人民政府', region: { province: '江苏省', city: '徐州市', county: '沛县' } };

  it.each([
    '下一步，N将按照上级要求，做好公开。',
    '针对以上问题，N将加强学习。',
    '2024年，N将从以下方面改进。',
    '今后，N将继续努力。',
    '2023年，N认真贯彻落实《条例》，扎实推进政务公开。',
  ])('of another town: %s', (frame) => {
    for (const name of ['龙固镇', '沛县龙固镇', '龙固镇人民政府'])
      expect([name, planned(frame.replace('N', name), town).length]).toEqual([name, 1]);
    for (const name of ['敬安镇', '沛县敬安镇', '敬安镇人民政府', '我镇'])
      expect([name, planned(frame.replace('N', name), town)]).toEqual([name, []]);
  });

  it.each([
    '下一步，沛县将开展评估。',
    '各镇将按要求公开。',
    '下一步，全镇将进一步做好公开。',
    '龙固镇将举办现场会，我镇将派员参会。',
    '下一步，镇村两级将加强公开。',
    '下一步，乡镇将继续推进基层政务公开。',
  ])('of no other town: %s', (sentence) => {
    expect(planned(sentence, town)).toEqual([]);
  });
});
