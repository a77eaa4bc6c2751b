import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';

const lexicon = loadLexicon();
const terms = (text: string) => lexicon.analyze(text).map(({ term }) => term);
const words = (text: string) =>
  lexicon
    .analyze(text)
    .filter(({ part }) => !part)
    .map(({ term }) => term);

describe('the analyzer', () => {
  it.each([
    ['盐池县科技局', '盐池县科学技术局'],
    ['鹽池縣科學技術局', '盐池县科学技术局'],
    ['微信公众号', '公众号'],
    ['新冠肺炎', '疫情'],
    ['依申请', '依申请公开'],
    ['⾏政复议', '行政复议'],
    ['ＷｅＣｈａｔ', '微信'],
    ['2021-01-29', '2021年1月29日'],
  ])('%s is found by %s', (printed, asked) => {
    expect(terms(printed)).toEqual(expect.arrayContaining(words(asked)));
  });

  it('keeps numbers and dates whole', () => {
    expect(terms('2021年01月29日发布信息1,408条')).toEqual(
      expect.arrayContaining(['2021', '1月29日', '1月', '1408', '发布', '信息']),
    );
    expect(terms('297')).toEqual(['297']);
    expect(terms('占 98.5%')).toContain('98.5');
  });

  it('cuts numbers and dates alike wherever they come again', () => {
    const pieces = [
      '2021年1月29日',
      '2021-01-29',
      '3月',
      '12月5号',
      '1,408.5',
      '1，408',
      'a4',
      '2021.01',
      '297件',
      '公开',
    ];
    const between = fc.constantFrom('；', '。', ' / ');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 }), between, (some, mark) => {
        let at = 0;
        const apart = some.flatMap((piece) => {
          const tokens = lexicon
            .analyze(piece)
            .map((token) => ({ ...token, start: token.start + at, end: token.end + at }));
          at += piece.length + mark.length;
          return tokens;
        });
        const inPieces = lexicon.analyze(some.join(mark));
        expect(inPieces).toEqual(apart);
      }),
    );
  });

  it('leaves out what says nothing', () => {
    expect(terms('的 了 and the 哪份报告')).toEqual([]);
  });

  it('cuts an unknown name so that it is found in any sentence', () => {
    const name = words('组织实施“庚辛庚养老行动”');
    expect(name.length).toBeGreaterThan(0);
    const inText = new Set(terms('我局组织实施“庚辛庚养老行动”，举办政府开放日28次'));
    expect(
      terms('庚辛庚')
        .filter((term) => term.length > 1)
        .some((term) => inText.has(term)),
    ).toBe(true);
  });

  it('gives offsets of the text as given, for any text', () => {
    const pieces = fc.constantFrom(
      '盐池县',
      '科技局',
      '㈠',
      '⾏政',
      '鹽',
      '𠀀',
      '1,408',
      '2021年1月29日',
      'WeChat',
      '　',
      '\n',
      '\u200b',
      'ﬁ',
      '总 计',
      '微信公众号',
      '\ud800',
      '中华人民共和国',
      '“三审三校”',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 12 }),
        (parts) => {
          const text = parts.join('');
          let before = 0;
          for (const { start, end, term } of lexicon.analyze(text)) {
            expect(term).not.toBe('');
            expect(term).not.toMatch(/\s/);
            expect(start).toBeGreaterThanOrEqual(before);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            before = start;
          }
          expect(lexicon.analyze(text)).toEqual(lexicon.analyze(text));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('places each word where it stands', () => {
    const text = '中华人民共和国政府信息公开条例，盐池县科学技术局的微信公众号推送信息 297 条';
    for (const { start, end, term } of lexicon.analyze(text)) {
      const printed = text.slice(start, end);
      expect([printed, ...terms(printed)]).toContain(term);
    }
  });
});

describe('an English or pinyin question', () => {
  it.each([
    ['open days', ['开放日']],
    ['COVID-19', ['疫情']],
    ['WeChat', ['微信']],
    ['Yanchi', ['盐池']],
    ['science bureau', ['科学技术局']],
    ['staff shortage', ['人手不足']],
    ['everything about policy interpretation', ['政策解读']],
  ])('%s looks for %j', (question, expected) => {
    expect(
      lexicon
        .expand(question)
        .filter(({ part }) => !part)
        .map(({ term }) => term),
    ).toEqual(expected);
  });
  it('keeps the word of which nothing is known', () => {
    expect(lexicon.expand('xyzzy').map(({ term, start, end }) => [term, start, end])).toEqual([['xyzzy', 0, 5]]);
  });
});

describe('the word lists', () => {
  const index = new URL('../../index/', import.meta.url);
  const read = <T>(file: string) => JSON.parse(readFileSync(new URL(file, index), 'utf8')) as T;
  it('put each word under one key', () => {
    const rows = read<{ key: string; words: string[]; en?: string[] }[]>('synonyms.json');
    const spelled = rows.flatMap(({ key, words: all }) => [key, ...all]);
    expect(spelled.filter((word, i) => spelled.indexOf(word) !== i)).toEqual([]);
  });
  it('put each department name under one kind, and spell out what exists', () => {
    const rows = read<{ id: string; full: string[]; short: Record<string, string> }[]>('kinds.json');
    const names = rows.flatMap(({ full, short }) => [...full, ...Object.keys(short)]);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    for (const { full, short } of rows) for (const name of Object.values(short)) expect(full).toContain(name);
  });
});
