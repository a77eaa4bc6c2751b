/** What makes a document a report: what is none, and what of a report is enough. */
import { describe, expect, it } from 'vitest';
import { CodedError } from '../../src/errors.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { readReport } from '../../src/report/read.ts';
import { documentOf } from '../helpers/documents.ts';

const lexicon = loadLexicon();
const codeOf = async (text: string, file?: string) => {
  const document = await documentOf(text, file);
  try {
    readReport(document, lexicon);
    return null;
  } catch (error) {
    return error instanceof CodedError ? error.code : String(error);
  }
};

describe('what is no report', () => {
  it.each([
    ['news', '我市召开政务公开工作会议\n\n1月5日，我市召开政务公开工作会议，会议要求各单位认真做好主动公开工作。\n'],
    [
      'a budget',
      '某县民政局2020年部门预算\n\n一、基本情况\n\n部门职责。\n\n二、收支预算\n\n收入100万元。\n\n三、其他事项\n\n无。\n',
    ],
    [
      'another annual report',
      '某县2020年法治政府建设年度报告\n\n一、主要工作\n\n做了工作。\n\n二、存在问题\n\n有问题。\n\n三、下一步打算\n\n继续努力。\n',
    ],
    ['a notice', '关于做好2020年政府信息公开工作年度报告编制工作的通知\n\n各单位：请于1月31日前发布年度报告。\n'],
    [
      'a guide',
      '某县医疗保障局政府信息公开指南\n\n为方便公众获取政府信息，编制本指南。\n\n一、主动公开\n\n（一）公开范围：行政许可、行政处罚等信息。\n\n二、依申请公开\n\n收到申请之日起20个工作日内答复。\n\n三、不予公开的情形\n\n国家秘密等。\n\n四、监督和救济：可依法申请行政复议或者提起行政诉讼。\n',
    ],
    [
      'an assessment of reports',
      '某市2022年度政务公开第三方评估报告\n\n一、总体情况\n\n2022年各单位主动公开情况良好，依申请公开答复及时。\n\n二、主要问题\n\n发布不及时。\n',
    ],
    ['prose', '床前明月光，疑是地上霜。\n举头望明月，低头思故乡。\n'],
  ])('%s', async (_, text) => expect(await codeOf(text)).toBe('report.none'));

  const form = (title: string, tail = '') =>
    `${title}\n\n一、总体情况\n\n（包括主动公开、依申请公开等内容）\n\n二、主动公开政府信息情况\n\n第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t\t\t\n行政规范性文件\t\t\t\n\n五、存在的主要问题及改进情况\n${tail}`;
  it.each([
    '××局20××年政府信息公开工作年度报告',
    '（单位名称）____年政府信息公开工作年度报告',
    '附件：政府信息公开工作年度报告模板',
  ])('is a form that nobody filled in: %s', async (title) => expect(await codeOf(form(title))).toBe('report.unfilled'));
  it('but a report with nothing in its tables is a report', async () =>
    expect(await codeOf(form('华池县林业局2022年政府信息公开工作年度报告', '\n更新不及时。\n'))).toBeNull());

  it.each([
    '根据《国务院办公厅政府信息与政务公开办公室关于印发〈政府信息公开工作年度报告格式〉的通知》，现公布年度报告。',
    '按照国务院办公厅统一格式要求编制本报告。',
  ])('but one whose tables were pictures is a report, whatever it says of the form: %s', async (intro) =>
    expect(
      await codeOf(
        `华池县林业局2022年政府信息公开工作年度报告\n\n${intro}\n\n一、总体情况\n\n2022年公开信息12条，未收到政府信息公开申请。\n\n二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n\n四、政府信息公开行政复议、行政诉讼情况\n\n五、存在的主要问题及改进情况\n\n更新不及时。\n\n六、其他需要报告的事项\n\n无。\n`,
      ),
    ).toBeNull(),
  );

  it('but free-form and partial reports are reports', async () => {
    expect(
      await codeOf(
        '某县民政局2012年政府信息公开工作年度报告\n\n一、概述\n\n好。\n\n二、主动公开政府信息情况\n\n公开10条。\n\n三、依申请公开情况\n\n没有收到申请。\n',
      ),
    ).toBeNull();
    expect(
      await codeOf(
        '某县民政局2010年政府信息公开工作年度报告\n\n2010年，我局主动公开信息10条，没有收到依申请公开的申请，没有发生行政复议。\n',
      ),
    ).toBeNull();
  });
});

/** Lines of a table as a page. */
const page = (heading: string, rows: string) =>
  `<h1>${heading}</h1><table>${rows
    .trim()
    .split('\n')
    .map((row) => `<tr><td>${row.trim().replaceAll(' ', '</td><td>')}</td></tr>`)
    .join('')}</table>`;

