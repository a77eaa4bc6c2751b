/** What every engine of the library must do. Run by one test file an engine. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';
import type { Finding, Report, Section } from '../../src/report/report.ts';
import { matches } from '../../src/store/matches.ts';
import type { PutInput, ReportFilter, Store } from '../../src/store/store.ts';
import { buildReport } from '../helpers/report-builder.ts';

export interface Engine {
  readonly name: string;
  open(): Promise<Store>;
  /** Opens the same library a second time, as another process would; null where the engine keeps nothing. */
  again: (() => Promise<Store>) | null;
  drop(): Promise<void>;
}

const lexicon = loadLexicon();
const at = '2026-11-22T09:00:00+08:00';

/** A section whose paragraphs stand on lines of their own. */
function section(number: number, title: string, paragraphs: readonly string[], from: number): Section {
  return {
    number,
    title,
    text: paragraphs.join('\n'),
    lines: [from, from + paragraphs.length],
    paragraphs: paragraphs.map((text, i) => ({
      text,
      lines: [from + 1 + i, from + 1 + i],
      page: null,
      place: null,
      tabular: false,
    })),
  };
}

export interface Sample {
  readonly id: string;
  readonly agency?: string | null;
  readonly year?: number | null;
  readonly published?: string | null;
  readonly paragraphs?: readonly string[];
  readonly findings?: readonly Finding[];
  readonly file?: string;
  readonly at?: string;
}

/** What `put` takes, for a report with the given paragraphs in section one. */
export function sample({
  id,
  agency = '盐池县科技局',
  year = 2023,
  published,
  paragraphs = ['情况如下。'],
  findings = [],
  file,
  at: when = at,
}: Sample): PutInput {
  const name = agency === null ? null : lexicon.agency(agency);
  const built = buildReport({ id, agency, year, ...(published === undefined ? {} : { publishedDate: published }) });
  const report: Report = {
    ...built,
    file: file ?? `${id}.txt`,
    region: name?.region ?? { province: null, city: null, county: null },
    sections: [section(1, '总体情况', paragraphs, 1)],
    findings: [...findings],
  };
  const text = ['一、总体情况', ...paragraphs].join('\n');
  return {
    report,
    bytes: new TextEncoder().encode(text),
    text,
    agencyKey: name?.key ?? null,
    kind: name?.kind ?? null,
    at: when,
  };
}

const finding = (id: string, rule = 't3.balance'): Finding => ({
  id,
  rule,
  severity: 'error',
  message: { zh: '不平', en: 'does not balance' },
  evidence: [{ line: 3, page: null, quote: '1' }],
  concerns: ['applications.received'],
});

