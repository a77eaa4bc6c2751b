/**
 * An answer as Slack shows it: in one message where a window of its rows fits, with the buttons under it. Buttons carry
 * the id of what was kept, and nothing that is trusted.
 */
import { randomUUID } from 'node:crypto';
import type { Reply } from '../handlers.ts';
import { type Language, say } from '../phrases.ts';
import type { Bot } from './bot.ts';
import { type Fitted, fitted } from './fitting.ts';
import type { Behind, Page, Tool } from './memory.ts';
import type { Rendered } from './post.ts';
import { rendered } from './rendering.ts';

/** Most blocks of one message (November 2026). */
const BLOCKS = 50;
/** All blocks of a message together, in characters of JSON, stay under this with a row added. */
const SIZE = 12_900;

export interface Asked {
  readonly user: string;
  /** The key under which the answer's messages are remembered; null for a private answer. */
  readonly answer: string | null;
  /** The channel where a private answer may be shared. */
  readonly share: string | null;
  /** Whether the asker can delete it: in channels, where others see it. */
  readonly deletable: boolean;
}

/** The messages of a reply with their buttons. What the buttons need is kept, under this id. */
export async function dressed(
  bot: Bot,
  reply: Reply,
  asked: Asked,
  id: string = randomUUID(),
): Promise<readonly Rendered[]> {
  const { status, result, question } = reply;
  // What the chat itself says (rules, subscriptions, greetings) has no figures to show and nothing to share.
  if (result === null || status === 'clarify' || status === 'failed') return rendered(bot, reply.message);
  const { user, answer, share, deletable } = asked;
  const fit = await fitted(bot, reply);
  const { language } = reply.message;
  const tools: Tool[] = toolsOf(fit);
  if (share !== null && status !== 'declined') tools.push('share');
  if (deletable) tools.push('delete');
  tools.push('up', 'down');
  const kept = { user, question, language, answer, plan: result.plan, status, tools, heading: null };
  return keep(bot, id, { ...kept, ...behindOf(fit) }, fit.messages, share);
}

/** Keeps what is behind an answer under this id, and gives its messages with their buttons. */
export async function keep(
  bot: Bot,
  id: string,
  behind: Behind,
  messages: readonly Rendered[],
  share: string | null,
): Promise<readonly Rendered[]> {
  const { user, question, language } = behind;
  await bot.memory.remember('behind', id, behind);
  if (share !== null && behind.tools.includes('share')) {
    const plain = messages.map(({ text, blocks }) => ({ text, blocks: [...blocks] }));
    await bot.memory.remember('share', id, { user, channel: share, question, language, messages: plain });
  }
  return withRows(id, behind, messages);
}

/** The messages with the buttons of what is behind them. */
function withRows(id: string, behind: Behind, messages: readonly Rendered[]): readonly Rendered[] {
  const { page, tools, language } = behind;
  const rows = [
    ...(page === null ? [] : [pageRow(id, page, language)]),
    ...(tools.length > 0 ? [row(id, tools, language)] : []),
  ];
  return addRows(messages, rows, language);
}

export const behindOf = ({ page, citations }: Fitted): Pick<Behind, 'page' | 'citations'> => ({
  page,
  citations: [...citations],
});

function toolsOf({ result, citations }: Fitted): Tool[] {
  const tools: Tool[] = [];
  if (citations.length > 0) tools.push('sources');
  if (result?.plan && result.rows.length > 0) tools.push('export');
  return tools;
}

const plain = (text: string) => ({ type: 'plain_text', text });

/** The block of buttons; each carries the id alone. */
function row(id: string, tools: readonly Tool[], language: Language): object {
  const elements = tools.map((tool) => ({
    type: 'button',
    action_id: tool,
    value: id,
    text: plain(say(tool, language)),
    ...(tool === 'delete' ? { confirm: confirmation(language) } : {}),
  }));
  return { type: 'actions', block_id: `tools:${id}`, elements };
}

/** Back and on; each carries the id and where its window begins, which is checked before it is used. */
function pageRow(id: string, { from, size, of }: Page, language: Language): object {
  const button = (name: 'previous' | 'next', to: number) => ({
    type: 'button',
    action_id: `page:${name}`,
    value: `${id}:${to}`,
    text: plain(`${say(name, language)} (${to + 1}–${Math.min(to + size, of)} / ${of})`),
  });
  const elements = [
    ...(from > 0 ? [button('previous', Math.max(0, from - size))] : []),
    ...(from + size < of ? [button('next', from + size)] : []),
  ];
  return { type: 'actions', block_id: `page:${id}`, elements };
}

function confirmation(language: Language): object {
  return {
    title: plain(say('deleteTitle', language)),
    text: plain(say('deleteText', language)),
    confirm: plain(say('delete', language)),
    deny: plain(say('close', language)),
  };
}

/** The rows under the last message, or where that is full, in one of their own. */
export function addRows(
  messages: readonly Rendered[],
  rows: readonly object[],
  language: Language,
): readonly Rendered[] {
  if (rows.length === 0) return messages;
  const last = messages.at(-1);
  const blocks = [...(last?.blocks ?? []), ...rows];
  if (last && last.blocks.length > 0 && blocks.length <= BLOCKS && JSON.stringify(blocks).length < SIZE) {
    return [...messages.slice(0, -1), { text: last.text, blocks }];
  }
  return [...messages, { text: say('sources', language), blocks: [...rows] }];
}
