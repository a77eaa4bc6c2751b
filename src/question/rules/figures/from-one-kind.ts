/** Those whose requests all came from one kind of applicants: 申请全部来自个人的单位 · "which bureaus got requests only from individuals". */
import { asksAgencies, asksWhich, type Draft, type Hearing } from '../../hearing.ts';
import { describesBodies } from '../bodies/described.ts';
import { shareConditions } from '../conditions.ts';
import { refsOf } from '../measures/figure.ts';

/** Their share in all that were received is 1; null where anything else is asked, so that nothing of it is dropped. */
export function fromOneKind(hearing: Hearing): Draft | null {
  const { marks, applicants, bodies } = hearing;
  const [applicant, ...more] = applicants;
  if (applicant === undefined || applicant === 'total' || more.length > 0) return null;
  if (!(asksWhich(marks) || marks.has('count') || describesBodies(hearing))) return null;
  if (
    bodies.some(({ by, plural }) => by === 'name' && !plural) ||
    marks.has('not', 'op', 'order', 'group', 'whichYear')
  )
    return null;
  const figures = marks.with('measure');
  if (!figures.every(({ sense: { ids } }) => ids.includes('applications.received'))) return null;
  const figure = {
    start: 0,
    end: 0,
    ids: ['applications.received'],
    combine: 'each' as const,
    assumed: false,
    marks: [],
  };
  const share = { of: refsOf(figure, [applicant]), in: refsOf(figure, []) };
  const conditions = shareConditions(share, [
    { start: 0, end: 0, what: { comparison: 'eq', value: 1 }, percent: true, marks: [] },
  ]);
  if (conditions === null) return null;
  const counted = marks.has('count');
  marks.use(...figures.map(({ mark }) => mark), ...marks.with('applicant').map(({ mark }) => mark));
  marks.use(...marks.all.filter(({ text }) => whole.test(text)));
  marks.useRule('which', 'count', 'ask', 'verb');
  return {
    rule: 'figures: all from one kind of applicants',
    needs: 'many',
    plan: {
      operation: counted ? 'count' : 'list',
      conditions,
      groupBy: counted || asksAgencies(marks) ? 'agency' : null,
    },
  };
}

const whole = /^(?:全部|全都|都|只|仅|来自|由|all|only|exclusively|solely|entirely|from|by)$/;
