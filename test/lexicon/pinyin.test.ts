import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { toneless } from '../../src/lexicon/pinyin.ts';

const lexicon = loadLexicon();
const { pinyin } = lexicon;

describe('pinyin', () => {
  it('gives every reading of a character', () => {
    expect(pinyin.readings('训')).toEqual(['xun']);
    expect(pinyin.readings('行')).toEqual(expect.arrayContaining(['xing', 'hang']));
    expect(pinyin.readings('a')).toEqual([]);
    expect(pinyin.syllablesAt('xian', 0)).toEqual([4, 3, 2]);
  });
  it.each([
    ['péixùn', 'peixun'],
    ['fǎlǜ gùwèn', 'falv guwen'],
    ['pei2xun4', 'peixun'],
    ['pei2 xun4', 'pei xun'],
    ['IPv6 A4 covid19 H5', 'IPv6 A4 covid19 H5'],
    ['café 2023年', 'cafe 2023年'],
    ['政府开放日', '政府开放日'],
  ])('%s without tones is %s', (text, plain) => {
    expect(toneless(text, pinyin)).toBe(plain);
  });
});

describe('words that only ask', () => {
  it.each([
    ['盐池县科技局关于培训是怎么写的', '盐池县科技局关于培训'],
    ['麻烦查一下直播那份报告', '直播'],
    ['哪个单位请过专家授课', '请过专家授课'],
    ['政策解读怎样写', '政策解读怎样写'],
    ['查阅档案', '查阅档案'],
    ['请问', '请问'],
  ])('%s: %s is looked for', (text, rest) => {
    expect(lexicon.unasked(text).trim()).toBe(rest);
    expect(lexicon.unasked(text)).toHaveLength(text.length);
  });
});

describe('readings of characters', () => {
  it('come with the usual one first', () => {
    const usual = (text: string) => [...text].map((character) => lexicon.pinyin.readings(character)[0]).join('');
    expect(usual('石湾')).toBe('shiwan');
    expect(usual('长乐')).toBe('changle');
    expect(lexicon.pinyin.readings('石')).toContain('dan');
  });
});
