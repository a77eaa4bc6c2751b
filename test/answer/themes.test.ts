import { describe, expect, it } from 'vitest';
import { balanced, buildReport } from '../helpers/report-builder.ts';
import { answerOf } from './small-library.ts';

const saying = (id: string, year: number, five: readonly string[], agency = '盐池县科学技术局') =>
  buildReport({ id, agency, year, values: balanced('2021', {}), text: { 5: [...five] } });

const held = [
  saying('111111111111', 2021, ['一是信息更新不及时。', '二是人员不足。', '下一步，加强业务培训。']),
  saying('222222222222', 2021, ['主要是更新不及时。'], '彭阳县科学技术局'),
  saying('333333333333', 2022, ['目前人员不足。', '培训还不够。']),
  saying('444444444444', 2022, ['目前人手不足。'], '彭阳县科学技术局'),
];
const of = (plan: object) => answerOf({ operation: 'themes', sections: [5], ...plan }, held);

describe('themes of each year', () => {
  it('are counted apart, with how many reports there are of each', async () => {
    const answer = await of({ themeKind: 'problem', groupBy: 'year', order: { direction: 'desc', limit: 1 } });
    expect(answer.rows).toMatchObject([
      { year: 2021, theme: 'timeliness', value: 2, n: 2 },
      { year: 2022, theme: 'staff', value: 2, n: 2 },
    ]);
  });

  it('say how many of each year name the one that is asked for', async () => {
    const answer = await of({ themes: ['staff'], groupBy: 'year' });
    expect(answer.rows.map(({ year, value, n }) => [year, value, n])).toEqual([
      [2021, 1, 2],
      [2022, 2, 2],
    ]);
    const most = await of({ themes: ['staff'], groupBy: 'year', order: { direction: 'desc', limit: 1 } });
    expect(most.rows).toMatchObject([{ year: 2022, value: 2 }]);
  });

  it('take as many as are asked for, and those that equal the last', async () => {
    const answer = await of({ themeKind: 'problem', order: { direction: 'desc', limit: 1 } });
    expect(answer.rows).toMatchObject([{ theme: 'staff', value: 3 }]);
  });
});

describe('what section five says of a topic', () => {
  it('is told by side: as a problem, or as what is planned', async () => {
    const reports = async (plan: object) => (await of({ topic: '培训', ...plan })).rows.map(({ report }) => report);
    expect(await reports({ themeKind: 'problem' })).toEqual(['333333333333']);
    expect(await reports({ themeKind: 'measure' })).toEqual(['111111111111']);
    expect((await reports({})).sort()).toEqual(['111111111111', '333333333333']);
  });

  it('is nothing where none treats it', async () => {
    expect(await of({ topic: '网站建设' })).toMatchObject({ status: 'nothing-found', rows: [] });
  });
});

describe('which reports write of measures at all', () => {
  const reports = ({ rows }: { rows: readonly { report: unknown }[] }) => rows.map(({ report }) => report);

  it('is shown by the first sentence that does', async () => {
    const answer = await of({ themeKind: 'measure', having: 'with' });
    expect(reports(answer)).toEqual(['111111111111']);
    expect(answer.excerpts).toMatchObject([{ text: '下一步，加强业务培训。', citation: { section: 5 } }]);
  });

  it('is of the themes that are named, where some are', async () => {
    expect(reports(await of({ themes: ['timeliness'], having: 'with' })).sort()).toEqual([
      '111111111111',
      '222222222222',
    ]);
    expect(reports(await of({ themes: ['timeliness'], having: 'without' })).sort()).toEqual([
      '333333333333',
      '444444444444',
    ]);
  });

  it('leaves those that the contrary question names', async () => {
    const answer = await of({ themeKind: 'measure', having: 'without' });
    expect(reports(answer).sort()).toEqual(['222222222222', '333333333333', '444444444444']);
  });
});

describe('what bodies that are named have in common', () => {
  it('are the themes that every one of them names', async () => {
    const answer = await of({ themeKind: 'problem', shared: true, scope: { years: [2021] } });
    expect(answer.rows).toMatchObject([{ theme: 'timeliness', value: 2 }]);
    expect(answer.excerpts?.map(({ text }) => text).sort()).toEqual(['一是信息更新不及时。', '主要是更新不及时。']);
  });

  it('is nothing where each names others, and no question of one report', async () => {
    expect(await of({ themeKind: 'problem', shared: true })).toMatchObject({ status: 'nothing-found', rows: [] });
    const scope = { agencies: ['盐池县科学技术局'], years: [2021] };
    expect(await of({ shared: true, scope })).toMatchObject({ status: 'no-data', rows: [] });
  });
});
