import { describe, expect, it } from 'vitest';
import { Operation } from '../../src/question/plan.ts';
import { answerOf, codes, type Loose, received } from './small-library.ts';

const yanchi = { agencies: ['盐池县科学技术局'] };

describe('sections and search', () => {
  it('shows a section whole, with its place', async () => {
    const answer = await answerOf({ operation: 'section', scope: yanchi, sections: [5] });
    expect(answer.excerpts[0]?.text).toBe('（一）存在问题\n一是更新不及时。\n（二）加强业务培训\n组织干部培训2次。');
    expect(answer.text).toContain(answer.excerpts[0]?.text);
    expect(answer.citations[0]).toMatchObject({ section: 5, line: 5001 });
  });

  it('shows the part that treats a topic, with what stands under its heading', async () => {
    const answer = await answerOf({ operation: 'section', scope: yanchi, topic: '业务培训' });
    expect(answer.excerpts.map((each) => each.text)).toEqual(['（二）加强业务培训\n组织干部培训2次。']);
  });

  it('shows what is to be done about a matter where the report has that apart, and all of it where no measure names the matter', async () => {
    const { reports } = await import('./small-library.ts');
    const paragraphs = [
      '(一) 存在问题',
      '一是公众号更新不及时。二是解读形式单一。',
      '(二) 解决措施',
      '一是加强日常管理，每周推送动态。',
      '二是综合选用图文丰富解读形式。',
    ].map((text, index) => ({
      ...reports[0]!.sections[0]!.paragraphs[0]!,
      text,
      lines: [6000 + index, 6000 + index] as [number, number],
    }));
    const section = { ...reports[0]!.sections.find(({ number }) => number === 5)!, paragraphs };
    const report = { ...reports[0]!, sections: [section] };
    const plan: Loose = { operation: 'section', scope: yanchi, sections: [5], themeKind: 'measure' };
    const texts = async (topic: string) =>
      (await answerOf({ ...plan, topic }, [report])).excerpts.map(({ text }) => text);
    expect(await texts('解读形式')).toEqual(['二是综合选用图文丰富解读形式。']);
    expect(await texts('公众号更新')).toEqual([
      paragraphs
        .slice(2)
        .map(({ text }) => text)
        .join('\n'),
    ]);
    expect(await texts('火星移民')).toEqual([]);
  });

  it('says that a section is missing, and what the report has', async () => {
    const { reports } = await import('./small-library.ts');
    const report = { ...reports[0]!, sections: reports[0]!.sections.filter((each) => each.number !== 5) };
    const answer = await answerOf({ operation: 'section', sections: [5] }, [report]);
    expect(answer).toMatchObject({ status: 'no-data', reason: { code: 'sectionMissing' } });
    expect(answer.reason?.text.zh).toContain('总体情况');
  });

  it('finds passages, and says none where there is none', async () => {
    const found = await answerOf({ operation: 'search', topic: '业务培训' });
    expect(found.rows).toMatchObject([{ report: 'aaaaaaaaaaaa', section: 5, line: 5003 }]);
    expect(await answerOf({ operation: 'search', topic: '火星移民' })).toMatchObject({ status: 'nothing-found' });
  });

  it('finds where the one stands and the other does not, and each of two in different passages', async () => {
    const only = await answerOf({ operation: 'search', topic: '业务培训', lacking: '火星移民' });
    expect(only).toMatchObject({ status: 'answered', rows: [{ report: 'aaaaaaaaaaaa' }] });
    expect(only.text).toContain('没有提到“火星移民”');
    const none = await answerOf({ operation: 'search', topic: '业务培训', lacking: '更新不及时' });
    expect(none).toMatchObject({ status: 'nothing-found', reason: { code: 'none' } });
    const both = await answerOf({ operation: 'search', topic: '业务培训 未收到', each: ['业务培训', '未收到'] });
    expect(both.rows.map((row) => row.section)).toEqual(expect.arrayContaining([5, 6]));
  });

  it('takes the first year in which something is mentioned', async () => {
    const first = await answerOf({ operation: 'search', topic: '业务培训', occurring: 'first' });
    expect(first.rows).toMatchObject([{ year: 2023 }]);
    expect(first.text).toContain('最早见于 2023 年');
  });

  it('never leaves out an English word that stands for none of the text', async () => {
    const answer = await answerOf({ operation: 'search', topic: 'glorps' });
    expect(answer).toMatchObject({ status: 'no-data', rows: [], reason: { code: 'unknownWords' } });
    expect(answer.reason?.text.en).toContain('glorps');
  });

  it('names the themes of section five with their sentences', async () => {
    const answer = await answerOf({ operation: 'themes', scope: yanchi });
    expect(answer.rows.map((row) => row.theme)).toContain('timeliness');
    expect(answer.citations.map((each) => each.quote)).toContain('一是更新不及时。');
  });
});

