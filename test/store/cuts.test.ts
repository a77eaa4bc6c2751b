import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clause } from '../../src/lexicon/lexicon.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { type CutPassage, cutter, packCut, readCut, readMarks } from '../../src/store/embedded/cuts.ts';
import { Draft, perTerm } from '../../src/store/embedded/draft.ts';
import { pairsOf } from '../../src/store/embedded/phrase.ts';

const draft = () => new Draft(0, new Map(), new WeakMap());

describe('cut passages as they are kept', () => {
  const token = fc.record({ term: fc.constantFrom('开放日', '培训', '2023'), start: fc.nat(50), length: fc.nat(9) });
  const clause = fc
    .record({ from: fc.nat(400), tokens: fc.array(token, { maxLength: 4 }), kept: fc.boolean() })
    .map(({ from, tokens, kept }): Clause => {
      const placed = tokens.map(({ term, start, length }) => ({ term, start, end: start + length, part: false }));
      return { from, tokens: placed, kept };
    });
  const cut: fc.Arbitrary<CutPassage> = fc.record({
    text: fc.array(clause, { maxLength: 3 }),
    above: fc.array(fc.constantFrom('盐池县', '2023'), { maxLength: 2 }),
    pairs: fc.constantFrom('', '举办政府开放日', '培训20人次').map((words) => pairsOf(words)),
  });

  it('come back with their terms and places', () => {
    const passages = fc.array(fc.record({ section: fc.option(fc.integer({ min: 1, max: 6 })), cut }), { maxLength: 4 });
    fc.assert(
      fc.property(passages, (given) => {
        const numbering = draft();
        const rows = given.map((passage, i) => ({ ...passage, row: i + 7 }));
        const stored = packCut(rows, numbering);
        const expected = rows.map(({ row, section, cut: { text, above, pairs } }) => {
          const own = text.flatMap(({ tokens }) => tokens.map(({ term }) => numbering.number(term)));
          const tokens = Int32Array.from([...own, ...above.map((term) => numbering.number(term))]);
          return { row, section: section ?? 0, length: own.length, tokens, pairs };
        });
        expect([...readCut(stored.tokens)]).toEqual(expected);
        for (const { row, cut: each } of rows)
          expect(readMarks(stored, row)).toEqual(
            each.text.flatMap(({ from, tokens }) =>
              tokens.map(({ term, start, end }) => ({
                term: numbering.number(term),
                start: from + start,
                end: from + end,
              })),
            ),
          );
        expect(readMarks(stored, 1)).toEqual([]);
      }),
    );
  });

  it('are read from bytes that begin anywhere', () => {
    const stored = packCut(
      [{ row: 9, section: 1, cut: { text: [], above: ['盐池县'], pairs: pairsOf('培训') } }],
      draft(),
    );
    const shifted = new Uint8Array(stored.tokens.length + 1);
    shifted.set(stored.tokens, 1);
    expect([...readCut(shifted.subarray(1))]).toEqual([...readCut(stored.tokens)]);
  });

  it('hold what the analyzer finds, under the names above them', () => {
    const lexicon = loadLexicon();
    const owner = { agency: '盐池县科技局', key: '盐池县科学技术局', year: 2023 };
    const { text, above } = cutter(lexicon)({ text: '举办政府开放日3次，培训20人次。', title: '总体情况' }, owner);
    const terms = text.flatMap(({ tokens }) => tokens.map(({ term }) => term));
    expect(terms).toEqual(expect.arrayContaining(['开放日', '3', '培训', '20', '人次']));
    expect(above).toEqual(expect.arrayContaining(['盐池县', '科学技术局', '2023']));
  });
});

describe('numbers of a change', () => {
  it('go on from those that are held, the same for the same term', () => {
    const numbering = new Draft(
      2,
      new Map([
        ['开放日', 0],
        ['培训', 1],
      ]),
      new WeakMap(),
    );
    expect(['培训', '图解', '培训', '图解', '问卷'].map((term) => numbering.number(term))).toEqual([1, 2, 1, 2, 3]);
    const clause = { from: 0, kept: true, tokens: [{ term: '图解', start: 4, end: 6, part: false }] };
    expect([...numbering.numbers(clause)]).toEqual([2, 4, 2]);
    expect(numbering.numbers(clause)).toHaveLength(perTerm);
    expect(numbering.numbers(clause)).toBe(numbering.numbers(clause));
  });
});
