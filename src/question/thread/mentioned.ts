/** Mentioned: after a search the same asked of another matter (提到微博的呢, 那没提到培训的呢, "and those that mention Weibo?"). */
import { unused } from '../hearing.ts';
import { fires } from '../marks.ts';
import { topicOf } from '../rules/topics.ts';
import { speaksOfThose } from './reference.ts';
import { saidIn } from './said.ts';
import type { Way } from './way.ts';

const those =
  /^(?:其中|里面|当中|这些里面|这里面|这当中|这些当中)?(?:有)?(?:提到|提及|提过?|写到|写了?|说到|讲到|谈到|出现|含|没提到?|没有提到|没写到?|未提及|没有)(?:过|了)?.+的(?:有哪些|是哪些|是谁|有谁)?$|^(?:and |what about |how about )*(?:those|the ones|which|which ones|who)(?: of (?:them|those|these))?(?: that| who| which)? (?:do not |don't |never |did not |didn't )?(?:mention|talk about|refer to|say|discuss|write about)/u;

export const mentioned: Way = {
  name: 'follow-up: mentions something else',
  make({ hearing, last }) {
    const { marks, bodies, when, question } = hearing;
    const { plan } = last;
    if (last.asked || plan.operation !== 'search' || bodies.length > 0 || when.mode !== 'open') return null;
    if (!those.test(saidIn(question)) || !marks.has('search', 'not')) return null;
    const cues = marks.all.filter((mark) => fires(mark, 'search') || fires(mark, 'not'));
    const topic = topicOf(hearing, (mark) => !cues.includes(mark));
    if (topic === null || topic.foreign || topic.text.length < 2) return null;
    marks.use(...topic.marks, ...cues);
    if (unused(marks, ['search', 'not', 'library', 'verb', 'which', 'ask', 'section']).length > 0) return null;
    const without = marks.has('search.silent', 'not');
    return {
      rule: this.name,
      needs: 'many',
      of: speaksOfThose(hearing) ? 'those' : 'same',
      plan: { operation: 'search', topic: topic.text, having: without ? 'without' : null, sections: plan.sections },
    };
  },
};
