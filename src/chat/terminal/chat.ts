/** The chat in a terminal: a prompt where a person sits, answers a line where questions are piped in. */
import { createInterface, type Interface } from 'node:readline';
import type { Message } from '../../message/message.ts';
import type { Handlers, Reply } from '../handlers.ts';
import { type Language, languageOf, say } from '../phrases.ts';

export interface TerminalOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** A person at a terminal: greets, prompts, keeps going after a failure. Else questions are answered one a line. */
  readonly interactive: boolean;
  /** Bold prompts: only at a terminal, and not where NO_COLOR is set. Default false. */
  readonly colour?: boolean;
  /** The conversation that the questions are turns of; new for each chat. */
  readonly conversation: string;
  readonly render: (message: Message) => string;
  readonly language?: Language;
}

/** Chats until the input ends, `/quit` or Ctrl-C. Gives the exit status: 1 where a piped question failed, else 0. */
export async function chat(handlers: Handlers, options: TerminalOptions): Promise<number> {
  const { input, output, interactive, render } = options;
  const lines = createInterface({
    input,
    terminal: interactive,
    ...(interactive ? { output, prompt: promptOf(options) } : {}),
  });
  const questions = queueOf(lines);
  // The reader went away (a closed pipe): nothing more can be said.
  output.on('error', () => questions.drop());
  const write = (text: string) => void output.write(text);
  let language: Language = options.language ?? 'zh';
  if (interactive) {
    lines.on('SIGINT', () => questions.drop());
    const greeting = await handlers.greet(options.language ? { language: options.language } : {});
    write(`${render(greeting)}\n${say('terminalHow', language)}\n\n`);
    lines.prompt();
  }
  let failed = false;
  let last: Reply | null = null;
  for await (const line of questions.lines) {
    const typed = line.trim();
    if (interactive && /^\/?(?:quit|exit|q|退出|再见)$/iu.test(typed)) break;
    if (typed !== '') {
      const question: string = picked(typed, last) ?? (typed === '/help' ? 'help' : typed);
      if (typed !== '/help' && !/^\d+$/.test(typed)) language = options.language ?? languageOf(typed);
      const text = question === 'help' ? (language === 'zh' ? '帮助' : 'help') : question;
      last = await handlers.handle({ text, user: 'terminal', conversation: options.conversation, surface: 'terminal' });
      if (last) write(`${render(last.message)}\n\n`);
      failed ||= last?.status === 'failed';
    }
    if (interactive && !questions.ended()) lines.prompt();
  }
  lines.close();
  if (interactive) write(`\n${say('bye', language)}\n`);
  return failed && !interactive ? 1 : 0;
}

/** The choice that a number picks, where the last reply offered it. */
function picked(typed: string, last: Reply | null): string | null {
  if (!last || !/^\d{1,2}$/.test(typed)) return null;
  return last.choices[Number(typed) - 1]?.question ?? null;
}

function promptOf({ colour = false }: TerminalOptions): string {
  return colour ? '\u001b[1m年报>\u001b[0m ' : '年报> ';
}

/** Lines in order, none lost while an answer is awaited (readline's own iterator drops what came before it began). */
function queueOf(lines: Interface) {
  const waiting: string[] = [];
  let ended = false;
  let wake = () => {};
  lines.on('line', (line) => {
    waiting.push(line);
    wake();
  });
  lines.once('close', () => {
    ended = true;
    wake();
  });
  async function* each(): AsyncGenerator<string> {
    while (true) {
      const next = waiting.shift();
      if (next !== undefined) yield next;
      else if (ended) return;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  }
  const drop = () => {
    waiting.length = 0;
    lines.close();
  };
  return { lines: each(), drop, ended: () => ended };
}
