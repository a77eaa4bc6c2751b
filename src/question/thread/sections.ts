/** Sections: the one before or behind the one that was shown (下一节, "previous section, too"), or its half on what is to be done. */
import { unused } from '../hearing.ts';
import { saidIn } from './said.ts';
import type { Way } from './way.ts';

export const besideSection: Way = {
  name: 'follow-up: next section',
  make({ hearing: { marks, bodies, when }, last, before }) {
    const [shown, ...more] = last.plan.sections;
    const step = marks.has('go.sectionNext') ? 1 : marks.has('go.sectionBefore') ? -1 : 0;
    if (last.plan.operation !== 'section' || shown === undefined || more.length > 0 || step === 0) return null;
    const number = shown + step;
    if (number < 1 || number > 6 || bodies.length > 0 || when.mode !== 'open') return null;
    if (unused(marks, ['go.sectionNext', 'go.sectionBefore', 'section', 'search']).length > 0) return null;
    marks.use(...marks.all);
    return { rule: this.name, needs: 'one', plan: { ...before, sections: [number], topic: null, whole: false } };
  },
};

const toBeDone =
  /^(?:只|光|单|仅|就)?(?:看|要|说|讲|列)?(?:它|他们|报告)?的?(?:改进|整改|解决|应对)?(?:的)?(?:措施|举措|办法|对策|打算)(?:部分|那部分|那一半|是什么|是啥|有哪些|呢)?(?:就行|就好|即可)?$|^(?:only |just )?(?:the |its |their )?(?:(?:improvement|remedial|corrective) )?(?:measures|remedies|solutions|fixes|improvements)(?: part| half| only)?(?: please)?$|^what (?:are|were) (?:the|its|their) (?:measures|remedies|solutions|fixes)$/u;

export const remedies: Way = {
  name: 'follow-up: what is to be done',
  make({ hearing: { marks, bodies, when, question }, last, before }) {
    if (last.plan.operation !== 'section' || last.plan.sections.join() !== '5') return null;
    if (last.asked || bodies.length > 0 || when.mode !== 'open' || !toBeDone.test(saidIn(question))) return null;
    marks.use(...marks.all);
    const plan = { ...before, sections: [5], topic: null, whole: false, themeKind: 'measure' as const };
    return { rule: this.name, needs: 'one', plan };
  },
};
