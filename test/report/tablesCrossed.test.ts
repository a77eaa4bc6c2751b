/** Tables whose axes are not the form's: every cell as it was made, and where a layout loses the columns, nothing wrong. */
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/document/open.ts';
import { keyOf } from '../../src/report/forms.ts';
import { readTables } from '../../src/report/tables.ts';
import { blankless, printed, prints } from '../helpers/crossed.ts';
import { shapes } from '../helpers/crossedShapes.ts';
import { makeReport } from '../helpers/layouts.ts';
import { random } from '../helpers/random.ts';

const seeds = 3;

/** Layouts in which figures cannot be given to their labels, or a label alone is all that is left of a blank cell. */
const open = new Set([
  '2 labels last, spaces',
  '2 transposed, spaces',
  '2 a line for each cell, spaces',
  '2 a line for each cell, lines',
]);

async function read(name: string, how: keyof typeof prints | 'xlsx') {
  const unread: string[] = [];
  const wrong: string[] = [];
  let cells = 0;
  for (let seed = 1; seed <= seeds; seed += 1)
    for (const form of ['2019', '2021'] as const) {
      const source = random(seed * 7919 + Number(form));
      const made = makeReport(source, {
        form,
        blanks: blankless.has(how) || seed !== 3 ? 0 : 0.2,
        blank: source.pick(['', '—']),
      });
      const { file, bytes, wanted } = printed(made, shapes[name]!, how, source);
      const { facts } = readTables(await openDocument(file, bytes), { year: made.year });
      const found = new Map(facts.map((fact) => [keyOf(fact), fact]));
      for (const [key, want] of wanted) {
        cells += 1;
        const fact = found.get(key);
        const value = typeof want === 'string' ? null : want.value;
        const state = want === 'missing' ? 'missing' : value === null ? 'blank' : 'stated';
        if (fact?.state === state && fact.certain && fact.value === value) continue;
        // A table of blank cells alone shows no columns.
        if (value === null && fact?.value === null) continue;
        const line = `seed ${seed} ${form} ${key}: ${value} → ${fact?.state} ${fact?.value} ${fact?.raw}`;
        unread.push(line);
        if (fact?.certain && fact.value !== null) wrong.push(line);
      }
    }
  return { unread, wrong, cells };
}

describe('tables with other axes than the form', () => {
  for (const name of Object.keys(shapes))
    for (const how of [...(Object.keys(prints) as (keyof typeof prints)[]), 'xlsx'] as const)
      it(`${name}, ${how}`, async () => {
        const { unread, wrong } = await read(name, how);
        expect(wrong).toEqual([]);
        if (!open.has(`${name}, ${how}`)) expect(unread).toEqual([]);
      });
});
