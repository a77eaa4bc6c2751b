/**
 * The word `search` (搜索) before anything is a command: what follows is looked for, whatever else it might mean. Words that
 * name a place, a body or a year still say which reports.
 */
import type { Lexicon } from '../lexicon/lexicon.ts';
import { detectLanguage } from '../text/language.ts';
import type { Context } from './context.ts';
import { readQuestion } from './read.ts';
import type { Reading } from './reading.ts';

/** The word, what is searched, then a space or a colon; in both languages. */
const COMMAND =
  /^\s{0,9}(search|搜索|检索|全文搜索|全文检索)(?:(?:\s{1,9}(?:the|all|full|whole|library|reports?|texts?)){0,5}\s{1,9}for(?=\s))?[\s:：]\s{0,9}(\S.*)$/isu;
/** Of so many words each is tried as what says which reports. */
const WORDS = 8;
/** Stands for what is looked for. */
const ANY = '政务公开';
const SMALL = /^(?:in|of|by|from|at|for|the|reports?|的|年|报告)$/iu;

/** Reads a question; one that begins with the word `search` is a search. Pure, as `readQuestion` is. */
export function readCommanded(question: string, context: Context, lexicon: Lexicon): Reading {
  const plainly = readQuestion(question, context, lexicon);
  const [, command = '', said = ''] = COMMAND.exec(question.slice(0, 2000)) ?? [];
  const words = said
    .replace(/[“”"「」『』]/gu, ' ')
    .replace(/[\s?？。!！]{1,9}$/u, '')
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0 || restricts(plainly)) return plainly;
  const language = context.language ?? detectLanguage(question);
  const read = (sought: readonly string[], within: readonly string[]) =>
    readQuestion([command, `“${sought.join(' ')}”`, ...within].join(' '), { ...context, language, turns: [] }, lexicon);
  // A word that alone says which reports is none that is looked for; small words go with it.
  const where = words.length > WORDS ? [] : words.filter((word) => restricts(read([ANY], [word])));
  const sought = words.filter((word) => !where.includes(word) && !(where.length > 0 && SMALL.test(word)));
  const within = where.length > 0 && sought.length > 0 ? read(sought, where) : null;
  const found = within !== null && restricts(within) ? within : read(words, []);
  return isSearch(found) ? { ...found, question } : plainly;
}

const isSearch = ({ plan }: Reading) => plan?.operation === 'search';

/** Whether it is a search within some of the reports only: then each of its words was understood. */
function restricts(reading: Reading): boolean {
  if (!isSearch(reading) || !reading.plan) return false;
  const { agencies, except, regions, kinds, levels, years, forms, reports } = reading.plan.scope;
  return [agencies, except, regions, kinds, levels, years, forms, reports, reading.plan.sections].some(
    (each) => each.length > 0,
  );
}
