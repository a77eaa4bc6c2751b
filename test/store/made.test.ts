/** Search and facts over a library of made-up reports, read as any other file. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDocument } from '../../src/document/open.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { readDocument } from '../../src/reading/reading.ts';
import { openStore } from '../../src/store/embedded/open.ts';
import type { Store } from '../../src/store/store.ts';
import { judge } from '../bench/judge.ts';
import { CLASSES, keyOf, queries } from '../bench/queries.ts';
import { madeReport } from '../helpers/made-reports.ts';

const count = 120;
const tight = (text: string) => text.replace(/\s/g, '');

describe('a library of made-up reports', () => {
  const lexicon = loadLexicon();
  const made = Array.from({ length: count }, (_, at) => madeReport(at));
  const numbers = new Map<string, number>();
  let store: Store;
  beforeAll(async () => {
    store = await openStore({ path: ':memory:', lexicon });
    for (const [at, { file, text }] of made.entries()) {
      const bytes = new TextEncoder().encode(text);
      const report = readDocument(await openDocument(file, bytes), lexicon);
      const { key, kind } = lexicon.agency(report.agency ?? '', report.region);
      await store.put({ report, bytes, text, agencyKey: key, kind, at: '2026-01-01T00:00:00+08:00' });
      numbers.set(report.report, at);
    }
  }, 60_000);
  afterAll(() => store.close());

  const asked = queries(count, 16, lexicon);
  const sentences = (report: string, text: string) => {
    const at = numbers.get(report) as number;
    return made[at]!.said.flatMap(({ sentence }) => (tight(text).includes(tight(sentence)) ? keyOf(at, sentence) : []));
  };

  it.each(CLASSES)('answers what people look for: %s', async (name) => {
    const { mrr, named } = await judge(asked[name], async ({ text }) => {
      const { hits, absent } = await store.search({ text, limit: 10 });
      return { shown: hits.map((hit) => sentences(hit.report, hit.text)), absent };
    });
    expect(mrr).toBeGreaterThanOrEqual(0.9);
    if (named !== null) expect(named).toBe(1);
  });

  it('shows snippets that stand in their files, at their lines, with words that were looked for', async () => {
    for (const { text } of CLASSES.flatMap((name) => asked[name])) {
      const { hits, terms } = await store.search({ text, limit: 10 });
      for (const { report, line, snippet, highlights } of hits) {
        const file = made[numbers.get(report) as number]!.text;
        expect(tight(file)).toContain(tight(snippet));
        const [first] = highlights;
        // A snippet begins on its line.
        const from = file.split('\n').slice((line as number) - 1);
        expect(tight(from.join('\n'))).toContain(tight(snippet));
        if (first) expect(file.split('\n')[(line as number) - 1]).toContain(snippet.slice(...first));
        for (const [start, end] of highlights) expect(terms).toContain(snippet.slice(start, end));
      }
    }
  });

  it('finds under any hints exactly what a scan over the texts finds', async () => {
    const titles = ['一、总体', '二、主动', '三、收到', '四、政府', '五、存在', '六、其他'];
    const scanned = made.flatMap(({ agency, region, year, text }, at) => {
      const from = [...titles.map((title) => text.indexOf(`\n${title}`)), text.length];
      return titles.map((_, i) => ({
        at,
        agency,
        region,
        year,
        section: i + 1,
        text: text.slice(from[i], from[i + 1]),
      }));
    });
    const phrases = [
      '发布政策图解',
      '微信公众号',
      '健全审核制度',
      '信息处理费',
      '制作短视频',
      '压实工作责任',
      '无此一说',
    ];
    const some = made.filter((_, at) => at % 17 === 0);
    const agencies = [...some.map(({ agency }) => agency), ...some.map(({ region }) => region.county), '外星球科技局'];
    const hints = fc.record({
      phrase: fc.constantFrom(...phrases),
      agencies: fc.uniqueArray(fc.constantFrom(...agencies), { maxLength: 2 }),
      years: fc.uniqueArray(fc.integer({ min: 2018, max: 2024 }), { maxLength: 2 }),
      sections: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 2 }),
      chinese: fc.boolean(),
      quoted: fc.boolean(),
    });
    const one = <T>(values: readonly T[], value: T) => values.length === 0 || values.includes(value);
    await fc.assert(
      fc.asyncProperty(hints, async ({ phrase, agencies: bodies, years, sections, chinese, quoted }) => {
        const [body, year, section] = chinese ? ['机构：', '年份：', '章节：'] : ['agency:', 'year:', 'section:'];
        const typed = [
          ...bodies.map((name) => `${body}${name}`),
          ...years.map((value) => `${year}${value}`),
          ...sections.map((value) => `${section}${chinese ? '一二三四五六'.charAt(value - 1) : value}`),
          quoted ? `“${phrase}”` : phrase,
        ];
        const { hits, rest } = await store.search({ text: typed.join(' '), limit: 5, every: true });
        const found = new Set([...hits, ...rest!].map((hit) => `${numbers.get(hit.report)} ${hit.section}`));
        const wanted = scanned.filter(
          (each) =>
            each.text.includes(phrase) &&
            (bodies.length === 0 || bodies.includes(each.agency) || bodies.includes(each.region.county)) &&
            one(years, each.year) &&
            one(sections, each.section),
        );
        expect([...found].sort()).toEqual([...new Set(wanted.map((each) => `${each.at} ${each.section}`))].sort());
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('gives one cell of every report as each report gives it', async () => {
    const facts = await store.facts({ measures: ['applications.received'], applicants: ['total'] });
    expect(facts.map(({ report, value }) => [numbers.get(report), value])).toEqual(
      made.map(({ totals }, at) => [at, totals['applications.received']]),
    );
    for (const { report, line, quote } of facts)
      expect(made[numbers.get(report) as number]!.text.split('\n')[(line as number) - 1]).toContain(quote);
    const [one] = facts;
    const own = (await store.report(one!.report))!.facts;
    expect((await store.facts({ reports: [one!.report] })).map(({ report: _, ...fact }) => fact)).toEqual(own);
    await store.remove(one!.report, { reason: 'test', by: 'test', at: '2026-01-01T00:00:00+08:00' });
    expect(await store.facts({ measures: ['applications.received'], applicants: ['total'] })).toEqual(facts.slice(1));
  });
});
