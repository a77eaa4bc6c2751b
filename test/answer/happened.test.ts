/** When something of the text happened: the days of the sentences that tell of it, each once. */
import { describe, expect, it } from 'vitest';
import { balanced, buildReport } from '../helpers/report-builder.ts';
import { answerOf } from './small-library.ts';

const report = buildReport({
  id: 'aaaaaaaaaaaa',
  agency: '盐池县科学技术局',
  year: 2023,
  values: balanced('2021', {}),
  text: {
    1: [
      '2023年9月7日，邀请群众代表开展了“政府开放日”活动；3月印发通知，要求各科室参加业务培训。',
      '2023年5月10日参加业务培训，11月召开推进会。',
    ],
    6: ['9月7日，组织“政府开放日”活动，25人参加。', '全年召开座谈会2次。'],
  },
});
const when = (topic: string) => answerOf({ operation: 'lookup', topic, dated: true }, [report]);

describe('when something of the text happened', () => {
  it('is the day of its sentence, once where a report tells of it twice', async () => {
    const answer = await when('政府开放日');
    expect(answer).toMatchObject({ status: 'answered', value: null, rows: [{ value: '2023年9月7日', section: 1 }] });
    expect(answer.citations[0]?.quote).toContain('9月7日');
  });

  it('is not the day of a notice about it', async () => {
    expect((await when('业务培训')).rows.map(({ value }) => value)).toEqual(['2023年5月10日']);
  });

  it('is said to be unknown, with the passage, where no sentence has a day', async () => {
    const answer = await when('座谈会');
    expect(answer).toMatchObject({ status: 'no-data', reason: { code: 'noDate' }, rows: [] });
    expect(answer.excerpts[0]?.text).toContain('座谈会');
  });
});