describe('audit, metadata, library, definition, help', () => {
  it('lists findings, and says that nothing was found', async () => {
    const answer = await answerOf({ operation: 'audit', audit: { rules: ['text'] } });
    expect(answer).toMatchObject({ status: 'answered', value: 1, rows: [{ rule: 'text.table3', severity: 'error' }] });
    const none = await answerOf({ operation: 'audit', audit: { rules: ['t4'] } });
    expect(none).toMatchObject({ status: 'nothing-found', base: { reports: 6 } });
  });

  it('knows whether a report was on time', async () => {
    const answer = await answerOf({ operation: 'metadata', scope: yanchi, metadata: ['publishedDate', 'onTime'] });
    expect(answer.rows.map((row) => row.value)).toEqual(['2024-01-20', '按时']);
    const none = await answerOf({ operation: 'metadata', scope: yanchi, metadata: ['phone'] });
    expect(none).toMatchObject({ status: 'no-data', reason: { code: 'notStated' } });
  });

  it('tells what is held and what is missing', async () => {
    const held = await answerOf({ operation: 'library' });
    expect(held).toMatchObject({ value: 6 });
    const years = await answerOf({ operation: 'library', library: 'years' });
    expect(years.rows.map((row) => [row.year, row.value])).toEqual([
      [2020, 4],
      [2021, 1],
      [2023, 1],
    ]);
    expect(await answerOf({ operation: 'library', library: 'missing' })).toMatchObject({ status: 'nothing-found' });
    const lacking = await answerOf({ operation: 'library', library: 'missing', scope: { years: [2023] } });
    expect(lacking.rows.map(({ agency }) => agency)).not.toContain('盐池县科学技术局');
    expect(lacking.rows).toContainEqual(expect.objectContaining({ agency: '安康市财政局', year: 2023 }));
    expect(await answerOf({ operation: 'library', library: 'failures' })).toMatchObject({ status: 'nothing-found' });
  });

  it('explains a term with its source, and gives examples that name what is held', async () => {
    const deadline = await answerOf({ operation: 'definition', term: 'deadline' });
    expect(deadline.body?.zh).toMatch(/1月31日.*\n依据/s);
    const help = await answerOf({ operation: 'help', language: 'en' });
    expect(help.suggestions.length).toBeGreaterThan(2);
    expect(help.text).toContain('Ankang');
  });

  it('answers every operation over an empty library without failing', async () => {
    for (const operation of Operation.options) {
      const answer = await answerOf({ operation, measures: [received], topic: '培训' }, []);
      expect(answer.value).toBeNull();
    }
  });
});

describe('every number of a text has a source', () => {
  const plans: Loose[] = [
    { operation: 'lookup', scope: yanchi, measures: [received] },
    { operation: 'list', conditions: [{ ...received, comparison: 'gt', value: 2 }] },
    { operation: 'count', conditions: [{ ...received, comparison: 'le', value: 5 }] },
    { operation: 'sum', measures: [received] },
    { operation: 'average', measures: [received] },
    { operation: 'rank', measures: [received], order: { direction: 'desc', limit: 3 } },
    { operation: 'rate', rate: 'refusal' },
    { operation: 'compare', measures: [received], scope: { years: [2020] } },
    { operation: 'trend', measures: [received], scope: { agencies: ['安康市科学技术局'] } },
    { operation: 'change', measures: [received], scope: { agencies: ['安康市科学技术局'] } },
    { operation: 'section', scope: yanchi, sections: [5] },
    { operation: 'audit' },
  ];

  it.each(
    plans.flatMap((plan) => [
      { ...plan, language: 'zh' as const },
      { ...plan, language: 'en' as const },
    ]),
  )('$operation in $language', async (plan) => {
    const answer = await answerOf(plan);
    const carried = JSON.stringify([
      answer.rows,
      answer.value,
      answer.citations,
      answer.warnings,
      answer.base,
      answer.excerpts,
      answer.plan,
    ]);
    const known = new Set(
      (carried.match(/\d+(?:\.\d+)?/g) ?? []).flatMap((each) => [each, String(Number(Number(each).toFixed(2)))]),
    );
    const allowed = new Set([
      String(answer.rows.length),
      String((answer.base?.reports ?? 0) - (answer.base?.unknown.length ?? 0)),
      String(answer.base?.unknown.length ?? 0),
      // What a mean was taken of.
      String(answer.rows.reduce((sum, { value }) => sum + (typeof value === 'number' ? value : 0), 0)),
      '1',
      '2',
      '3',
    ]);
    const body = answer.text.replace(/^\[\d+\]/gm, '').replace(/^\d+\. /gm, '');
    const strays = (body.match(/\d+(?:\.\d+)?/g) ?? []).filter((each) => !known.has(each) && !allowed.has(each));
    expect(strays).toEqual([]);
    expect(answer.citations.length).toBeLessThanOrEqual(20);
  });

  it('says its base in lists, counts and sums', async () => {
    const sum = await answerOf({ operation: 'sum', measures: [received], scope: { years: [2020] }, language: 'en' });
    expect(sum.text).toContain('3 reports held for 2020');
    expect(codes(sum)).toContain('consolidated');
  });
});

describe('figures of the text of several agencies', () => {
  it('names the agency that states none, and gives no single value', async () => {
    const plan: Loose = {
      operation: 'lookup',
      scope: { agencies: ['盐池县科学技术局', '安康市科学技术局'] },
      statement: { subject: '微信公众号', unit: '条' },
      language: 'zh',
    };
    const answer = await answerOf(plan);
    expect(answer.rows.map(({ agency }) => agency)).toEqual(['盐池县科学技术局']);
    expect(answer.value).toBeNull();
    expect(codes(answer)).toContain('noStatement');
    expect(answer.text).toContain('安康市科学技术局');
  });
});
