/** Which come first: top and bottom, and how many. */
import { parseNumeral } from '../../text/numerals.ts';
import { fires, type Mark, type Marks, sense } from '../marks.ts';
import type { Plan } from '../plan.ts';

export interface Ordered {
  readonly order: NonNullable<Plan['order']>;
  readonly marks: readonly Mark[];
}

/** 申请量前三, "top 5", 最多, "the fewest". The number that belongs to it is used up. Plain rankings show ten. */
export function orderIn(marks: Marks): Ordered | null {
  const places = [...marks.firing('order.second'), ...marks.firing('order.third')].filter((mark) => !marks.used(mark));
  const found = [
    ...marks.firing('order.top'),
    ...marks.firing('order.bottom'),
    ...marks.firing('order.n'),
    ...places,
    ...atMost(marks),
  ].filter(
    // 最多的理由: the order stands in the word for the breakdown.
    (mark) =>
      (!marks.used(mark) || fires(mark, 'by')) &&
      !bounds(marks, mark) &&
      !(/^[末后]$/.test(mark.text) && !countedNext(marks, mark)),
  );
  if (found.length === 0) return null;
  const ends = found.filter((mark) => !neutral(mark));
  const both = bothEnds(marks, ends);
  // The most of one figure and the fewest of another: no plan says both.
  if (both === 'apart') return null;
  const bottom = fromTo(marks, ends)
    ? fromBelow(ends[0]!)
    : ends.some(fromBelow) &&
      !ends.some((mark) => fires(mark, 'order.top') && !fires(mark, 'order.n') && !fires(mark, 'order.bottom'));
  const number = numberOf(marks, found) ?? shown(marks);
  // 前 alone is a preposition, not an order.
  if (
    !number &&
    found.every((mark) => fires(mark, 'order.n') && !fires(mark, 'order.top') && !fires(mark, 'order.bottom'))
  )
    return null;
  const ranking =
    found.some((mark) => sorts.test(mark.text) || directs(marks, mark)) &&
    !found.some((mark) => superlative.test(mark.text) && !directs(marks, mark) && !commanded(marks));
  const several = marks.all.some(
    (mark) =>
      fires(mark, 'which') &&
      /哪些|哪几|agencies|departments|reports|bureaus|bodies|offices|authorities|governments|列/.test(mark.text),
  );
  // Who is second is seen beside who is first.
  const place = places.some((mark) => fires(mark, 'order.third')) ? 3 : places.length > 0 ? 2 : null;
  const plain = several ? 5 : 1;
  const limit =
    number?.value ??
    place ??
    named(marks) ??
    (ranking && !one(marks, found) ? (everyone(marks, found) ? ALL : 10) : plain);
  // 头两位, 前三名, "the busiest three offices": the counter goes with the number.
  const counter = number ? marks.all[marks.all.indexOf(number.mark) + 1] : undefined;
  const again =
    both === 'together' && number ? marks.all.filter((mark) => sense(mark, 'number')?.value === number.value) : [];
  const used = [
    ...found,
    ...(number ? [number.mark] : []),
    // 最多的三个和最少的三个: as many of both.
    ...again,
    ...(counter &&
    /^(家|名|位|个|份|agencies|bureaus|bureaux|departments|offices|bodies|authorities|reports)$/.test(counter.text)
      ? [counter]
      : []),
  ];
  marks.use(...used);
  return {
    order: {
      direction: bottom ? 'asc' : 'desc',
      limit: Math.min(ALL, Math.max(1, Math.round(limit))),
      ...(both === 'together' ? { ends: true } : {}),
    },
    marks: used,
  };
}

/** 哪三家, 是哪五个单位, 最多的五家单位: so many are asked for. Before an order such a number says of how many (五家单位里谁最多). */
function named(marks: Marks): number | null {
  const behind = marks.firing('all').filter((mark) => {
    const at = marks.all.indexOf(mark);
    return marks.all.slice(Math.max(0, at - 2), at).some((each) => fires(each, 'order'));
  });
  const said = [...marks.firing('which'), ...behind].flatMap(
    ({ text }) => /^(?:[是有]?哪)?([两三四五六七八九十]|\d+)[家个]/.exec(text)?.[1] ?? [],
  );
  return said[0] === undefined ? null : /\d/.test(said[0]) ? Number(said[0]) : parseNumeral(said[0]);
}

