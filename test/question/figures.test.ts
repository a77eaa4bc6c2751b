/** Words that stand beside a figure and must neither be added to it nor change what is counted. */
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { readQuestion } from '../../src/question/read.ts';
import { five } from './catalogs.ts';

const lexicon = loadLexicon();
const read = (question: string) => readQuestion(question, { catalog: five, today: '2026-11-22', turns: [] }, lexicon);
const asked = (question: string) => {
  const { plan } = read(question);
  return { operation: plan?.operation, measures: [...new Set(plan?.measures.map(({ measure }) => measure))] };
};

describe('one figure', () => {
  it.each([
    '盐池县科技局2023年一共拒绝公开了多少件申请',
    '盐池县科技局2023年拒绝予以公开的有几件',
    'how many requests were not disclosed by Yanchi in 2023',
  ])('%s: refused, and nothing that was disclosed', (question) => {
    const { measures } = asked(question);
    expect(measures.length).toBeGreaterThan(0);
    expect(measures.filter((id) => !id.startsWith('applications.refused.'))).toEqual([]);
  });

  it.each([
    '盐池县科技局2023年答复无法提供的一共多少件',
    'In how many cases was the Yanchi S&T bureau unable to provide the information in 2023?',
  ])('%s: how it came out, looked up', (question) => {
    const { operation, measures } = asked(question);
    expect(operation).toBe('lookup');
    expect(measures.filter((id) => !id.startsWith('applications.unavailable.'))).toEqual([]);
  });

  it('what was received is broken down by applicant, not by outcome', () => {
    expect(asked('Breakdown by applicant type of the requests Ankang received in 2020').measures).toEqual([
      'applications.received',
    ]);
  });

  it('what is in force by a year is of that year', () => {
    expect(read('截至2023年盐池县科技局还有几件现行有效的规范性文件').plan?.scope.years).toEqual([2023]);
    expect(read('截至2020年盐池县科技局一共收到几件申请').plan?.scope.years).toEqual([2019, 2020]);
  });
});

describe('who discloses most or least', () => {
  it.each(['2022年哪个单位公开的最少', '2022年谁公开得最多', 'which agency disclosed the least in 2022'])(
    '%s: how many requests, or how large a part of them',
    (question) => {
      const { status, choices } = read(question);
      expect(status).toBe('clarify');
      const plans = choices.map((choice) => read(choice.question).plan);
      expect(plans.map((plan) => plan?.operation)).toEqual(['rank', 'rank']);
      expect(plans.map((plan) => plan?.rate)).toEqual([null, 'disclosure']);
    },
  );

  it.each(['2022年予以公开最少的单位', 'which agency disclosed the most requests in 2022'])('%s: said', (question) => {
    expect(read(question).status).toBe('plan');
  });
});
