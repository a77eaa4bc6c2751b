/** Tables side by side on a sheet are read one after the other; an empty column inside of a table parts nothing. */
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/document/open.ts';
import { xlsx } from '../helpers/office.ts';

type Sheet = readonly (readonly (string | number)[])[];
const read = async (rows: Sheet, merges: readonly string[] = []) => {
  const { blocks } = await openDocument('a.xlsx', xlsx(rows, merges));
  return blocks.map(({ cells }) => cells.map(({ text }) => text).join('|'));
};

describe('tables side by side on a sheet', () => {
  it('are read one after the other, what the sheet says of itself first', async () => {
    const read2 = await read([
      ['某县水务局2023年政府信息公开情况统计表'],
      ['填报单位：某县水务局', '', '', '', '填报日期：2024年1月5日'],
      ['信息内容', '制发件数', '', '', '申请', '自然人', '总计'],
      ['规章', 1, '', '', '新收', 5, 6],
      ['规范性文件', 2, '', '', '结转', 7, 8],
      [],
      ['合计', 3, '', '', '办结', 9, 9],
    ]);
    expect(read2).toEqual([
      '某县水务局2023年政府信息公开情况统计表',
      '填报单位：某县水务局||||填报日期：2024年1月5日',
      '信息内容|制发件数',
      '规章|1',
      '规范性文件|2',
      '合计|3',
      '申请|自然人|总计',
      '新收|5|6',
      '结转|7|8',
      '办结|9|9',
    ]);
  });

  it('a row of figures under many heads is a table of its own', async () => {
    const heads = Array.from({ length: 12 }, (_, at) => `结果${at}`);
    const rows = await read([
      ['项目', '数量', '', ...heads],
      ['新收', 5, '', ...heads.map(() => 0)],
      ['结转', 7],
      ['办结', 9],
    ]);
    expect(rows.slice(0, 4)).toEqual(['项目|数量', '新收|5', '结转|7', '办结|9']);
    expect(rows.slice(4)).toEqual([heads.join('|'), heads.map(() => 0).join('|')]);
  });

  it('an empty column between labels and figures, or between figures, parts nothing', async () => {
    expect(
      await read([
        ['项目', '', '自然人', '', '总计'],
        ['新收', '', 5, '', 6],
        ['结转', '', 7, '', 8],
        ['办结', '', 9, '', 9],
      ]),
    ).toEqual(['项目||自然人||总计', '新收||5||6', '结转||7||8', '办结||9||9']);
  });

  it('labels are not cut from the figures of their rows', async () => {
    const labels = Array.from({ length: 11 }, (_, at) => `第${at}项`);
    const sheet = labels.map((label, at) => [label, '', at % 2 === 0 ? `${at}.其中` : '', 5, 6]);
    expect((await read([['项目', '', '', '自然人', '总计'], ...sheet]))[2]).toBe('第1项|||5|6');
  });

  it('a table that nobody filled in stands beside one that is filled', async () => {
    const labels = Array.from({ length: 11 }, (_, at) => `第${at}项`);
    const sheet = labels.map((label, at) => [...(at < 4 ? [`申请${at}`, at] : ['', '']), '', label]);
    expect((await read(sheet)).slice(3, 6)).toEqual(['申请3|3', '第0项', '第1项']);
  });

  it('blank cells below each other are no empty column', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `申请人${at}`);
    const row = (label: string, blank: number) => [label, ...names.map((_, at) => (at === blank ? '' : at + 1))];
    const sheet = [['项目', ...names], row('新收', 5), row('结转', 5), row('办结', 5), row('其中', 2), row('总计', 3)];
    expect((await read(sheet))[1]).toBe('新收|1|2|3|4|5||7|8|9|10|11|12');
  });
});