/** As many rows as there are: 全部单位从高到低排, "rank them all". */
export const ALL = 1000;

const sorts = /排|序|降|升|名次|rank|sort|order|top$|descending|ascending/;
const superlative =
  /最|头名|头一|首|第一|most|highest|largest|biggest|fewest|least|lowest|smallest|busiest|quietest|first/;

/** Words that ask for an order and say nothing of its direction: 排名, "sort". */
const neutral = ({ text }: Mark): boolean =>
  sorts.test(text) &&
  !superlative.test(text) &&
  !direction.test(text) &&
  !/[降升前后末头]|to|descending|ascending|top/.test(text);

/** 最多和最少的单位, "the most and the fewest": both ends of one order, or of two where another figure stands between them. */
function bothEnds(marks: Marks, ends: readonly Mark[]): 'together' | 'apart' | null {
  const [top, bottom] = [
    ends.find((mark) => extreme(mark) && !fires(mark, 'order.bottom')),
    ends.find((mark) => extreme(mark) && fires(mark, 'order.bottom')),
  ];
  if (!top || !bottom || fires(bottom, 'order.top') || fromTo(marks, ends)) return null;
  const [first, second] = top.start < bottom.start ? [top, bottom] : [bottom, top];
  const between = marks.all.slice(marks.all.indexOf(first) + 1, marks.all.indexOf(second));
  return between.some((mark) => sense(mark, 'measure') || sense(mark, 'rate')) ? 'apart' : 'together';
}

const extreme = ({ text }: Mark): boolean => superlative.test(text) && !direction.test(text);

/** "Rank by most requests": the verb that begins asks for an order. */
const commanded = ({ all }: Marks): boolean =>
  /^(?:rank|sort|order|排序|排一下|排个序)$/.test(all.find((mark) => !fires(mark, 'plain'))?.text ?? '');

/** "From the quietest to the busiest": it begins with the first of the two. */
const fromTo = ({ all }: Marks, [first, second]: readonly Mark[]): boolean =>
  first !== undefined &&
  second !== undefined &&
  all.indexOf(second) === all.indexOf(first) + 2 &&
  /^(?:to|到|至|往)$/.test(all[all.indexOf(first) + 1]!.text) &&
  (fires(first, 'order.bottom') || fires(second, 'order.bottom'));

/** 从多到少, "highest first", "starting with the lowest": where the order begins, and no wish for the first one alone. */
function directs({ all }: Marks, mark: Mark): boolean {
  const at = all.indexOf(mark);
  const next = all[at + 1]?.text ?? '';
  return (
    direction.test(mark.text) ||
    (superlative.test(mark.text) && (next === 'first' || next === 'to')) ||
    (mark.text === 'first' && superlative.test(all[at - 1]?.text ?? '')) ||
    (superlative.test(mark.text) && all[at - 1]?.text === 'to')
  );
}

const direction =
  /[从由].*[到至往]|^from .* to |\w to (?:the )?\w|^(?:start|begin)|(?:est|most|least) (?:ones )?first$/;

/** Everyone is spoken of, or the whole of the ranking. */
const everyone = (marks: Marks, found: readonly Mark[]): boolean =>
  marks.has('all') ||
  marks.firing('which').some(({ text }) => /\b(?:all|every)\b|全部|所有/.test(text)) ||
  found.some(({ text }) => /^(?:full|complete|entire|whole)|完整|全部/.test(text));

/** "The top agency": one of them. */
const one = ({ all }: Marks, found: readonly Mark[]): boolean =>
  found.every(({ text }) => text === 'top' || text === 'the top') &&
  found.some((mark) =>
    /^(?:agency|department|bureau|body|office|authority|report|government|one|scorer|spot|place)$/.test(
      all[all.indexOf(mark) + 1]?.text ?? '',
    ),
  );

/** "…, show 2", 取头2家: how many are to be shown, said apart from the order. */
function shown({ all }: Marks): { mark: Mark; value: number } | null {
  const mark = all.find(
    (each, at) =>
      sense(each, 'number') && /^(?:show|give|list|only|取|列|给出|取头|取前)$/.test(all[at - 1]?.text ?? ''),
  );
  const number = mark && sense(mark, 'number');
  return mark && number && !number.percent && Number.isInteger(number.value) && number.value > 0
    ? { mark, value: number.value }
    : null;
}

