/** The whole line, from the shipped files to an answer, through the command line: what scripts rely on. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AskResult } from '../src/answer/answer.ts';
import { AuditOutput } from '../src/commands/audit.ts';
import { SearchOutput } from '../src/commands/search.ts';
import { DigestResult } from '../src/digest/digest.ts';
import { IngestResult } from '../src/ingest.ts';
import { main } from '../src/main.ts';
import { Report } from '../src/report/report.ts';

const SHIPPED = join(import.meta.dirname, '../data/reports');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-main-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function run(...args: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const status = await main(args, { out: (text) => (out += text), err: (text) => (err += text), interactive: false });
  process.exitCode = 0;
  return { status, out, err };
}

/** Runs in the library of this test. */
const here = (...args: string[]) => run(...args, '--data', folder);
const json = async (...args: string[]): Promise<unknown> => JSON.parse((await here(...args, '--json')).out);
const ask = async (...args: string[]) => AskResult.parse(await json('ask', ...args));

describe('ingest', () => {
  it('adds the five shipped reports, and changes nothing the second time', async () => {
    const first = IngestResult.parse(await json('ingest', SHIPPED));
    expect(first.added.map((each) => each.agency).toSorted()).toEqual(
      [
        '安康市科技局',
        '彭阳县机关事务服务中心',
        '彭阳县科学技术局',
        '盐池县科学技术局',
        '银川市兴庆区科学技术局',
      ].toSorted(),
    );
    expect(first.failed).toEqual([]);
    const second = IngestResult.parse(await json('ingest', SHIPPED));
    expect(second).toMatchObject({ added: [], updated: [], unchanged: 5, failed: [] });
  });

  it('says of each file that fails what is wrong with it, and loses no other', async () => {
    const noise = join(folder, 'noise.bin');
    const empty = join(folder, 'empty.txt');
    const news = join(folder, 'news.txt');
    writeFileSync(
      noise,
      Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3) * 31) % 256),
    );
    writeFileSync(empty, '');
    writeFileSync(news, '今天上午，县里召开了春季植树动员会，各乡镇参加。\n');
    const { status, out } = await here('ingest', noise, empty, news, join(folder, 'nowhere.txt'), SHIPPED, '--json');
    const result = IngestResult.parse(JSON.parse(out));
    expect(status).toBe(1);
    expect(result.unchanged).toBe(5);
    const codes = Object.fromEntries(result.failed.map((each) => [each.file.split('/').at(-1), each.code]));
    expect(codes).toMatchObject({
      'empty.txt': 'input.empty',
      'news.txt': 'report.none',
      'nowhere.txt': 'input.missing',
    });
    expect(codes['noise.bin']).toMatch(/^(input\.(format|damaged)|report\.none)$/);
  });
});

describe('parse --json', () => {
  it('prints every cell of the form for each of the five', async () => {
    const { status, out } = await run('parse', SHIPPED, '--json');
    expect(status).toBe(0);
    const reports = z.array(Report).parse(JSON.parse(out));
    expect(reports.map((report) => [report.year, report.form, report.facts.length])).toEqual([
      [2020, '2019', 198],
      [2020, '2019', 198],
      [2020, '2019', 198],
      [2023, '2021', 200],
      [2019, '2019', 198],
    ]);
    for (const report of reports) {
      const lines = readFileSync(report.file, 'utf8').split('\n');
      for (const fact of report.facts) {
        if (fact.state !== 'stated' || !fact.certain) expect(fact.value).toBeNull();
        if (fact.quote !== null) expect(lines[(fact.line ?? 0) - 1]).toContain(fact.quote);
      }
    }
  });

  it('gives an element with an error for a file that is not there', async () => {
    const { status, out } = await run('parse', join(folder, 'nowhere.txt'), '--json');
    expect(status).toBe(1);
    const [element] = z.array(Report).parse(JSON.parse(out));
    expect(element?.error?.code).toBe('input.missing');
  });
});

