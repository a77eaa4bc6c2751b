/** Those above or below a named agency, or the mean: 比盐池县科技局多的单位 · "which agencies received fewer than Ankang" · 高于平均的. */
import { asksAgencies, type Draft } from '../../hearing.ts';
import type { Condition } from '../../plan.ts';
import { isMeasured, type Measured, measuredFigure, measuredIn, ranked } from '../yardstick.ts';
import type { Asked } from './asked.ts';
import { asksWhether } from './claim.ts';
import { drafted, type Operation } from './operation.ts';

export const aboveOrBelow: Operation = {
  name: 'above or below one of them',
  fits: (asked) => asksForSome(asked) && measuredIn(asked) !== null,
  plan(asked): Draft | null {
    const measured = measuredIn(asked);
    const condition = measured && conditionOf(asked, measured);
    if (!measured || !condition) return null;
    const { marks, counted } = asked;
    // "The same number of requests" adds nothing up.
    const added = !counted && measured.comparison !== 'eq' && marks.has('ask.quantity', 'op.sum');
    marks.use(...measured.marks);
    marks.useRule('count', 'which', 'op.rate', 'op.sum');
    const draft = drafted(asked, counted ? 'count' : added ? 'sum' : 'list', 'many', {
      conditions: [condition],
      groupBy: counted || (!added && asksAgencies(marks)) ? 'agency' : null,
    });
    const rule = measured.spoken ? 'follow-up: above or below it' : draft.rule;
    return { ...draft, rule, of: 'all', bodies: asked.bodies.filter((body) => body !== measured.body) };
  },
};

/** Somebody is measured against, and no plan says how: what is asked is not answered without it. */
export const measuredOtherwise = (asked: Asked): boolean => {
  if (!asksForSome(asked) || !isMeasured(asked)) return false;
  const measured = measuredIn(asked);
  return measured === null || conditionOf(asked, measured) === null;
};

/** 哪些单位, how many, or those themselves: 比盐池多的. */
const asksForSome = ({ which, counted, question, marks, bodies }: Asked): boolean =>
  which ||
  counted ||
  marks.has('whichYear', 'all', 'group.agency') ||
  /的(?:呢)?[?？。]?$/u.test(question.text) ||
  kindAsked(bodies, marks);

/** 比盐池多的科技局, "finance bureaus that got more than Lingwu's": a kind of bodies, or those of a place, said by what is true of them. */
const kindAsked = (bodies: Asked['bodies'], { all }: Asked['marks']): boolean =>
  bodies.some(({ by, plural, marks: own }) => {
    if (by === 'name' && !plural) return false;
    const [before, next] = [all[all.indexOf(own[0]!) - 1], all[all.indexOf(own.at(-1)!) + 1]];
    return (
      (next === undefined && /^(?:[多少高低]|之?[前后]面?)?的$/.test(before?.text ?? '')) ||
      (own[0] === all[0] && /^(?:that|which|who|with|whose|where)$/.test(next?.text ?? ''))
    );
  });

/** One figure of one year, and nothing else that bounds it. */
function conditionOf(asked: Asked, measured: Measured): Condition | null {
  const { marks, comparing, figures, when, which, counted, groupBy, question } = asked;
  const bounded =
    comparing.length > 0 ||
    groupBy !== null ||
    marks.has('whichYear', 'op.change.double', 'op.trend') ||
    (!which && !counted && asksWhether(marks));
  if (bounded || when.years.length > 1 || figures.length > 1 || times.test(question.text)) return null;
  if (asked.order !== null && !marks.firing('order').every(({ text }) => ranked.test(text))) return null;
  const rate = asked.rate === 'unknown' ? null : asked.rate;
  return measuredFigure({ ...asked, rate }, measured);
}

const times = /倍|翻番|一半|半数|\b(?:twice|double|triple|times|half)\b/;
