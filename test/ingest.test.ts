import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ingest } from '../src/ingest.ts';
import { loadLexicon } from '../src/lexicon/load.ts';
import { openStore } from '../src/store/embedded/open.ts';
import type { Store } from '../src/store/store.ts';
import { madeReport } from './helpers/made-reports.ts';

const lexicon = loadLexicon();
const now = () => '2026-11-22T09:00:00+08:00';

describe('ingestion', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nianbao-test-'));
    store = await openStore({ path: join(folder, 'library.db'), lexicon });
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const take = (paths: readonly string[], into: Store = store) => ingest(paths, { store: into, lexicon, now });
  const write = async (name: string, text: string) => {
    const path = join(folder, 'in', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    return path;
  };
  const heads = () => store.heads({ versions: 'all' });

  it('walks folders in folders in order, passes over links and hidden names inside them, follows a link that is named', async () => {
    await write('b/deep/1.txt', madeReport(0).text);
    await write('a.txt', madeReport(1).text);
    await write('.hidden.txt', madeReport(2).text);
    const elsewhere = join(folder, 'elsewhere.txt');
    await writeFile(elsewhere, madeReport(3).text);
    await symlink(elsewhere, join(folder, 'in', 'link.txt'));
    await symlink(join(folder, 'in'), join(folder, 'in', 'circle'));
    const { added, failed } = await take([join(folder, 'in')]);
    expect(added.map(({ file }) => file)).toEqual([join(folder, 'in', 'a.txt'), join(folder, 'in', 'b/deep/1.txt')]);
    expect(failed).toEqual([]);
    expect((await take([join(folder, 'in', 'link.txt')])).added).toHaveLength(1);
  });

  it('keeps one file under two names once, and the same folder again not at all', async () => {
    const path = await write('a.txt', madeReport(0).text);
    await copyFile(path, join(folder, 'in', 'copy.txt'));
    const first = await take([join(folder, 'in'), path]);
    expect([first.added.length, first.unchanged]).toEqual([1, 1]);
    const again = await take([join(folder, 'in')]);
    expect([again.added.length, again.updated.length, again.unchanged]).toEqual([0, 0, 2]);
    expect(await heads()).toHaveLength(1);
  });

  it('is not stopped by files that cannot be read, remembers them, and forgets them once they can', async () => {
    const bad = await write('bad.txt', '一则没有报告的新闻。');
    await write('good.txt', madeReport(0).text);
    await symlink(join(folder, 'nowhere'), join(folder, 'broken.txt'));
    const result = await take([join(folder, 'in'), join(folder, 'absent'), join(folder, 'broken.txt')]);
    expect(result.added).toHaveLength(1);
    expect(result.failed.map(({ code }) => code).sort()).toEqual(['input.missing', 'input.missing', 'report.none']);
    expect((await store.failures()).map(({ file }) => file)).toContain(bad);
    await writeFile(bad, madeReport(1).text);
    await take([bad]);
    expect((await store.failures()).map(({ file }) => file)).not.toContain(bad);
  });

  it('reads many files as it reads few', async () => {
    for (let index = 0; index < 24; index++) await write(`${index}.txt`, madeReport(index).text);
    await write('24.txt', '不是报告');
    const { added, failed } = await take([join(folder, 'in')]);
    expect([added.length, failed.length]).toEqual([24, 1]);
    expect(added.map(({ file }) => file)).toEqual(added.map(({ file }) => file).toSorted());
  });

  it('takes a corrected report as the current one of its agency and year', async () => {
    const { text, agency, year } = madeReport(0);
    const first = await take([await write('a.txt', text)]);
    const corrected = await take([await write('b.txt', `${text}\n更正说明：本报告已更正。\n`)]);
    expect(corrected.updated).toMatchObject([{ agency, year }]);
    const [old] = first.added;
    const all = (await heads()).map(({ report, version, current }) => ({ report, version, current }));
    expect(all).toEqual([
      { report: old?.report, version: 1, current: false },
      { report: corrected.updated[0]?.report, version: 2, current: true },
    ]);
  });

  it('says of each file of a folder what it is', async () => {
    const { text, agency, year } = madeReport(0);
    const corrected = text.replace('2020年1月16日', '2020年3月2日');
    expect(corrected).not.toBe(text);
    const other = agency.replace('科学技术局', '科技局');
    const clinic = (name: string, index: number) =>
      madeReport(index).text.replaceAll(agency, agency.replace('科学技术局', name));
    await write('1.txt', text);
    await write('2-corrected.txt', corrected);
    await write('3-copy.txt', text);
    await write('4-broken.docx', 'PK\u0003\u0004broken');
    await write('5-news.txt', '一则没有报告的新闻。');
    await write('6-renamed.txt', madeReport(1).text.replaceAll(agency, other));
    await write('7-before.txt', clinic('卫生和计划生育局', 2));
    await write('8-after.txt', clinic('卫生健康委员会', 3));
    const result = await take([join(folder, 'in')]);
    const kinds = (name: string) =>
      [...result.added, ...result.updated]
        .find(({ file }) => file.endsWith(name))
        ?.notes?.map(({ kind }) => kind)
        .toSorted();
    expect(result.updated).toMatchObject([{ agency, year }]);
    expect(kinds('2-corrected.txt')).toEqual(['corrected', 'variant']);
    expect(kinds('6-renamed.txt')).toEqual(['variant']);
    expect(kinds('7-before.txt')).toEqual(['predecessor']);
    expect(kinds('8-after.txt')).toEqual(['successor']);
    const name = (file: string) => file.split('/').at(-1);
    expect(result.duplicates?.map(({ file, of }) => [name(file), name(of)])).toEqual([['3-copy.txt', '1.txt']]);
    expect(result.failed.map(({ file, code }) => [name(file), code])).toEqual([
      ['4-broken.docx', 'input.damaged'],
      ['5-news.txt', 'report.none'],
    ]);
    // The predecessor's reports stay its own.
    const keys = (await heads()).map(({ agencyKey }) => agencyKey);
    expect(new Set(keys).size).toBe(3);
    // A version that was published before the current one is said to be so, and the same folder again is nothing new.
    const late = await write('9-older.txt', text.replace('2020年1月16日', '2020年1月2日'));
    expect((await take([late])).updated[0]?.notes?.map(({ kind }) => kind)).toContain('older');
    const again = await take([join(folder, 'in')]);
    expect([again.unchanged, again.duplicates?.length, again.failed.length]).toEqual([7, 1, 2]);
  });

  it('leaves out what was taken out where it is told to, as the inbox does, and takes it in again where it is named', async () => {
    const path = await write('a.txt', madeReport(0).text);
    const [first] = (await take([path])).added;
    expect(await store.removed(first!.report)).toBe(false);
    await store.remove(first!.report, { reason: '已撤回', by: 'tester', at: now() });
    expect(await store.removed(first!.report)).toBe(true);
    const watched = await ingest([path], { store, lexicon, now, notRemoved: true });
    expect([watched.added.length, watched.unchanged]).toEqual([0, 1]);
    expect((await take([path])).added).toHaveLength(1);
    expect(await store.removed(first!.report)).toBe(false);
  });

  it('keeps the later publication current, whichever arrives first', async () => {
    const dated = (day: number) => `发布时间：2020年01月${day}日\n\n${madeReport(0).text}`;
    const late = await take([await write('late.txt', dated(28))]);
    await take([await write('early.txt', dated(11))]);
    expect((await store.heads()).map(({ report }) => report)).toEqual([late.added[0]?.report]);
  });

  it('knows an agency under its new name', async () => {
    const { text, agency } = madeReport(0);
    const abbreviated = agency.replace('科学技术局', '科技局');
    expect(abbreviated).not.toBe(agency);
    await take([await write('a.txt', text)]);
    await take([await write('b.txt', madeReport(1).text.replaceAll(agency, abbreviated))]);
    expect(new Set((await heads()).map(({ agencyKey }) => agencyKey)).size).toBe(1);
  });

  it('by two at once keeps each report once', async () => {
    for (let index = 0; index < 12; index++) await write(`${index}.txt`, madeReport(index).text);
    const other = await openStore({ path: join(folder, 'library.db'), lexicon });
    const [one, two] = await Promise.all([take([join(folder, 'in')]), take([join(folder, 'in')], other)]);
    await other.close();
    expect(one.added.length + two.added.length).toBe(12);
    expect(one.unchanged + two.unchanged).toBe(12);
    expect([...one.failed, ...two.failed]).toEqual([]);
    expect(await heads()).toHaveLength(12);
    expect(await store.check()).toBeNull();
    expect(await store.unaudited()).toBeNull();
  });
});
