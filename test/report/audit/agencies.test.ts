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
];

const own = ['盐池县科学技术局', '盐池县科技局', '县科技局'];
const others = ['盐池县水利局', '盐池县农业农村局', '彭阳县科学技术局'];

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
    '在全市经验交流会上，盐池县水利局介绍了其年内办理30件公开申请的经验，我局派员学习。',
    '协助盐池县水利局研究转来的公开申请2件，由其统一答复。',
    '原盐池县林业局2018年以前的政府信息公开档案由我局保管。',
    '与盐池县水利局联合开展政府开放日活动。',
    '盐池县水利局、农业农村局等部门公开信息由其自行统计。',
    '按照县政府办公室要求，推动县直各部门政务公开工作规范开展。',
    '配合县审计局做好审计结果公开。',
    '群众可登录盐池县人民政府网站查询信息。',
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
  ])('in the preamble: %s', (preamble) => {
    expect(severities({ preamble })).toEqual([]);
  });
});
