/** Order: the last ranking from its other end, or longer or shorter (倒过来排, "top 20 rather", 第三名是谁). */
import { unused } from '../hearing.ts';
import { type Marks, sense } from '../marks.ts';
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

/** 前二十呢, 第三名: how far down the last ranking, which begins where it began. */
export const longer: Way = {
  name: 'follow-up: so many of the order',
  make({ hearing: { marks, bodies, when }, last, before }) {
    const { order } = last.plan;
    const number = marks.with('number')[0]?.sense ?? null;
    const place = placeIn(marks);
    const limit = place ?? number?.value ?? null;
    if (order === null || limit === null || bodies.length > 0 || when.mode !== 'open') return null;
    if (number?.percent || !Number.isInteger(limit) || limit < 1 || limit > 1000) return null;
    const ranked = place !== null || marks.has('order');
    const rest = unused(marks, ['order', 'unit', 'library', 'count', 'go']).filter((mark) => !sense(mark, 'number'));
    if (!ranked || rest.length > 0) return null;
    const said = marks.all.map(({ text }) => text).join(' ');
    const direction = fromBelow.test(said)
      ? ('asc' as const)
      : fromAbove.test(said)
        ? ('desc' as const)
        : order.direction;
    marks.use(...marks.all);
    return { rule: this.name, needs: 'many', plan: { ...before, order: { direction, limit } } };
  },
};

/** What is said wins over the last order's direction. */
const fromBelow = /[倒末尾低]|最少|最小|后|bottom|last|lowest|fewest|least/;
const fromAbove = /前|最多|最高|top|first|highest|most/;

/** 第三名: as far down as that one. */
function placeIn(marks: Marks): number | null {
  const rules = marks
    .firing('go')
    .flatMap(({ senses }) => senses.flatMap((each) => (each.kind === 'word' ? each.rule : [])));
  const [place] = rules.flatMap((rule) => /^go\.place(\d+)$/.exec(rule)?.[1] ?? []);
  return place === undefined ? null : Number(place);
}
