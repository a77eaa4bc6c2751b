/** `nianbao ask [QUESTION]`: answers; `--batch` answers JSON lines. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { AskResult } from '../answer/answer.ts';
import type { App } from '../app.ts';
import type { AskInput } from '../ask.ts';
import { CodedError } from '../errors.ts';
import { Plan } from '../question/plan.ts';
import { readInput } from './batch.ts';
import { command, type Output, type Run } from './command.ts';
import { withApp } from './open.ts';

interface Options {
  readonly conversation?: string;
  readonly now?: string;
  readonly plan?: string;
  readonly batch?: string;
}

const Day = z.iso.date();
const BatchLine = z.object({
  id: z.string().nullish(),
  q: z.string(),
  conversation: z.string().nullish(),
  now: Day.nullish(),
});

export const askCommand = (output: Output) =>
  command<Options>('ask [question...]', 'answer a question about the reports', output, ask, (made) => {
    made.option('--conversation <id>', 'questions that share an id are turns of one conversation');
    made.option('--now <date>', 'today, YYYY-MM-DD, for "last year"', (text) => Day.parse(text));
    made.option('--plan <file>', 'answer this plan (JSON) instead of reading a question');
    made.option(
      '--batch <file>',
      'answer the JSON lines {id, q, conversation?, now?} of a file, or of - for standard input',
    );
  });

async function ask(run: Run, words: readonly string[], options: Options): Promise<number> {
  return withApp(run, async (app) => {
    if (options.batch !== undefined) return await askBatch(run, app, options.batch, options.now);
    const language = run.language === undefined ? {} : { language: run.language };
    const input: AskInput = {
      question: words.join(' '),
      conversation: options.conversation ?? null,
      ...language,
      ...(options.now ? { now: options.now } : {}),
    };
    const { result } = await app.ask(
      options.plan === undefined ? input : { ...input, plan: await readPlan(options.plan) },
    );
    if (run.json) run.printJson(result);
    else run.print(result.text);
    return result.status === 'failed' ? 1 : 0;
  });
}

/** One answer a line, in order. Conversations last for this run only: their names are made its own, and cleared after. */
async function askBatch(run: Run, app: App, file: string, now: string | undefined): Promise<number> {
  const own = (conversation: string) => `batch:${session}:${conversation}`;
  const session = randomUUID();
  const conversations = new Set<string>();
  let failed = false;
  for await (const { number, text } of readInput(file)) {
    const { input, problem } = readLine(text);
    const conversation = input?.conversation ? own(input.conversation) : null;
    if (conversation) conversations.add(conversation);
    const language = run.language === undefined ? {} : { language: run.language };
    const result =
      input === null
        ? failedLine(idIn(text), new CodedError('question.badLine', { line: number, why: problem }))
        : (
            await app.ask({
              question: input.q,
              id: input.id ?? null,
              conversation,
              ...((input.now ?? now) ? { now: input.now ?? (now as string) } : {}),
              ...language,
            })
          ).result;
    failed ||= result.status === 'failed';
    run.output.out(`${JSON.stringify(result)}\n`);
  }
  for (const conversation of conversations) await app.store.clearTurns(conversation);
  return failed ? 1 : 0;
}

type Line = { input: z.infer<typeof BatchLine>; problem: '' } | { input: null; problem: string };

function readLine(text: string): Line {
  try {
    const parsed = BatchLine.safeParse(JSON.parse(text));
    if (parsed.success) return { input: parsed.data, problem: '' };
    const issue = parsed.error.issues[0];
    return { input: null, problem: `${issue?.path.join('.') || 'line'}: ${issue?.message ?? '?'}` };
  } catch {
    return { input: null, problem: 'not JSON' };
  }
}

/** The id of a bad line, where it still can be read. */
function idIn(text: string): string | null {
  try {
    const id: unknown = (JSON.parse(text) as { id?: unknown } | null)?.id;
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}

function failedLine(id: string | null, error: CodedError): AskResult {
  return {
    ...{
      id,
      question: '',
      language: 'zh',
      status: 'failed',
      kind: null,
      interpretation: '',
      plan: null,
      value: null,
      unit: null,
    },
    ...{ rows: [], text: error.bilingual.zh, citations: [], warnings: [], choices: [], reason: null },
    error: { code: error.code, message: error.bilingual },
    ms: 0,
  };
}

async function readPlan(file: string): Promise<Plan> {
  const text = await readFile(file, 'utf8').catch((error) => {
    throw new CodedError('input.missing', { what: file }, { cause: error });
  });
  try {
    return Plan.parse(JSON.parse(text));
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
    const why = issue ? `${issue.path.join('.')}: ${issue.message}` : 'not JSON';
    throw new CodedError('plan.invalid', { why }, { cause: error });
  }
}
