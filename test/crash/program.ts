/** The program itself as a child process, to be killed or to be waited for. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

const program = resolve(import.meta.dirname, '../../bin/nianbao.mjs');

export type Program = ChildProcessByStdio<null, Readable, Readable>;

export function start(args: readonly string[], environment: Record<string, string> = {}): Program {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, [program, ...args], {
    env: { PATH, HOME, NIANBAO_LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What it printed, once it has ended; an exit status other than 0 is an error. */
export async function finish(child: Program): Promise<string> {
  const [printed, said, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  if (code !== 0) throw new Error(`the program ended with ${code}: ${said.slice(-2000)} ${printed.slice(-500)}`);
  return printed;
}

/** Kills it with SIGKILL when the moment comes, if it has not ended before: then nobody waits for the moment any more. */
export async function killAt(child: Program, moment: (ended: AbortSignal) => Promise<unknown>): Promise<void> {
  child.stdout.resume();
  child.stderr.resume();
  const over = new AbortController();
  const ended = once(child, 'exit').finally(() => over.abort());
  await Promise.race([moment(over.signal), ended]);
  child.kill('SIGKILL');
  await ended;
}
