import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { readFiles } from '../../src/reading/files.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { madeReport } from '../helpers/made-reports.ts';
import { zip } from '../helpers/office.ts';

const lexicon = loadLexicon();
let folder: string;
let files: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-test-'));
  const text = (index: number) => new TextEncoder().encode(madeReport(index).text);
  const bodies: [string, Uint8Array | string][] = [
    ['0.txt', text(0)],
    ['1.txt', ''],
    ['2.zip', zip({ 'x.txt': text(2), 'y.txt': '没有报告', 'z.txt': text(3) })],
    ['3.txt', text(1)],
    ['4.bin', Uint8Array.of(0, 1, 2, 3, 255, 254, 0, 0, 7)],
  ];
  for (const [name, body] of bodies) await writeFile(join(folder, name), body);
  files = [...bodies.map(([name]) => join(folder, name)), join(folder, 'absent.txt')];
});
afterAll(() => rm(folder, { recursive: true }));

async function all(options: Partial<Parameters<typeof readFiles>[1]>): Promise<(Reading | null)[]> {
  const readings: (Reading | null)[] = [];
  for await (const read of readFiles(files, { lexicon, ...options })) {
    if (read.readings === null) readings.push(null);
    else
      for await (const reading of read.readings)
        readings.push('error' in reading ? reading : { ...reading, bytes: Uint8Array.from(reading.bytes) });
  }
  return readings;
}

const brief = (reading: Reading | null) =>
  reading === null ? null : 'error' in reading ? reading.error.code : `${reading.report.agency} ${reading.report.year}`;

describe('files read in order', () => {
  it('gives the same in threads as without, whatever the files hold', async () => {
    const here = await all({});
    const threads = await all({ alone: 0, threads: 2 });
    const inThread = (reading: Reading | null) =>
      reading === null || 'error' in reading ? reading : { ...reading, json: JSON.stringify(reading.report) };
    expect(threads).toEqual(here.map(inThread));
    const { agency } = madeReport(0);
    expect(here.map(brief)).toEqual([
      ...[`${agency} 2019`, 'input.empty', `${agency} 2021`, 'report.none', `${agency} 2022`, `${agency} 2020`],
      ...['input.format', 'input.missing'],
    ]);
  });

  it('keeps the order where threads help and this one reads on', async () => {
    const once = await all({});
    const many = Array.from({ length: 40 }, () => files).flat();
    let slow = 0;
    // Threads are started after a while, and the first files are to last until they are.
    const wanted = async () => {
      slow += 1;
      if (slow < 60) await new Promise((done) => setTimeout(done, 50));
      return true;
    };
    const read: (string | null)[] = [];
    for await (const { file, readings } of readFiles(many, { lexicon, alone: 1, threads: 1, wanted })) {
      expect(file).toBe(many[read.length]);
      let codes = '';
      for await (const reading of readings ?? []) codes += `${brief(reading)};`;
      read.push(codes);
    }
    expect(read).toHaveLength(many.length);
    expect(read.slice(-files.length).join('')).toBe(once.map((reading) => `${brief(reading)};`).join(''));
    expect(read.slice(0, files.length)).toEqual(read.slice(-files.length));
  });

  it('passes over what is not wanted, and refuses what is too large before it is read', async () => {
    expect(await all({ alone: 0, wanted: async () => false })).toEqual([
      null,
      null,
      null,
      null,
      null,
      expect.anything(),
    ]);
    const small = await all({ limits: { bytes: 1024 } });
    expect(small.map(brief).filter((each) => each === 'input.tooLarge')).toHaveLength(3);
  });
});
