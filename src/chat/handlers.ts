/**
 * What the bot says to an utterance, wherever it was made. Surfaces carry utterances here and replies back; nothing
 * here knows of Slack or of a terminal.
 */
import type { AskResult, Status, Window } from '../answer/answer.ts';
import type { Ask } from '../ask.ts';
import { CodedError, coded } from '../errors.ts';
import { failure, type Log } from '../log.ts';
import type { Message, Part } from '../message/message.ts';
import type { Plan } from '../question/plan.ts';
import type { Store } from '../store/store.ts';
import { checkFigures } from './checking.ts';
import { carryOut, type Desk, refused, rulesText } from './desk.ts';
import { examples, greeting, home } from './greeting.ts';
import { chooseLanguage, chosenLanguage } from './languages.ts';
import { type Language, languageOf, say, sentence } from './phrases.ts';
import { isTalk } from './talk.ts';
import { intentOf } from './words.ts';

export interface Utterance {
  /** What was said, as plain text: no markup of the surface. */
  readonly text: string;
  /** Who said it; stable on the surface. */
  readonly user: string;
  /** Utterances that share it are turns of one conversation. */
  readonly conversation: string;
  readonly surface: 'terminal' | 'slack';
  /** True the first time that this person writes to the bot in private: the reply greets. */
  readonly firstContact?: boolean;
  /** False where the bot overhears (a thread that it answered in, somebody else speaking): it stays quiet unless it
   *  understands. Default true. */
  readonly addressed?: boolean;
  /** Set where nobody was named, so that the bot may not be meant (talk.ts): `several` where others than this person ask there. */
  readonly unnamed?: 'alone' | 'several';
  /** The text before it was edited: its turn is forgotten, so that the new one stands in its place. */
  readonly replaces?: string;
  /** The channel that it was said in, and whether only this person reads the answer; absent: no rules of a house apply. */
  readonly place?: Place;
}

interface Place {
  /** The surface's channel; null in a conversation of two. */
  readonly channel: string | null;
  /** True where the answer is for one person's eyes although it was asked in a channel. */
  readonly whispered?: boolean;
}

export interface Reply {
  readonly message: Message;
  readonly status: Status;
  /** The question as it was asked: what a shared answer is headed with. */
  readonly question: string;
  /** Complete questions that a number or a button sends back. */
  readonly choices: readonly { readonly label: string; readonly question: string }[];
  /** The answer behind the message, with its citations and rows; null for what the chat itself says. */
  readonly result: AskResult | null;
  /** For the eyes of who asked: a refusal is nobody else's business. */
  readonly whispered?: boolean;
}

export interface Handlers {
  /** Never rejects; null where the bot has nothing to say (it overheard, and was not meant). */
  handle(utterance: Utterance): Promise<Reply | null>;
  /** The rows of the answer to a plan, for a file. Throws a CodedError where it cannot be answered. */
  rows(question: string, plan: Plan): Promise<readonly object[]>;
  /** Other rows of a long answer; the conversation does not move on. Never rejects. */
  page(asked: { readonly question: string; readonly plan: Plan }, window: Window): Promise<Reply>;
  /** What the reports say to the figures of a text. Never rejects. */
  check(text: string, user: string): Promise<Reply>;
  /** Questions that work on this library. */
  examples(user: string): Promise<readonly { readonly label: string; readonly question: string }[]>;
  /** The language that a person chose, else that of a text. */
  language(user: string, text: string): Promise<Language>;
  /** What a person sees who opens the bot: who it is, what the library holds, what to ask. */
  home(user: string): Promise<Message>;
  /** A greeting with examples; `channel` where it was invited to one, with the bot's name there. */
  greet(options?: { language?: Language; channel?: string }): Promise<Message>;
}

export interface HandlerDependencies {
  readonly ask: Ask;
  readonly store: Store;
  /** ISO 8601 with offset. */
  readonly now: () => string;
  readonly log: Log;
  /** NIANBAO_LANG; undefined: the language of each question. */
  readonly language?: Language;
  /** The digest of the last days, for the word `digest`. */
  readonly digest?: (language: Language) => Promise<Message>;
  /** Rules, subscriptions and verdicts; absent in a surface that has none of them. */
  readonly desk?: Desk;
  /** Where and when the daily digest is posted, null where none is set up. */
  readonly digestPlace?: { readonly time: string; readonly zone: string } | null;
}

export function createHandlers(dependencies: HandlerDependencies): Handlers {
  /** What broke is said and logged. */
  const safely = async <T>(text: string, job: () => Promise<T>): Promise<T | Reply> => {
    try {
      return await job();
    } catch (error) {
      const { bilingual, code } = coded(error);
      dependencies.log.error({ ...failure(error), code }, 'an utterance could not be answered');
      const language = dependencies.language ?? languageOf(text);
      return plain(sentence(language, bilingual[language]), text, 'failed');
    }
  };
  return {
    handle: (utterance) => safely(utterance.text, () => reply(utterance, dependencies)),
    page: ({ question, plan }, window) =>
      safely(question, async () => {
        const { result, message } = await dependencies.ask({ question, plan, window });
        return { message, status: result.status, question, choices: result.choices, result };
      }),
    check: (text, user) =>
      safely(text, async () => {
        const language = (await chosenLanguage(user, dependencies)) ?? languageOf(text);
        return plain(await checkFigures(text, language, dependencies), text, 'answered');
      }),
    examples: async (user) => examples(dependencies, (await chosenLanguage(user, dependencies)) ?? 'zh'),
    async rows(question, plan) {
      const { result } = await dependencies.ask({ question, plan });
      if (result.error) throw new CodedError('internal', { why: result.error.code });
      return result.rows;
    },
    language: async (user, text) =>
      (await chosenLanguage(user, dependencies)) ?? languageOf(text === '' ? '年报' : text),
    home: (user) => home(user, dependencies),
    greet: ({ language, channel } = {}) => greeting(dependencies, language ?? dependencies.language, channel),
  };
}

