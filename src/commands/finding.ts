/** `nianbao finding confirm|dismiss|note ID`: a person's word on a finding. */
import { userInfo } from 'node:os';
import { CodedError } from '../errors.ts';
import type { Verdict } from '../store/store.ts';
import { command, type Output, type Run } from './command.ts';
import { withApp } from './open.ts';

const statuses: Record<string, Verdict['status']> = { confirm: 'confirmed', dismiss: 'dismissed', note: 'noted' };

interface Options {
  readonly reason?: string;
}

export const findingCommand = (output: Output) =>
  command<Options>(
    'finding <word> <id>',
    "a person's word on a finding: confirm, dismiss or note",
    output,
    judge,
    (made) => {
      made.registeredArguments[0]?.choices(Object.keys(statuses));
      made.option('--reason <text>', 'why (needed to dismiss or note)');
    },
  );

async function judge(run: Run, [word = '', id = '']: readonly string[], { reason }: Options): Promise<number> {
  const status = statuses[word];
  if (status === undefined || (status !== 'confirmed' && !reason)) {
    run.output.err(
      `nianbao finding: ${word} needs --reason (usage: nianbao finding confirm|dismiss|note ID --reason TEXT)\n`,
    );
    return 2;
  }
  return withApp(run, async ({ store, now }) => {
    const verdict: Verdict = { status, reason: reason ?? null, by: userInfo().username, at: now() };
    if (!(await store.judge(id, verdict))) throw new CodedError('store.noFinding', { what: id });
    if (run.json) run.printJson({ id, ...verdict });
    else run.print(`${id}: ${status}`);
    return 0;
  });
}
