/** Made reports in many layouts: every cell as it was made. */
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/document/open.ts';
import { keyOf } from '../../src/report/forms.ts';
import type { Fact } from '../../src/report/report.ts';
import { readTables } from '../../src/report/tables.ts';
import { fill, gridLayouts, gridlessLayouts, type Made } from './tablesMade.ts';

/** Numbers in [0, 1) from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export async function readText(source: string, year: number | null = 2022) {
  const document = await openDocument(
    source.startsWith('<html') ? 'made.html' : 'made.txt',
    new TextEncoder().encode(source),
  );
  return readTables(document, { year });
}

/** Cells that differ from what was made: "measure: made → read". */
export function differences(made: Made, facts: readonly Fact[]): string[] {
  const read = new Map(facts.map((fact) => [keyOf(fact), fact]));
  const wrong: string[] = [];
  for (const { row, cells } of made.rows)
    for (const [at, cell] of row.cells.entries()) {
      const fact = read.get(keyOf(cell));
      const wanted = cells[at]!;
      const same =
        wanted === null ? fact?.state === 'blank' : fact?.state === 'stated' && fact.value === wanted && fact.certain;
      if (!same) wrong.push(`${keyOf(cell)}: ${wanted} → ${fact?.state} ${fact?.value} ${fact?.raw}`);
    }
  return wrong;
}

describe('layouts', () => {
  for (const form of ['2019', '2021'] as const)
    for (const [name, layout] of Object.entries({ ...gridLayouts, ...gridlessLayouts }))
      it(`${form}, ${name}: every cell, the form and its order`, async () => {
        for (let seed = 1; seed <= 12; seed += 1) {
          const next = randomFrom(seed);
          const blanks = name in gridLayouts && seed % 2 === 0 ? 0.25 : 0;
          const made = fill(form, next, blanks);
          const result = await readText(layout(made, next));
          expect(differences(made, result.facts), `seed ${seed}`).toEqual([]);
          expect(result.form).toBe(form);
          expect(result.facts).toHaveLength(form === '2019' ? 198 : 200);
        }
      });
});
