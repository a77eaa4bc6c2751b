import { describe, expect, it } from 'vitest';
import { buildReport } from '../helpers/report-builder.ts';
import { answerOf, reports, yanchi } from './small-library.ts';

const names = (rows: readonly { agency: string | null }[]) => rows.map(({ agency }) => agency);

describe('reports with or without something', () => {
  const dated = {
    ...buildReport({ id: '999999999999', agency: '彭阳县财政局', year: 2020, values: {} }),
    publishedDate: '2021-01-29',
  };
  const held = [{ ...yanchi, publishedDate: null }, dated];

  it('lists exactly those that do not state it, with their number', async () => {
    const without = await answerOf({ operation: 'metadata', metadata: ['publishedDate'], having: 'without' }, held);
    expect(without).toMatchObject({ status: 'answered', value: 1 });
    expect(names(without.rows)).toEqual(['盐池县科学技术局']);
    const having = await answerOf({ operation: 'metadata', metadata: ['publishedDate'], having: 'with' }, held);
    expect(names(having.rows)).toEqual(['彭阳县财政局']);
    const all = await answerOf({ operation: 'metadata', metadata: ['publishedDate'], having: 'without' }, [dated]);
    expect(all).toMatchObject({ status: 'nothing-found', value: 0 });
  });

  it('lists every report in which no passage holds the words', async () => {
    const silent = await answerOf({ operation: 'search', topic: '培训', having: 'without' });
    expect(names(silent.rows)).not.toContain('盐池县科学技术局');
    expect(silent.value).toBe(reports.length - 1);
    expect(silent.text).toContain('没有提到“培训”');
  });

  it('lists those whose section five names problems and nothing against them', async () => {
    const only = (text: string[]) =>
      buildReport({ id: '888888888888', agency: '彭阳县财政局', year: 2020, values: {}, text: { 5: text } });
    const plan = { operation: 'themes', themeKind: 'measure', having: 'without', sections: [5] } as const;
    const listed = await answerOf({ ...plan, sections: [5] }, [yanchi, only(['存在信息更新不及时的问题。'])]);
    expect(names(listed.rows)).toEqual(['彭阳县财政局']);
    const none = await answerOf({ ...plan, sections: [5] }, [
      only(['存在信息更新不及时的问题。', '下一步将加强培训。']),
    ]);
    expect(none.status).toBe('nothing-found');
  });
});
