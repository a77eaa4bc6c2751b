/** Numbers that bound a figure, and of which one: 收到申请超过10件的单位，不予公开最多的 bounds what was received, not what was refused. */
import { fires, type Mark, type Marks, sense } from '../marks.ts';

export interface Bound {
  readonly start: number;
  readonly end: number;
}

interface Span {
  readonly marks: readonly Mark[];
}

const counter = /^(?:件|宗|起|份|次|条|个|项|cases?|items?)(?:的|)$/;

/** "50 more requests", 多10件. */
const more = /^(?:more|fewer|less|additional|多|少)$/;

/** Comparisons with a number, each with its words: 超过10件, "at least 5". */
export function boundsIn({ all }: Marks): Bound[] {
  const found = all.flatMap((mark, at): Bound[] => {
    const number = sense(mark, 'number');
    if (number === undefined || number.percent || sense(mark, 'years')) return [];
    const ahead = all.slice(Math.max(0, at - 3), at).filter((each) => fires(each, 'cmp') && !fires(each, 'order'));
    const counted = all.slice(at + 1).find((each) => !counter.test(each.text) && !more.test(each.text));
    const last = all[(counted ? all.indexOf(counted) : all.length) - 1]!;
    const after = all.slice(at + 1, at + 3).find((each) => fires(each, 'cmp.geAfter') || fires(each, 'cmp.leAfter'));
    if (ahead.length === 0 && after === undefined) return [];
    return [{ start: (ahead[0] ?? mark).start, end: Math.max(last.end, after?.end ?? 0) }];
  });
  // "Between 1 and 5": two numbers, one bound.
  const merged: Bound[] = [];
  for (const bound of found) {
    const last = merged.at(-1);
    if (last !== undefined && bound.start < last.end) merged[merged.length - 1] = { start: last.start, end: bound.end };
    else merged.push(bound);
  }
  return merged;
}

/** Words that may stand between a figure and its bound. */
const between = (mark: Mark): boolean =>
  fires(mark, 'filler') ||
  fires(mark, 'frame') ||
  fires(mark, 'unit') ||
  fires(mark, 'ask') ||
  sense(mark, 'years') !== undefined;

/** Whether the bound stands in the middle of these words, or beside them. */
function bounds(bound: Bound, { marks: own }: Span, marks: Marks): boolean {
  const start = Math.min(...own.map((mark) => mark.start));
  const end = Math.max(...own.map((mark) => mark.end));
  if (start < bound.start && bound.end < end) return true;
  const [from, to] = end <= bound.start ? [end, bound.start] : [bound.end, start];
  return from <= to && marks.all.filter((mark) => mark.start >= from && mark.end <= to).every(between);
}

/** Where one clause of a question ends and another begins: whom it is about, in what order, "and", a comma. */
const turns = (mark: Mark): boolean =>
  sense(mark, 'department') !== undefined ||
  fires(mark, 'which') ||
  fires(mark, 'order') ||
  fires(mark, 'op') ||
  fires(mark, 'and') ||
  fires(mark, 'count') ||
  fires(mark, 'all') ||
  /^(?:among|those|that|who|which|whose|with|having)$/.test(mark.text);

function turnsBetween(from: number, to: number, marks: Marks, text: string): boolean {
  return (
    /[,;，；。]/.test(text.slice(from, to)) ||
    marks.all.some((mark) => mark.start >= from && mark.end <= to && turns(mark))
  );
}

/** Whether the word belongs to another clause than these: one of both is bounded, and the other is not by the same number. */
export function apart(one: Span, next: Mark, found: readonly Bound[], marks: Marks, text: string): boolean {
  if (found.length === 0) return false;
  const other = { marks: [next] };
  const last = Math.max(...one.marks.map((mark) => mark.end));
  const ordered = marks.all[marks.all.indexOf(next) + 1];
  const turned = turnsBetween(last, next.start, marks, text) || (ordered !== undefined && fires(ordered, 'order'));
  return turned && found.some((bound) => bounds(bound, one, marks) !== bounds(bound, other, marks));
}

/** Whether these words have a bound of their own, in a clause that what follows does not share. */
export function boundedAlone(
  one: Span,
  next: Span | undefined,
  found: readonly Bound[],
  marks: Marks,
  text: string,
): boolean {
  return found.some((bound) => {
    if (!bounds(bound, one, marks)) return false;
    const end = Math.max(...one.marks.map((mark) => mark.end));
    if (next === undefined || bound.end < end) return true;
    return turnsBetween(bound.end, Math.min(...next.marks.map((mark) => mark.start)), marks, text);
  });
}
