import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { meantBy } from '../../src/store/meant.ts';

const lexicon = loadLexicon();
const read = (typed: string, held: Readonly<Record<string, number>>) => {
  const { tokens, others } = meantBy(
    typed,
    lexicon.expand(typed),
    lexicon,
    Object.keys(held),
    (term) => held[term] ?? 0,
  );
  return [tokens.flatMap(({ term, part }) => (part ? [] : [term])), others.map(({ word }) => word)];
};

describe('English words of a list', () => {
  it('stand for longer terms of the library that hold the Chinese one', () => {
    const held = { 优化营商环境: 3, 营商环境建设: 1, 环境: 9 };
    expect(read('business environment', held)).toEqual([['优化营商环境'], ['营商环境建设']]);
  });

  it('stand for the Chinese one where the library has it', () => {
    expect(read('business environment', { 营商环境: 1, 优化营商环境: 3 })[0]).toEqual(['营商环境']);
  });
});
