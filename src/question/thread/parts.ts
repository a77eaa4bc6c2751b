/** Parts: of what the last figure of the text is made up (怎么构成的), and the share of something named in it (其中公告栏占多少). */

import type { Turn } from '../context.ts';
import { unused } from '../hearing.ts';
import { Marks, sense } from '../marks.ts';
import type { Plan } from '../plan.ts';
import { topicOf } from '../rules/topics.ts';
import { type Look, since } from './look.ts';
import { saidIn } from './said.ts';
import type { Way } from './way.ts';

type Statement = NonNullable<Plan['statement']>;

/** The one figure of the text that the last answer gave. */
function figureOf({ plan, asked }: Turn): Statement | null {
  const { operation, statement } = plan;
  return asked || operation !== 'lookup' || statement === null || statement.parts.length > 0 ? null : statement;
}

/** What the figure is told by. */
const told = ({ subject, whole }: Statement): NonNullable<Statement['whole']> =>
  subject === '' && whole !== null ? whole : { subject, quantity: null };

export const madeUp: Way = {
  name: 'follow-up: what it is made up of',
  make({ hearing: { marks, bodies, when }, last }) {
    const figure = figureOf(last);
    if (figure === null || bodies.length > 0 || when.mode !== 'open') return null;
    if (!marks.has('made.of', 'made.list') || marks.with('number').length > 0) return null;
    if (unused(marks, ['made', 'ask', 'section', 'show', 'follow', 'op.sum', 'definition']).length > 0) return null;
    marks.use(...marks.all);
    const statement = { subject: '', unit: null, verb: null, whole: told(figure) };
    return {
      rule: this.name,
      needs: 'one',
      of: 'same',
      plan: { operation: 'lookup', statement, topic: figure.subject },
    };
  },
};

export const shareInIt: Way = {
  name: 'follow-up: its share in the figure',
  make({ hearing, last }) {
    const { marks, bodies, when } = hearing;
    const figure = figureOf(last);
    if (figure === null || bodies.length > 0 || when.mode !== 'open' || !marks.has('op.rate')) return null;
    if (marks.has('not', 'order', 'cmp', 'which') || marks.with('number').length > 0) return null;
    // What the question means by itself used its words; here they are read anew.
    const fresh = new Marks(marks.all);
    const topic = topicOf({ ...hearing, marks: fresh });
    if (topic === null || topic.foreign || !topic.marks.some((mark) => sense(mark, 'topic') ?? sense(mark, 'part')))
      return null;
    fresh.use(...topic.marks);
    if (unused(fresh, ['op.rate', 'unit', 'verb', 'follow', 'ask']).length > 0) return null;
    marks.use(...marks.all);
    const statement = { subject: topic.text, unit: null, verb: null, whole: told(figure) };
    return {
      rule: this.name,
      needs: 'one',
      of: 'same',
      plan: { operation: 'lookup', statement, topic: topic.text, percent: true },
    };
  },
};

const asksShare: readonly RegExp[] = [
  /^(?:它|这|那|这个|那个|这些|那些|它们|其)?(?:又|所)?占(?:比|多少|几成|了多少|百分之几|总数的多少|多大比例|的比例|多大比重|总数的几成)(?:是多少|多少)?$|^(?:比例|占比|比重)(?:是)?(?:多少|多大|几)?$/u,
  /^(?:and )?what (?:share|percentage|proportion|fraction|percent)(?: of (?:it|that|them|the total|all|the whole))?(?: is| are| does| do)?(?: (?:that|it|this|they|those))?(?: make up| of (?:the total|all|the whole|it|them))?$/u,
];

/** 占比多少, "what share is that": the last figure in the one before it. */
export const shareOfIt: Look = {
  name: 'the share of the last figure of the text',
  make({ question, bodies, when }, [last, before]) {
    if (last === undefined || bodies.length > 0 || when.mode !== 'open') return null;
    const figure = figureOf(last);
    if (figure === null || figure.subject === '' || !asksShare.some((each) => each.test(saidIn(question)))) return null;
    const holder = before === undefined ? null : figureOf(before);
    const whole = figure.whole ?? (holder === null || !sameReports(last, before!) ? null : told(holder));
    return whole === null ? null : { ...since(last), percent: true, statement: { ...figure, whole } };
  },
};

const sameReports = (one: Turn, other: Turn): boolean =>
  JSON.stringify([one.plan.scope.agencies, one.plan.scope.years]) ===
  JSON.stringify([other.plan.scope.agencies, other.plan.scope.years]);
