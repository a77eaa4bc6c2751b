/** Numbers of bodies: those that a question names beside them, and those that it asks for. */
import type { Hearing } from '../hearing.ts';
import { fires, sense } from '../marks.ts';

/** 彭阳两家单位, "all five agencies": a number that says how many there are anyway. */
export function useCounts({ marks, bodies, context }: Hearing): void {
  const sizes = new Set([
    context.catalog.agencies.length,
    context.catalog.reports,
    ...bodies.map(({ agencies }) => agencies.length),
  ]);
  for (const [index, mark] of marks.all.entries()) {
    const counts = /^(家|家单位|单位|个单位|个部门|部门|机关|agenc|depart|bureau|bodies|offices)/.test(
      marks.all[index + 1]?.text ?? '',
    );
    const number = counts ? sense(mark, 'number') : undefined;
    if (number && sizes.has(number.value)) marks.use(mark);
  }
  // 四个科技局, "the four science bureaus": as many as there are. Another number is not understood, and stays unread.
  for (const body of bodies) {
    const at = marks.all.findIndex((mark) => mark.start >= body.start);
    const [one, two] = [marks.all[at - 1], marks.all[at - 2]];
    const number = one && (sense(one, 'number') ? one : /^(个|家|所)$/.test(one.text) ? two : undefined);
    const value = number && sense(number, 'number')?.value;
    if (number && value === body.agencies.length) marks.use(number);
  }
}

/** "How many civil affairs bureaus had any reviews", 有几个科技局收到过申请: bodies are counted, not what they received. */
export function countsBodies({ marks }: Pick<Hearing, 'marks'>): boolean {
  return marks.all.some((mark, index) => {
    if (!/^(how many|number of|the number of|count of|count|几个|多少个|几家|多少家|多少|几)$/.test(mark.text))
      return false;
    const next = marks.all
      .slice(index + 1)
      .find((each) => !sense(each, 'region') && !fires(each, 'filler') && !/^的$/.test(each.text));
    return next !== undefined && sense(next, 'department') !== undefined;
  });
}
