/** Figures of the text over several reports: their sum, their mean, one against another, and what is left out of them. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { balanced, buildReport } from '../helpers/report-builder.ts';
import { answerOf, codes } from './small-library.ts';

interface Said {
  readonly quantity: number;
  readonly unit?: string;
  readonly approximate?: boolean;
}

/** A report whose text says so of its channel: nothing, once, or twice. */
function saying(id: string, agency: string, ...said: readonly Said[]): Report {
  const built = buildReport({ id: id.repeat(12), agency, year: 2022, values: balanced('2021', {}) });
  const statements = said.map(({ quantity, unit = '条', approximate = false }, at) => ({
    ...{ subject: '微信公众号发布信息', quantity, unit, approximate, section: 1 as const, line: 21 + at, page: null },
    quote: `微信公众号发布信息${approximate ? '约' : ''}${quantity}${unit}`,
  }));
  return { ...built, statements };
}

const held = [
  saying('a', '盐池县科学技术局', { quantity: 37 }),
  saying('b', '安康市科学技术局', { quantity: 300, approximate: true }),
  saying('c', '彭阳县科学技术局'),
  saying('d', '同心县教育局', { quantity: 10 }, { quantity: 12 }),
  saying('e', '隆德县教育局', { quantity: 9, unit: '篇' }),
];
const figure = { statement: { subject: '公众号', unit: null }, topic: '公众号' };

describe('figures of the text over several reports', () => {
  it('adds up the one figure of each report, and says what is left out and what is approximate', async () => {
    const answer = await answerOf({ operation: 'sum', ...figure }, held);
    expect(answer).toMatchObject({ status: 'answered', value: 346 });
    expect(answer.rows.map(({ value }) => value)).toEqual(expect.arrayContaining([37, 300, 9]));
    expect(answer.base?.unknown.map(({ agency, state }) => [agency, state])).toEqual(
      expect.arrayContaining([
        ['彭阳县科学技术局', 'missing'],
        ['同心县教育局', 'uncertain'],
      ]),
    );
    expect(codes(answer)).toEqual(
      expect.arrayContaining(['approximate', 'severalCounters', 'severalFigures', 'unknownLeftOut']),
    );
    expect(answer.text).toContain('合计：约 346');
    expect(answer.text).toContain('n = 3 份报告');
  });

  it('adds several kinds in each report that gives one figure of each, and names the others', async () => {
    const [yanchi, ankang] = [held[0]!, held[1]!];
    const site = { ...yanchi.statements[0]!, subject: '政府网站公开信息', quantity: 15, quote: '政府网站公开信息15条' };
    const both = [{ ...yanchi, statements: [...yanchi.statements, site] }, ankang];
    const parts = ['网站', '公众号'].map((subject) => ({ subject, unit: '条', verb: 'publish' }));
    const statement = { subject: '网站 公众号', unit: '条', verb: 'publish', parts, together: true };
    const answer = await answerOf({ operation: 'sum', statement, topic: '网站 公众号' }, both);
    expect(answer).toMatchObject({ status: 'answered', value: 52, rows: [{ agency: '盐池县科学技术局', value: 52 }] });
    expect(answer.text).toContain('安康市科学技术局');
    expect(codes(answer)).toContain('unknownLeftOut');
  });

  it('takes the mean of those that state it', async () => {
    const answer = await answerOf({ operation: 'average', ...figure }, held.slice(0, 3));
    expect(answer).toMatchObject({ status: 'answered', value: 168.5, unit: '条' });
    expect(answer.text).toContain('n = 2 份报告');
  });

  it('counts only figures that compare so', async () => {
    const statement = { ...figure.statement, compared: { comparison: 'gt' as const, value: 30 } };
    expect(await answerOf({ operation: 'sum', ...figure, statement }, held)).toMatchObject({ value: 337, unit: '条' });
    const more = { ...figure.statement, compared: { comparison: 'gt' as const, value: 3000 } };
    expect(await answerOf({ operation: 'sum', ...figure, statement: more }, held)).toMatchObject({
      status: 'nothing-found',
      value: null,
    });
  });

  it('sets two side by side, and neither where one of them is not certain', async () => {
    const [yanchi, ankang, , tongxin] = held as [Report, Report, Report, Report];
    const two = await answerOf({ operation: 'compare', ...figure }, [yanchi, ankang]);
    expect(two.rows.map(({ value }) => value).sort()).toEqual([300, 37]);
    expect(two.text).toContain('263');
    const open = await answerOf({ operation: 'compare', ...figure }, [yanchi, tongxin]);
    expect(open).toMatchObject({ status: 'no-data', reason: { code: 'severalFigures' }, value: null });
  });
});

