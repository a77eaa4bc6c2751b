import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { nearOf, nearWords } from '../../src/store/near.ts';
import { Sounds } from '../../src/store/sounds.ts';
import { spelledWords } from '../../src/store/spelled.ts';
import { Edges } from '../../src/text/edges.ts';
import { oneApart } from '../../src/text/one-apart.ts';

/** Damerau's distance, in full: what `oneApart` must agree with. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      rows[i]![j] = Math.min(
        rows[i - 1]![j]! + 1,
        rows[i]![j - 1]! + 1,
        rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        rows[i]![j] = Math.min(rows[i]![j]!, rows[i - 2]![j - 2]! + 1);
    }
  return rows[a.length]![b.length]!;
}

describe('near words', () => {
  it('are one change away', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(oneApart(a, b)).toBe(distance(a, b) <= 1);
      }),
      { numRuns: 2000 },
    );
  });
  it('come most frequent first, and never for what is too short to tell', () => {
    const near = (word: string, vocabulary: readonly string[]) =>
      nearWords(word, { vocabulary, frequency: (id) => id + 1, edges: new Edges(() => vocabulary) });
    const vocabulary = ['开放日', '开放曰', '开放', '放开', '微信公众号', 'training'];
    expect(near('开敞日', vocabulary)).toEqual(['开放曰', '开放日'].filter((word) => word === '开放日'));
    expect(near('微信公众浩', vocabulary)).toEqual(['微信公众号']);
    expect(near('trainning', vocabulary)).toEqual(['training']);
    expect(near('放开', ['开放', '放大'])).toEqual(['开放']);
    expect(near('2023', ['2022'])).toEqual([]);
  });
  it('are all that a look at every word finds', () => {
    const word = fc.string({ unit: fc.constantFrom('政', '府', '开', '放'), minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(word, fc.uniqueArray(word, { maxLength: 40 }), (typed, vocabulary) => {
        const fits = (term: string) =>
          typed.length > 2
            ? oneApart(typed, term) && (term[0] === typed[0] || term.at(-1) === typed.at(-1))
            : term === typed[1]! + typed[0]!;
        const all = vocabulary.flatMap((term, id) => (term !== typed && fits(term) ? [{ term, id }] : []));
        const frequency = (id: number) => id + 1;
        expect(nearWords(typed, { vocabulary, frequency, edges: new Edges(() => vocabulary) })).toEqual(
          all
            .sort((a, b) => b.id - a.id)
            .slice(0, 3)
            .map(({ term }) => term),
        );
      }),
    );
  });
});

describe('words by their ends', () => {
  it('are those that a look at every word finds, also of words that came later', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '𠀀'), maxLength: 4 });
    fc.assert(
      fc.property(fc.array(word), fc.array(word), word, (first, later, text) => {
        fc.pre(text !== '');
        const words = [...first];
        const edges = new Edges(() => words);
        edges.beginning('a');
        words.push(...later);
        const where = (fits: (each: string) => boolean) =>
          [...words.keys()].filter((id) => words[id] !== '' && fits(words[id]!));
        expect(edges.beginning(text)).toEqual(where((each) => each.startsWith(text)));
        expect(edges.ending(text)).toEqual(where((each) => each.endsWith(text)));
        const units = text.split('');
        expect([...edges.touching(text)]).toEqual(
          where((each) => units.includes(each.charAt(0)) || units.includes(each.charAt(each.length - 1))),
        );
      }),
    );
  });
});

describe('words by their sound', () => {
  const { pinyin } = loadLexicon();
  const vocabulary = [
    '培训',
    '提案',
    '暗访',
    '安防',
    '营商环境',
    '辅导',
    '专题',
    '法律',
    '顾问',
    '开放日',
    '政府',
    '税制',
    '水质',
    '监测',
    '检测',
  ];
  const frequency = (id: number) => vocabulary.length - id;
  const sounds = new Sounds(pinyin, () => vocabulary);
  const list = { vocabulary, frequency, sounds, edges: new Edges(() => vocabulary), count: () => 1 };
  const heard = (typed: string, from: number, to: number) => {
    const word = typed.slice(from, to);
    const absent = { word, pieces: [word], start: from, end: to, around: [word] };
    return nearOf(absent, typed, [list]);
  };

  it.each([
    ['培迅', '培训'],
    ['提岸', '提案'],
    // 安防 sounds alike too and shares no character.
    ['按访', '暗访'],
    ['法绿', '法律'],
    // Nearly alike: f and h are told apart, eng and en are not.
    ['迎尚环境', '营商环境'],
    ['检侧', '检测'],
  ])('%s is heard as %s', (typed, word) => {
    expect(heard(typed, 0, typed.length)).toMatchObject({ words: [word], heard: true, start: 0, end: typed.length });
  });

  it('are looked for in the words around, the longest first', () => {
    expect(heard('迎商环境', 0, 2)).toMatchObject({ words: ['营商环境'], start: 0, end: 4 });
    expect(heard('专题府导', 2, 4)).toMatchObject({ words: ['辅导'], start: 2, end: 4 });
    expect(heard('量子', 0, 2)).toBeNull();
  });

  it.each([
    ['peixun', [['培训']]],
    ['pei xun', [['培训']]],
    ['zhengfu kaifangri', [['政府'], ['开放日']]],
    ['zhengfukaifangri', [['政府'], ['开放日']]],
    ['falv guwen', [['法律'], ['顾问']]],
    ['falu guwen', [['法律'], ['顾问']]],
    [
      'shuizhi jiance',
      [
        ['税制', '水质'],
        ['监测', '检测'],
      ],
    ],
    // As somebody writes who does not tell sh from s.
    [
      'suizi jiance',
      [
        ['税制', '水质'],
        ['监测', '检测'],
      ],
    ],
    ['pei', null],
    ['peixunx', null],
  ])('%s spells %j', (letters, words) => {
    expect(spelledWords(letters, pinyin, [list])).toEqual(words);
  });

  it('are the same whether all words were there from the beginning or came later', () => {
    const words: string[] = [];
    const growing = new Sounds(pinyin, () => words);
    for (const word of vocabulary) {
      growing.like('培迅');
      words.push(word);
    }
    for (const typed of ['培迅', '暗防', '税质']) expect(growing.like(typed)).toEqual(sounds.like(typed));
  });
});
