/** Shares that are none of the defined rates: of one figure in the figure that holds it. */
import type { Hearing } from '../hearing.ts';
import type { MeasureRef, Plan } from '../plan.ts';
import { type Figure, refsOf } from './measures/figure.ts';

type Share = NonNullable<Plan['share']>;

/** What a share may be in, rather than what is shared. */
const frame = ({ ids }: Figure) =>
  ids.every((id) => id === 'applications.received' || id === 'applications.handled' || id.endsWith('.total'));

/**
 * The share that the question asks for, and what it is in; null where that is not certain. Of applicants and an outcome the
 * one named last is the part ("what share of company requests were refused", 予以公开的申请中自然人占多少), but what follows 占 is
 * the whole.
 */
export function shareIn(hearing: Hearing, figures: readonly Figure[]): Share | null {
  const { applicants, marks } = hearing;
  const asked = figures.filter((each) => !frame(each));
  const named = marks.with('rate').map(({ sense: { id } }) => id);
  // 自然人申请的予以公开率: the defined rate over what these applicants were answered.
  if (applicants.length === 1 && named.length > 0) {
    const parts = named.length === 1 ? (rated[named[0]!] ?? []) : [];
    const of = parts.flatMap((id) => cellsOf(id, hearing)).flatMap((id) => refsOf(one(id), applicants));
    return of.length > 0 && asked.length === 0 ? { of, in: refsOf(handled, applicants) } : null;
  }
  if (asked.length > 1 || applicants.length > 1) return null;
  const [figure] = asked;
  if (applicants.length === 0) return figure ? inItsWhole(figure, hearing) : null;
  const base = figure ?? figures.find(frame) ?? receivedAll;
  if (base.ids.some((id) => !id.startsWith('applications.'))) return null;
  const total = refsOf(base, []);
  const own = refsOf(base, applicants);
  if (figure === undefined) return { of: own, in: total };
  const who = marks.with('applicant').at(-1)?.mark.start ?? 0;
  const whole = marks.firing('op.rate').find(({ text }) => /^占/.test(text));
  const partFirst = whole !== undefined && (figure.start > whole.start || who > whole.start);
  const applicantsArePart = partFirst ? who < figure.start : who > figure.start;
  return applicantsArePart ? { of: own, in: total } : { of: own, in: refsOf(handled, applicants) };
}

/** Outcomes that the defined rates count, as cells or groups of cells. */
const rated: Readonly<Record<string, readonly string[]>> = {
  disclosure: ['applications.disclosed'],
  disclosureWithPartial: ['applications.disclosed', 'applications.partlyDisclosed'],
  refusal: ['applications.refused'],
  unavailable: ['applications.unavailable'],
  unprocessed: ['applications.unprocessed'],
};

const cellsOf = (id: string, { lexicon }: Hearing): readonly string[] =>
  lexicon.words.groups.find((group) => group.id === id)?.measures ?? [id];

const one = (id: string): Figure => ({ start: 0, end: 0, ids: [id], combine: 'each', assumed: false, marks: [] });
const receivedAll = one('applications.received');
const handled = one('applications.handled');

/** A ground in its group where the question names both, an outcome in all outcomes, a result in its reviews or lawsuits. */
function inItsWhole(figure: Figure, hearing: Hearing): Share | null {
  const of = refsOf(figure, []);
  const wholes = new Set(figure.ids.map((id) => wholeOf(id, hearing)));
  if (wholes.has(null)) return null;
  const ids = [...wholes].flatMap((each) => each!.split(' ')).flatMap((id) => cellsOf(id, hearing));
  const cells = ids.map((id): MeasureRef => refsOf(one(id), [])[0]!);
  if (cells.every(({ measure }) => figure.ids.includes(measure))) return null;
  return { of, in: cells };
}

/** Groups of outcomes that the rates are of. */
const groups: Readonly<Record<string, string>> = {
  refusal: 'refused',
  unavailable: 'unavailable',
  unprocessed: 'unprocessed',
};

/** "What share of applications was refused for secrecy", 占全部申请的比例: whatever else is named, the whole is said. */
const ofApplications =
  /\b(?:share|percentage|percent|proportion|fraction|%) of (?:all |the |its |their |total |\d{4} )*(?:applications|requests)\b|占(?:了|到)?(?:全部|所有|总|当年|全年|本年度?)?的?(?:申请|办结|答复|办理)/;

function wholeOf(id: string, { marks, question }: Hearing): string | null {
  const [family, group, ...rest] = id.split('.') as [string, string, ...string[]];
  if (family === 'review') return 'review.total';
  if (family === 'litigation') return `litigation.${group}.total`;
  if (family !== 'applications') return null;
  if (rest.length > 0 && ofApplications.test(question.text)) return 'applications.handled';
  if (rest.length > 0) {
    // 占不予公开的比例: the words of a rate name the group as well.
    if (marks.with('rate').some(({ sense }) => groups[sense.id] === group)) return `applications.${group}`;
    const named = marks
      .with('measure')
      .find(
        ({ sense: { ids } }) =>
          ids.length > 1 && ids.length < 12 && ids.every((each) => each.startsWith(`applications.${group}.`)),
      );
    if (named) return named.sense.ids.join(' ');
  }
  return /^(disclosed|partlyDisclosed|refused|unavailable|unprocessed|other)$/.test(group)
    ? 'applications.handled'
    : null;
}