/** 诉讼最多5件: so many of what is counted at most, and no place. */
function bounds({ all }: Marks, mark: Mark): boolean {
  const at = all.indexOf(mark);
  // 比10件多的: more than so many, and no place either.
  const than = all.slice(Math.max(0, at - 4), at).findLast((each) => sense(each, 'number') !== undefined);
  if (/^[多少高低]的$/.test(mark.text) && than && /^(?:比|比起|较)$/.test(all[all.indexOf(than) - 1]?.text ?? ''))
    return true;
  if (/^topp(?:ed|ing)$/.test(mark.text) && sense(all[at + 1] ?? mark, 'number') !== undefined) return true;
  return (
    /^(?:最多|至多)$/.test(mark.text) &&
    sense(all[at + 1] ?? mark, 'number') !== undefined &&
    /^[件条项宗起次份]/.test(all[at + 2]?.text ?? '')
  );
}

/** 后三名, "the last three by applications": counted from the end, as what is lowest. */
const fromBelow = (mark: Mark): boolean => fires(mark, 'order.bottom') || /^(?:last|后)$/.test(mark.text);

/** 末三位, 后两名, but not 2020年末: a number follows. */
const countedNext = ({ all }: Marks, mark: Mark): boolean => {
  const next = all[all.indexOf(mark) + 1];
  return next !== undefined && next.start === mark.end && sense(next, 'number') !== undefined;
};

/** 收得顶多: the most, where no number follows (顶多5件). */
const atMost = (marks: Marks): Mark[] =>
  marks.all.filter((mark, at) => mark.text === '顶多' && !(marks.all[at + 1] && sense(marks.all[at + 1]!, 'number')));

/** "The 3 with the highest", "which 3 published the most": so many of them, named by nothing else. */
function standsBefore({ all }: Marks, at: number, found: readonly Mark[]): boolean {
  if (all[at - 1] && fires(all[at - 1]!, 'which')) return !fires(all[at + 1] ?? all[at]!, 'cmp');
  const rest = all.slice(at + 1, at + 6);
  const first = rest.findIndex((mark) => found.includes(mark));
  return (
    first >= 0 &&
    rest
      .slice(0, first)
      .every(
        (mark) =>
          ['filler', 'level', 'group', 'and', 'all'].some((rule) => fires(mark, rule)) || sense(mark, 'department'),
      )
  );
}

/** 超过200的单位: what is compared with is no number of places. */
const bounded = ({ all }: Marks, at: number): boolean =>
  [all[at - 1], all[at + 1]].some(
    (mark) =>
      mark !== undefined &&
      !fires(mark, 'order') &&
      ['cmp.gt', 'cmp.ge', 'cmp.lt', 'cmp.le', 'cmp.geAfter', 'cmp.leAfter'].some((rule) => fires(mark, rule)),
  );

function numberOf(marks: Marks, found: readonly Mark[]): { mark: Mark; value: number } | null {
  for (const mark of found) {
    const at = marks.all.indexOf(mark);
    for (const next of [marks.all[at + 1], marks.all[at - 1], marks.all[at + 2]]) {
      const number = next && !marks.used(next) ? sense(next, 'number') : undefined;
      if (next && number && !number.percent && Number.isInteger(number.value) && number.value > 0)
        return { mark: next, value: number.value };
    }
  }
  // "The three agencies that …", 最多的五个单位.
  for (const [at, mark] of marks.all.entries()) {
    const number = marks.used(mark) || bounded(marks, at) ? undefined : sense(mark, 'number');
    const beyond = marks.all.slice(at + 1).find((each) => !fires(each, 'level') && !sense(each, 'region'));
    const next = beyond?.text ?? '';
    if (
      number &&
      !number.percent &&
      Number.isInteger(number.value) &&
      number.value > 0 &&
      (/^(agenc|depart|bureau|bodies|offices|reports|ones|governments|单位|家|个|名|位|部门|机关|份|的单位)/.test(
        next,
      ) ||
        standsBefore(marks, at, found))
    )
      return { mark, value: number.value };
  }
  return null;
}
