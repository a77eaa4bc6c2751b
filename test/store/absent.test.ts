import { describe, expect, it } from 'vitest';
import type { Token } from '../../src/lexicon/lexicon.ts';
import { absentWords } from '../../src/store/absent.ts';

/** Words of a query as the segmenter would cut it, separated by bars; a space separates what was typed. */
function cut(marked: string): { tokens: Token[]; typed: string } {
  const tokens: Token[] = [];
  let typed = '';
  for (const piece of marked.split(/([| ])/)) {
    if (piece === '|') continue;
    if (piece !== ' ') tokens.push({ term: piece, start: typed.length, end: typed.length + piece.length, part: false });
    typed += piece;
  }
  return { tokens, typed };
}

function absent(marked: string, held: readonly string[]) {
  const { tokens, typed } = cut(marked);
  return absentWords(tokens, (term) => held.includes(term), typed);
}

describe('absent words', () => {
  it('are named whole where they were cut into pieces', () => {
    expect(absent('区块|链', [])).toMatchObject([{ word: '区块链', pieces: ['区块', '链'] }]);
    // 元 is held, as the unit: as a piece of this word it must find nothing.
    expect(absent('元|宇宙', ['元'])).toMatchObject([{ word: '元宇宙', pieces: ['元', '宇宙'] }]);
    expect(absent('火星|探测 开放日', ['开放日'])).toMatchObject([{ word: '火星探测' }]);
  });

  it('leave known words around them alone', () => {
    expect(absent('开放|曰|活动', ['开放', '活动'])).toMatchObject([{ word: '开放曰', pieces: ['曰'] }]);
    expect(absent('开放日|制渡', ['开放日'])).toMatchObject([{ word: '制渡', pieces: ['制渡'] }]);
    expect(absent('开放日|活动', ['开放日', '活动'])).toEqual([]);
  });

  it('come with the longer words that they may be a slip in', () => {
    expect(absent('科技|特派|圆', ['科技', '特派'])[0]?.around).toEqual(['科技特派圆', '特派圆', '圆']);
  });

  it('are none where one of several readings is held', () => {
    const tokens = ['大同区', '大通区'].map((term) => ({ term, start: 0, end: 15, part: false }));
    expect(absentWords(tokens, (term) => term === '大通区', 'Datong District')).toEqual([]);
    expect(absentWords(tokens, () => false, 'Datong District')).toMatchObject([{ word: '大同区' }]);
  });
});
