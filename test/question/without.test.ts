/** Ordinary words are left out of a question, and said; a word that restricts never is. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { readQuestion } from '../../src/question/read.ts';
import { five } from './catalogs.ts';

const lexicon = loadLexicon();
const read = (question: string) => readQuestion(question, { catalog: five, today: '2026-11-22', turns: [] }, lexicon);
const { plain, rules, measureWords } = lexicon.words;
/** Words that restrict, in both languages: 100 and more. */
const restricting = JSON.parse(readFileSync(new URL('restricting.json', import.meta.url), 'utf8')) as Record<
  'en' | 'zh',
  string[]
>;

describe('what restricts nothing', () => {
  it.each([
    ['How has the request volume of Ankang been in 2020', 'applications.received'],
    ['请教一下安康科技局2020年收到几件申请', 'applications.received'],
    [
      'Yanchi 2023: requests asking the agency to confirm or re-issue information already obtained',
      'applications.unprocessed.confirmation',
    ],
    ['彭阳县科学技术局2020年跨年没办完的申请几件来着', 'applications.carriedForward'],
    ['安康科技局2020年拿“国家秘密”当理由拒绝了几件', 'applications.refused.stateSecret'],
    ['说实话我不太懂，盐池县科技局2023年最后到底收到几件申请哈', 'applications.received'],
    ["I can't find it, how many requests did Yanchi end up receiving in 2023, by any chance?", 'applications.received'],
  ])('%s', (question, measure) => {
    const { plan } = read(question);
    expect(plan?.measures.map((each) => each.measure)).toContain(measure);
  });

  it('is said to be left out', () => {
    const { plan } = read('frankly which bureau had the highest number of requests');
    expect(plan?.operation).toBe('rank');
    expect(plan?.assumptions).toContainEqual(expect.objectContaining({ slot: 'unused', value: '“frankly”' }));
  });
});

describe('what restricts', () => {
  const base = JSON.stringify(read('how many requests did Yanchi receive in 2023').plan?.measures);

  it('is no ordinary word: comparisons, negations, exclusions, operations, applicants, names of cells', () => {
    const closed = /^(not|except|cmp|op|order|group|by|count|all|state|year|audit|meta|library|version)/;
    const names = [
      ...rules.filter(({ rule }) => closed.test(rule)).flatMap(({ zh, en }) => [...zh, ...en]),
      ...lexicon.applicants.flatMap(({ zhNames, enNames }) => [...zhNames, ...enNames]),
      ...lexicon.kinds.flatMap(({ endings, english }) => [...endings, ...english]),
      ...lexicon.measures.flatMap(({ zhNames }) => zhNames),
    ];
    const known = new Set(
      rules
        .filter(({ rule }) => /^(filler|ask|unit|definition|section|search)/.test(rule))
        .flatMap(({ zh, en }) => [...zh, ...en]),
    );
    expect(names.filter((name) => plain.has(name.toLowerCase()) && !known.has(name))).toEqual([]);
  });

  it('is never dropped before the noun', () => {
    const words = [
      ...'withdrawn urgent online late foreign rural anonymous oral written overdue paid second median female monthly rejected pending median average'.split(
        ' ',
      ),
      ...measureWords
        .filter(({ measures }) => !measures.some((id) => /received|^applications\.\*$/.test(id)))
        .flatMap(({ en }) => en.filter((name) => /^[a-z]+$/.test(name))),
      // Applications are made and issued by those who apply.
    ].filter((word) => !/^(make|makes|made|issue|issues|issued)$/.test(word));
    const dropped = words.filter((word) => {
      const { plan } = read(`how many ${word} requests did Yanchi receive in 2023`);
      return (
        plan?.operation === 'lookup' &&
        plan.statement === null &&
        plan.rate === null &&
        JSON.stringify(plan.measures) === base
      );
    });
    expect(dropped).toEqual([]);
  });

  it('is never dropped in Chinese either', () => {
    const words =
      '撤回的 加急的 网上 书面 逾期 外地 匿名 重大 女性 第一季度 三月份 涉农 教育类 拆迁 部分公开的 不予公开的'.split(
        ' ',
      );
    const dropped = words.filter((word) => {
      const { plan } = read(`盐池县科技局2023年收到几件${word}申请`);
      return plan?.operation === 'lookup' && plan.statement === null && JSON.stringify(plan.measures) === base;
    });
    expect(dropped).toEqual([]);
  });
});

describe('each word that restricts', () => {
  // What is asked, less what was assumed: a word that changes none of it was dropped.
  const asked = (question: string) => {
    const { plan } = read(question);
    if (plan === null) return null;
    const { operation, measures, conditions, scope, statement, rate, topic } = plan;
    return JSON.stringify({ operation, measures, conditions, scope, statement, rate, topic });
  };
  const frames = {
    en: [
      (word: string) => `how many ${word} requests did Yanchi receive in 2023`,
      (word: string) => `how many requests did Yanchi receive in 2023 ${word}`,
      (word: string) => `${word} requests received by Yanchi in 2023`,
    ],
    zh: [
      (word: string) => `盐池县科技局2023年收到几件${word}申请`,
      (word: string) => `盐池县科技局2023年${word}收到几件申请`,
      (word: string) => `盐池县科技局2023年收到的${word}的申请有几件`,
    ],
  };
  for (const language of ['en', 'zh'] as const)
    it(`is no ordinary word and is never left out: ${language}`, () => {
      const left = frames[language].flatMap((frame) => {
        const without = asked(frame('').replace(/\s+/g, ' ').replace('的的', '的').trim());
        expect(without).not.toBeNull();
        return restricting[language].filter((word) => asked(frame(word)) === without).map(frame);
      });
      expect(left).toEqual([]);
      expect(restricting[language].filter((word) => plain.has(word))).toEqual([]);
    });
});

describe('what only the text can answer', () => {
  it.each(['盐池公众号多久没更新', '安康在疫情防控方面公开了什么'])('%s: all words in one passage', (question) => {
    const { plan } = read(question);
    expect(plan).toMatchObject({ operation: 'section', whole: true });
  });

  it.each(['安康科技局书记是谁', 'who is the head of Yanchi', '安康收到的申请的阿巴阿巴'])(
    '%s: is not looked for',
    (question) => {
      expect(read(question).status).not.toBe('plan');
    },
  );
});
