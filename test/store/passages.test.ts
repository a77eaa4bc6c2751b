import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentOf } from '../../src/store/current.ts';
import { lineAt, lineStarts } from '../../src/store/lines.ts';
import { passagesOf } from '../../src/store/passages.ts';
import { parseQuery } from '../../src/store/query.ts';
import { snippetOf } from '../../src/store/snippet.ts';

const paragraph = (text: string, line: number, tabular = false) => ({
  text,
  lines: [line, line] as [number, number],
  page: null,
  place: null,
  tabular,
});
const section = (paragraphs: ReturnType<typeof paragraph>[]) => ({
  number: 1,
  title: '总体情况',
  text: paragraphs.map(({ text }) => text).join('\n'),
  lines: null,
  paragraphs,
});

describe('passages', () => {
  it('join what is short, cut what is long, leave tables out and lose nothing else', () => {
    const words = fc.string({
      unit: fc.constantFrom('政', '府', '信', '息', '。', '，', '；', ' '),
      minLength: 1,
      maxLength: 900,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(words, fc.boolean()), { maxLength: 12 }), (parts) => {
        const paragraphs = parts.map(([text, tabular], i) => paragraph(text, i + 1, tabular));
        const passages = passagesOf({ sections: [section(paragraphs)], preamble: null });
        const letters = (text: string) => text.replace(/[^政府信息]/g, '');
        const expected = paragraphs
          .filter(({ tabular }) => !tabular)
          .map(({ text }) => letters(text))
          .join('');
        expect(passages.map(({ text }) => letters(text)).join('')).toBe(expected);
        for (const { text } of passages) expect(text.length).toBeLessThanOrEqual(1000);
      }),
    );
  });

  it('know on which line each piece stands', () => {
    const file = ['题目', '一、总体情况', '第一句话在这里，被换行', '', '切断了。', '第二段。'];
    const text = '第一句话在这里，被换行切断了。\n第二段。';
    const starts = lineStarts(text, file, 3, 6);
    expect(['第一', '断了', '第二'].map((word) => lineAt(starts, text.indexOf(word)))).toEqual([3, 5, 6]);
    expect(lineAt([], 3)).toBeNull();
  });
});

describe('snippets', () => {
  it('are verbatim, short, and hold the words of most weight whole', () => {
    const text = `${'前面的话，'.repeat(40)}组织开展“政府开放日”活动，增进了群众的了解。${'后面的话，'.repeat(40)}`;
    const start = text.indexOf('开放日');
    const {
      text: snippet,
      highlights,
      start: at,
    } = snippetOf(text, [{ start, end: start + 3, weight: 3, term: '开放日' }]);
    expect(text.slice(at, at + snippet.length)).toBe(snippet);
    expect(snippet.length).toBeLessThanOrEqual(100);
    expect(highlights.map(([from, to]) => snippet.slice(from, to))).toEqual(['开放日']);
    expect(snippet).toMatch(/[，。]$/);
  });
  it('never cut a mark, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.array(fc.tuple(fc.nat(390), fc.integer({ min: 1, max: 6 })), { maxLength: 8 }),
        (text, spans) => {
          const marks = spans
            .filter(([start, length]) => start + length <= text.length)
            .map(([start, length]) => ({ start, end: start + length, weight: 1, term: String(start) }));
          const { text: snippet, highlights } = snippetOf(text, marks);
          expect(text).toContain(snippet);
          let before = 0;
          for (const [start, end] of highlights) {
            expect(start).toBeGreaterThanOrEqual(before);
            expect(end).toBeLessThanOrEqual(snippet.length);
            before = end;
          }
          if (marks.length > 0 && text.trim() === text && text.length > 120)
            expect(highlights.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('a typed search', () => {
  it('is read with its hints and phrases', () => {
    expect(parseQuery('agency:盐池县科技局 year:2023 “双公示” section:5 培训')).toEqual({
      words: '双公示   培训'.replace('   ', '    '),
      unquoted: '       培训',
      phrases: ['双公示'],
      agencies: ['盐池县科技局'],
      years: [2023],
      sections: [5],
    });
    expect(parseQuery('机构：盐池 年份：２０２３年 章节：第五部分 x')).toMatchObject({
      words: 'x',
      agencies: ['盐池'],
      years: [2023],
      sections: [5],
    });
    expect(parseQuery('year:soon')).toMatchObject({ words: 'year:soon', years: [] });
  });
});

describe('the current version', () => {
  it('is the later published, then the later to arrive', () => {
    expect(currentOf([])).toBeNull();
    expect(
      currentOf([
        { id: 1, publishedDate: '2024-01-02' },
        { id: 2, publishedDate: '2024-01-01' },
      ]),
    ).toBe(1);
    expect(
      currentOf([
        { id: 1, publishedDate: '2024-01-01' },
        { id: 2, publishedDate: '2024-01-01' },
      ]),
    ).toBe(2);
    expect(
      currentOf([
        { id: 1, publishedDate: '2024-01-01' },
        { id: 2, publishedDate: null },
      ]),
    ).toBe(2);
  });
});
