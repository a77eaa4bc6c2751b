/** By whom: the kinds of applicants. */
import type { Hearing } from '../hearing.ts';
import { fires, type Mark, type Marks, sense } from '../marks.ts';
import { applies } from './bodies/departments.ts';
import { organizations } from './measures/figure.ts';

/** Kinds of applicants that the question names, or all of them for "by kind of applicant". */
export function applicantsIn(hearing: Pick<Hearing, 'marks'>): string[] {
  const { marks } = hearing;
  const by = marks.firing('by.applicant');
  const named = marks
    .with('applicant')
    .filter(
      ({ mark, sense: { id } }) =>
        id !== 'total' &&
        !fires(mark, 'unit.text') &&
        !sense(mark, 'measure') &&
        !isBody(mark, marks) &&
        !leftOver(mark, marks),
    );
  if (by.length > 0) {
    marks.use(...by, ...named.map(({ mark }) => mark));
    return named.length > 0
      ? [...new Set(named.map(({ sense: { id } }) => id))]
      : ['natural', ...organizations, 'total'];
  }
  const apart = notNatural(
    marks,
    named.map(({ mark }) => mark),
  );
  if (apart) return ['organizations'];
  const beside = besideNatural(marks, named);
  marks.use(...beside);
  return [...new Set([...named.map(({ sense: { id } }) => id), ...(beside.length > 0 ? ['organizations'] : [])])];
}

/** 个人和单位各提了多少: beside natural persons those who apply as bodies, and none that is applied to. */
function besideNatural(
  marks: Marks,
  named: readonly { readonly mark: Mark; readonly sense: { readonly id: string } }[],
) {
  const natural = named.filter(({ sense: { id } }) => id === 'natural').map(({ mark }) => mark);
  return marks.all.filter((mark, at) => {
    if (!/^(?:单位|机构|组织)(?:的|)$/.test(mark.text)) return false;
    const joins = (joint: Mark | undefined, other: Mark | undefined) =>
      joint !== undefined && other !== undefined && /^[和与跟及、]$/.test(joint.text) && natural.includes(other);
    return joins(marks.all[at - 1], marks.all[at - 2]!) || joins(marks.all[at + 1], marks.all[at + 2]!);
  });
}

/** 除彭阳外，其他单位: those that are left, and no kind of applicant. */
const leftOver = (mark: Mark, marks: Marks): boolean =>
  /^(?:其他|其它|其余|别的)(?:的|)(?:单位|机关|部门|局)$/.test(mark.text) &&
  marks.firing('except').some((each) => each.start < mark.start);

/** A word for a department, unless it also names applicants and another department is asked about: 盐池科技局收到大学的申请. */
export const isBody = (mark: Mark, marks: Marks): boolean =>
  sense(mark, 'department') !== undefined &&
  !(
    sense(mark, 'applicant') !== undefined &&
    (applies(mark, marks) ||
      marks.all.some(
        (each) =>
          sense(each, 'agency') !== undefined ||
          (sense(each, 'department') !== undefined && sense(each, 'applicant') === undefined),
      ))
  );

/** "Organisations (not natural persons)", 除自然人以外: all but natural persons are the organisations. */
function notNatural(marks: Marks, named: readonly Mark[]): boolean {
  const natural = named.filter((mark) => sense(mark, 'applicant')?.id === 'natural');
  const [only] = natural;
  const rest = named.filter((mark) => mark !== only);
  if (!only || natural.length > 1 || rest.some((mark) => sense(mark, 'applicant')?.id !== 'organizations'))
    return false;
  let at = marks.all.indexOf(only) - 1;
  while (at > 0 && /^(the|any|of|from|those|个)$/.test(marks.all[at]!.text)) at--;
  const before = marks.all[at];
  const after = marks.all[marks.all.indexOf(only) + 1];
  const leaves = (mark: Mark | undefined) =>
    mark !== undefined &&
    fires(mark, 'except') &&
    !mark.senses.every((each) => each.kind === 'word' && /^(except\.own|filler|follow|plain)/.test(each.rule));
  const negates = before !== undefined && /^(not|不是|非|no)$/.test(before.text);
  // 不是自然人 alone would be a guess; beside the organisations it only repeats them.
  // 自然人减去法人, "natural persons minus organisations": a difference of the two, which is none of them.
  const beyond = marks.all[marks.all.indexOf(only) + 2];
  const lessThat = beyond !== undefined && rest.includes(beyond);
  if (!(leaves(before) || (leaves(after) && !lessThat) || (negates && (rest.length > 0 || before.text === '非'))))
    return false;
  for (const mark of [before, after]) if (mark && (leaves(mark) || (mark === before && negates))) marks.use(mark);
  return true;
}
