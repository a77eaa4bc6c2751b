/** Forms by their year, by what they are called, by the notice that prescribes them. */

import type { FormId } from '../../../report/report.ts';
import { matchesOf } from '../../../text/matches.ts';
import { Sieve } from '../../../text/sieve.ts';
import type { Shape } from './shape.ts';

/** What a form is called; null: by its year. */
const formNames = Sieve.of<FormId | null>([
  [/(2019|2021)\s?年?(?:的)?(?:那|这)(?:一)?(?:版|个版本|套|种)(?:格式|表格|表|)/g, null],
  [/(2019|2021)\s?年?(?:版|年版)?(?:的)?[新旧老]?(?:格式|表格格式|模板|样式|版式|版表格|版)/g, null],
  [
    /\b(?:(?:on|in|using|use|uses|used|follow|follows|followed|adopts?|adopted|under|with|of) the )?(?:(?:new|newer|old|older|current|revised|trial) )?(2019|2021)(?:'s)? (?:form|format|template|version|edition)\b/g,
    null,
  ],
  [/\bform (?:of )?(2019|2021)\b/g, null],
  [
    /新(?:版(?:\([^()]{1,8}\))?(?:的)?(?:格式|表格|模板|版式|式样|样式|样表|表|(?!本))|(?:格式|表格|模板|式样|样式)|表(?![格现述示态明达彰单]))|\b(?:the )?(?:new|newer|current|latest|revised)(?:[ -]style)? (?:form|format|template|layout)\b/g,
    '2021',
  ],
  [
    /[旧老](?:版(?:\([^()]{1,8}\))?(?:的)?(?:格式|表格|模板|版式|式样|样式|样表|表|(?!本))|(?:格式|表格|模板|式样|样式)|表(?![格现述示态明达彰单]))|\b(?:the )?(?:old|older|earlier|previous|former|trial)(?:[ -]style)? (?:form|format|template|layout)\b/g,
    '2019',
  ],
  [/自由(?:文本|格式)|\bfree (?:form|text)\b/g, 'free'],
]);

/** By the number of the notice that prescribes it, where nobody asks who writes of that. */
const notices = Sieve.of<FormId>([
  [
    /(?:国办(?:公开办)?函? ?)?[〔[(]2021[〕\])] ?30 ?号(?:文件?|函|通知)?(?:的)?(?:格式)?|30 ?号(?:文件?|函|通知)(?:的)?(?:格式)?|\b(?:notice|document|doc\.?|circular) (?:no\.? ?|number )?30\b/g,
    '2021',
  ],
  [
    /(?:国办(?:公开办)?函? ?)?[〔[(]2019[〕\])] ?60 ?号(?:文件?|函|通知)?(?:的)?(?:格式)?|60 ?号(?:文件?|函|通知)(?:的)?(?:格式)?|\b(?:notice|document|doc\.?|circular) (?:no\.? ?|number )?60\b/g,
    '2019',
  ],
]);

/** Who writes of a notice is asked for. */
export const written = /提到|提及|引用|援引|写|mention|cite|refer|quote|word/;

export function* forms(text: string): Generator<Shape> {
  const named = written.test(text) ? [] : notices.in(text);
  for (const [pattern, form] of [...formNames.in(text), ...named])
    for (const found of matchesOf(text, pattern))
      yield {
        start: found.index,
        end: found.index + found[0].length,
        sense: { kind: 'form', form: form ?? (found[1] as FormId) },
      };
}
