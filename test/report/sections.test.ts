/** Sections, preamble, title and signature of the five shipped reports, read off the files by eye; and of made-up layouts. */
import { describe, expect, it } from 'vitest';
import { readSections } from '../../src/report/sections.ts';
import { documentOf, shipped } from '../helpers/documents.ts';

interface Golden {
  title: string;
  preamble: [number, number] | null;
  signature: string | null;
  /** Number, first and last line, how the body begins, how it ends. */
  sections: [number, [number, number], string, string][];
}

const golden: Record<string, Golden> = {
  '000': {
    title: '彭阳县科学技术局2020年政府信息公开工作年度报告',
    preamble: [7, 7],
    signature: null,
    sections: [
      [1, [9, 30], '2020年彭阳县科学技术局坚持', '明显不符的事件。'],
      [2, [34, 53], '第二十条第（一）项\t', '政府集中采购\t0\t0\t'],
      [3, [55, 82], '\t(本列数据的勾稽关系为', '四、结转下年度继续办理\t\t0\t0\t0\t0\t0\t0'],
      [4, [84, 89], '行政复议\t\t\t\t\t行政诉讼', '0\t0\t0'],
      [5, [91, 95], '2020年，彭阳县科学技术局在县委', '推进政府信息公开工作。'],
      [6, [97, 105], '电子版可在', '电 话：0954-7012537（传真）'],
    ],
  },
  '001': {
    title: '安康市科技局2020年信息公开工作年度报告',
    preamble: null,
    signature: '安康市科技局\n2021年1月29日',
    sections: [
      [1, [8, 30], '2020年,市科技局深入贯彻', '切实提升政府信息公开工作水平。'],
      [2, [32, 138], '第二十条第(一)项\n信息内容\n本年新制作数量', '政府集中采购\n0\n0'],
      [3, [140, 540], '(本列数据的勾稽关系为', '四、结转下年度继续办理\n0\n0\n0\n0\n0\n0\n0'],
      [4, [542, 628], '行政复议\n行政诉讼\n结果\n维持', '\n0\n0'],
      [5, [630, 632], '2020年,我局政府信息公开工作', '信得过、用得上。'],
    ],
  },
  '002': {
    title: '彭阳县机关事务服务中心 2020 年 政府信息公开工作年度报告',
    preamble: [5, 5],
    signature: null,
    sections: [
      [1, [7, 17], '(一) 加大主动公开力度。', '切实保障群众的知情权。'],
      [2, [19, 39], '第二十条第（一）项', '政府集中采购\t0\t0\t'],
      [3, [41, 71], '（本列数据的勾稽关系为', '四、结转下年度继续办理\t\t0\t\t\t\t\t\t0'],
      [4, [73, 81], '行政复议\t', '\t0\t0'],
      [5, [83, 87], '通过一年的工作实践', '认知度和满意度。'],
      [6, [89, 91], '本报告电子版', 'pyxjgswglj@126.com。'],
    ],
  },
  '003': {
    title: '盐池县科学技术局2023 年政府信息公开工作年度报告',
    preamble: [7, 7],
    signature: null,
    sections: [
      [1, [9, 23], '2023 年,我局坚持', '对科技局工作的了解和认同。'],
      [2, [25, 40], '第二十条第（一）项', '行政事业性收费\t0\t\t'],
      [3, [42, 71], '(本列数据的勾稽关系为', '四、结转下年度继续办理\t\t0\t0\t0\t0\t0\t0\t0\t'],
      [4, [73, 78], '行政复议\t', '\t0\t0'],
      [5, [80, 94], '(一) 存在问题\n一是政务新媒体', '提升解读质量。'],
      [6, [96, 100], '1.按照盐池县', '未收取信息处理费。'],
    ],
  },
  '004': {
    title: '银川市兴庆区科学技术局2019 年政府信息公开工作年度报告',
    preamble: [7, 7],
    signature: null,
    sections: [
      [1, [9, 39], '(一)主动公开\n2019 年，兴庆区人社局', '提升自身业务水平。'],
      [2, [41, 60], '第二十条第（一）项', '政府集中采购\t0\t0\t'],
      [3, [62, 67], '（本列数据的勾稽关系为', '一、本年新收政府信息公开申请数量\t\t\t\t\t\t\t0'],
      [5, [69, 73], '我局 2019 年政务信息公开工作', '四是规范公布渠道。'],
      [6, [75, 79], '本单位应公开政府信息', '请[登陆查询](#)。'],
    ],
  },
};

