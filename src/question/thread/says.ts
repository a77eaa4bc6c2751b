/** Says: after a search, what one of the reports writes of the same matter (安康是怎么说的, "what does Xingqing say about it"). */
import type { Hearing } from '../hearing.ts';
import type { Way } from './way.ts';

const asks =
  /^(?:那|那么|and |so )?(?:的)?(?:报告)?(?:里|中)?(?:又|都|具体)?(?:是)?(?:怎么|怎样|如何|咋)(?:说|写|讲|提|做|表述)(?:的|到的)?(?:呢|啊)?$|^(?:and |so )?(?:what|how) (?:does|do|did) (?:'s report |the )?(?:say|write|put it|mention it|says?)(?: (?:about|of|on) (?:it|that|this))?$/u;

/** The question without the name of the body. */
const around = ({ question: { text }, bodies: [body] }: Hearing): string =>
  body === undefined
    ? text
    : `${text.slice(0, body.start)}${text.slice(body.end)}`
        .replace(/[?？。!！,，]/g, '')
        .replace(/\s+/g, ' ')
        .trim();

export const says: Way = {
  name: 'follow-up: what one of them says',
  make({ hearing, last }) {
    const { marks, bodies, excluded, when } = hearing;
    const { operation, topic, having } = last.plan;
    if (last.asked || operation !== 'search' || topic === null || having === 'without') return null;
    if (bodies.length !== 1 || excluded.length > 0 || when.mode !== 'open' || !asks.test(around(hearing))) return null;
    marks.use(...marks.all);
    return { rule: this.name, needs: 'one', plan: { operation: 'section', topic } };
  },
};
