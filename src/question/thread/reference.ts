/** Reference: words that point back at what was spoken of (那, "and", 其中, 它, those). */

import type { Turn } from '../context.ts';
import { asksWhich, type Hearing } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';
import { lastTurn, yearOf } from './turn.ts';

/** The question begins as one that goes on, or speaks of those. */
export const goesOn = (hearing: Hearing): boolean => {
  const { marks } = hearing;
  const first = marks.all[0];
  return (
    speaksOfThose(hearing) ||
    (marks.has('follow') &&
      (first === undefined ||
        fires(first, 'follow') ||
        marks.firing('follow').some((mark) => !fires(mark, 'filler') && !fires(mark, 'and'))))
  );
};

const thoseWords =
  /^(which of (?:them|these|those)|who among (?:them|those)|哪些是|(?:它们|他们|(?:这些|那些|这几家|这几个)(?:单位|部门|机关|局|报告|年报|)|其中)(?:里|中|里面|当中|之中|)|those|these|of those|of these|of them|among them|among those|those ones|只看|这些|那些|其中|这其中|the ones|only the ones|only those|just the ones|just those|only those in|only the ones in|just in|(?:those|the ones|ones) in)$/;

/** Those; and 哪些收到了申请, which names no bodies that are meant. */
export const speaksOfThose = ({ marks }: Hearing): boolean =>
  marks.all.some(({ text }) => thoseWords.test(text) || /(?:of|among) (?:them|these|those)$/.test(text)) ||
  // 里面没有拒绝过的呢: of those, where it opens the question.
  /^(?:里面|里头|里边|当中|这里面|这里头|这当中|这些里面|这些当中)$/.test(marks.all[0]?.text ?? '') ||
  (/^(哪些|哪几个)$/.test(marks.all[0]?.text ?? '') && asksWhich(marks));

const onlyWords =
  /^(只看|只要|仅看|仅限|只保留|只列|只留|只留下|只|单看|光看|只显示|只列出|保留|留下|限于|限定|only|just|just show|only show|show only|keep only|only keep|narrow to|filter to|limit to|restrict to|only in)$/;

/** 只看宁夏的 after a ranking: of those that it named, not a ranking of others. */
export const narrows = ({ marks, bodies }: Hearing, last: Turn): boolean =>
  bodies.length > 0 && last.plan.order !== null && marks.all.some(({ text }) => onlyWords.test(text));

const pronoun =
  /^(它|它的|该单位|该局|这个单位|这家|这家单位|那个单位|那家单位|那家|这个局|那个局|该报告|那份报告|这份报告|it|its|that one|this one|(?:did|does|do|has|have|had) (?:they|it)|this agency|that agency|that bureau|this bureau|they|them|their|that report|this report|the report|他们|它们)$/;

/** The word for a body that was spoken of, where no turn speaks of any ("how many did they get", 该局的电话): of which is not said. */
export function dangling({ bodies, excluded, marks, context }: Hearing): Mark | null {
  const named = bodies.length > 0 || excluded.length > 0 || asksWhich(marks) || context.catalog.agencies.length < 2;
  if (named || lastTurn(context.turns) !== null) return null;
  const that = marks.all.find(
    (mark, at, all) => offices.test(mark.text) && /(^| )(the|this|that)$/.test(all[at - 1]?.text ?? ''),
  );
  if (that && !marks.has('order', 'count')) return that;
  // "These agencies", where nothing was spoken of: all that are held.
  const these = (at: number) => /^(?:these|those)$/.test(marks.all[at]!.text) && fires(marks.all[at + 1]!, 'all');
  return (
    marks.all.find(
      ({ text }, at) => pronoun.test(text) || (unnamed.test(text) && !(at + 1 < marks.all.length && these(at))),
    ) ?? null
  );
}

/** "The bureau's phone": one that is not named. */
const offices = /^(bureau|office|department|authority|agency)('s)?$/;

const unnamed =
  /^(其中|这其中|of those|of these|of them|of which|those|these|(the|this|that) (bureau|office|department|authority|agency)('s)?|(该|这个|那个|此|这家|那家)(局|单位|机关|部门|机构|县|市|区)(的|))$/;

/** Also inside of a wording: "how did that one end", "what do they plan to do about it". */
const stands = (mark: Mark): boolean =>
  pronoun.test(mark.text) ||
  ((fires(mark, 'outcomes') || sense(mark, 'section') !== undefined) &&
    /\b(?:it|that one|this one|they|them|their)\b|它/.test(mark.text));

/** It or they stand for what was spoken of, and nobody is asked for. */
export const speaksOfIt = (hearing: Hearing): boolean =>
  hearing.bodies.length === 0 && !asksWhich(hearing.marks) && hearing.marks.all.some(stands);

const alone =
  /^(它|它的|该单位|该局|这个单位|这家|这家单位|那个单位|那家单位|那家|这个局|那个局|该报告|那份报告|这份报告|it|its|that one|this one|(?:did|does|has|had) it|this agency|that agency|that bureau|this bureau|that report|this report)$/;

/** The word for one body, where the last answer spoke of none or of several: of which is not said. */
export function unclear({ bodies, marks }: Hearing, last: Turn): Mark | null {
  const sought = last.plan.scope.agencies.length === 0 || ['rank', 'list'].includes(last.plan.operation);
  const one = last.plan.scope.agencies.length === 1 || (sought && last.agencies?.length === 1);
  if (one || last.agencies === undefined || bodies.length > 0 || asksWhich(marks)) return null;
  return marks.all.find(({ text }) => alone.test(text)) ?? null;
}

const oneYear = /^(?:那一年|那年|同一年|同年|那一年度|该年|该年度|(?:in )?(?:that|the same|same) year)$/;

/** 那年 is the year of the only row that the last answer showed, where its question named none or several. */
export function thatYear({ marks, when, context }: Pick<Hearing, 'marks' | 'when' | 'context'>): Hearing['when'] {
  const last = lastTurn(context.turns);
  const year = yearOf(last);
  const said = marks.all.filter(({ text }) => oneYear.test(text));
  const meant = when.mode === 'open' && said.length > 0 && year !== null && last?.plan.scope.years.length !== 1;
  return meant ? { ...when, mode: 'given', years: [year], marks: said } : when;
}

/** 那年, "that year", where the thread speaks of none, or of several. */
export const unclearYear = ({ marks, when, context }: Hearing): Mark | null =>
  when.mode === 'open' && yearOf(lastTurn(context.turns)) === null
    ? (marks.all.find(({ text }) => oneYear.test(text)) ?? null)
    : null;

/** The one agency that the last answer named without being asked for it, where the question speaks of it; else null. */
export function single({ marks, bodies }: Hearing, last: Turn): string | null {
  const [only] = last.agencies ?? [];
  // Of two that were asked about, one may have had no figure: only where one was looked for among them, it is the one.
  const sought = last.plan.scope.agencies.length === 0 || ['rank', 'list'].includes(last.plan.operation);
  const known = last.agencies?.length === 1 && last.plan.scope.agencies.length !== 1 && sought;
  return known && only !== undefined && bodies.length === 0 && marks.all.some(stands) ? only : null;
}