describe('tables that name what the form names', () => {
  it.each([
    [
      'a notice of procurement',
      page('办公设备采购项目中标结果公告', '政府集中采购 12 345.6万元\n行政许可 12\n行政处罚 3'),
    ],
    [
      'a table of enforcement',
      page('某县2023年度行政执法统计年报', '行政许可 1203\n行政处罚 86\n行政强制 4\n行政事业性收费 0'),
    ],
    ['a budget', page('某局2022年部门预算公开', '科目 合计\n行政事业性收费 12.5\n政府采购 33\n行政处罚 0\n总计 45.5')],
    ['a yearbook', page('2021年全市行政复议案件统计', '维持 纠正 其他 尚未审结 总计\n6 2 1 1 10')],
    [
      'a count of licences',
      page(
        '全市行政许可统计',
        '项目 自然人 法人 其他 总计\n本年新收申请数量 10 2 1 13\n上年结转申请数量 1 0 0 1\n办结 11 2 1 14',
      ),
    ],
    ['a catalogue', page('主动公开目录', '事项 时限\n行政许可 7\n行政处罚 7\n行政强制 20\n行政事业性收费 20')],
    [
      'an appraisal',
      `<p>2022年度某县政务公开第三方评估报告</p><p>一、总体情况</p><p>2022年共评估42家单位。</p><p>二、主动公开政府信息情况</p>${page('', '指标 得分\n行政许可 8\n行政处罚 7\n行政强制 6')}<p>三、依申请公开情况</p><p>答复规范。</p>`,
    ],
    [
      'a report on the rule of law',
      `<p>某县2023年法治政府建设年度报告</p><p>一、总体情况</p><p>2023年推进政府信息公开。</p><p>二、行政复议、行政诉讼情况</p>${page('', '行政许可 1203\n行政处罚 86\n行政强制 4')}<p>三、存在的主要问题及改进情况</p><p>有。</p>`,
    ],
  ])('%s is no report', async (_, text) => expect(await codeOf(text, 'page.html')).toBe('report.none'));

  it.each([
    [
      'news of a figure',
      '我市政府信息公开申请量翻番\n\n记者从市政府发布的2023年政府信息公开工作年度报告获悉，全年共收到政府信息公开申请1203件，予以公开503件；行政复议60件。主动公开8万条。\n',
    ],
    [
      'news of its publication',
      '我县42家单位按时发布2023年政府信息公开工作年度报告\n\n各单位认真总结主动公开、依申请公开、行政复议等工作，按照《政府信息公开条例》要求发布。\n',
    ],
    [
      'a letter that asks for it',
      '关于报送2023年政府信息公开工作年度报告的函\n\n县直各部门：\n\n根据《政府信息公开条例》，请总结主动公开、依申请公开工作，于1月31日前报送。\n',
    ],
    [
      "a site's word on its list",
      '政府信息公开年报\n\n本栏目发布各部门2020年以来的年度报告，包括主动公开、依申请公开情况。\n',
    ],
    [
      'a study',
      '论31省年度报告\n\n摘要：2022年的主动公开与依申请公开。\n\n一、主动公开情况的分析\n\n有差异。\n\n二、依申请公开情况的分析\n\n不予公开率20%。\n\n三、存在问题与改进建议\n\n完善。\n',
    ],
    [
      'a report on reviews',
      '某区2023年度行政复议和行政应诉案件统计报告\n\n一、总体情况\n\n其中政府信息公开类23件。\n\n二、行政复议情况\n\n结果维持\t120\n结果纠正\t12\n尚未审结\t21\n\n三、行政诉讼情况\n\n未经复议直接起诉60件，复议后起诉20件。\n\n四、存在的主要问题及改进情况\n\n案多人少。\n',
    ],
    [
      'a circular on what was published',
      '关于2023年度政府信息公开工作年度报告发布情况的通报\n\n一、总体情况\n\n主动公开、依申请公开两部分较好。\n\n二、存在的主要问题\n\n部分单位未填写。\n',
    ],
    [
      'a list',
      '某县2022年政府信息公开工作年度报告汇总\n\n某县教育局2022年政府信息公开工作年度报告\t2023-01-20\n某县民政局2022年政府信息公开工作年度报告\t2023-01-21\n\n主动公开 依申请公开\n',
    ],
  ])('nor is %s', async (_, text) => expect(await codeOf(text)).toBe('report.none'));
});

describe('a scrap of a report is one', () => {
  it.each([
    [
      'its table 2',
      '第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件\t2\t1\t5\n',
    ],
    [
      'its table 3',
      '\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n三、本年度办理结果（一）予以公开\t1\t0\t0\t0\t0\t0\t1\n',
    ],
    [
      'its table 4',
      '行政复议\t未经复议直接起诉\t复议后起诉\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n',
    ],
    [
      'its sections',
      '一、总体情况\n\n2021年，我局主动公开信息120条。\n\n二、主动公开政府信息情况\n\n无。\n\n三、收到和处理政府信息公开申请情况\n\n全年未收到申请。\n',
    ],
    [
      'its title and a table of its own',
      '某县林业局2022年政府信息公开工作年度报告\n\n行政许可\t1\n行政处罚\t2\n行政强制\t0\n',
    ],
    [
      'a title over two lines, of such an agency',
      '盐池县预算编制中心\n2014年度政府信息公开工作报告\n\n2014年，我中心主动公开信息30条，未收到依申请公开的申请。\n',
    ],
    [
      'a title without agency and year, where the text tells of work',
      '信息公开年度报告\n\n彭阳县人民政府办公室\n\n2009年，我办主动公开信息30条，没有收到依申请公开的申请。\n',
    ],
    [
      "a title with an agency's name that other papers have, too",
      '某县新闻办公室2013年政府信息公开年度报告\n\n2013年，我办主动公开信息10条，依申请公开0件。\n',
    ],
  ])('%s', async (_, text) => expect(await codeOf(text)).toBeNull());
});
