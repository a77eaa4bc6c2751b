/** Years in a report of 2023: what was left standing from another year, and what a report of 2023 may well say of 2022. */
import { describe, expect, it } from 'vitest';
import { auditReport } from '../../../src/report/audit/audit.ts';
import { type BuildOptions, buildReport } from '../../helpers/report-builder.ts';

const severities = (options: BuildOptions) =>
  auditReport(buildReport(options), [])
    .filter(({ rule }) => rule === 'text.year')
    .map(({ severity }) => severity);
const inOverview = (...sentences: string[]) => severities({ text: { 1: sentences } });

describe('left standing from another year', () => {
  it.each([
    '2021年，局机关把政府信息公开作为规范权力运行的重要举措，在科技成果转化等方面持续用力，工作取得实效。',
    '2022年，县科技局将政务公开摆在突出位置，主要领导亲自部署。',
    '截至2021年12月31日，我局全年主动公开政府信息306条：',
    '1.主动公开。截至2022年12月31日，我局全年主动公开政府信息306条。',
    '截止2022年底，我局共公开政府信息306条。',
    '2022年1月至12月，我局共公开政府信息306条。',
    '2022年1月1日至12月31日，我局共主动公开政府信息306条。',
    '2022年全年我局主动公开信息306条。',
    '在2022年的政府信息公开工作中，我局坚持以公开为常态。',
    '2022年政府信息公开工作虽然取得一定成绩，但仍存在一些问题。',
    '2022年，我局政府信息公开工作取得了一定成效，但还存在公开内容不够丰富等问题。',
    '2022年是建党百年之年，我局坚持以公开促落实。',
    '回顾2022年，我局认真贯彻落实《条例》。',
    '2022年全局上下认真学习《条例》，不断提高公开水平。',
    '按照县政府统一部署，2022年我局积极推进政务公开。',
    '在县委、县政府的正确领导下，2022年，我局认真落实《条例》。',
    '二〇二二年，我局认真贯彻落实《条例》，扎实推进政务公开。',
    '（二）依申请公开。2022年，我单位没有收到政府信息公开申请。',
    '2022年度，在县委、县政府的坚强领导下，我局政务公开工作稳步推进。',
    '二是2022年我局通过网站公开信息80条。',
  ])('%s', (sentence) => {
    expect(inOverview(sentence)).toEqual(['warning']);
  });

  it.each([
    '现将我局2022年度政府信息公开工作情况报告如下。',
    '按照《条例》要求，现公布盐池县科学技术局政府信息公开年度报告，统计期限为2022年1月1日至12月31日。',
    '本报告数据统计时间为2022年度。',
    '所列数据统计期限为2022年1月—2022年12月。',
    '本报告中所列数据截至2022年12月31日。',
    '统计期限：2022.01.01-2022.12.31。',
    '今年（2022年），我局坚持以公开为常态。',
  ])('of its own period: %s', (preamble) => {
    expect(severities({ preamble })).toEqual(['error']);
  });

  it.each(['（三）2023年工作打算。', '下一年度（2023年），我局要加强学习。', '明年（2025年）要加强学习。'])(
    'of its plans: %s',
    (sentence) => {
      expect(severities({ text: { 5: [sentence] } })).toEqual(['warning']);
    },
  );

  it('in a heading', () => {
    const report = buildReport();
    const sections = report.sections.map((section) =>
      section.number === 3 ? { ...section, title: `2022年${section.title}` } : section,
    );
    const findings = auditReport({ ...report, sections }, []).filter(({ rule }) => rule === 'text.year');
    expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('from further back it is more likely history', () => {
    expect(inOverview('2017年，我局认真贯彻落实《条例》，扎实推进政务公开。')).toEqual(['info']);
  });
});

describe('said of another year in a report of 2023', () => {
  it.each([
    '2022年度公开年报于当年一月发布，浏览量674次。',
    '五是 2022 年度公开年报于规定期限内发布，接受公众查阅。',
    '2022年度政府信息公开年报按期公开。',
    '2022年政府信息公开工作年度报告已在网站公布。',
    '2022年度部门决算于9月在财政专栏公开。',
    '2022年公开目录全部归档。',
    '2022年发布的政策文件经清理废止3件。',
    '2022年依法公开的信息全部纳入检索。',
    '2022年受理的1件行政复议案件已审结，结果维持。',
    '2022年度政务公开工作考核中，我局获评优秀等次。',
    '2022年政务公开第三方评估反馈的12个问题全部整改。',
    '根据2022年度考核结果，我局完善了公开制度。',
    '2022年，我局被列为全区基层政务公开试点单位，当年完成验收。',
    '2021年，我局首次开通微信公众号，公开信息20条。',
    '2022年公开信息100条，增长20%。',
    '2022年存在的问题已全部整改到位。',
    '2022年法治政府建设报告等材料如期挂网。',
    '2022年落实“三公”经费公开要求，公开决算表12张。',
    '2022年全面推行的清单制度继续执行。',
    '2022年以来，我局认真贯彻落实《条例》。',
    '据档案记载，2018年我局收到政府信息公开申请12件，当年已全部答复。',
    '2022年推进的政务新媒体整合项目通过验收。',
    '上年（2022年）公开信息100条。',
    '2022年12月收到的2件申请结转至本年办理。',
    '我局2022年度报告于1月20日公布。',
    '2024年，我局将继续推进政务公开。',
  ])('%s', (sentence) => {
    expect(inOverview(sentence)).toEqual([]);
  });

  it.each([
    '本报告所列数据的统计期限为2023年1月1日至2023年12月31日。',
    '现将2023年度政府信息公开工作情况报告如下。',
    '本报告数据统计截至2023年12月31日，2024年1月公布。',
    '根据2022年度报告的格式编制本报告。',
  ])('in the preamble: %s', (preamble) => {
    expect(severities({ preamble })).toEqual([]);
  });
});
