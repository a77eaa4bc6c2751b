/** Who: agencies, regions and kinds of departments that the question names, held by the library or not. */
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { fires, type Marks } from '../marks.ts';
import type { Roster } from '../roster.ts';
import type { Typed } from '../typed.ts';
import type { Body } from './bodies/body.ts';
import { shareKind } from './bodies/departments.ts';
import { excludes, leftOut } from './bodies/exceptions.ts';
import { resolve } from './bodies/held.ts';
import { grouped } from './bodies/named.ts';

/** Every body that the question names, in order; the marks are used up. */
export function bodiesIn(marks: Marks, roster: Roster, lexicon: Lexicon, question: Typed): Body[] {
  const groups = grouped(marks, lexicon.words.plain, question.text);
  shareKind(groups, marks, roster, lexicon);
  const bodies: Body[] = [];
  for (const group of groups) {
    marks.use(...group.marks);
    const excluded = excludes(group, bodies.at(-1), marks, question, lexicon.words.plain);
    // 政府 alone is no body but where it is left out.
    if (!excluded && group.marks.every((mark) => leftOut(mark, marks) && fires(mark, 'filler'))) continue;
    bodies.push({ ...resolve(group, roster, lexicon, question), excluded });
  }
  return bodies;
}
