/** `nianbao feedback`: what people thought of answers in chat, for those who maintain the bot. */
import { createFeedback, opinionLine } from '../chat/feedback.ts';
import { command, type Output, type Run } from './command.ts';
import { withApp } from './open.ts';

interface Options {
  readonly limit: string;
}

export const feedbackCommand = (output: Output) =>
  command<Options>('feedback', 'thumbs up and down that people gave in chat', output, list, (made) => {
    made.option('--limit <n>', 'how many, the newest first', '100');
  });

async function list(run: Run, _: readonly string[], { limit }: Options): Promise<number> {
  const most = Number(limit);
  if (!Number.isInteger(most) || most < 1) {
    run.output.err('nianbao feedback: --limit needs a whole number (usage: nianbao feedback [--limit N])\n');
    return 2;
  }
  return withApp(run, async ({ store, now }) => {
    const opinions = await createFeedback(store, now).list(most);
    if (run.json) run.printJson(opinions);
    else for (const opinion of opinions) run.print(opinionLine(opinion));
    return 0;
  });
}
