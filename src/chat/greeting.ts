/** What the bot says unasked: a greeting with examples that work on this library, and the home of a person. */

import type { Ask } from '../ask.ts';
import type { Message, Part } from '../message/message.ts';
import type { Store } from '../store/store.ts';
import type { Desk } from './desk.ts';
import { homeParts } from './home.ts';
import { chosenLanguage } from './languages.ts';
import { type Language, say } from './phrases.ts';

interface GreetingDependencies {
  readonly ask: Ask;
}

interface HomeDependencies extends GreetingDependencies {
  readonly store: Store;
  readonly desk?: Desk;
  readonly language?: Language;
}

/** A greeting with examples; `channel`: the bot's name in a channel that it was invited to. */
export async function greeting(
  dependencies: GreetingDependencies,
  language: Language | undefined,
  channel?: string,
): Promise<Message> {
  // Unasked, the bot does not know which language its reader has: it says the first sentence in both.
  const languages: Language[] = language ? [language] : ['zh', 'en'];
  const second = channel === undefined ? 'greetingHow' : 'invited';
  const parts: Part[] = languages.map((each) => ({
    kind: 'text',
    text: `${say('greeting', each)}${each === 'en' ? ' ' : ''}${say(second, each, { name: channel ?? '' })}`,
  }));
  const main = language ?? 'zh';
  const choices = (await examples(dependencies, main)).slice(0, 3);
  if (choices.length > 0) parts.push({ kind: 'choices', prompt: say('tryThese', main), choices });
  return { language: main, parts };
}

/** Questions that work on this library. */
export async function examples({ ask }: GreetingDependencies, language: Language) {
  return (await ask({ question: language === 'zh' ? '帮助' : 'help', language })).result.choices;
}

export async function home(user: string, dependencies: HomeDependencies): Promise<Message> {
  const language = (await chosenLanguage(user, dependencies)) ?? 'zh';
  const hello = await greeting(dependencies, language);
  const choices = hello.parts.filter(({ kind }) => kind === 'choices');
  const words = hello.parts.filter(({ kind }) => kind !== 'choices');
  const all = (await dependencies.desk?.subscriptions.list()) ?? [];
  const mine = all.filter(({ channel, by }) => channel === user || by === user);
  return { language, parts: [...words, ...choices, ...(await homeParts(dependencies.store, mine, language))] };
}
