/** The text against table 2: documents made, repealed and in force, decisions, fees and procurement. */
import { describe, expect, it } from 'vitest';
import { auditReport } from '../../../src/report/audit/audit.ts';
import { buildReport } from '../../helpers/report-builder.ts';

const of2023 = {
  'normative.issued': 3,
  'normative.repealed': 1,
  'normative.inForce': 9,
  'licensing.decisions': 40,
  'penalties.decisions': 12,
  'fees.amount': 5.2,
};
const of2020 = { 'normative.made': 3, 'licensing.decisions': 40, 'procurement.items': 2 };

function found(text: string, agency = '盐池县水务局', year = 2023): string[] {
  const report = buildReport({ values: year < 2021 ? of2020 : of2023, agency, year, text: { 1: [text] } });
  return auditReport(report, [])
    .filter(({ rule }) => rule === 'text.table2')
    .map(({ severity }) => severity);
}

describe('text against table 2', () => {
  it.each([
    '2023年，我局制发规范性文件2件。',
    '全年共制定出台行政规范性文件5件，均同步解读。',
    '本年度新制定规范性文件四件。',
    '盐池县水务局2023年度未制定规章和规范性文件。',
    '本年度盐池县水务局未制发行政规范性文件。',
    '2023年度县水务局没有出台行政规范性文件，无行政强制事项。',
    '规范性文件制发数量为2件。',
    '全年废止行政规范性文件2件。',
    '现行有效规范性文件8件。',
    '2023年作出行政处罚决定15件。',
    '全年作出13件行政处罚决定，全部公示。',
    '本单位无行政许可、行政强制事项。',
    '2023年，我局未作出行政处罚决定。',
    '作出行政许可决定41件，均在网上公示。',
    '行政许可决定41件、行政处罚决定12件均在网上公示。',
    '我局制定行政规范性文件3件、废止1件，目前现行有效8件。',
    '全年无行政事业性收费。',
    '全年收取行政事业性收费6.2万元，目录清单已公布。',
    '行政事业性收费总额为62000元。',
    '新制定规范性文件3件、废止2件。',
    '行政许可、行政处罚决定数分别为40件、15件。',
    '行政许可类决定41件、行政处罚类决定12件。',
    '2023年行政处罚、行政强制均为0件。',
    '2023年，我局行政许可、行政处罚、行政强制分别作出决定40件、12件、6件。',
    '准予行政许可决定41件。',
    '行政许可方面，全年作出处理决定41件。',
    '清理后废止行政规范性文件1件，继续有效8件。',
    '制发行政规范性文件数量为3件，现行有效件数为8件。',
    '行政事业性收费本年收费金额62000元。',
    '6.2万元行政事业性收费全部纳入预算管理。',
    '行政事业性收费方面，本年收费6.2万元。',
    '县水务局2023年行政处罚、行政强制数量均为零。',
    '2023年县水务局无规范性文件制发。',
  ])('%s', (text) => {
    expect(found(text)).toEqual(['error']);
  });

  it.each(['2020年本局制定规范性文件2件。', '2020年度无政府集中采购。', '本年度未新制作规范性文件。'])(
    'in the form of 2019: %s',
    (text) => {
      expect(found(text, '盐池县水务局', 2020)).toEqual(['error']);
    },
  );

  it.each([
    // they agree
    '行政事业性收费5万元。',
    '全年行政事业性收费52000元。',
    '全年作出行政许可40件、行政处罚12件。',
    '全年行政事业性收费约6万元。',
    '减免行政事业性收费6万元。',
    '2023年，我局制发规范性文件3件，废止1件，现行有效规范性文件9件。',
    '未制定规章，无行政强制事项。',
    '作出行政处罚决定12件。',
    '新制定规范性文件3件、废止1件。',
    // printed for everybody
    '全年编发公报12期，刊登政府规章等文件60件，部门规范性文件45件。',
    // another year, a part of it, a goal
    '2022年，我局制发规范性文件2件。',
    '2022年制发规范性文件2件，2023年制发规范性文件3件。',
    '上半年制发规范性文件1件。',
    '2024年计划制定规范性文件2件。',
    '近三年制发规范性文件8件。',
    '截至2023年6月底，作出行政处罚决定6件。',
    '2021年以来作出行政许可决定120件。',
    // of another body, or of everybody
    '全县共制发规范性文件20件。',
    '县司法局审核后，全年制发规范性文件20件。',
    '下属单位未制发规范性文件。',
    '指导各乡镇制定规范性文件6件。',
    // of something else, or of a part
    '公开规范性文件8件。',
    '公开行政处罚决定15件。',
    '发布规范性文件解读材料5件。',
    '清理规范性文件30件，合法性审核规范性文件6件。',
    '报送备案规范性文件2件。',
    '未制发涉企规范性文件。',
    '没有以县政府名义制发的规范性文件。',
    '未制定党内规范性文件。',
    '其中作出罚款类行政处罚决定5件。',
    '无行政处罚败诉案件。',
    '未发生因行政许可引发的复议。',
    '行政处罚公示信息30条。',
    '受理行政许可申请55件。',
    '未实施重大建设项目，无重大行政决策事项。',
    '制发规范性文件约5件。',
    '印发文件30件，其中规范性文件3件。',
  ])('leaves alone: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('without a word that says that they were made, it is only to be checked', () => {
    expect(found('部门规范性文件45件。')).toEqual(['info']);
  });

  it('two decisions in one clause, each with its figure', () => {
    expect(found('全年作出行政许可41件、行政处罚15件。')).toEqual(['error', 'error']);
    expect(found('全年办理行政许可40件、行政处罚15件。')).toEqual(['info']);
    expect(found('办理行政许可决定41件、行政处罚决定15件。')).toEqual(['error', 'error']);
    expect(found('全年实施行政处罚15件。')).toEqual(['error']);
  });

  it('of documents, where the clauses behind the first name none', () => {
    expect(found('本年度制发行政规范性文件3件，废止1件，现行有效30件。')).toEqual(['error']);
    expect(found('2020年新制作规范性文件3件，对外公开总数5件。', '盐池县水务局', 2020)).toEqual(['error']);
  });

  it('that nothing was decided, however it is worded', () => {
    expect(found('本年无行政许可事项处理决定。')).toEqual(['error']);
  });

  it('of a government: its own may be less than everybody’s, and never more', () => {
    expect(found('全年制发规范性文件2件。', '盐池县人民政府')).toEqual(['info']);
    expect(found('全年制发规范性文件4件。', '盐池县人民政府')).toEqual(['warning']);
    expect(found('全县制发规范性文件2件。', '盐池县人民政府')).toEqual(['warning']);
    expect(found('全县各级行政机关共作出行政许可决定39件。', '盐池县人民政府')).toEqual(['warning']);
    expect(found('县水务局作出行政处罚决定18件。', '盐池县人民政府')).toEqual([]);
  });

  it('of what is in hand, it is only to be checked', () => {
    expect(found('全年办理行政处罚案件18件。')).toEqual(['info']);
  });
});