describe.each(Object.keys(golden))('report %s', (number) => {
  it('has its sections where they stand in the file', async () => {
    const read = readSections(await shipped(number));
    const expected = golden[number]!;
    expect(read.title).toBe(expected.title);
    expect(read.preamble?.lines ?? null).toEqual(expected.preamble);
    expect(read.signature?.text ?? null).toBe(expected.signature);
    expect(read.free).toBe(false);
    expect(read.sections.map((section) => [section.number, section.lines])).toEqual(
      expected.sections.map(([section, lines]) => [section, lines]),
    );
    for (const [index, [, , begins, ends]] of expected.sections.entries()) {
      expect(read.sections[index]!.text.startsWith(begins)).toBe(true);
      expect(read.sections[index]!.text.endsWith(ends)).toBe(true);
    }
  });
});

describe('sentences that a page break cut', () => {
  it.each([
    ['000', 1, '建立健全《彭阳县科学技术局政务公开工作制度》', [17, 19]],
    ['000', 1, '避免出现涉密信息、敏感词、错别字。二是', [24, 26]],
    ['003', 1, '全年受理依申请公开政府信息 1 件，按时答复率 100%', [15, 17]],
    ['003', 5, '拓宽政府信息公开思路', [92, 94]],
    ['004', 1, '收入支出决算表、公共预算财政拨款基本支出', [13, 15]],
    ['004', 6, '如需了解更多信息', [77, 79]],
  ] as const)('joins %s section %i: %s', async (number, section, words, lines) => {
    const { sections } = readSections(await shipped(number));
    const paragraph = sections
      .find((each) => each.number === section)!
      .paragraphs.find(({ text }) => text.includes(words));
    expect(paragraph?.lines).toEqual(lines);
  });

  it('keeps an address, a postcode and a telephone number apart', async () => {
    const { sections } = readSections(await shipped('000'));
    expect(sections.at(-1)!.paragraphs.map(({ lines }) => lines)).toEqual([
      [99, 99],
      [101, 101],
      [103, 103],
      [105, 105],
    ]);
  });
});

const table2 = '第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0';
const table3 = '一、本年新收政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0';
const table4 = '行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n0\t0\t0\t0\t0';
const bodies = ['我局认真公开信息。', table2, table3, table4, '公开不够及时，需要改进。', '没有需要报告的事项。'];
const official = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];
const made = (headings: readonly string[], before = '某县民政局2022年政府信息公开工作年度报告\n\n') =>
  before + headings.map((heading, i) => `${heading}\n\n${bodies[i]}`).join('\n\n');
const numbersOf = async (text: string) => readSections(await documentOf(text)).sections.map(({ number }) => number);

