import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Inbox, openInbox } from '../src/inbox.ts';
import { noLog } from '../src/log.ts';

const nothing = { added: [], updated: [], unchanged: 0, failed: [], seconds: 0 };

describe('the inbox', () => {
  let folder: string;
  let inbox: Inbox | undefined;
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'nianbao-test-')), 'inbox');
  });
  afterEach(async () => {
    await inbox?.stop();
    await rm(join(folder, '..'), { recursive: true });
  });

  const open = (
    taken: string[][],
    failed: { file: string; code: string; message: { zh: string; en: string } }[] = [],
  ) =>
    openInbox({
      ...{ folder, log: noLog, settle: 60, every: 200 },
      take: async (files) => {
        taken.push([...files]);
        return { ...nothing, failed: failed.splice(0) };
      },
    });

  it('takes what lies there at the start and what comes later, each once', async () => {
    await mkdir(join(folder, '2023'), { recursive: true });
    await writeFile(join(folder, '2023', 'a.txt'), '一');
    const taken: string[][] = [];
    inbox = open(taken);
    await vi.waitFor(() => expect(taken).toEqual([[join(folder, '2023', 'a.txt')]]), 5000);
    await writeFile(join(folder, 'b.txt'), '二');
    await writeFile(join(folder, '.b.txt.part'), '二');
    await vi.waitFor(() => expect(taken.flat()).toContain(join(folder, 'b.txt')), 5000);
    await setTimeout(300);
    expect(taken.flat()).toHaveLength(2);
  });

  it('waits for a file that is still being written, and takes it again when it has changed', async () => {
    const taken: string[][] = [];
    inbox = open(taken);
    const file = join(folder, 'slow.txt');
    await mkdir(folder, { recursive: true });
    for (let part = 0; part < 8; part++) {
      await appendFile(file, '文');
      await setTimeout(25);
      expect(taken).toEqual([]);
    }
    await vi.waitFor(() => expect(taken).toEqual([[file]]), 5000);
    await appendFile(file, '末');
    await vi.waitFor(() => expect(taken).toHaveLength(2), 5000);
  });

  it('tries again what another process kept out, and nothing else', async () => {
    const taken: string[][] = [];
    const [busy, bad] = [join(folder, 'busy.txt'), join(folder, 'bad.txt')];
    await mkdir(folder, { recursive: true });
    for (const file of [busy, bad]) await writeFile(file, '文');
    const message = { zh: '', en: '' };
    inbox = open(taken, [
      { file: busy, code: 'store.busy', message },
      { file: bad, code: 'report.none', message },
    ]);
    await vi.waitFor(() => expect(taken).toHaveLength(2), 5000);
    expect(taken[1]).toEqual([busy]);
  });

  it('takes no more once it is stopped', async () => {
    const taken: string[][] = [];
    inbox = open(taken);
    await inbox.stop();
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'late.txt'), '晚');
    await setTimeout(250);
    expect(taken).toEqual([]);
  });
});