describe('ask --json', () => {
  it('names 安康市科技局 with 1, and no other, for applications in 2020', async () => {
    for (const question of ['which agencies received applications in 2020', '哪些单位2020年收到了申请？']) {
      const answer = await ask(question);
      expect(answer.status).toBe('answered');
      expect(answer.rows.map((row) => [row.agency, row.value])).toEqual([['安康市科技局', 1]]);
      expect(answer.citations[0]).toMatchObject({ line: 182, quote: '1' });
    }
  });

  it('warns that section six says none was received where the table says 1', async () => {
    const answer = await ask('盐池县科技局2023年收到几件申请？');
    expect(answer).toMatchObject({ status: 'answered', value: 1, unit: '件' });
    expect(answer.warnings.flatMap((warning) => warning.citations.map((each) => each.line))).toContain(100);
  });

  it('shows section five of the Yanchi report, whole, in both languages', async () => {
    const source = readFileSync(join(SHIPPED, '003_5e0a10dac8f8a1dc.txt'), 'utf8');
    const sentences = source
      .slice(source.indexOf('(一) 存在问题'), source.indexOf('六、其他需要报告的事项'))
      .split(/[。；\n]/u);
    for (const question of [
      "show the Yanchi science bureau's problems section",
      '看看盐池县科技局报告的存在问题部分',
    ]) {
      const { text } = await ask(question);
      const squeezed = text.replace(/\s/gu, '');
      for (const sentence of sentences) expect(squeezed).toContain(sentence.replace(/\s/gu, ''));
    }
  });

  it('asks back where a name is ambiguous, with choices that can be sent back', async () => {
    const answer = await ask("the science bureau's problems");
    expect(answer.status).toBe('clarify');
    expect(answer.choices).toHaveLength(4);
    for (const { question } of answer.choices) expect((await ask(question)).status).toBe('answered');
  });

  it('has a coded answer for every kind of bad input', async () => {
    const long = await here('ask', 'x'.repeat(10_000), '--json');
    expect(long.status).toBe(1);
    expect(AskResult.parse(JSON.parse(long.out)).error?.code).toBe('question.tooLong');
    expect((await ask("'; DROP TABLE reports; --")).status).toBe('declined');
    expect((await ask('which agencies received applications in 2020')).status).toBe('answered');
  });

  it('answers lines in order, and a bad line as a failed one', async () => {
    const file = join(folder, 'batch.jsonl');
    const lines = [
      { id: 'a', q: '盐池县科技局2023年收到几件申请', conversation: 'c' },
      { id: 'b', q: '那自然人几件', conversation: 'c' },
      { id: 'c', no: 1 },
    ];
    writeFileSync(file, `${lines.map((line) => JSON.stringify(line)).join('\n')}\nnot json\n`);
    const { status, out } = await here('ask', '--batch', file);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => AskResult.parse(JSON.parse(line)));
    expect(answers.map((answer) => [answer.id, answer.status])).toEqual([
      ['a', 'answered'],
      ['b', 'answered'],
      ['c', 'failed'],
      [null, 'failed'],
    ]);
    expect(answers[1]?.value).toBe(1);
    expect(status).toBe(1);
  });
});

describe('the other commands', () => {
  it('search finds the passage, with highlights inside the snippet', async () => {
    const found = SearchOutput.parse(await json('search', '政府开放日'));
    expect(found.hits.length).toBeGreaterThan(0);
    for (const { snippet, highlights } of found.hits) {
      for (const [start, end] of highlights) expect(snippet.slice(start, end).trim()).not.toBe('');
    }
  });

  it('audit lists the contradictions of the five, and no other error', async () => {
    const { findings } = AuditOutput.parse(await json('audit', '--severity', 'error'));
    expect(findings.map((each) => each.rule).toSorted()).toEqual([
      'text.agency',
      'text.parts',
      'text.table3',
      'text.text',
    ]);
  });

  it('keeps a word on a finding through a second ingest', async () => {
    const { findings } = AuditOutput.parse(await json('audit', '--rule', 'text.parts'));
    const id = findings[0]?.id as string;
    expect((await here('finding', 'dismiss', id, '--reason', '已核实')).status).toBe(0);
    await here('ingest', SHIPPED);
    const again = AuditOutput.parse(await json('audit', '--rule', 'text.parts'));
    expect(again.findings.find((each) => each.id === id)?.status).toBe('dismissed');
  });

  it('digest tells of the new reports once', async () => {
    const first = DigestResult.parse(await json('digest'));
    expect(first.reports).toHaveLength(5);
    const second = DigestResult.parse(await json('digest'));
    expect(second.reports).toEqual([]);
    expect(second.messages).toEqual([]);
  });

  it('backs up, removes and restores a report', async () => {
    const copy = join(folder, 'copy.db');
    expect((await here('backup', copy)).status).toBe(0);
    const reports = (await json('reports')) as { report: string }[];
    expect((await here('remove', reports[0]?.report as string, '--reason', '撤回')).status).toBe(0);
    expect(((await json('reports')) as unknown[]).length).toBe(4);
    expect((await here('restore', copy)).status).toBe(0);
    expect(((await json('reports')) as unknown[]).length).toBe(5);
  });

  it('exports facts with their source, a line each', async () => {
    const out = join(folder, 'facts.csv');
    expect((await here('export', 'facts', '--year', '2023', '--out', out)).status).toBe(0);
    expect(readFileSync(out, 'utf8').trim().split('\r\n')).toHaveLength(201);
  });

  it('doctor finds no fault in a library that is sound', async () => {
    const { status, out } = await here('doctor', '--json');
    expect(JSON.parse(out)).toMatchObject({ faults: 0 });
    expect(status).toBe(0);
  });
});

describe('the command line', () => {
  it.each([
    [['no-such-command']],
    [['parse']],
    [['ask', '--lang', 'fr', 'x']],
    [['search', '--limit', 'x', 'y']],
    [['reports', '--no-such-option']],
  ])('answers %j with status 2, one line of usage and no output', async (args) => {
    const { status, out, err } = await run(...args);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('has --help and --version everywhere', async () => {
    expect((await run('--version')).out.trim()).toMatch(/^\d+\.\d+\.\d+/);
    expect((await run('--help')).out).toContain('ingest');
    expect((await run('parse', '--help')).out).toContain('--explain');
  });
});

describe('a reader that has had enough', () => {
  it('ends the program quietly', async () => {
    const bin = join(import.meta.dirname, '../bin/nianbao.mjs');
    const child = spawn(process.execPath, [bin, 'parse', '--quiet', '--json', SHIPPED], { stdio: 'pipe' });
    let err = '';
    child.stderr.on('data', (text) => (err += text));
    child.stdout.destroy();
    const [status] = await once(child, 'close');
    expect({ status, err }).toEqual({ status: 0, err: '' });
  });
});
