/** One question, from words to a message: question → plan → answer → message. */
import type { AskResult } from './answer/answer.ts';
import type { Message } from './message/message.ts';
import type { Plan } from './question/plan.ts';

export interface AskInput {
  readonly question: string;
  readonly id?: string | null;
  /** Turns of one conversation share this; none: the question stands alone. */
  readonly conversation?: string | null;
  /** `YYYY-MM-DD`; default: today in the configured zone. */
  readonly now?: string;
  readonly language?: 'zh' | 'en';
  /** Answers this plan instead of reading the question. */
  readonly plan?: Plan;
}

export interface Asked {
  readonly result: AskResult;
  readonly message: Message;
}

export type Ask = (input: AskInput) => Promise<Asked>;
