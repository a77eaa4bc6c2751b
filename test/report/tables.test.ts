/** The five reports that come with the project, cell by cell, as a person reads them off the files. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/document/open.ts';
import { forms, type TableForm } from '../../src/report/forms.ts';
import type { Fact } from '../../src/report/report.ts';
import { readTables } from '../../src/report/tables.ts';

const folder = 'data/reports';
const files = readdirSync(folder);

async function read(prefix: string, year: number) {
  const file = `${folder}/${files.find((name) => name.startsWith(prefix))}`;
  const bytes = new Uint8Array(readFileSync(file));
  const document = await openDocument(file, bytes);
  return { ...readTables(document, { year }), lines: document.text.split('\n'), document };
}

/** A row as "values @ lines": `_` blank, `x` missing, `(0 0 0)` uncertain. */
function rowsOf(facts: readonly Fact[]): string[] {
  const rows = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = `${fact.table} ${fact.row}`;
    rows.set(key, [...(rows.get(key) ?? []), fact]);
  }
  return [...rows.values()].map((cells) => {
    const shown = cells.map((fact) => {
      if (!fact.certain) return `(${fact.raw})`;
      return fact.state === 'stated' ? `${fact.value}` : fact.state === 'blank' ? '_' : 'x';
    });
    return `${shown.join(' ')} @ ${[...new Set(cells.map((fact) => fact.line))].join(' ')}`;
  });
}

const zeros = (count: number) => Array<string>(count).fill('0').join(' ');
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const evens = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + 2 * at).join(' ');
const widths2019 = [3, 3, 3, 3, 3, 3, 2, 2];
const table2of2019 = (lines: readonly number[]) => lines.map((line, at) => `${zeros(widths2019[at]!)} @ ${line}`);
const three = (line: number) => Array<string>(3).fill(`${zeros(5)} @ ${line}`);

describe('the five reports', () => {
  it('000: table 3 lost one column in some rows and two in others', async () => {
    const { form, facts, lines, anomalies } = await read('000', 2020);
    expect(form).toBe('2019');
    const lost = (line: number) => {
      const rest = line >= 72 && line <= 79 ? '(0 0 0)' : '(0 0 0 0)';
      return `0 ${Array<string>(5).fill(rest).join(' ')} 0 @ ${line}`;
    };
    expect(rowsOf(facts)).toEqual([
      ...table2of2019([38, 39, 42, 43, 46, 47, 50, 53]),
      ...range(60, 82).map(lost),
      ...three(89),
    ]);
    expect(facts.filter((fact) => !fact.certain)).toHaveLength(23 * 5);
    expect(facts.filter((fact) => !fact.certain).every((fact) => fact.state === 'stated' && fact.value === null)).toBe(
      true,
    );
    expect(facts.find((fact) => fact.line === 60)!.quote).toBe(lines[59]);
    expect(anomalies.filter((anomaly) => anomaly.code === 'layout.lostColumns')).toHaveLength(23);
    expect(anomalies.filter((anomaly) => anomaly.code === 'layout.clippedHeader').length).toBeGreaterThan(0);
  });

  it('001: one cell a line over six hundred lines', async () => {
    const { form, facts } = await read('001', 2020);
    expect(form).toBe('2019');
    const table2 = [46, 54, 72, 80, 98, 106, 122, 136].map(
      (line, at) => `${zeros(widths2019[at]!)} @ ${evens(line, widths2019[at]!)}`,
    );
    const starts = [
      170, 186, 202, 218, 236, 252, 268, 284, 300, 316, 332, 348, 366, 382, 398, 416, 432, 448, 464, 480, 496, 512, 528,
    ];
    const ones = new Set([170, 202, 512]);
    const table3 = starts.map((line) => `${ones.has(line) ? '1 0 0 0 0 0 1' : zeros(7)} @ ${evens(line, 7)}`);
    const table4 = [600, 610, 620].map((line) => `${zeros(5)} @ ${evens(line, 5)}`);
    expect(rowsOf(facts)).toEqual([...table2, ...table3, ...table4]);
  });

  it('002: page breaks through labels, blank cells, a row without its own line', async () => {
    const { form, facts, anomalies } = await read('002', 2020);
    expect(form).toBe('2019');
    const table3 = [48, 49, 50, 51, ...range(52, 60), ...range(63, 69), null, 70, 71].map((line) => {
      if (line === null) return 'x x x x x x x @ ';
      if (line === 48) return `${zeros(7)} @ 48`;
      return line === 51 ? '_ _ _ _ _ _ 0 @ 51' : `0 _ _ _ _ _ 0 @ ${line}`;
    });
    expect(rowsOf(facts)).toEqual([...table2of2019([24, 25, 28, 29, 32, 33, 36, 39]), ...table3, ...three(81)]);
    expect(facts.every((fact) => fact.certain)).toBe(true);
    const codes = anomalies.map((anomaly) => `${anomaly.code} ${anomaly.row?.split('/').at(-1)} ${anomaly.line}`);
    expect(codes).toContain('layout.missingRow （六）其他处理 null');
    expect(codes).toContain('layout.slidLabel 5.要求行政机关确认或重新出具已获取信息 69');
    expect(codes).toContain('layout.splitLabel 1.本机关不掌握相关政府信息 60');
  });

  it('003: the 2021 form with trailing tabs and a shifted row', async () => {
    const { form, facts } = await read('003', 2023);
    expect(form).toBe('2021');
    const table2 = [29, 30]
      .map((line) => `${zeros(3)} @ ${line}`)
      .concat([33, 36, 37, 40].map((line) => `0 @ ${line}`));
    const ones = new Set([47, 59, 70]);
    const table3 = range(47, 71).map((line) => `${ones.has(line) ? '1 0 0 0 0 0 1' : zeros(7)} @ ${line}`);
    // Line 69 begins with its label, where the lines around it begin with tabs.
    expect(rowsOf(facts)).toEqual([...table2, ...table3, ...three(78)]);
  });

  it('004: table 3 stops after a row of blanks, table 4 is not there', async () => {
    const { form, facts, anomalies, ranges } = await read('004', 2019);
    expect(form).toBe('2019');
    const table3 = ['_ _ _ _ _ _ 0 @ 67', ...Array<string>(22).fill('x x x x x x x @ ')];
    expect(rowsOf(facts)).toEqual([
      ...table2of2019([45, 46, 49, 50, 53, 54, 57, 60]),
      ...table3,
      ...Array<string>(3).fill('x x x x x @ '),
    ]);
    expect(
      anomalies.filter((anomaly) => anomaly.code === 'layout.missingTable').map((anomaly) => anomaly.table),
    ).toEqual([4]);
    expect(ranges[4]).toBeNull();
  });

  it.each([
    ['000', 2020],
    ['001', 2020],
    ['002', 2020],
    ['003', 2023],
    ['004', 2019],
  ])('%s: facts in the order and with the labels of the form, quotes verbatim on their lines', async (prefix, year) => {
    const { form, facts, lines } = await read(prefix, year);
    const strip = ({ table, row, column, measure, applicant }: Fact) => ({ table, row, column, measure, applicant });
    const cells = forms[form as TableForm].map(({ table, row, column, measure, applicant }) => ({
      table,
      row,
      column,
      measure,
      applicant,
    }));
    expect(facts.map(strip)).toEqual(cells);
    for (const fact of facts) {
      if (fact.line === null) continue;
      const line = lines[fact.line - 1]!;
      if (fact.quote !== null) expect(line).toContain(fact.quote);
      if (fact.certain && fact.raw !== null) expect(line).toContain(fact.raw);
    }
  });
});
