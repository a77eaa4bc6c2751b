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
  return located(bodies, question.text);
}

/** "The Baipu town government, in Rugao", 白蒲镇政府（如皋）: a body and the place that it lies in are one. */
function located(bodies: readonly Body[], text: string): Body[] {
  const found: Body[] = [];
  for (const body of bodies) {
    const last = found.at(-1);
    const own = last && !last.excluded && !body.excluded && body.by === 'region' ? lyingIn(last, body) : [];
    if (last && own.length > 0 && tells(text, last, body))
      found[found.length - 1] = {
        ...last,
        agencies: own,
        within: own,
        end: body.end,
        marks: [...last.marks, ...body.marks],
      };
    // 平江县2022年安定镇: the place first, and what is asked between.
    else if (
      last?.by === 'region' &&
      !last.excluded &&
      !body.excluded &&
      lyingIn(body, last).length > 0 &&
      of(text, last, body)
    )
      found[found.length - 1] = {
        ...body,
        agencies: lyingIn(body, last),
        within: lyingIn(body, last),
        start: last.start,
        marks: [...last.marks, ...body.marks],
      };
    else found.push(body);
  }
  return found;
}

/** The agencies of a name that lie in the place, and not at its own level; of a kind the one that does. */
function lyingIn({ by, agencies, plural }: Body, place: Body): Body['agencies'] {
  const lying = plural || by === 'region' ? [] : agencies.filter((agency) => place.within.includes(agency));
  return by === 'kind' && lying.length > 1 ? [] : lying;
}

/** Nothing that joins or compares stands between; a comma only behind "in …,". */
const of = (text: string, place: Body, body: Body): boolean => {
  const between = text.slice(place.end, body.start);
  const opens = /(?:^|\s)(?:in|within) $/.test(text.slice(0, place.start));
  return (
    body.by === 'name' &&
    !/和|与|跟|同|比|及|或|、|[;:]|\b(?:and|or|than|vs|versus|against|with|to)\b/.test(between) &&
    (opens || !between.includes(','))
  );
};

const tells = (text: string, body: Body, place: Body): boolean => {
  const between = text.slice(body.end, place.start);
  const bracket = /^\s*[([]\s*(?:in |of |位于|在)?$/.test(between) && /^\s*[)\]]/.test(text.slice(place.end));
  return (
    bracket ||
    /^,? ?(?:which (?:is|lies) |located |situated )?(?:in|of|at) (?:the )?$/.test(between) ||
    /^[,(]? ?(?:位于|地处|属于)$/.test(between)
  );
};
