/** What goes on into the next year and what came from the last, in a report of 2023 with 1 and 2 of them in table 3. */
import { describe, expect, it } from 'vitest';
import { auditReport } from '../../../src/report/audit/audit.ts';
import { balanced, buildReport } from '../../helpers/report-builder.ts';

const values = balanced('2021', {
  natural: {
    outcomes: {
      'applications.disclosed': 8,
      'applications.partlyDisclosed': 2,
      'applications.refused.process': 1,
      'applications.unavailable.notHeld': 2,
    },
    over: 2,
    forward: 1,
  },
});

/** Severe findings, by rule. */
const severe = (section: number, text: string) =>
  auditReport(buildReport({ values, text: { [section]: [text] } }), [])
    .filter(({ rule, severity }) => /^text\.(?:table|text|parts)/.test(rule) && severity !== 'info')
    .map(({ rule }) => rule);

describe('carried forward', () => {
  it.each([
    '全年共收到政府信息公开申请12宗，已办结13宗，另有N宗转入2024年继续办理。',
    '收到申请12件，办结13件。另有N件转入2024年继续办理。',
    '2023年共收到政府信息公开申请12件，均由专人登记、按程序流转，另有N件转入2024年继续办理。',
    '（二）依申请公开。全年收到申请12件，答复内容规范、说理充分；另有N件结转至2024年办理。',
    '2023年，我局受理依申请公开12件，畅通网上、信函、当面三条渠道，N件转至下年度继续办理。',
    '依申请公开方面，坚持“一事一议”，收到申请12件，剩余N件将于2024年继续办理。',
    '全年收到政府信息公开申请12件，上年结转2件，办结13件，N件跨年度结转。',
    '全年收到政府信息公开申请12件，N件申请因临近年底收到，结转下一年度办理。',
    '因部分申请年末收到，N件政府信息公开申请结转2024年办理。',
    '依申请公开办结13件，余N件顺延至2024年办理。',
    '截至2023年底，尚有N件政府信息公开申请未办结，转入2024年办理。',
    '截至年底，有N件申请仍在办理之中，转入下一年度。',
    '有N件政府信息公开申请结转到2024年度继续办理。',
    '政府信息公开申请结转下年度继续办理N件。',
    '未办结的N件申请已按规定转入下年度。',
    '收到申请12宗，当年答复13宗，结转次年N宗。',
    '2023年度收到政府信息公开申请12件，其中N件转入2024年继续办理。',
    '收到政府信息公开申请12件，经认真研究、逐件答复，N件正在办理中，结转下年度。',
    '对未到答复期限的N件申请，转入2024年继续办理。',
    '另有N件申请延至2024年答复。',
    '结转下年度办理的申请为N件。',
    '结转至下一年继续办理的政府信息公开申请共N件。',
    'N件申请未到期，结转2024年。',
    '收到政府信息公开申请12件，办结13件，期末在办N件。',
  ])('%s', (sentence) => {
    for (const section of [1, 3]) {
      expect(severe(section, sentence.replace('N', '3'))).toContain('text.table3');
      expect(severe(section, sentence.replace('N', '1'))).toEqual([]);
    }
  });

  it.each([
    '新收12件，结转下年N件。',
    '年末结转N件至2024年。',
    '还有N件需在2024年继续办理。',
    '尚未办结的N件于2024年继续办理。',
  ])('of applications only under their heading: %s', (sentence) => {
    expect(severe(3, sentence.replace('N', '3'))).toContain('text.table3');
    expect(severe(1, sentence.replace('N', '3'))).toEqual([]);
  });

  it.each([
    '2022年转入本年继续办理2件。',
    '上年度结转9件信访件，均已办结。',
    '另有9件信访事项转入2024年继续办理。',
    '承办建议提案9件，其中3件转入2024年继续办理。',
    '全县各部门共有9件申请转入2024年继续办理。',
    '县水利局有9件申请转入2024年继续办理。',
    '2021年有9件申请转入2022年继续办理。',
    '上半年有9件申请结转下半年办理。',
    '行政复议案件9件转入2024年审理。',
    '9个项目转入2024年继续实施。',
    '有9件投诉转入下年度处理。',
    '政务公开任务9项结转下年度完成。',
    '另有9件咨询转入2024年继续答复。',
    '将9件规范性文件修订任务转入2024年继续办理。',
    '另有9份档案结转2024年归档。',
    '网上申请中有1件结转下年度。',
    '收到行政许可申请50件，其中9件转入2024年继续办理。',
    '办理12345工单200件，9件转入2024年继续办理。',
    '截至6月底有9件申请在办。',
    '约9件申请结转下年度。',
    '预计9件申请结转下年度。',
    '不动产登记申请9件结转下年度办理。',
    '继续做好9件政府信息公开申请的后续工作。',
  ])('of something else, or of a part: %s', (sentence) => {
    for (const section of [1, 3, 6]) expect(severe(section, sentence)).toEqual([]);
  });
});

describe('carried over', () => {
  it.each([
    '全年共收到政府信息公开申请12件，上年结转N件。',
    '新收政府信息公开申请12件，2022年结转N件。',
    '新收政府信息公开申请12件，加上2022年转入的N件，均已办结。',
    '新收政府信息公开申请12件，另有上一年度转入N件。',
    '承接上年结转的政府信息公开申请N件。',
    '办理上年度结转政府信息公开申请N件。',
    '2022年结转至本年办理的政府信息公开申请N件，均已办结。',
    '上年遗留的N件申请均在本年办结。',
    '另有N件申请由2022年转入本年办理。',
    '收到申请12件，其中上年结转N件。',
    '对2022年未办结转入的N件申请，逐件答复。',
    '上年结转政府信息公开申请N件，已全部办结。',
    '2022年结转的N件政府信息公开申请已办结。',
    '由上年转入继续办理的政府信息公开申请N件。',
    '2023年收到政府信息公开申请12件，承接2022年结转N件，合计办理13件。',
    '去年结转的N件申请已答复。',
  ])('%s', (sentence) => {
    expect(severe(1, sentence.replace('N', '5'))).toContain('text.table3');
    expect(severe(1, sentence.replace('N', '2'))).toEqual([]);
  });
});
