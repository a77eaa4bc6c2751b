/** Damaged and hostile documents: no throw, no hang, and no certain value that was not printed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../src/document/document.ts';
import { keyOf } from '../../src/report/forms.ts';
import { readTables } from '../../src/report/tables.ts';
import { random } from '../helpers/random.ts';
import { fill, gridLayouts, gridlessLayouts, type Layout } from './tablesMade.ts';

const layouts: Layout[] = [...Object.values(gridLayouts), ...Object.values(gridlessLayouts)].filter(
  (layout) => layout !== gridLayouts.html,
);

/** A text as a document: lines are blocks, tabs part cells. */
function documentOf(text: string): Document {
  const blocks: Block[] = text.split('\n').map((line, at) => {
    const place = { line: at + 1, page: null, label: null };
    const cells =
      line === '' ? [] : line.split('\t').map((cell, column) => ({ text: cell.trim(), place, column, span: 1 }));
    return { text: line.trim(), cells, place, end: place, table: null, heading: null };
  });
  return { file: 'made.txt', hash: '', format: 'text', encoding: 'utf-8', text, blocks, title: null, sourceUrl: null };
}

/** Figures that stand as words of their own in a line, as values. */
const figuresIn = (line: string): number[] =>
  (line.match(/[-+−–—增减]?\d[\d,]*(?:\.\d+)?/g) ?? []).flatMap((figure) => {
    const value = Number(figure.replace(/[^\d.]/g, ''));
    return [value, -value];
  });

function mutate(text: string, next: () => number): string {
  const lines = text.split('\n');
  const times = 1 + Math.floor(next() * 4);
  for (let time = 0; time < times; time += 1) {
    const at = Math.floor(next() * lines.length);
    const other = Math.floor(next() * lines.length);
    const line = lines[at] ?? '';
    const way = Math.floor(next() * 7);
    if (way === 0) lines.splice(at, 1);
    else if (way === 1) lines.splice(at, 0, lines[other] ?? '');
    else if (way === 2) lines[at] = line.slice(0, Math.floor(next() * line.length));
    else if (way === 3) lines[at] = line.replace(/\t?\d+/, '');
    else if (way === 4) [lines[at], lines[other]] = [lines[other] ?? '', line];
    else if (way === 5) lines.splice(at, 1, line.slice(0, line.length / 2), line.slice(line.length / 2));
    else lines[at] = `${line}${lines[at + 1] ?? ''}`;
  }
  return lines.join('\n');
}

describe('damaged documents', () => {
  it('never throw, and every certain value is printed on its line', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const { next } = random(seed);
        const layout = layouts[seed % layouts.length]!;
        const text = mutate(layout(fill(seed % 2 === 0 ? '2019' : '2021', next), next), next);
        const { facts } = readTables(documentOf(text), { year: 2022 });
        const lines = text.split('\n');
        expect(new Set(facts.map(keyOf)).size).toBe(facts.length);
        for (const fact of facts) {
          if (fact.state !== 'stated') expect(fact.value).toBeNull();
          if (fact.state === 'stated' && fact.certain) expect(figuresIn(lines[fact.line! - 1]!)).toContain(fact.value);
          if (!fact.certain) expect([fact.state, fact.value]).toEqual(['stated', null]);
        }
      }),
      { numRuns: 60, seed: 20260131 },
    );
  });

  it('a missing cell anywhere never moves another row’s values', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const { next } = random(seed);
        const made = fill('2021', next);
        const lines = gridLayouts.tabs!(made, next).split('\n');
        const rows = lines.flatMap((line, at) => (/^.*[一二三四1-8].*(\t\d+){7}/.test(line) ? [at] : []));
        const hit = rows[Math.floor(next() * rows.length)]!;
        const drop = Math.floor(next() * 7);
        const cells = lines[hit]!.split('\t');
        const first = cells.findIndex((cell) => /^\d+$/.test(cell));
        cells.splice(first + drop, 1);
        lines[hit] = cells.join('\t');
        const { facts } = readTables(documentOf(lines.join('\n')), { year: 2022 });
        const read = new Map(facts.map((fact) => [keyOf(fact), fact]));
        for (const { row, cells: values } of made.rows)
          for (const [at, cell] of row.cells.entries()) {
            const fact = read.get(keyOf(cell))!;
            // In the damaged row only the organisations are open; a lost first or last value cannot be seen (the contract).
            const open = fact.line === hit + 1 && (!fact.certain || at === 0 || at === 6);
            if (!open) expect(fact.value, `${fact.row} ${fact.column}`).toBe(values[at]);
          }
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

describe('hostile documents', () => {
  const within = (milliseconds: number, work: () => void) => {
    const started = process.cpuUsage();
    work();
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(milliseconds);
  };

  it('a hundred thousand cells end in time', () => {
    const wide = Array<string>(100_000).fill('0').join('\t');
    const tall = Array<string>(20_000).fill('规章\t0\t0\t0\t1').join('\n');
    const labels = Array.from({ length: 20_000 }, (_, at) => `其他处理结果第${at}类\t${at}`).join('\n');
    const single = Array<string>(50_000).fill('0').join('\n');
    const words = Array<string>(50_000).fill('规章 0').join(' ');
    const dots = `${'1,'.repeat(40_000)}\n${'(1'.repeat(40_000)}\n${'增'.repeat(40_000)}`;
    for (const text of [wide, tall, labels, single, words, dots])
      within(20_000, () => expect(() => readTables(documentOf(text), { year: 2022 })).not.toThrow());
  });

  it('empty and odd blocks are read as nothing', () => {
    for (const text of ['', '\n\n\n', '\t\t\t', '||||', '| |', '一', '0', '—'])
      expect(readTables(documentOf(text), { year: null }).facts).toEqual([]);
  });
});
