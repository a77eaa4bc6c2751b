/** Thumbs: what somebody thinks of an answer is kept at once; a modal asks for a word, which nobody has to give. */
import { z } from 'zod';
import { createFeedback, LONGEST } from '../../feedback.ts';
import { type Language, say } from '../../phrases.ts';
import type { Bot } from '../bot.ts';
import type { Click } from './click.ts';
import { notKept, openView, tell } from './sources.ts';

/** The modal's name, its input's and its input's block's. */
export const OPINION = 'opinion';
const WORD = 'word';

/** A modal that was sent, as far as it is read here. */
export const Submitted = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    private_metadata: z.string().max(100),
    state: z.object({
      values: z.record(z.string(), z.record(z.string(), z.object({ value: z.string().nullish() }))),
    }),
  }),
});
export type Submitted = z.infer<typeof Submitted>;

export async function onOpinion(click: Click, bot: Bot): Promise<void> {
  const [{ action_id: rating, value: id = '' }] = click.actions;
  const behind = await bot.memory.recall('behind', id);
  if (!behind || (rating !== 'up' && rating !== 'down')) return notKept(click, bot);
  const { question, status, language } = behind;
  const user = click.user.id;
  const feedback = createFeedback(bot.store, bot.now);
  const before = await feedback.of(id, user);
  if (before?.rating !== rating) await feedback.add({ id, user, rating, word: before?.word ?? null, question, status });
  bot.metrics.opinion(rating);
  if (await openView(click, bot, opinionView(id, language, before?.word ?? null))) return;
  await tell(click, bot, say('feedbackKept', language), language);
}

/** Adds the word to the opinion that was kept with the click: the modal carries an id, and nothing that is trusted. */
export async function onWord({ user, view }: Submitted, bot: Bot): Promise<void> {
  const word = view.state.values[WORD]?.[WORD]?.value?.trim() ?? '';
  const feedback = createFeedback(bot.store, bot.now);
  const kept = word === '' ? null : await feedback.of(view.private_metadata, user.id);
  if (kept) await feedback.add({ ...kept, word });
}

function opinionView(id: string, language: Language, word: string | null): object {
  const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
  return {
    type: 'modal',
    callback_id: OPINION,
    private_metadata: id,
    title: plain(say('feedbackTitle', language)),
    submit: plain(say('feedbackSend', language)),
    close: plain(say('close', language)),
    blocks: [
      { type: 'section', text: plain(say('feedbackKept', language)) },
      {
        type: 'input',
        block_id: WORD,
        optional: true,
        label: plain(say('feedbackAsk', language)),
        element: {
          type: 'plain_text_input',
          action_id: WORD,
          multiline: true,
          max_length: LONGEST,
          ...(word === null ? {} : { initial_value: word }),
        },
      },
    ],
  };
}
