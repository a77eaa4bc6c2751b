/** 收到申请超过10件的单位一共不予公开多少: a figure has a condition, and another one is added up, or divided, over those that meet it. */
import { type Draft, ofOne } from '../../hearing.ts';
import { conditionsOf, rateConditions } from '../conditions.ts';
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
