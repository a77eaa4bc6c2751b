import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { partCutting, Seen } from '../../src/lexicon/part.ts';
import { madeReports } from '../helpers/made-reports.ts';

const lexicon = loadLexicon();

/** Cuts with the part that the texts need, in a dictionary of its own. */
function partly(texts: readonly string[]) {
  const seen = new Seen();
  for (const text of texts) seen.add(text);
  const { analyze } = partCutting(lexicon.part(seen));
  return texts.map((text) => analyze(text));
}

// Each file of tests is a process in which the whole dictionary is loaded once and then stays: first the parts, then the whole.
const made = [...madeReports(40)].map(({ text }) => text);
const odd = [
  '鹽池縣科學技術局⾏政复议ＷｅＣｈａｔ公众号，㈠1,408条\ue000\ue000\ue001',
  '于都县 有关“三公”经费\n的公开\u200b办法，乌苏里江上的𠮷野家',
  '',
];
const few = fc.sample(fc.string({ unit: fc.constantFrom(...new Set(made.slice(0, 3).join(''))), maxLength: 60 }), {
  seed: 4,
  numRuns: 200,
});
const sets = [made, odd, few, ['政']];
const parts = sets.map(partly);

describe('the part of the lexicon that texts need', () => {
  it.each([
    ['made-up reports', 0],
    ['odd characters', 1],
    ['shuffled characters', 2],
    ['one character', 3],
  ])('cuts %s as the whole does', (_, i) => {
    expect(parts[i]).toEqual(sets[i]!.map((text) => lexicon.analyze(text)));
  });

  it('is a small part', () => {
    const seen = new Seen();
    for (const text of made) seen.add(text);
    const { dictionary } = lexicon.part(seen);
    expect(dictionary.base!.split('\n').length).toBeLessThan(20_000);
  });
});
