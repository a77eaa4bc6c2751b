/** 收到申请超过10件的单位一共不予公开多少: a figure has a condition, and another one is added up, or divided, over those that meet it. */
import { type Draft, ofOne } from '../../hearing.ts';
import { fires, type Mark } from '../../marks.ts';
import { conditionsOf, rateConditions } from '../conditions.ts';
import { refsOf } from '../measures/figure.ts';
import { ofBodies } from '../modifiers.ts';
import { type Asked, unbounded } from './asked.ts';
import { drafted, type Operation } from './operation.ts';

export const sumOfThose: Operation = {
  name: 'sum over those that meet a condition',
  fits: (asked) =>
    asked.rate === null &&
    asked.share === null &&
    asked.figures.length > 1 &&
    (asked.comparing.length > 0 || asked.figures.some(ofBodies(asked))) &&
    (asked.summing || asked.marks.has('op.sum', 'ask.quantity')) &&
    asked.bodies.every(({ by, plural }) => by !== 'name' || plural) &&
    !ofItself(asked) &&
    !asked.counted &&
    !named(asked),
  plan: (asked) => {
    const conditions = conditionsOf(asked, asked.figures, asked.comparing, ofBodies(asked));
    const added = unbounded(asked, conditions);
    if (conditions.length === 0 || added === asked) return null;
    asked.marks.useRule('op.sum', 'which', 'all');
    return drafted(added, 'sum', 'many', { conditions, groupBy: asked.groupBy });
  },
};

/** 超过10件的单位加起来一共多少件, "agencies with more than 10 requests: total requests": what has the condition is itself added up. */
export const sumOfBounded: Operation = {
  name: 'sum of what is bounded',
  fits: (asked) =>
    asked.rate === null &&
    asked.share === null &&
    alike(asked) &&
    asked.comparing.length > 0 &&
    asked.bodies.every(({ by, plural }) => by !== 'name' || plural) &&
    !asked.counted &&
    !named(asked) &&
    ((asked.figures.length === 1 && addsBehind(asked)) || addsAhead.test(asked.question.text)),
  plan: (whole) => {
    const asked = nearest(whole);
    const conditions = conditionsOf(asked, asked.figures, asked.comparing, () => true);
    if (conditions.length === 0) return null;
    asked.marks.useRule('op.sum', 'which', 'all', 'cmp', 'ask.quantity');
    return drafted(asked, 'sum', 'many', { conditions, groupBy: asked.groupBy });
  },
};

/** "Total requests of agencies that received more than 25": the figure is named twice, and is the same. */
const alike = ({ figures }: Asked): boolean => new Set(figures.map(({ ids }) => own(ids).join())).size === 1;

/** Requests, said of those that receive them, are the requests received. */
const own = (ids: readonly string[]): readonly string[] =>
  ids.includes('applications.received') ? ['applications.received'] : ids;

/** Of the two the one that is bounded. */
function nearest(asked: Asked): Asked {
  const [bound] = asked.comparing;
  const gap = ({ start, end }: Asked['figures'][number]) =>
    Math.min(Math.abs(start - (bound?.end ?? 0)), Math.abs((bound?.start ?? 0) - end));
  const [only] = [...asked.figures].sort((a, b) => gap(a) - gap(b));
  if (only === undefined || asked.figures.length === 1) return asked;
  const measures = refsOf(only, asked.applicants);
  return { ...asked, figures: [only], measures, combine: measures.length > 1 ? asked.combine : 'each' };
}

/** "The total … of agencies that had at least 30": first the sum, then whose; "agencies with a total of 300" are no sum. */
const addsAhead =
  /^(?:what (?:is|was) )?(?:the )?(?:total|sum|combined|overall|aggregate)\b.{3,60}?\b(?:of|by|at|for|from|across|in) (?:all |the |those )*(?:[\w']+ ){0,4}(?:agencies|bodies|bureaus|departments|offices|governments|authorities)\b.{0,30}?\b(?:that|which|with|who|having|over|above)\b/;

/** The sum is said behind the bound, with a number asked for, or at its end; before it, it is what is bounded (合计超过300件的). */
const addsBehind = ({ marks: { all }, comparing }: Asked): boolean => {
  const bound = Math.max(...comparing.flatMap((each) => each.marks.map((mark) => mark.end)));
  const sums = all.filter((mark) => mark.start >= bound && fires(mark, 'op.sum'));
  const asks = (mark: Mark) => fires(mark, 'ask.quantity') || /多少|几[件次起个宗]|^how many/.test(mark.text);
  return sums.some(
    (sum) =>
      sum === all.at(-1) ||
      all.some(
        (mark) => asks(mark) && (mark.start > sum.start || /[a-z]/.test(mark.text)) && !/[家个]$/.test(mark.text),
      ),
  );
};

export const rateOfThose: Operation = {
  name: 'rate over those that meet a condition',
  fits: (asked) =>
    asked.rate !== null &&
    asked.rate !== 'unknown' &&
    asked.figures.length > 0 &&
    asked.comparing.length > 0 &&
    asked.comparing.every(({ percent }) => !percent) &&
    asked.bodies.every(({ by, plural }) => by !== 'name' || plural) &&
    !ofItself(asked) &&
    !asked.counted &&
    !named(asked),
  plan: (asked): Draft | null => {
    const conditions = conditionsOf(asked, asked.figures, asked.comparing, ofBodies(asked));
    if (conditions.length === 0) return null;
    asked.marks.useRule('op.sum', 'op.compare', 'which', 'pooled', 'all');
    return drafted(asked, 'rate', 'many', { conditions, groupBy: asked.groupBy });
  },
};

/** Of one report the number is said, and filters nothing: "Ankang got one request and released how many?" */
const ofItself = (asked: Asked): boolean =>
  ofOne(asked) &&
  !asked.marks.all.some(({ text }) => /单位|部门|机关|agenc|bureaus|bodies|departments|offices/.test(text));

/** Which ones they are is asked: 哪些单位, "list". */
const named = ({ marks }: Asked): boolean =>
  marks.has('whichYear') ||
  marks.firing('which').some(({ text }) => /哪|谁|名单|列|^(which|who|whose|list|name)\b/.test(text));

/** Conditions of a list where a rate is spoken of: a share bounds the rate, a number the figure that it stands beside. */
export function conditionsBesideRate(
  asked: Asked,
  rate: Parameters<typeof rateConditions>[0],
): ReturnType<typeof conditionsOf> {
  const shares = asked.comparing.filter(
    ({ percent, what }) => asked.figures.length === 0 || percent || !('comparison' in what) || what.value <= 1,
  );
  const counts = asked.comparing.filter((each) => !shares.includes(each));
  return [
    ...rateConditions(rate, shares),
    ...conditionsOf(asked, counts.length > 0 ? asked.figures : [], counts, () => false),
  ];
}