describe('headings by meaning', () => {
  it.each([
    [
      'variants',
      [
        '一、总体情况概述',
        '二、主动公开情况',
        '三、依申请公开情况',
        '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
        '五、存在问题及整改措施',
        '六、其它需要报告的事项',
      ],
    ],
    [
      'spaces inside',
      [
        '一、 总 体 情 况',
        '二 、主动公开政府信息情况',
        '三、 收到和处理政府信息公开申请情况',
        '四、政府信息公开 行政复议、行政诉讼情况',
        '五、存在的主要问题及改进 情况',
        '六、其他需要报告的事项',
      ],
    ],
    ['Markdown', official.map((heading) => `## ${heading}`)],
    ['bold', official.map((heading) => `**${heading}**`)],
    ['parts', official.map((heading, i) => `第${'一二三四五六'[i]}部分 ${heading.slice(2)}`)],
    ['Arabic numbers', official.map((heading, i) => `${i + 1}、${heading.slice(2)}`)],
    [
      'Kangxi radicals',
      [
        '⼀、总体情况',
        '⼆、主动公开政府信息情况',
        '三、收到和处理政府信息公开申请情况',
        '四、政府信息公开⾏政复议、⾏政诉讼情况',
        '五、存在的主要问题及改进情况',
        '六、其他需要报告的事项',
      ],
    ],
    [
      'traditional',
      [
        '一、總體情況',
        '二、主動公開政府信息情況',
        '三、收到和處理政府信息公開申請情況',
        '四、政府信息公開行政復議、行政訴訟情況',
        '五、存在的主要問題及改進情況',
        '六、其他需要報告的事項',
      ],
    ],
    [
      'cut short',
      [
        '一、总体情况',
        '二、主动公开政府信',
        '三、收到和处理政府信息公开申',
        '四、政府信息公开行政复议、行政',
        '五、存在的主要问题及改',
        '六、其他需要报告',
      ],
    ],
    ['without numbers', official.map((heading) => heading.slice(2))],
    ['Roman numbers', official.map((heading, i) => `${'ⅠⅡⅢⅣⅤⅥ'[i]}. ${heading.slice(2)}`)],
    ['Roman letters', official.map((heading, i) => `${['I', 'II', 'III', 'IV', 'V', 'VI'][i]}、${heading.slice(2)}`)],
    ['numbers for bills', official.map((heading, i) => `${'壹贰叁肆伍陆'[i]} ${heading.slice(2)}`)],
    ['numbers with a zero', official.map((heading, i) => `0${i + 1} ${heading.slice(2)}`)],
    ['English parts', official.map((heading, i) => `PART 0${i + 1} ${heading.slice(2)}`)],
    ['parts by digits', official.map((heading, i) => `第${i + 1}篇：${heading.slice(2)}`)],
  ])('reads %s', async (_, headings) => {
    expect(await numbersOf(made(headings))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('finds a missing one missing', async () => {
    const headings = official.filter((_, i) => i !== 4);
    const text = headings.map((heading) => `${heading}\n\n${bodies[official.indexOf(heading)]}`).join('\n\n');
    expect(await numbersOf(text)).toEqual([1, 2, 3, 4, 6]);
  });

  it('passes over a table of contents', async () => {
    const contents = `目录\n${official.map((heading, i) => `${heading}......${i + 1}`).join('\n')}\n\n`;
    const { sections } = readSections(await documentOf(made(official, contents)));
    expect(sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(sections[0]!.lines).toEqual([9, 11]);
    const plain = readSections(await documentOf(made(official, `${official.join('\n')}\n\n`)));
    expect(plain.sections[0]!.text).toBe(bodies[0]);
  });

  it('lets numbers start again inside of section one', async () => {
    const text = made(official).replace(
      bodies[0]!,
      '一、工作概述部署\n\n好。\n\n二、主动公开工作情况\n\n公开5件。\n\n三、申请办理情况\n\n收到1件。',
    );
    const { sections } = readSections(await documentOf(text));
    expect(sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(sections[0]!.text).toContain('公开5件。');
  });

  it('begins a section whose heading is lost with its body', async () => {
    const text = made(official).replace(
      `${official[4]}\n\n${bodies[4]}`,
      '（一）主要问题\n公开不够及时。\n\n（二）改进情况\n将要改进。',
    );
    const { sections } = readSections(await documentOf(text));
    expect(sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(sections[4]!.title).toBe('');
    expect(sections[4]!.text.startsWith('（一）主要问题')).toBe(true);
  });

  it('cuts a report on one line', async () => {
    const line = made(official).replace(/\n+/g, ' ');
    const { sections } = readSections(await documentOf(line));
    expect(sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(sections[0]!.text).toBe(bodies[0]);
    expect(sections[5]!.text).toBe(bodies[5]);
    expect(sections.every(({ lines }) => lines![0] === 1 && lines![1] === 1)).toBe(true);
  });

  it('cuts a report on one line at a heading in more words', async () => {
    const line = made(official.map((heading) => heading.replace(/报告的事项$/, '报告的事项情况'))).replace(/\n+/g, ' ');
    const { sections } = readSections(await documentOf(line));
    expect([sections[5]?.title, sections[5]?.text]).toEqual(['其他需要报告的事项情况', bodies[5]]);
  });

  it.each([
    ['一　总体情况', '五　存在的主要问题及改进情况'],
    ['1 总体情况', '5 存在的主要问题及改进情况'],
    ['一总体情况', '五存在的主要问题及改进情况'],
  ])('knows %s, whose number has no mark', async (first, fifth) => {
    const { sections } = readSections(
      await documentOf(`某局2022年政府信息公开工作年度报告\n\n${first}\n\n全年公开。\n\n${fifth}\n\n一些不足。\n`),
    );
    expect(sections.map(({ number, title, text }) => [number, title, text])).toEqual([
      [1, '总体情况', '全年公开。'],
      [5, '存在的主要问题及改进情况', '一些不足。'],
    ]);
  });
  it.each([' ', '。', '：'])('cuts a heading from the body on its line at "%s"', async (mark) => {
    const text = official.map((heading, i) => `${heading}${mark}${bodies[i]}`).join('\n');
    const { sections } = readSections(await documentOf(text));
    expect(sections.map((section) => [section.number, section.text])).toEqual(bodies.map((body, i) => [i + 1, body]));
  });

  it('joins a heading that a hard wrap cut', async () => {
    const text = made(official).replace(official[3]!, '四、政府信息公开行政复议、行政诉\n讼情况');
    const { sections } = readSections(await documentOf(text));
    expect(sections[3]!.title).toBe('政府信息公开行政复议、行政诉讼情况');
    expect(sections[3]!.text).toBe(table4);
  });

  it('reads free-form reports by their own headings', async () => {
    const text =
      '某县民政局2012年政府信息公开工作年度报告\n\n一、概述\n\n好。\n\n二、主动公开政府信息情况\n\n公开10条。\n\n三、依申请公开政府信息情况\n\n没有收到申请。\n\n四、政府信息公开收费及减免情况\n\n没有收费。\n\n五、行政复议和行政诉讼情况\n\n没有。\n\n六、存在的主要问题和改进措施\n\n不够及时。\n';
    const read = readSections(await documentOf(text));
    expect(read.free).toBe(true);
    expect(read.sections.map(({ number }) => number)).toEqual([1, 2, 3, null, 4, 5]);
    expect(read.sections[3]!.title).toBe('政府信息公开收费及减免情况');
  });
});

describe('hard-wrapped text', () => {
  it('joins the lines of a paragraph', async () => {
    const wrapped =
      '（一）主动公开方面。坚持公开为常态、不公开为例外，全市各级\n机关通过政府网站、政务新媒体、政府公报等渠道，共向社会主动\n公开政府信息14万余条。围绕民生重点领域，扎实推进各项政府信\n息公开，不断满足公众需求。\n（二）依申请公开方面。严格依申请公开案件登记、审核、办理、\n答复、归档等各环节，做到程序严谨规范。';
    const { sections } = readSections(await documentOf(made(official).replace(bodies[0]!, wrapped)));
    const [first, second] = wrapped.split('\n（二）');
    expect(sections[0]!.paragraphs.map(({ text }) => text)).toEqual([
      first!.replaceAll('\n', ''),
      `（二）${second!.replaceAll('\n', '')}`,
    ]);
    expect(sections[0]!.text).toContain('共向社会主动公开政府信息14万余条。围绕民生');
  });
});
