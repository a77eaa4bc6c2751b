import { describe, expect, it } from 'vitest';
import type { Citation } from '../../../src/answer/answer.ts';
import { renderText } from '../../../src/message/render/text.ts';
import { alignTable, widthOf } from '../../../src/message/render/width.ts';

const citation: Citation = {
  ...{ report: 'aaaaaaaaaaaa', agency: '盐池县科学技术局', year: 2023, file: 'reports/003.txt', section: 3, table: 3 },
  ...{ row: '一、本年新收政府信息公开申请数量', column: '总计', line: 47, page: null, place: null },
  quote: '一、本年新收政府信息公开申请数量\t1\t1',
};

describe('renderText', () => {
  it('numbers sources with file, table, row, column, line and quote', () => {
    const text = renderText({ language: 'zh', parts: [{ kind: 'sources', title: '出处', citations: [citation] }] });
    expect(text).toBe(
      '出处\n[1] reports/003.txt · 表三 · 一、本年新收政府信息公开申请数量 | 总计 · 第 47 行\n    “一、本年新收政府信息公开申请数量\t1\t1”',
    );
  });

  it('names cells of one line together', () => {
    const other = { ...citation, column: '自然人' };
    const text = renderText({
      language: 'en',
      parts: [{ kind: 'sources', title: 'Sources', citations: [citation, other] }],
    });
    expect(text).toContain('总计, 自然人 · line 47');
    expect(text).not.toContain('[2]');
  });

  it('shows where a document has pages or neither', () => {
    const paged = { ...citation, line: null, page: 4 };
    const placed = { ...citation, line: null, place: 'table 2, row 5' };
    const text = renderText({
      language: 'en',
      parts: [{ kind: 'sources', title: 'Sources', citations: [paged, placed] }],
    });
    expect(text).toContain('page 4');
    expect(text).toContain('table 2, row 5');
  });

  it('numbers choices', () => {
    const choices = [
      { label: '甲', question: '甲？' },
      { label: '乙', question: '乙？' },
    ];
    expect(renderText({ language: 'zh', parts: [{ kind: 'choices', prompt: '您是想问：', choices }] })).toBe(
      '您是想问：\n1. 甲\n2. 乙',
    );
  });
});

describe('alignTable', () => {
  it('counts Chinese characters as two columns', () => {
    expect(widthOf('盐池A')).toBe(5);
    const lines = alignTable(
      ['机关', 'n'],
      [
        ['盐池县', '1'],
        ['Yanchi', '20'],
      ],
      [false, true],
    ).split('\n');
    expect(lines).toEqual(['机关     n', '──────  ──', '盐池县   1', 'Yanchi  20']);
    expect(new Set(lines.map(widthOf)).size).toBe(1);
  });
});
