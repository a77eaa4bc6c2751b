/** The language that a person chose for answers, kept in the store; else that of the set-up. */
import type { Store } from '../store/store.ts';
import type { Language } from './phrases.ts';

const keyOf = (user: string) => `language:${user}`;

/** Undefined: the language of each question. */
export async function chosenLanguage(
  user: string,
  { store, language }: { readonly store: Pick<Store, 'setting'>; readonly language?: Language },
): Promise<Language | undefined> {
  const kept = await store.setting(keyOf(user));
  return kept === 'zh' || kept === 'en' ? kept : language;
}

export async function chooseLanguage(
  user: string,
  language: Language | 'auto',
  { store, now }: { readonly store: Pick<Store, 'set'>; readonly now: () => string },
): Promise<void> {
  await store.set(keyOf(user), language === 'auto' ? null : language, { by: user, at: now() });
}
