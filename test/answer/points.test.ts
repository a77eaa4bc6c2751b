import { describe, expect, it } from 'vitest';
import { pointsOf } from '../../src/answer/points.ts';
import { balanced, buildReport } from '../helpers/report-builder.ts';
import { answerOf } from './small-library.ts';

const texts = (paragraphs: readonly string[]) =>
  pointsOf(paragraphs).map(({ points, side }) => [side, ...points.map(({ text }) => text)]);

describe('points that a text counts', () => {
  it('are told apart by their numbers, list by list', () => {
    expect(
      texts([
        '有些内容还不规范。一是更新不及时；二是人员不足。',
        '我们将努力。一是加强培训。二是规范渠道。三是完善制度。',
      ]),
    ).toEqual([
      ['problem', '一是更新不及时；', '二是人员不足。'],
      ['measure', '一是加强培训。', '二是规范渠道。', '三是完善制度。'],
    ]);
  });

  it('belong to the heading above them, which is no point', () => {
    expect(
      texts([
        '（一）存在问题',
        '一是更新不及时；二是人员不足。',
        '（二）改进措施',
        '一是信息及时更新。',
        '拓宽渠道。',
        '二是做好交接。',
      ]),
    ).toEqual([
      ['problem', '一是更新不及时；', '二是人员不足。'],
      ['measure', '一是信息及时更新。\n拓宽渠道。', '二是做好交接。'],
    ]);
  });

  it('are numbered paragraphs where none is counted inside', () => {
    expect(texts(['1.公开信息 15 条。', '2.未收取费用。'])).toEqual([[null, '1.公开信息 15 条。', '2.未收取费用。']]);
    expect(texts(['5月10日参加培训。', '没有分条。', '第二是空的。'])).toEqual([]);
  });
});

const held = [
  buildReport({
    id: '111111111111',
    agency: '盐池县科学技术局',
    year: 2023,
    values: balanced('2021', {}),
    text: {
      5: [
        '（一）存在问题',
        '一是信息更新不及时。二是人员不足。',
        '（二）解决措施',
        '一是加强管理。',
        '二是加强培训。',
        '三是创新形式。',
      ],
    },
  }),
];
const of = (plan: object) => answerOf({ operation: 'section', sections: [5], ...plan }, held);
const shown = async (plan: object) => (await of(plan)).excerpts?.map(({ text }) => text);

describe('a point of a section', () => {
  it('is shown with its place, of the side that was asked for', async () => {
    expect(await shown({ points: { at: 2 } })).toEqual(['二是人员不足。']);
    expect(await shown({ points: { at: -1 }, themeKind: 'measure' })).toEqual(['三是创新形式。']);
    expect((await of({ points: { at: 2 }, themeKind: 'measure' })).excerpts?.[0]?.title).toContain(
      '第 2 条（共 3 条）',
    );
  });

  it('is none where there are fewer, and all of them are counted', async () => {
    expect(await of({ points: { at: 3 }, themeKind: 'problem' })).toMatchObject({ status: 'no-data', rows: [] });
    expect(await of({ points: { at: null }, themeKind: 'measure' })).toMatchObject({ value: 3 });
  });
});
