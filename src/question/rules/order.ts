/** Which come first: top and bottom, and how many. */
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
  ].filter((mark) => !marks.used(mark) && !bounds(marks, mark));
  if (found.length === 0) return null;
  const bottom =
    found.some((mark) => fires(mark, 'order.bottom')) &&
    !found.some(
      (mark) =>
        fires(mark, 'order.top') && !fires(mark, 'order.n') && !fires(mark, 'order.bottom') && mark.text !== '排名',
    );
  const number = numberOf(marks, found) ?? shown(marks);
  // 前 alone is a preposition, not an order.
  if (
    !number &&
    found.every((mark) => fires(mark, 'order.n') && !fires(mark, 'order.top') && !fires(mark, 'order.bottom'))
  )
    return null;
  const ranking =
    found.some((mark) => /排|序|降|升|名次|rank|sort|order|top$|descending|ascending|从|由|to/.test(mark.text)) &&
    !found.some((mark) => /最|头名|头一|首|第一|most|highest|largest|fewest|least|lowest|first/.test(mark.text));
  const several = marks.all.some(
    (mark) =>
      fires(mark, 'which') &&
      /哪些|哪几|agencies|departments|reports|bureaus|bodies|offices|authorities|governments|列/.test(mark.text),
  );
  // Who is second is seen beside who is first.
  const place = places.some((mark) => fires(mark, 'order.third')) ? 3 : places.length > 0 ? 2 : null;
  const limit = number?.value ?? place ?? (ranking ? 10 : several ? 5 : 1);
  // 头两位, 前三名, "the busiest three offices": the counter goes with the number.
  const counter = number ? marks.all[marks.all.indexOf(number.mark) + 1] : undefined;
  const used = [
    ...found,
    ...(number ? [number.mark] : []),
    ...(counter &&
    /^(家|名|位|个|份|agencies|bureaus|bureaux|departments|offices|bodies|authorities|reports)$/.test(counter.text)
      ? [counter]
      : []),
  ];
  marks.use(...used);
  return {
    order: { direction: bottom ? 'asc' : 'desc', limit: Math.min(1000, Math.max(1, Math.round(limit))) },
    marks: used,
  };
}

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
  return (
    /^(?:最多|至多)$/.test(mark.text) &&
    sense(all[at + 1] ?? mark, 'number') !== undefined &&
    /^[件条项宗起次份]/.test(all[at + 2]?.text ?? '')
  );
}

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
        (mark) => fires(mark, 'filler') || fires(mark, 'level') || fires(mark, 'group') || sense(mark, 'department'),
      )
  );
}

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
    const number = marks.used(mark) ? undefined : sense(mark, 'number');
    const next = marks.all[at + 1]?.text ?? '';
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
