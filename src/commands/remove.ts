/** `nianbao remove REPORT`: takes a report out, leaving a trace of who, when and why. */
import { userInfo } from 'node:os';
import { auditAcross } from '../across.ts';
import { CodedError } from '../errors.ts';
import { command, type Output, type Run } from './command.ts';
import { withApp } from './open.ts';

interface Options {
  readonly reason: string;
}

export const removeCommand = (output: Output) =>
  command<Options>('remove <report>', 'take a report out of the library, leaving a trace', output, remove, (made) => {
    made.requiredOption('--reason <text>', 'why it is taken out');
  });

async function remove(run: Run, [id = '']: readonly string[], { reason }: Options): Promise<number> {
  return withApp(run, async ({ store, now }) => {
    const at = now();
    if (!(await store.remove(id, { reason, by: userInfo().username, at })))
      throw new CodedError('store.noReport', { what: id });
    await auditAcross(store);
    if (run.json) run.printJson({ removed: id, reason, at });
    else run.print((run.language ?? 'zh') === 'zh' ? `已移除 ${id}` : `Removed ${id}`);
    return 0;
  });
}
