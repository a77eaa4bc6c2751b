/** A figure of one report's text that is said, and is to be confirmed. */
import { type Draft, type Hearing, ofOne, type Rule } from '../../hearing.ts';
import { fires, sense } from '../../marks.ts';
import { comparisonsIn } from '../comparisons.ts';
import { type Topic, topicOf } from '../topics.ts';
import { isUnit, unitOf, verbOf } from './words.ts';

/** 培训了两次，对不对 · "Ankang published 300 posts, right?": a figure of one report's text that is said, and is to be confirmed. */
export const told: Rule = {
  name: 'figure of the text, to be confirmed',
  make(hearing): Draft | null {
    const { marks } = hearing;
    if (!ofOne(hearing) || marks.has('audit', 'check.part', 'ask.quantity', 'ask.what', 'which', 'count', 'order'))
      return null;
    if (marks.has('op.rate', 'op.average', 'op.compare', 'search.hits', 'search.command')) return null;
    const counted = marks.all.some(
      (mark, at) =>
        sense(mark, 'number') !== undefined &&
        marks.all[at + 1] !== undefined &&
        (isUnit(marks.all[at + 1]!) || (marks.has('claim') && sense(marks.all[at + 1]!, 'topic') !== undefined)),
    );
    const cells = marks
      .with('measure')
      .some(
        ({ mark }) =>
          !fires(mark, 'verb') &&
          !fires(mark, 'filler') &&
          !fires(mark, 'claim') &&
          !isUnit(mark) &&
          !sense(mark, 'topic'),
      );
    if (!counted || cells) return null;
    const [comparing, ...more] = comparisonsIn(marks);
    if (comparing === undefined || more.length > 0 || comparing.percent || !('comparison' in comparing.what))
      return null;
    marks.use(
      ...marks.all.filter(
        (mark) =>
          mark.start >= comparing.end && mark.start - comparing.end <= 1 && isUnit(mark) && !sense(mark, 'topic'),
      ),
    );
    const topic = topicOf(hearing) ?? published(hearing);
    if (!topic || topic.foreign || topic.text.length < 2) return null;
    marks.use(...topic.marks, ...marks.with('measure').map(({ mark }) => mark));
    marks.useRule('unit', 'verb', 'ask', 'claim', 'check', 'search', 'section', 'themes');
    const unit = unitOf(
      marks.firing('unit.text').filter((mark) => !sense(mark, 'applicant')),
      hearing,
    );
    return {
      rule: this.name,
      needs: 'one',
      plan: {
        operation: 'lookup',
        statement: { subject: topic.text, unit, verb: verbOf(marks.all, unit) },
        topic: topic.text,
        claim: comparing.what,
      },
    };
  },
};

/** 公开了438条: so many items of whatever was published. */
function published({ marks }: Hearing): Topic | null {
  const items = marks.firing('unit.text').some(({ text }) => /[条篇则]/.test(text));
  return items && marks.has('verb.publish') && marks.unknown().length === 0
    ? { text: '信息', marks: [], foreign: false }
    : null;
}
