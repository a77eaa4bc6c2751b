/** Thumbs up and down, with a word where somebody added one: kept in the store, for the maintainers to read. */
import { z } from 'zod';
import type { Message, Part } from '../message/message.ts';
import type { Store } from '../store/store.ts';
import { type Language, say } from './phrases.ts';

export const Opinion = z.object({
  /** The answer that it is about. */
  id: z.string(),
  user: z.string(),
  rating: z.enum(['up', 'down']),
  /** What they had to say; at most LONGEST characters. */
  word: z.string().nullable(),
  question: z.string(),
  /** How the question ended: `answered`, `declined` … */
  status: z.string(),
  at: z.string(),
});
export type Opinion = z.infer<typeof Opinion>;

export interface Feedback {
  /** Of one person on one answer the newest counts. */
  add(opinion: Omit<Opinion, 'at'>): Promise<void>;
  /** What this person thought of this answer; null where they said nothing. */
  of(id: string, user: string): Promise<Opinion | null>;
  /** The newest first. */
  list(limit: number): Promise<readonly Opinion[]>;
}

/** Most characters of a word, and opinions that are looked through. */
export const LONGEST = 500;
const MOST = 5000;
const KEPT = 'chat/feedback';

export function createFeedback(store: Pick<Store, 'turns' | 'addTurn'>, now: () => string): Feedback {
  const all = async () => {
    const newest = new Map<string, Opinion>();
    for (const { turn } of await store.turns(KEPT, MOST)) {
      const read = Opinion.safeParse(JSON.parse(turn));
      if (!read.success) continue;
      const key = `${read.data.id}\n${read.data.user}`;
      newest.delete(key);
      newest.set(key, read.data);
    }
    return [...newest.values()].reverse();
  };
  return {
    async add(opinion) {
      const word = opinion.word?.trim().slice(0, LONGEST) || null;
      const turn = JSON.stringify({ ...opinion, question: opinion.question.slice(0, LONGEST), word, at: now() });
      await store.addTurn({ conversation: KEPT, turn, at: now() });
    },
    of: async (id, user) => (await all()).find((each) => each.id === id && each.user === user) ?? null,
    list: async (limit) => (await all()).slice(0, limit),
  };
}

/** The opinions as maintainers read them in chat. */
export function feedbackMessage(opinions: readonly Opinion[], language: Language): Message {
  if (opinions.length === 0) return { language, parts: [{ kind: 'text', text: say('feedbackNone', language) }] };
  const ups = opinions.filter(({ rating }) => rating === 'up').length;
  const parts: Part[] = [
    {
      kind: 'headline',
      text: say('feedbackHead', language, { up: String(ups), down: String(opinions.length - ups) }),
    },
    { kind: 'list', items: opinions.map(opinionLine), more: null },
  ];
  return { language, parts };
}

/** "👎 2026-11-22 09:00 · declined · question · word". */
export function opinionLine({ rating, at, status, question, word }: Opinion): string {
  const when = at.slice(0, 16).replace('T', ' ');
  return [`${rating === 'up' ? '👍' : '👎'} ${when}`, status, question, word ?? '']
    .filter((part) => part !== '')
    .join(' · ')
    .replace(/\s+/g, ' ');
}
