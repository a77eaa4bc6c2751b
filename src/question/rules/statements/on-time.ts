/** The share answered on time: what no form counts, and some texts state as a rate (按时答复率100%). */
import type { Draft, Rule } from '../../hearing.ts';

const asked: readonly RegExp[] = [
  /(?:按时|按期|及时|期限内|按规定时间)(?:得到|给出?|予以|进行)?(?:答复|回复|办结|办理|处理)(?:了)?的?(?:申请)?(?:的)?(?:占|比例|比率|占比|比重|率|百分)/u,
  /(?:比例|比率|占比|百分之几|几成|多大比例)的?(?:申请)?(?:是|被|得到)?(?:按时|按期|及时|在期限内)(?:答复|回复|办结|办理|处理)/u,
  /\b(?:share|percentage|proportion|percent|fraction|rate)\b.*\b(?:answer|answered|answers|repl(?:y|ied|ies)|respond(?:ed|s)?|handled?|processed?|dealt|met|meet)\b.*\b(?:on time|in time|within the (?:time limit|deadline|statutory period))\b/u,
  /\bon time (?:reply|answer|response|answering|handling) (?:rate|share|percentage)\b|\b(?:rate|share|percentage|proportion) of (?:on time|timely) (?:replies|answers|responses)\b/u,
];
const rate = '按时答复率';

export const onTime: Rule = {
  name: 'the share answered on time',
  make({ marks, bodies, question }): Draft | null {
    if (!asked.some((each) => each.test(question.text)) || marks.has('order', 'cmp', 'not', 'op.average', 'claim'))
      return null;
    if (marks.unknown().length > 0) return null;
    const one = bodies.length === 1 && !bodies[0]!.plural;
    for (const kind of ['measure', 'topic', 'part', 'rate', 'theme', 'definition', 'section'] as const)
      marks.use(...marks.with(kind).map(({ mark }) => mark));
    marks.useRule(
      'op.rate',
      'meta',
      'audit',
      'verb',
      'ask',
      'outcomes',
      'unit',
      'definition',
      'which',
      'section',
      'themes',
      'deadline',
    );
    return {
      rule: this.name,
      needs: one ? 'one' : 'many',
      rewords: true,
      plan: { operation: 'lookup', statement: { subject: rate }, topic: rate },
    };
  },
};