describe('of what a figure of the text is made up', () => {
  const line = '公开政府信息26条，其中部门文件9条、人事信息2条。';
  const parted = (...parts: readonly (readonly [string, number])[]): Report => {
    const built = saying('f', '盐池县科学技术局');
    const said = [['通过网站公开政府信息', 26], ...parts.map(([name, n]) => [`公开政府信息：${name}`, n])] as const;
    const statements = said.map(([subject, quantity]) => ({
      ...{ subject: String(subject), quantity: Number(quantity), unit: '条', approximate: false },
      ...{ section: 1 as const, line: 30, page: null, quote: line },
    }));
    return { ...built, statements };
  };
  const asked = (subject: string, whole: { subject?: string; quantity?: number }, percent = false) => ({
    ...{ operation: 'lookup' as const, topic: null, percent },
    statement: { subject, whole },
  });

  it('lists the parts and says what they add up to', async () => {
    const answer = await answerOf(asked('', { quantity: 26 }), [parted(['部门文件', 9], ['人事信息', 2])]);
    expect(answer).toMatchObject({ status: 'answered', value: 26, unit: '条' });
    expect(answer.rows.map(({ value }) => value)).toEqual([9, 2, 11]);
    expect(answer.text).toMatch(/其余 15 条.正文没有列出/);
    const more = await answerOf(asked('', { subject: '公开信息' }), [parted(['部门文件', 20], ['人事信息', 9])]);
    expect(more.text).toMatch(/比总数多 3 条/);
  });

  it('gives one part, or its share with both figures, and never another one', async () => {
    const held = [parted(['部门文件', 9], ['人事信息', 2])];
    expect(await answerOf(asked('部门文件', { quantity: 26 }), held)).toMatchObject({ value: 9, unit: '条' });
    const share = await answerOf(asked('人事信息', { quantity: 26 }, true), held);
    expect(share).toMatchObject({ unit: '%', rows: [{ numerator: 2, denominator: 26 }] });
    const none = await answerOf(asked('财政预算', { quantity: 26 }), held);
    expect(none).toMatchObject({ status: 'no-data', value: null, reason: { code: 'noSuchPart' } });
  });

  it('says that no parts are listed, or that there is no such figure', async () => {
    expect(await answerOf(asked('', { quantity: 26 }), [parted()])).toMatchObject({ reason: { code: 'noParts' } });
    expect(await answerOf(asked('', { quantity: 7 }), [parted()])).toMatchObject({ reason: { code: 'noStatement' } });
  });
});

describe('parts of one figure', () => {
  it('gives the part of the channel that is asked for, and none of another channel', async () => {
    const quote =
      '通过政府网站、微信公众号、公告栏等形式主动公开政府信息438条，其中政府门户网站发布信息297条、微信公众号推送信息290条、公告栏公示信息112条';
    const whole = '通过政府网站、微信公众号、公告栏等形式主动公开政府信息';
    const parts: [string, number][] = [
      [whole, 438],
      ['主动公开政府信息：政府门户网站发布信息', 297],
      ['主动公开政府信息：微信公众号推送信息', 290],
      ['主动公开政府信息：公告栏公示信息', 112],
    ];
    const report: Report = {
      ...saying('f', '彭阳县科学技术局'),
      statements: parts.map(([subject, quantity]) => ({
        ...{ subject, quantity, unit: '条', approximate: false, section: 1 as const, line: 30, page: null, quote },
      })),
    };
    const answer = await answerOf(
      { operation: 'lookup', statement: { subject: '政府网站', unit: null }, topic: '政府网站' },
      [report],
    );
    expect(answer.rows.map(({ value }) => value)).toEqual([297]);
  });
});

describe('several kinds of figures of one report', () => {
  const line = { unit: '条', approximate: false, section: 1 as const, page: null };
  const built = buildReport({
    id: 'f'.repeat(12),
    agency: '盐池县科学技术局',
    year: 2022,
    values: balanced('2021', {}),
  });
  const whole = '通过网站、公众号等主动公开信息';
  const statements = [
    { ...line, subject: '门户网站公开文件', quantity: 5, line: 13, quote: '门户网站公开文件5条' },
    { ...line, subject: whole, quantity: 50, line: 21, quote: `${whole}50条` },
    { ...line, subject: `${whole}：门户网站发布信息`, quantity: 20, line: 21, quote: '门户网站发布信息20条' },
    { ...line, subject: `${whole}：公众号推送信息`, quantity: 30, line: 21, quote: '公众号推送信息30条' },
  ];
  const parts = ['网站', '公众号'].map((subject) => ({ subject, unit: null, verb: null }));
  const both = { statement: { subject: '网站 公众号', unit: null, parts, together: true }, topic: '网站 公众号' };

  it('are added, and set side by side, as the parts of one whole', async () => {
    const library = [{ ...built, statements }];
    expect(await answerOf({ operation: 'sum', ...both }, library)).toMatchObject({ value: 50, unit: '条' });
    const { rows } = await answerOf({ operation: 'compare', ...both }, library);
    expect(rows).toMatchObject([{ value: 20 }, { value: 30, difference: 10 }]);
  });

  it('have no sum and no difference where it is not certain which are meant', async () => {
    const figure = (subject: string, quantity: number, at: number) => ({
      ...{ ...line, subject, quantity, line: at, quote: `${subject}${quantity}条` },
    });
    const own = [figure('网站发布信息', 20, 14), figure('网站发布信息', 25, 15), figure('公众号推送信息', 30, 16)];
    const library = [{ ...built, statements: own }];
    expect(await answerOf({ operation: 'sum', ...both }, library)).toMatchObject({ status: 'no-data' });
    const { rows } = await answerOf({ operation: 'compare', ...both }, library);
    expect(rows.some((row) => row.difference !== undefined)).toBe(false);
  });
});
