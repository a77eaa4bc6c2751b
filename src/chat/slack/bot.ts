/** What every listener is handed: who the bot is, and what it works with. */
import type { Log } from '../../log.ts';
import type { Message } from '../../message/message.ts';
import type { Store } from '../../store/store.ts';
import type { Handlers } from '../handlers.ts';
import type { House } from '../house.ts';
import type { FileDesk } from '../inspection.ts';
import type { SlackClient } from './client.ts';
import type { Access } from './download.ts';
import type { Journal } from './journal.ts';
import type { Lanes } from './lanes.ts';
import type { Memory } from './memory.ts';
import type { Metrics } from './metrics.ts';
import type { Rendered } from './post.ts';

/** The bot as Slack knows it, from `auth.test`. */
export interface Identity {
  readonly user: string;
  readonly botId: string | null;
  /** What people type after the @. */
  readonly name: string;
  readonly team: string | null;
}

export interface Bot {
  readonly identity: Identity;
  readonly handlers: Handlers;
  readonly house: House;
  readonly store: Store;
  /** What reads files that people drop; absent: they are left alone. */
  readonly files?: FileDesk;
  /** How files are fetched. */
  readonly access: Access;
  readonly memory: Memory;
  readonly client: SlackClient;
  readonly lanes: Lanes;
  readonly metrics: Metrics;
  readonly journal: Journal;
  /** True for work that another process left unfinished: it may be done in part. */
  readonly again?: boolean;
  readonly render: (message: Message) => readonly Rendered[];
  readonly log: Log;
  /** ISO 8601 with offset. */
  readonly now: () => string;
}
