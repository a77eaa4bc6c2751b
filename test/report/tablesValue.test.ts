import { describe, expect, it } from 'vitest';
import { contentOf, convert } from '../../src/report/table/value.ts';

const value = (text: string) => {
  const content = contentOf(text);
  return content.kind === 'value' ? content.figure : content.kind;
};

describe('cells', () => {
  it('reads figures with signs, separators, units and notes', () => {
    expect(value('1408')).toEqual({ value: 1408, unit: null });
    expect(value('１，２３４')).toEqual({ value: 1234, unit: null });
    expect(value('-11')).toEqual({ value: -11, unit: null });
    expect(value('增10')).toEqual({ value: 10, unit: null });
    expect(value('减3')).toEqual({ value: -3, unit: null });
    expect(value('251000元')).toEqual({ value: 251000, unit: '元' });
    expect(value('1276.5534万元')).toEqual({ value: 1276.5534, unit: '万元' });
    expect(value('22（其中修订16件）')).toEqual({ value: 22, unit: null });
    expect(value('-0')).toEqual({ value: 0, unit: null });
  });

  it('tells dashes, page numbers, labels and blanks apart', () => {
    for (const dash of ['-', '—', '——', '/', '／', '\\', '无']) expect(value(dash)).toBe('dash');
    for (const page of ['- 3 -', '— 12 —', '第3页', '3/5']) expect(value(page)).toBe('noise');
    for (const label of ['1.重复申请', '2020年', '0 0 0', '０ ０', '本年新', '增']) expect(value(label)).toBe('label');
    expect(value('')).toBe('empty');
  });

  it('converts amounts exactly', () => {
    expect(convert(251000, '元', '万元')).toBe(25.1);
    expect(convert(4068.208, '万元', '万元')).toBe(4068.208);
    expect(convert(1.2, '亿元', '万元')).toBe(12000);
    expect(convert(7, null, '万元')).toBe(7);
    expect(convert(7, '件', '件')).toBe(7);
  });
});
