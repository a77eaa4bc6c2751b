/** Alike: the last question's place among all, or share in all, of another agency ("and Pengyang?"). */
import { unused } from '../hearing.ts';
import { theOne } from '../rules/figures/stands.ts';
import type { Way } from './way.ts';

export const alike: Way = {
  name: 'follow-up: the same of another',
  make({ hearing, last, before }) {
    const { bodies, when, applicants, excluded, marks } = hearing;
    const [body, ...more] = bodies;
    const { stands, part, operation } = last.plan;
    const places = stands !== null && operation === 'rank';
    if (last.asked || !(places || part !== null) || body === undefined || more.length > 0) return null;
    const other = theOne(body);
    if (other === null || when.mode !== 'open' || applicants.length > 0 || excluded.length > 0) return null;
    if (unused(marks, ['follow', 'library']).length > 0) return null;
    marks.use(...marks.all);
    const plan = places
      ? { ...before, stands: { ...stands, of: other.key } }
      : { ...before, part: { agencies: [other.key] } };
    return { rule: this.name, needs: 'many', of: 'same', bodies: [], plan };
  },
};
