import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChangesOutput } from '../src/commands/changes.ts';
import type { IngestResult } from '../src/ingest.ts';
import { main } from '../src/main.ts';
import { madeReport } from './helpers/made-reports.ts';

describe('nianbao changes', () => {
  let folder: string;
  let ids: { first: string; second: string; only: string };
  const run = async (...args: string[]) => {
    let out = '';
    const output = { out: (text: string) => (out += text), err: () => {}, interactive: false };
    const status = await main([...args, '--data', folder, '--quiet'], output);
    return { status, out };
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nianbao-test-'));
    const { text } = madeReport(0);
    const corrected = text.replaceAll('申请40件', '申请41件').replace('33\t0\t0\t0\t7\t0\t40', '34\t0\t0\t0\t7\t0\t41');
    const taken: string[] = [];
    for (const [name, content] of Object.entries({ a: text, b: corrected, c: madeReport(1).text })) {
      const file = join(folder, `${name}.txt`);
      await writeFile(file, content);
      const { added, updated } = JSON.parse((await run('ingest', file, '--json')).out) as IngestResult;
      taken.push([...added, ...updated][0]?.report ?? '');
    }
    ids = { first: taken[0]!, second: taken[1]!, only: taken[2]! };
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('compares a report with the version before it, whichever of the two is named', async () => {
    for (const id of [ids.first, ids.second]) {
      const found = ChangesOutput.parse(JSON.parse((await run('changes', id, '--json')).out));
      expect([found.before?.report, found.after.report]).toEqual([ids.first, ids.second]);
      expect([found.before?.current, found.after.current]).toEqual([false, true]);
      const cells = found.cells.map(({ applicant, before, after }) => [applicant, before?.value, after?.value]);
      expect(cells).toEqual([
        ['natural', 33, 34],
        ['total', 40, 41],
      ]);
      expect(found.sections.map(({ number }) => number)).toEqual([1]);
    }
  });

  it('says it in both languages, with lines and the rule of which version counts', async () => {
    const zh = (await run('changes', ids.second, '--lang', 'zh')).out;
    for (const part of [
      '更正前',
      '（现行）',
      '发布日期较晚者',
      '40 件（第 43 行） → 41 件',
      '− 全年共收到政府信息公开申请40件。',
    ])
      expect(zh).toContain(part);
    const en = (await run('changes', ids.second, '--lang', 'en')).out;
    for (const part of ['before', '(current)', 'published later', '40 (line 43) → 41']) expect(en).toContain(part);
  });

  it('compares any two reports that are named, and says where there is but one', async () => {
    const two = ChangesOutput.parse(JSON.parse((await run('changes', ids.only, ids.second, '--json')).out));
    expect([two.before?.report, two.after.report]).toEqual([ids.second, ids.only]);
    expect(two.identity.map(({ field }) => field)).toContain('year');
    expect((await run('changes', ids.only, '--lang', 'en')).out).toContain('only one version');
    const alone = ChangesOutput.parse(JSON.parse((await run('changes', ids.only, '--json')).out));
    expect([alone.before, alone.after.report, alone.cells]).toEqual([null, ids.only, []]);
    expect((await run('changes', 'ffffffffffff', '--json')).status).toBe(1);
  });
});
