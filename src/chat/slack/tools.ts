/** The row of buttons under an answer: its sources, its figures as files, and for a private one, sharing it. */
import { randomUUID } from 'node:crypto';
import type { Reply } from '../handlers.ts';
import { type Language, say } from '../phrases.ts';
import type { Bot } from './bot.ts';
import type { Rendered } from './post.ts';

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

/** The messages with the row under the last one. What the buttons need is kept; they carry its id only. */
export async function withTools(
  bot: Bot,
  messages: readonly Rendered[],
  reply: Reply,
  asked: Asked,
): Promise<readonly Rendered[]> {
  const { status, result, question } = reply;
  // What the chat itself says (rules, subscriptions, greetings) has no figures to show and nothing to share.
  if (result === null || (status !== 'answered' && status !== 'nothing-found' && status !== 'no-data')) return messages;
  const { user, answer, share, deletable } = asked;
  const { language } = reply.message;
  const id = randomUUID();
  const tools: Tool[] = toolsOf(result);
  if (share !== null) {
    tools.push('share');
    const kept = messages.map(({ text, blocks }) => ({ text, blocks: [...blocks] }));
    await bot.memory.remember('share', id, {
      user,
      channel: share,
      question,
      language,
      messages: kept,
      tools: toolsOf(result),
    });
  }
  if (deletable) tools.push('delete');
  if (tools.length === 0) return messages;
  const citations = [...(result?.citations ?? [])];
  await bot.memory.remember('behind', id, { user, question, language, answer, citations, plan: result?.plan ?? null });
  return addRow(messages, row(id, tools, language), language);
}

export type Tool = 'sources' | 'export' | 'share' | 'delete';

function toolsOf(result: Reply['result']): ('sources' | 'export')[] {
  const tools: ('sources' | 'export')[] = [];
  if (result && result.citations.length > 0) tools.push('sources');
  if (result?.plan && result.rows.length > 0) tools.push('export');
  return tools;
}

/** The block of buttons; each carries the id alone. */
export function row(id: string, tools: readonly Tool[], language: Language): object {
  const elements = tools.map((tool) => ({
    type: 'button',
    action_id: tool,
    value: id,
    text: { type: 'plain_text', text: say(tool, language) },
    ...(tool === 'delete' ? { confirm: confirmation(language) } : {}),
  }));
  return { type: 'actions', block_id: `tools:${id}`, elements };
}

function confirmation(language: Language): object {
  const plain = (text: string) => ({ type: 'plain_text', text });
  return {
    title: plain(say('deleteTitle', language)),
    text: plain(say('deleteText', language)),
    confirm: plain(say('delete', language)),
    deny: plain(say('close', language)),
  };
}

/** The row under the last message, or where that is full, in one of its own. */
export function addRow(messages: readonly Rendered[], actions: object, language: Language): readonly Rendered[] {
  const last = messages.at(-1);
  const blocks = [...(last?.blocks ?? []), actions];
  if (last && last.blocks.length > 0 && blocks.length <= BLOCKS && JSON.stringify(blocks).length < SIZE) {
    return [...messages.slice(0, -1), { text: last.text, blocks }];
  }
  return [...messages, { text: say('sources', language), blocks: [actions] }];
}
