import { describe, expect, it } from 'vitest';
import { applicants, cellOf, forms, keyOf, rowOfMeasure, rowsOf } from '../../src/report/forms.ts';
import { FormId } from '../../src/report/report.ts';

describe('the official forms', () => {
  it('hold 198 and 200 cells', () => {
    expect(forms['2019']).toHaveLength(198);
    expect(forms['2021']).toHaveLength(200);
    expect(FormId.options).toEqual(expect.arrayContaining(Object.keys(forms)));
  });

  it('name each cell once, and shared cells alike', () => {
    for (const form of ['2019', '2021'] as const) {
      expect(new Set(forms[form].map(keyOf)).size).toBe(forms[form].length);
      for (const cell of forms[form]) expect(cellOf(keyOf(cell))?.column.length).toBeGreaterThan(0);
    }
  });

  it('have rows in order: 8, 23, 3 in 2019 and 6, 25, 3 in 2021', () => {
    const count = (form: '2019' | '2021') => ([2, 3, 4] as const).map((table) => rowsOf(form, table).length);
    expect(count('2019')).toEqual([8, 23, 3]);
    expect(count('2021')).toEqual([6, 25, 3]);
    for (const row of rowsOf('2021', 3)) expect(row.cells.map((cell) => cell.applicant)).toEqual(applicants);
  });

  it('find the row of a measure', () => {
    expect(rowOfMeasure('2019', 'applications.other')?.row).toBe('三、本年度办理结果/（六）其他处理');
    expect(rowOfMeasure('2021', 'applications.other')).toBeUndefined();
    expect(rowOfMeasure('2021', 'fees.amount')?.cells).toHaveLength(1);
  });
});
