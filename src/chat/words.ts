/**
 * The first word of a slash command (or of any message) that means a thing of the chat rather than a question. `show`,
 * `search`, `compare` and `audit` are words of questions: with something after them they are asked as they stand, alone
 * they become a question that works on any library.
 */
import { type Order, orderOf } from './orders.ts';
import type { Language } from './phrases.ts';

export type Intent =
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'greet' }
  | { readonly kind: 'digest' }
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'settings'; readonly language: Language | 'auto' | null };

/** Words alone on a line, in both languages. */
const alone: Record<string, 'help' | 'greet' | 'digest' | 'settings'> = {
  help: 'help',
  '?': 'help',
  '/help': 'help',
  帮助: 'help',
  hello: 'greet',
  hi: 'greet',
  hey: 'greet',
  你好: 'greet',
  您好: 'greet',
  嗨: 'greet',
  digest: 'digest',
  摘要: 'digest',
  settings: 'settings',
  设置: 'settings',
};

/** Words that begin a question; alone they stand for this one. */
const bare: Record<string, Record<Language, string>> = {
  show: { zh: '资料库里有哪些报告', en: 'which reports are in the library' },
  search: { zh: '帮助', en: 'help' },
  compare: { zh: '帮助', en: 'help' },
  audit: { zh: '哪些报告前后数字对不上', en: 'which reports contradict themselves' },
};

/** What a message asks of the bot. `fallback` is the language of a word that shows none. */
export function intentOf(text: string, fallback: Language): Intent {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'help' };
  const clean = trimmed.replace(/[\s!！。.,，~～]{1,9}$/u, '');
  const word = clean.toLowerCase();
  const settings = /^(?:settings|设置)\s{1,9}(?:lang|language|语言)\s{1,9}(zh|en|auto)$/u.exec(word);
  if (settings) return { kind: 'settings', language: settings[1] as Language | 'auto' };
  const order = orderOf(clean);
  if (order) return { kind: 'order', order };
  const kind = Object.hasOwn(alone, word) ? alone[word] : undefined;
  if (kind === 'settings') return { kind, language: null };
  if (kind !== undefined) return { kind };
  if (!Object.hasOwn(bare, word)) return { kind: 'question', text: trimmed };
  const question = (bare[word] as Record<Language, string>)[fallback];
  return question === 'help' || question === '帮助' ? { kind: 'help' } : { kind: 'question', text: question };
}
