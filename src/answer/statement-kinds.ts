/** Several kinds of figures of the text of one report (网站和公众号): the one figure of each, where it is certain which. */
import { kindOf } from './counters.ts';
import type { Match } from './matching.ts';
import { ofOneWhole } from './statement-parts.ts';
import { sayTheSame } from './statement-series.ts';

/** One figure of each kind, in counters that count alike; one that names several kinds counts once. Null where one is not certain. */
export function oneOfEach(own: readonly (readonly Match[])[]): Match[] | null {
  if (own.length === 0 || own.some((some) => some[0] === undefined)) return null;
  const firsts = own.every(sayTheSame) ? own.flatMap((some) => some.slice(0, 1)) : partsOfOne(own);
  if (firsts === null) return null;
  const kinds = new Set(firsts.map(({ statement }) => kindOf(statement.unit)));
  return kinds.size > 1 ? null : [...new Map(firsts.map((each) => [each.statement, each])).values()];
}

/** 其中网站 297 条、公众号 297 条: of several figures those that are parts of one whole, where there is one such set. */
function partsOfOne(own: readonly (readonly Match[])[]): Match[] | null {
  const [first = [], ...others] = own;
  const sets = first.flatMap((one) => {
    const beside = others.map((some) => some.filter(({ statement }) => ofOneWhole(one.statement, statement)));
    return beside.every(({ length }) => length === 1) ? [[one, ...beside.flat()]] : [];
  });
  return sets.length === 1 ? sets[0]! : null;
}
