/** The exchanges of the README are what the program prints. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../src/main.ts';

const root = resolve(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const exchanges = [...readme.matchAll(/^```\n> (.+)\n\n([^`]+)\n```$/gm)].map((found) => [
  found[1] as string,
  found[2] as string,
]);
let folder: string;

async function run(...args: string[]): Promise<string> {
  let out = '';
  await main([...args, '--data', folder], { out: (text) => (out += text), err: () => {}, interactive: false });
  process.exitCode = 0;
  return out;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-readme-'));
  await run('ingest', 'data/reports');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('README', () => {
  it('shows one exchange in each language, with citations', () => {
    expect(exchanges).toHaveLength(2);
    expect(exchanges[0]?.[1]).toContain('[1] data/reports/');
    expect(exchanges[1]?.[1]).toContain('[1] data/reports/');
  });

  it.each(exchanges)('prints what it shows for %s', async (question, answer) => {
    expect((await run('ask', question)).trimEnd()).toBe(answer);
  });
});
