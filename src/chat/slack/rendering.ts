/** Messages as Slack shows them, never none. */
import { say, sentence } from '../phrases.ts';
import type { Bot } from './bot.ts';
import type { Rendered } from './post.ts';

/** The renderer's messages; where it fails, a sentence instead of silence. */
export function rendered(bot: Bot, message: Parameters<Bot['render']>[0]): readonly Rendered[] {
  try {
    const messages = bot.render(message);
    if (messages.length > 0) return messages;
  } catch (error) {
    bot.log.error({ error: String(error).slice(0, 300) }, 'an answer could not be rendered');
  }
  return bot.render(sentence(message.language, say('broken', message.language)));
}
