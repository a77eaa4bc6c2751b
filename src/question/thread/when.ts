/** When: on which day that happened which the last answer told of (哪天办的, "when was it held"). */
import { fires, Marks } from '../marks.ts';
import { marksOf, whenAsked } from '../rules/happened.ts';
import { needsOf } from './turn.ts';
import type { Way } from './way.ts';

/** What may stand around it: what was done, and words that go on. */
const around = ['verb', 'filler', 'follow', 'and', 'plain', 'ask', 'outcomes', 'claim', 'year.until'];

export const whenThat: Way = {
  name: 'follow-up: when it happened',
  make({ hearing, last }) {
    const { marks, bodies, when } = hearing;
    const { topic, operation } = last.plan;
    const asked = whenAsked(hearing);
    if (asked === null || last.asked || topic === null || bodies.length > 0 || when.mode !== 'open') return null;
    if (!['lookup', 'section', 'search'].includes(operation)) return null;
    const own = marksOf(hearing, asked);
    const rest = new Marks(marks.all).all.filter((mark) => !own.includes(mark));
    const said = (text: string) =>
      /^(?:it|that|this|they|these|those|the|was|were|is|did|take|place|happen|held|它|这个|那个|活动|办|开|搞|的)$/.test(
        text,
      );
    if (rest.some((mark) => !said(mark.text) && !around.some((rule) => fires(mark, rule)))) return null;
    marks.use(...marks.all);
    return {
      rule: this.name,
      needs: needsOf(last.plan),
      of: 'same',
      plan: { operation: 'lookup', topic, dated: true },
    };
  },
};
