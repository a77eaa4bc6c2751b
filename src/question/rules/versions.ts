/** Versions of a report: what a correction changed, and what stood there before it. */
import { type Hearing, type Rule, unused } from '../hearing.ts';
import type { Plan } from '../plan.ts';

/** Which versions the question is about. */
export function versionsOf({ marks }: Pick<Hearing, 'marks'>): Plan['scope']['versions'] {
  if (marks.has('version.changes')) return 'both';
  return marks.has('version.earlier') ? 'earlier' : 'current';
}

/** 盐池的报告更正了什么 · "what changed in the corrected report of Ankang" */
export const corrections: Rule = {
  name: 'corrections',
  make({ marks }) {
    if (!marks.has('version.changes')) return null;
    marks.useRule('version', 'library', 'section', 'meta', 'op.compare', 'op.change', 'definition');
    return { rule: this.name, needs: 'one', plan: { operation: 'change' } };
  },
};

/** "The earlier version of Ankang's report", and nothing else: its particulars. */
export const earlier: Rule = {
  name: 'earlier version',
  make({ marks, bodies }) {
    if (!marks.has('version.earlier') || bodies.length === 0) return null;
    marks.useRule('section.show', 'library', 'meta.versions');
    return unused(marks).length > 0 ? null : { rule: this.name, needs: 'one', plan: { operation: 'metadata' } };
  },
};
