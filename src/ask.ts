/** One question, from words to a message: question → plan → answer → message. */
import type { Window } from './answer/answer.ts';
import { answerPlan } from './answer/answering.ts';
import { catalogOf, libraryOf } from './answer/catalog.ts';
import { examples } from './answer/examples.ts';
import { type Asked, answered, failure, LONGEST, planned, unanswered } from './asked.ts';
import { remember, rememberAsked, turnsOf } from './conversation.ts';
import { CodedError, coded } from './errors.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { namingOf } from './lexicon/naming.ts';
import { composeAnswer, composeReading } from './message/compose.ts';
import { interpret } from './message/interpretation.ts';
import { readCommanded } from './question/commanded.ts';
import type { Plan } from './question/plan.ts';
import type { Store } from './store/store.ts';
import { detectLanguage } from './text/language.ts';

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
  /** Which rows of a long answer the text shows; default: the first ones. */
  readonly window?: Window;
}

export type { Asked } from './asked.ts';
export type Ask = (input: AskInput) => Promise<Asked>;

export interface AskDependencies {
  readonly store: Store;
  readonly lexicon: Lexicon;
  /** Today in the configured zone, YYYY-MM-DD. */
  readonly today: () => string;
  /** Now, ISO 8601 with offset. */
  readonly now: () => string;
  /** Language of every answer; default: the language of each question. */
  readonly language?: 'zh' | 'en';
}

/** Builds the answering machine. Whatever goes wrong becomes an answer with status `failed`; it never throws. */
export function createAsk(dependencies: AskDependencies): Ask {
  return async (input) => {
    const started = performance.now();
    const language = input.language ?? dependencies.language ?? detectLanguage(input.question);
    const asked = await attempt(input, dependencies).catch((error) => failure(coded(error), input, language));
    return { ...asked, result: { ...asked.result, ms: Math.round((performance.now() - started) * 100) / 100 } };
  };
}

async function attempt(
  input: AskInput,
  { store, lexicon, now, today, language: fixed }: AskDependencies,
): Promise<Asked> {
  const conversation = input.conversation || null;
  if (input.plan === undefined) refuse(input.question);
  const date = input.now ?? today();
  const catalog = await catalogOf(store);
  const turns = conversation === null ? [] : await turnsOf(store, conversation, now());
  const chosen = input.language ?? fixed;
  const context = { catalog, turns, today: date, ...(chosen === undefined ? {} : { language: chosen }) };
  const reading =
    input.plan === undefined ? readCommanded(input.question, context, lexicon) : planned(input.question, input.plan);
  if (reading.status === 'clarify' && conversation !== null) await rememberAsked(store, conversation, reading, now());
  if (reading.status !== 'plan' || reading.plan === null)
    return unanswered(reading, input, composeReading(reading, examples(catalog, lexicon, reading.language)));
  const answer = await answerPlan(reading.plan, {
    ...{ store, lexicon, today: date },
    ...(input.window ? { window: input.window } : {}),
  });
  if (conversation !== null) {
    const { byId } = await libraryOf(store);
    const keyOf = (report: string) => byId.get(report)?.agencyKey ?? null;
    await remember(store, conversation, input.question, answer, now(), keyOf, reading.back);
  }
  const naming = namingOf(lexicon, catalog, reading.plan.language);
  const message = composeAnswer(answer, naming);
  return answered(answer, input, message, interpret(reading.plan, naming, answer.subject));
}

function refuse(question: string): void {
  if (question.trim() === '') throw new CodedError('question.empty');
  if (question.length > LONGEST) throw new CodedError('question.tooLong', { length: question.length, limit: LONGEST });
}
