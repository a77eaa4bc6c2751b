/**
 * What the bot must still know in another process or after a restart: which threads it answered in, which of its
 * messages answers which question, who was greeted. Kept in the store beside the conversations (one turn under a key of
 * its own), so that the same retention applies to both.
 */
import { z } from 'zod';
import { Citation } from '../../answer/answer.ts';
import { Plan } from '../../question/plan.ts';
import type { Store } from '../../store/store.ts';
import { SharedFile } from './download.ts';

/** The bot's answer to a message: what an edit of the message replaces. */
const Answered = z.object({ messages: z.array(z.string()), thread: z.string().nullable(), question: z.string() });
/** A thread that the bot answered in, with those who asked there. */
const Thread = z.object({ askers: z.array(z.string()) });
/** What stands behind an answer: what its buttons show, export and delete. */
const Behind = z.object({
  user: z.string(),
  question: z.string(),
  language: z.enum(['zh', 'en']),
  /** The key of its `answer`; null for a private one. */
  answer: z.string().nullable(),
  citations: z.array(Citation),
  plan: Plan.nullable(),
});
/** A private answer that can be shared: rendered, as it was shown to this person. */
const Shareable = z.object({
  user: z.string(),
  channel: z.string(),
  question: z.string(),
  language: z.enum(['zh', 'en']),
  messages: z.array(z.object({ text: z.string(), blocks: z.array(z.unknown()) })),
  /** The buttons that it keeps once shared. */
  tools: z.array(z.enum(['sources', 'export'])).catch([]),
});
/** A file that somebody dropped, behind its button. */
const Dropped = z.object({ user: z.string(), language: z.enum(['zh', 'en']), file: SharedFile });
const Greeted = z.object({ at: z.string() });

const shapes = {
  answer: Answered,
  behind: Behind,
  thread: Thread,
  share: Shareable,
  file: Dropped,
  greeted: Greeted,
} as const;
type Kind = keyof typeof shapes;
type Kept<K extends Kind> = z.infer<(typeof shapes)[K]>;

export interface Memory {
  /** Null where nothing is kept under this key, or something of another shape. */
  recall<K extends Kind>(kind: K, key: string): Promise<Kept<K> | null>;
  remember<K extends Kind>(kind: K, key: string, value: Kept<K>): Promise<void>;
}

export function createMemory(store: Store, now: () => string): Memory {
  const name = (kind: Kind, key: string) => `slack/${kind}/${key}`;
  return {
    async recall<K extends Kind>(kind: K, key: string) {
      const kept = (await store.turns(name(kind, key), 1)).at(-1);
      if (!kept) return null;
      const parsed = shapes[kind].safeParse(JSON.parse(kept.turn));
      return parsed.success ? (parsed.data as Kept<K>) : null;
    },
    async remember(kind, key, value) {
      const conversation = name(kind, key);
      await store.clearTurns(conversation);
      await store.addTurn({ conversation, turn: JSON.stringify(value), at: now() });
    },
  };
}
