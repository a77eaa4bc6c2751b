/** What a body published, whatever it was: the part of its report that tells of proactive disclosure. */
import type { Draft, Rule } from '../hearing.ts';
import { fires, type Mark } from '../marks.ts';

/** 盐池主动公开了哪些信息 · "what did Ankang publish in 2020" */
export const disclosures: Rule = {
  name: 'what was published',
  make(hearing): Draft | null {
    const { marks, bodies, question } = hearing;
    if (bodies.length > 1 || bodies[0]?.plural || !asks.some((each) => each.test(question.text))) return null;
    const quantity = marks.firing('ask.quantity').some(({ text }) => !/^what\b/.test(text));
    if (marks.has('count', 'order', 'op', 'cmp', 'unit', 'not', 'all', 'outcomes') || quantity) return null;
    const said = (mark: Mark) => fires(mark, 'verb') || fires(mark, 'verb.publish') || words.test(mark.text);
    const told = marks.all.filter((mark) => said(mark));
    if (told.length === 0) return null;
    marks.use(...told);
    marks.useRule('section', 'ask', 'made.list', 'definition', 'meta.publishedDate', 'which', 'verb');
    return { rule: this.name, needs: 'one', rewords: true, plan: { operation: 'section', topic: '主动公开' } };
  },
};

const asks = [
  /(?:公开|公布|发布)(?:了|过|)(?:些|)(?:哪些|什么|啥|哪几类|哪几方面)(?:方面|类|)(?:的|)(?:政府|)(?:内容|信息|东西|事项|)(?:[?？。呢]*)$/,
  /\bwhat (?:(?:kinds?|sorts?) of )?(?:information |things |government information )?(?:did|does|has|have) .{1,90}\b(?:publish(?:ed)?|disclosed?|mak(?:e|es) public|made public|put out)(?: proactively| on its own(?: initiative)?)?(?: (?:in|for) (?:19|20)\d\d| that year)?[?？.]*$/,
];

const words =
  /^(?:主动|信息|内容|东西|事项|哪些内容|information|things|proactively|public|publish|disclose|made|make)$/;