export function storeContract(engine: Engine): void {
  describe(`${engine.name} as a library`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await engine.open();
    });
    afterEach(async () => {
      await store.close();
      await engine.drop();
    });

    it('gives back what it was given, and changes nothing for the same file', async () => {
      const input = sample({ id: 'aaaaaaaaaaaa', findings: [finding('f1')] });
      expect((await store.put(input)).outcome).toBe('added');
      const version = await store.version();
      expect(await store.report('aaaaaaaaaaaa')).toEqual(input.report);
      expect(await store.text('aaaaaaaaaaaa')).toBe(input.text);
      expect(await store.bytes('aaaaaaaaaaaa')).toEqual(input.bytes);
      expect((await store.put(input)).outcome).toBe('unchanged');
      expect(await store.version()).toBe(version);
      expect(await store.report('nothing')).toBeNull();
      expect(await store.check()).toBeNull();
    });

    it('keeps versions of an agency and year under one key, and says which is current', async () => {
      await store.put(sample({ id: 'a1', published: '2024-01-20' }));
      const updated = await store.put(sample({ id: 'a2', agency: '盐池县科学技术局', published: '2024-03-01' }));
      expect(updated.outcome).toBe('updated');
      // Published before the one that is held: kept, but not current.
      const older = await store.put(sample({ id: 'a3', published: '2023-12-01' }));
      expect([older.head.version, older.head.current]).toEqual([3, false]);
      expect((await store.heads()).map(({ report }) => report)).toEqual(['a2']);
      expect((await store.heads({ versions: 'all' })).map(({ report, current }) => [report, current])).toEqual([
        ['a1', false],
        ['a2', true],
        ['a3', false],
      ]);
      await store.remove('a2', { reason: '撤回', by: 'tester', at });
      expect((await store.heads()).map(({ report }) => report)).toEqual(['a1']);
      // Without a date arrival decides.
      await store.put(sample({ id: 'a4', published: null }));
      expect((await store.heads()).map(({ report }) => report)).toEqual(['a4']);
    });

    it('keeps reports that name no agency, each for itself', async () => {
      expect((await store.put(sample({ id: 'n1', agency: null }))).outcome).toBe('added');
      expect((await store.put(sample({ id: 'n2', agency: null }))).outcome).toBe('added');
      expect((await store.heads()).map(({ agencyKey }) => agencyKey)).toEqual([null, null]);
    });

    it('finds facts by measure, applicant, state and report, with their places', async () => {
      const input = sample({ id: 'a1' });
      const facts = input.report.facts.map((fact, i) =>
        i === 5 ? { ...fact, state: 'blank' as const, value: null, raw: '/' } : fact,
      );
      await store.put({ ...input, report: { ...input.report, facts } });
      await store.put(sample({ id: 'b1', agency: '安康市科技局', year: 2020 }));
      const { measure, applicant } = facts[5]!;
      const [blank, ...others] = await store.facts({ measures: [measure], applicants: [applicant], states: ['blank'] });
      expect([blank, others]).toEqual([{ ...facts[5], report: 'a1' }, []]);
      expect(await store.facts({ reports: ['a1'] })).toEqual(facts.map((fact) => ({ ...fact, report: 'a1' })));
      expect(await store.facts({ measures: ['no.such'] })).toEqual([]);
      expect((await store.facts({ years: [2020], measures: [measure] })).every(({ report }) => report === 'b1')).toBe(
        true,
      );
    });

    it('keeps a person’s word when a finding goes and comes back', async () => {
      await store.put(sample({ id: 'a1', findings: [finding('own')] }));
      await store.putFindings([{ report: 'a1', finding: finding('across', 'year.carry') }], ['a1']);
      expect((await store.heads())[0]?.findings).toBe(2);
      const word = { status: 'dismissed' as const, reason: '已核实', by: 'tester', at };
      expect(await store.judge('across', word)).toBe(true);
      expect(await store.judge('none', word)).toBe(false);
      await store.putFindings([], ['a1']);
      expect((await store.findings()).map(({ id }) => id)).toEqual(['own']);
      await store.putFindings([{ report: 'a1', finding: finding('across', 'year.carry') }], ['a1']);
      expect(await store.findings({ statuses: ['dismissed'] })).toEqual([
        { ...finding('across', 'year.carry'), report: 'a1', agency: '盐池县科技局', year: 2023, verdict: word },
      ]);
      expect((await store.findings({ rules: ['t3.balance'] })).map(({ verdict }) => verdict.status)).toEqual(['open']);
      // `report` is what was read: rules across reports are not part of it.
      expect((await store.report('a1'))?.findings.map(({ id }) => id)).toEqual(['own']);
    });

    it('takes a report out of everything', async () => {
      await store.put(
        sample({
          id: 'a1',
          paragraphs: ['举办政府开放日活动，邀请群众代表参观了解科技工作情况。'],
          findings: [finding('own')],
        }),
      );
      expect((await store.search({ text: '开放日', limit: 5 })).total).toBe(1);
      expect(await store.remove('a1', { reason: 'r', by: 'b', at })).toBe(true);
      expect(await store.remove('a1', { reason: 'r', by: 'b', at })).toBe(false);
      expect((await store.search({ text: '开放日', limit: 5 })).total).toBe(0);
      expect([await store.facts({}), await store.findings(), await store.statements({}), await store.heads()]).toEqual([
        [],
        [],
        [],
        [],
      ]);
      expect(await store.check()).toBeNull();
    });

    it('remembers failures until the file is read', async () => {
      const failure = { file: 'a1.txt', code: 'input.empty', zh: '空', en: 'empty', at };
      await store.fail(failure);
      await store.fail({ ...failure, code: 'report.none' });
      expect(await store.failures()).toEqual([{ ...failure, code: 'report.none' }]);
      await store.put(sample({ id: 'a1' }));
      expect(await store.failures()).toEqual([]);
    });

    it('knows events, turns and settings', async () => {
      expect([
        await store.first('e', at),
        await store.first('e', at),
        await store.first('f', '2026-11-24T09:00:00+08:00'),
      ]).toEqual([true, false, true]);
      for (const turn of ['1', '2', '3']) await store.addTurn({ conversation: 'c', turn, at });
      expect((await store.turns('c', 2)).map(({ turn }) => turn)).toEqual(['2', '3']);
      await store.clearTurns('c');
      expect(await store.turns('c', 2)).toEqual([]);
      await store.addTurn({ conversation: 'kept/1', turn: 'old', at: '2026-11-21T23:30:00+08:00' });
      await store.addTurn({ conversation: 'kept/2', turn: 'new', at: '2026-11-21T16:00:00Z' });
      await store.addTurn({ conversation: 'other', turn: 'old', at: '2026-11-01T00:00:00Z' });
      expect(await store.forgetTurns('kept/', '2026-11-21T15:45:00Z')).toBe(1);
      expect(await store.turns('kept/1', 1)).toEqual([]);
      expect([...(await store.turns('kept/2', 1)), ...(await store.turns('other', 1))]).toHaveLength(2);
      await store.set('time', '09:00', { by: 'tester', at });
      expect(await store.setting('time')).toBe('09:00');
      await store.set('time', null, { by: 'tester', at });
      expect(await store.setting('time')).toBeNull();
      const changes = await store.settingChanges('time', 2);
      expect(changes.map(({ after }) => after)[0]).toBeNull();
      expect(changes[0]?.before).toBe('09:00');
    });

    it('changes a setting from what was read only, and logs nothing else', async () => {
      expect(await store.set('next', '1', { by: 'one', at }, null)).toBe(true);
      expect(await store.set('next', '2', { by: 'one', at }, null)).toBe(false);
      expect(await store.set('next', '2', { by: 'two', at }, '1')).toBe(true);
      expect(await store.setting('next')).toBe('2');
      expect((await store.settingChanges('next', 9)).map(({ after }) => after)).toEqual(['2', '1']);
    });

    it('lets one sender have a digest at a time', async () => {
      const run = (await store.digestRun('C1', '2026-11-21T01:00:00Z', '2026-11-22T01:00:00Z', null))!;
      expect(await store.digestRun('C1', 'other', '2026-11-22T09:00:00+08:00', null)).toEqual(run);
      // Another run came since the channel was looked at.
      expect(await store.digestRun('C1', '2026-11-21T01:00:00Z', '2026-11-22T01:00:01Z', null)).toBeNull();
      expect(await store.lastDigest('C1')).toEqual(run);
      expect(await store.digestRun('C3', 'x', '2026-11-22T01:00:00Z', run.id)).toBeNull();
      expect(await store.claimDigest(run.id, 'one', '2026-11-22T01:00:00Z', '2026-11-22T01:05:00Z')).toBe(true);
      expect(await store.claimDigest(run.id, 'two', '2026-11-22T01:01:00Z', '2026-11-22T01:06:00Z')).toBe(false);
      expect(await store.claimDigest(run.id, 'two', '2026-11-22T01:05:00Z', '2026-11-22T01:10:00Z')).toBe(true);
      await store.finishDigest(run.id, '123.456');
      expect(await store.claimDigest(run.id, 'one', '2026-11-23T01:00:00Z', '2026-11-23T02:00:00Z')).toBe(false);
      expect(await store.lastDigest('C1')).toMatchObject({ state: 'sent', message: '123.456' });
      expect(await store.lastDigest('C2')).toBeNull();
    });

    it('filters as an array does', async () => {
      const samples: Sample[] = [
        { id: 'a1', year: 2020, at: '2026-01-01T00:00:00+08:00' },
        { id: 'a2', year: 2023, at: '2026-01-02T00:00:00+08:00' },
        { id: 'a3', year: 2023, agency: '盐池县科学技术局', at: '2026-01-02T00:00:00Z' },
        { id: 'b1', agency: '安康市科技局', year: 2020 },
        { id: 'c1', agency: '上海市科委', year: 2021 },
        { id: 'd1', agency: '淮安市洪泽区人民政府', year: null },
        { id: 'e1', agency: null, year: 2020 },
      ];
      for (const each of samples)
        await store.put(sample({ ...each, paragraphs: [`举办政府开放日活动，第${each.id}号，邀请群众代表参观。`] }));
      const all = await store.heads({ versions: 'all' });
      expect(all).toHaveLength(samples.length);
      const some = <T>(values: readonly T[]) => fc.option(fc.subarray([...values]), { nil: undefined });
      const times = ['2026-01-01T00:00:00+08:00', '2026-01-02T00:00:00+08:00', '2026-01-01T17:00:00Z', at];
      const filters = fc.record({
        reports: some(['a1', 'a2', 'b1', 'zz']),
        agencies: some(['盐池县科学技术局', '上海市科学技术委员会']),
        kinds: some(['science', 'government']),
        years: some([2020, 2021, 2023]),
        forms: some(['2019', '2021'] as const),
        regions: some([
          { province: '宁夏回族自治区', city: null, county: null },
          { province: null, city: '安康市', county: null },
          { province: '江苏省', city: null, county: '洪泽区' },
          { province: null, city: null, county: null },
        ]),
        versions: fc.constantFrom('current' as const, 'all' as const, undefined),
        ingestedSince: fc.constantFrom(...times, undefined),
        ingestedUntil: fc.constantFrom(...times, undefined),
      });
      await fc.assert(
        fc.asyncProperty(filters, async (raw) => {
          const filter = Object.fromEntries(
            Object.entries(raw).filter(([, value]) => value !== undefined),
          ) as ReportFilter;
          const expected = all.filter(matches(filter)).map(({ report }) => report);
          expect((await store.heads(filter)).map(({ report }) => report)).toEqual(expected);
          const facts = await store.facts({ ...filter, measures: ['applications.received'], applicants: ['total'] });
          expect(facts.map(({ report }) => report).sort()).toEqual([...expected].sort());
          const { total, hits } = await store.search({ ...filter, text: '开放日', limit: 50 });
          expect(total).toBe(expected.length);
          expect(hits.reduce((sum, { similar }) => sum + similar + 1, 0)).toBe(expected.length);
          const whole = await store.search({ ...filter, text: '开放日', limit: 2, every: true });
          expect(whole.total).toBe(expected.length);
          expect(whole.hits.length).toBe(Math.min(2, expected.length));
          expect([...whole.hits, ...whole.rest!].map(({ report }) => report).sort()).toEqual([...expected].sort());
        }),
        { numRuns: 60 },
      );
    });

    it.skipIf(engine.again === null)('is seen by another process as soon as it changes', async () => {
      const other = await engine.again!();
      expect((await other.search({ text: '开放日', limit: 5 })).total).toBe(0);
      await store.put(sample({ id: 'a1', paragraphs: ['举办政府开放日活动，邀请群众代表参观了解科技工作情况。'] }));
      expect((await other.search({ text: '开放日', limit: 5 })).total).toBe(1);
      expect(await other.version()).toBe(await store.version());
      await other.remove('a1', { reason: 'r', by: 'b', at });
      expect((await store.search({ text: '开放日', limit: 5 })).total).toBe(0);
      await Promise.all(
        ['p', 'q', 'r', 's'].map((id, i) => (i % 2 ? store : other).put(sample({ id, year: 2019 + i }))),
      );
      expect(await store.heads()).toHaveLength(4);
      await other.close();
    });
  });
}
