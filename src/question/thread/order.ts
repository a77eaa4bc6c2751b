/** Order: the last ranking from its other end, or longer or shorter (倒过来排, "top 20 rather", 第三名是谁). */
import { unused } from '../hearing.ts';
import { type Marks, sense } from '../marks.ts';
import { ALL } from '../rules/order.ts';
import { saidIn } from './said.ts';
import type { Way } from './way.ts';

export const reversed: Way = {
  name: 'follow-up: other direction',
  make({ hearing: { marks, bodies, when }, last, before }) {
    const { order } = last.plan;
    if (order === null || !marks.has('go.reverse') || bodies.length > 0 || when.mode !== 'open') return null;
    if (unused(marks, ['go.reverse', 'order', 'unit', 'library']).length > 0) return null;
    const direction = marks.has('order.bottom')
      ? ('asc' as const)
      : marks.has('order.top') || order.direction === 'asc'
        ? ('desc' as const)
        : ('asc' as const);
    marks.use(...marks.all);
    return { rule: this.name, needs: 'many', plan: { ...before, order: { ...order, direction } } };
  },
};

/** 从高到低排, "sort them the other way", "highest first": the rows of the last answer in this order, all of them. */
export const sorted: Way = {
  name: 'follow-up: sorted',
  make({ hearing: { marks, bodies, when, question }, last, before }) {
    const { operation, measures, combine, statement, order, rate } = last.plan;
    if (bodies.length > 0 || when.mode !== 'open' || statement !== null || last.asked) return null;
    const said = saidIn(question);
    const turns = marks.has('go.reverse');
    if (!turns && !(marks.has('order') && sorting.some((each) => each.test(said)))) return null;
    const rest = unused(marks, ['go.reverse', 'order', 'unit', 'library', 'verb', 'ask', 'count']);
    if (rest.some((mark) => !sense(mark, 'measure') || !sorting[0]!.test(said)) || marks.with('number').length > 0)
      return null;
    const one = measures.length === 1 || combine === 'sum' || rate !== null;
    const rows = operation === 'list' || (operation === 'rank' && order !== null);
    const many =
      ['sum', 'average', 'compare', 'lookup', 'rate', 'count'].includes(operation) &&
      last.plan.scope.agencies.length !== 1;
    if (!rows && !(many && one)) return null;
    const given = turns ? null : marks.has('order.bottom') ? 'asc' : 'desc';
    const was = order?.direction ?? 'desc';
    const direction = given ?? (was === 'desc' ? 'asc' : 'desc');
    marks.use(...marks.all);
    const limit = rows ? (order?.limit ?? ALL) : ALL;
    const as = rows ? operation : operation === 'count' && last.plan.conditions.length > 0 ? 'list' : 'rank';
    return {
      rule: this.name,
      needs: 'many',
      of: 'same',
      plan: { ...before, operation: as, order: { direction, limit } },
    };
  },
};

/** Words that ask for an order of rows, and for no single one. */
const sorting: readonly RegExp[] = [
  /(?:[从由按以].*(?:到|至|往).*|升序|降序|排序|排列|排一?下|排个序|重新排|排)$|^(?:按|照|依)/u,
  /\b(?:sort|sorted|order|ordered|arrange|rank(?:ed)?|ascending|descending|(?:highest|lowest|largest|smallest|most|fewest|biggest|least) first|(?:high|low|most|fewest|highest|lowest|large|small) to (?:high|low|most|fewest|highest|lowest|large|small))\b/u,
];

/** 前二十呢, 第三名: how far down the last ranking, which begins where it began. */
export const longer: Way = {
  name: 'follow-up: so many of the order',
  make({ hearing: { marks, bodies, when, question }, last, before }) {
    const { order } = last.plan;
    const number = marks.with('number')[0]?.sense ?? null;
    const place = placeIn(marks) ?? asked(saidIn(question));
    const limit = place ?? number?.value ?? null;
    const { operation, measures, combine, statement } = last.plan;
    const ranks =
      ['list', 'sum', 'average', 'compare'].includes(operation) &&
      statement === null &&
      (measures.length === 1 || combine === 'sum');
    if ((order === null && !ranks) || limit === null || bodies.length > 0 || when.mode !== 'open') return null;
    if (number?.percent || !Number.isInteger(limit) || limit < 1 || limit > 1000) return null;
    const ranked = place !== null || marks.has('order');
    const rest = unused(marks, ['order', 'unit', 'library', 'count', 'go']).filter((mark) => !sense(mark, 'number'));
    const third = asked(saidIn(question)) !== null;
    if (!ranked || (rest.length > 0 && !third)) return null;
    const said = marks.all.map(({ text }) => text).join(' ');
    const direction = fromBelow.test(said)
      ? ('asc' as const)
      : fromAbove.test(said)
        ? ('desc' as const)
        : (order?.direction ?? 'desc');
    marks.use(...marks.all);
    return { rule: this.name, needs: 'many', plan: { ...before, operation: 'rank', order: { direction, limit } } };
  },
};

/** What is said wins over the last order's direction. */
const fromBelow = /[倒末尾低]|最少|最小|后|bottom|last|lowest|fewest|least/;
const fromAbove = /前|最多|最高|top|first|highest|most/;

/** "Who is third". */
function asked(said: string): number | null {
  const [, word] =
    /^(?:who|which one|which agency|which) (?:is|was|came|comes|ranks|ranked|stands|placed) (?:in |on )?(?:the )?(\w+)(?: place)?$/.exec(
      said,
    ) ?? [];
  const at = ordinals.indexOf(word ?? '');
  return at < 0 ? null : at + 1;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** 第三名: as far down as that one. */
function placeIn(marks: Marks): number | null {
  const rules = marks
    .firing('go')
    .flatMap(({ senses }) => senses.flatMap((each) => (each.kind === 'word' ? each.rule : [])));
  const [place] = rules.flatMap((rule) => /^go\.place(\d+)$/.exec(rule)?.[1] ?? []);
  return place === undefined ? null : Number(place);
}
