/**
 * A long answer in one message: first without its sources, which a button shows, then with fewer of its rows, the others a
 * page away. What is no list (a section's text) stays as many messages as it needs.
 */
import type { Citation } from '../../answer/answer.ts';
import type { Message } from '../../message/message.ts';
import type { Reply } from '../handlers.ts';
import { say } from '../phrases.ts';
import type { Bot } from './bot.ts';
import type { Page } from './memory.ts';
import type { Rendered } from './post.ts';
import { rendered } from './rendering.ts';

export interface Fitted {
  readonly messages: readonly Rendered[];
  /** The window shown; null where that is everything. */
  readonly page: Page | null;
  readonly result: Reply['result'];
  /** Everything that the message rests on, in the order of its numbers. */
  readonly citations: readonly Citation[];
}

/** Rows of a page: as many as an answer shows anyway, then fewer. */
const SIZES = [20, 10, 5] as const;

/** The first page of an answer. */
export async function fitted(bot: Bot, reply: Reply): Promise<Fitted> {
  const { result, message, question } = reply;
  const whole = fit(bot, reply, { from: 0, size: SIZES[0] });
  const rows = result?.rows.length ?? 0;
  if (whole.messages.length === 1 || !result?.plan || rows <= (SIZES.at(-1) ?? 0)) return whole;
  for (const size of SIZES.slice(1)) {
    const some = await bot.handlers.page({ question, plan: result.plan }, { from: 0, size });
    const page = fit(bot, { ...some, message: greeted(some.message, message) }, { from: 0, size });
    // No shorter than before: its rows are no list that could be shown in part.
    if (page.page === null) break;
    if (page.messages.length === 1) return page;
  }
  return whole;
}

/** The page that begins at a row. */
export async function fittedPage(
  bot: Bot,
  asked: Parameters<Bot['handlers']['page']>[0],
  window: { from: number; size: number },
): Promise<Fitted> {
  return fit(bot, await bot.handlers.page(asked, window), window);
}

function fit(bot: Bot, { message, result }: Reply, { from, size }: { from: number; size: number }): Fitted {
  const of = ofAll(message);
  const page = of === null ? null : { from, size, of };
  const messages = rendered(bot, message);
  const citations = citationsOf(message, result);
  if (messages.length === 1 || citations.length === 0) return { messages, page, result, citations };
  const parts = message.parts.filter(({ kind }) => kind !== 'sources');
  const behind = { kind: 'note' as const, text: say('sourcesBehind', message.language) };
  const brief = rendered(bot, { ...message, parts: [...parts, behind] });
  return { messages: brief.length === 1 ? brief : messages, page, result, citations };
}

/** Sources that a view shows. */
const SOURCES = 20;

/** What the message lists as its sources; where it lists none, what the answer and its warnings cite. */
function citationsOf({ parts }: Message, result: Reply['result']): readonly Citation[] {
  const listed = parts.flatMap((part) => (part.kind === 'sources' ? part.citations : []));
  if (listed.length > 0 || !result) return listed.slice(0, SOURCES);
  const all = [...result.citations, ...result.warnings.flatMap(({ citations }) => citations)];
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()].slice(0, SOURCES);
}

/** How many rows there are in all, where the message is a window of them. */
function ofAll({ parts }: Message): number | null {
  return parts.flatMap((part) => ('of' in part && part.of !== undefined ? [part.of] : []))[0] ?? null;
}

/** A greeting before the first answer stays before it. */
function greeted(message: Message, before: Message): Message {
  const [first] = before.parts;
  const hello = first?.kind === 'text' && first.text.startsWith(say('greeting', before.language));
  return hello && first ? { ...message, parts: [first, ...message.parts] } : message;
}