async function reply(utterance: Utterance, dependencies: HandlerDependencies): Promise<Reply | null> {
  const { digest, desk } = dependencies;
  const chosen = await chosenLanguage(utterance.user, dependencies);
  const language = chosen ?? languageOf(utterance.text);
  const intent = intentOf(utterance.text, chosen ?? 'zh');
  const said = (message: Message) => plain(message, utterance.text, 'answered');
  const no = await turnedAway(utterance, language, dependencies);
  if (no !== 'admitted') return no;
  // Orders and greetings are for whom they name.
  if (utterance.addressed === false && intent.kind !== 'question') return null;
  switch (intent.kind) {
    case 'greet':
      if (utterance.unnamed) return null;
      return said(await greeting(dependencies, language));
    case 'order': {
      if (!desk) return said(sentence(language, daily(language, dependencies)));
      const channel = utterance.place?.channel ?? utterance.user;
      const done = await carryOut(intent.order, { user: utterance.user, channel, language }, desk);
      if (intent.order.kind !== 'subscriptions' || !dependencies.digestPlace) return said(done);
      return said({ ...done, parts: [...done.parts, { kind: 'note', text: daily(language, dependencies) }] });
    }
    case 'settings':
      if (intent.language !== null) await chooseLanguage(utterance.user, intent.language, dependencies);
      return said(await settings(utterance, dependencies));
    case 'digest':
      if (digest) return said(await digest(language));
      return said(sentence(language, say('digestOff', language)));
    case 'help':
      return asked(utterance, language === 'zh' ? '帮助' : 'help', chosen, dependencies);
    case 'question':
      return asked(utterance, intent.text, chosen, dependencies);
  }
}

/** What the rules of the house say to an utterance before it is answered: null where they say nothing at all. */
async function turnedAway(
  { place, user, text, addressed }: Utterance,
  language: Language,
  { desk }: HandlerDependencies,
): Promise<Reply | null | 'admitted'> {
  if (!desk || !place) return 'admitted';
  const { house } = desk;
  const no = (message: Message) =>
    addressed === false ? null : { ...plain(message, text, 'declined'), whispered: true };
  if (place.channel !== null && !place.whispered && !(await house.speaksIn(place.channel)))
    return no(sentence(language, say('notHere', language)));
  const may = await refused('ask', { user, language }, desk);
  if (may) return no(may);
  const { ok, told } = await house.admit(user, place.channel);
  if (ok) return 'admitted';
  return told ? no(sentence(language, say('limited', language))) : null;
}

function daily(language: Language, { digestPlace = null }: HandlerDependencies): string {
  return digestPlace ? say('digestOn', language, digestPlace) : say('digestOff', language);
}

async function asked(
  utterance: Utterance,
  question: string,
  language: Language | undefined,
  dependencies: HandlerDependencies,
): Promise<Reply | null> {
  const { conversation } = utterance;
  if (utterance.replaces !== undefined) await forget(dependencies.store, conversation, utterance.replaces);
  const answer = await dependencies.ask({ question, conversation, ...(language ? { language } : {}) });
  const { result, message } = answer;
  if (utterance.addressed === false && (result.status === 'declined' || result.status === 'failed')) return null;
  if (utterance.unnamed && isTalk(question, answer, utterance.unnamed === 'several')) {
    // What was not answered is nothing to go on from.
    if (result.plan && result.plan.operation !== 'help') await forget(dependencies.store, conversation, question);
    return null;
  }
  const { status, choices } = result;
  if (!utterance.firstContact) return { message, status, question, choices, result };
  const hello: Part = {
    kind: 'text',
    text: `${say('greeting', message.language)}${message.language === 'en' ? ' ' : ''}${say('greetingHow', message.language)}`,
  };
  return { message: { ...message, parts: [hello, ...message.parts] }, status, question, choices, result };
}

/** Takes the newest turn with this question out of a conversation. */
async function forget(store: Store, conversation: string, question: string): Promise<void> {
  const turns = await store.turns(conversation, 100);
  const index = turns.findLastIndex(
    ({ turn }) => (JSON.parse(turn) as { question?: string }).question === question.trim(),
  );
  if (index < 0) return;
  await store.clearTurns(conversation);
  for (const turn of turns.toSpliced(index, 1)) await store.addTurn(turn);
}

async function settings(utterance: Utterance, dependencies: HandlerDependencies): Promise<Message> {
  const chosen = await chosenLanguage(utterance.user, dependencies);
  const language = chosen ?? languageOf(utterance.text);
  const name = chosen === undefined ? say('languageNames', language) : chosen === 'zh' ? '中文' : 'English';
  const own = say('settings', language, { language: name });
  const { desk } = dependencies;
  if (!desk) return sentence(language, own);
  const rules = `${say('rules', language)}\n${rulesText(await desk.house.rules(), language)}`;
  const how = desk.house.isAdmin(utterance.user)
    ? say('rulesHow', language)
    : desk.house.hasAdmins
      ? ''
      : say('noAdmins', language);
  return { language, parts: [own, rules, how].filter((text) => text !== '').map((text) => ({ kind: 'text', text })) };
}

function plain(message: Message, question: string, status: Status): Reply {
  const choices = message.parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []));
  return { message, status, question, choices, result: null };
}
