/** The word `search` before anything searches for it, in both languages. */
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { readCommanded } from '../../src/question/commanded.ts';
import { five } from './catalogs.ts';

const lexicon = loadLexicon();
const read = (question: string) => readCommanded(question, { catalog: five, today: '2026-11-22', turns: [] }, lexicon);

describe('the word search', () => {
  it.each([
    ['search 政务公开', '政务公开', []],
    ['搜索 政务公开', '政务公开', []],
    ['搜索：政务公开', '政务公开', []],
    ['search for 政务公开 in 2020', '政务公开', [2020]],
    ['search 信息公开平台', '信息公开平台', []],
    ['search 科技局', '科技局', []],
    ['search the weather tomorrow?', 'the weather tomorrow', []],
    ['搜索 “政务公开” 2020', '政务公开', [2020]],
    ['search 微信公众号 2020', '微信公众号', [2020]],
  ])('%s', (question, topic, years) => {
    const { plan, question: kept } = read(question);
    expect(plan).toMatchObject({ operation: 'search', topic, scope: { years } });
    expect(kept).toBe(question);
  });

  it('goes with a place that is named', () => {
    expect(read('搜索 盐池 政务公开 2023').plan).toMatchObject({
      operation: 'search',
      topic: '政务公开',
      scope: { years: [2023], regions: [{ county: '盐池县' }] },
    });
  });

  it('is no command inside of a word, or alone', () => {
    expect(read('research 政务公开').plan?.operation).not.toBe('search');
    expect(read('search ?').status).not.toBe('plan');
    expect(read('2023年哪些单位收到过申请').plan?.operation).not.toBe('search');
  });
});
