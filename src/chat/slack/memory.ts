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
  /** How the question ended. */
  status: z.string().catch('answered'),
  /** The buttons under it. */
  tools: z.array(z.enum(['sources', 'export', 'share', 'delete', 'up', 'down'])).catch([]),
  /** Which of how many rows are shown; null where all are. */
  page: z.object({ from: z.number(), size: z.number(), of: z.number() }).nullable().catch(null),
  /** The line above a shared answer; null where it was not shared. */
  heading: z.string().nullable().catch(null),
});
export type Behind = z.infer<typeof Behind>;
export type Page = NonNullable<Behind['page']>;
export type Tool = Behind['tools'][number];
/** A private answer that can be shared: rendered, as it was shown to this person. */
const Shareable = z.object({
  user: z.string(),
  channel: z.string(),
  question: z.string(),
  language: z.enum(['zh', 'en']),
  messages: z.array(z.object({ text: z.string(), blocks: z.array(z.unknown()) })),
});
/** A file that somebody dropped, behind its button. */
const Dropped = z.object({
  user: z.string(),
  language: z.enum(['zh', 'en']),
  file: SharedFile,
  /** How often it could not be taken in, and when it was. */
  tries: z.number().optional(),
  done: z.string().optional(),
});
const Greeted = z.object({ at: z.string() });
/** A thread of the assistant pane. */
const Pane = z.object({ user: z.string(), titled: z.boolean() });

const shapes = {
  answer: Answered,
  behind: Behind,
  thread: Thread,
  share: Shareable,
  file: Dropped,
  greeted: Greeted,
  assistant: Pane,
} as const;
type Kind = keyof typeof shapes;
type Kept<K extends Kind> = z.infer<(typeof shapes)[K]>;

export interface Memory {
  /** Null where nothing is kept under this key, or something of another shape. */
  recall<K extends Kind>(kind: K, key: string): Promise<Kept<K> | null>;
  remember<K extends Kind>(kind: K, key: string, value: Kept<K>): Promise<void>;
  /** Forgets what is older than anybody comes back to. */
  tidy(): Promise<void>;
}

/** How long each kind is kept, in days; who was greeted is never greeted again. */
const DAYS: Readonly<Record<Exclude<Kind, 'greeted'>, number>> = {
  ...{ answer: 90, behind: 90, thread: 90, assistant: 90, share: 7, file: 30 },
};
const DAY = 86_400_000;

export function createMemory(store: Store, now: () => string): Memory {
  const name = (kind: Kind, key: string) => `slack/${kind}/${key}`;
  return {
    async recall<K extends Kind>(kind: K, key: string) {
      const kept = (await store.turns(name(kind, key), 1)).at(-1);
      if (!kept) return null;
      const parsed = shapes[kind].safeParse(JSON.parse(kept.turn));
      return parsed.success ? (parsed.data as Kept<K>) : null;
    },
    async tidy() {
      const before = (days: number) => new Date(Date.parse(now()) - days * DAY).toISOString();
      for (const [kind, days] of Object.entries(DAYS)) await store.forgetTurns(`slack/${kind}/`, before(days));
      await store.forgetTurns('chat/limit/', before(1));
    },
    async remember(kind, key, value) {
      // The newest counts; what it replaces is forgotten with it.
      await store.addTurn({ conversation: name(kind, key), turn: JSON.stringify(value), at: now() });
    },
  };
}
