/** Sections: the one before or behind the one that was shown (下一节, "previous section, too"). */
import { unused } from '../hearing.ts';
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
