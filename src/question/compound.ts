/** Compound: two questions in one sentence, of which no plan holds both. They are asked back one by one, each complete. */
import type { Hearing } from './hearing.ts';
import { fires, type Mark, type Sense } from './marks.ts';
import type { Plan } from './plan.ts';
import type { Choice, Reading } from './reading.ts';
import { displayName } from './refine/naming.ts';
import { apart, cut } from './rules/apart.ts';
import { originalOf } from './typed.ts';

/** 收了几件申请，公众号发了几条 · "how many requests did it get and how many posts did it publish": null where not every piece can be asked by itself. */
export function compound(hearing: Hearing, read: (question: string) => Reading): readonly Choice[] | null {
  const found = apart(hearing);
  if (found === null || found.together) return null;
  const questions = asked(found.pieces, hearing, read);
  return questions?.every(({ plan }) => plan.operation === 'lookup')
    ? questions.map(({ question }) => ({ label: question, question }))
    : null;
}

interface Piece {
  readonly question: string;
  readonly plan: Plan;
}

/** Each piece as a whole question about the one agency that is named, and how it is read; null where one is not. */
function asked(
  pieces: readonly (readonly Mark[])[],
  hearing: Hearing,
  read: (question: string) => Reading,
): readonly Piece[] | null {
  const { bodies, when, language } = hearing;
  const [agency, ...more] = bodies.flatMap((body) => (body.agencies.length > 0 ? body.agencies : body.within));
  if (agency === undefined || more.length > 0 || when.years.length > 1) return null;
  const name = displayName(hearing, agency);
  const year = when.years[0];
  const found = pieces.flatMap((piece): Piece[] => {
    const named = piece.some(({ senses }) => senses.some(naming));
    const words = wordsOf(piece, hearing, language === 'en' && named);
    const dated = year === undefined || words.includes(String(year));
    const question =
      language === 'zh'
        ? `${name}${year === undefined ? '' : `${year}年`}${words}？`
        : named
          ? `${words}${dated ? '' : ` in ${year}`}?`
          : `${name}${dated ? '' : ` ${year}`}: ${words}?`;
    const { plan } = read(question);
    return plan !== null && plan.scope.agencies.join() === agency.key ? [{ question, plan }] : [];
  });
  return found.length === pieces.length ? found : null;
}

/**
 * 收到几件申请，都公开了吗 · "how many did it get, and was it sued": what a plan was made of, where it leaves out one of two things that are
 * asked in clauses of their own; null where it holds them all, or no two can be asked by themselves.
 */
export function dropped(hearing: Hearing, plan: Plan, read: (question: string) => Reading): readonly Choice[] | null {
  if (plan.operation !== 'lookup' && plan.operation !== 'rate') return null;
  const clauses = cut(hearing.marks.all, hearing.question.text).filter((clause) => clause.length > 0);
  if (clauses.length < 2 || clauses.filter(asksByItself).length < 2) return null;
  // What asks nothing belongs to the clause behind it.
  const pieces: Mark[][] = [[]];
  for (const clause of clauses) {
    pieces.at(-1)!.push(...clause);
    if (asksByItself(clause)) pieces.push([]);
  }
  if (pieces.pop()!.length > 0) return null;
  const found = asked(pieces, hearing, read);
  const figures = found?.every(({ plan: { operation } }) => operation === 'lookup' || operation === 'rate');
  return found === null || !figures || found.every(({ plan: part }) => holds(plan, part))
    ? null
    : found.map(({ question }) => ({ label: question, question }));
}

const asksByItself = (clause: readonly Mark[]): boolean =>
  clause.some(
    (mark) =>
      fires(mark, 'ask.quantity') || fires(mark, 'ask.yesno') || fires(mark, 'outcomes') || asking.test(mark.text),
  );
const asking = /^(?:was|were|did|has|have|is|are)\b|吗$|多少|几|how many/;

/** Whether the plan has everything that is asked for in the part. */
function holds(plan: Plan, part: Plan): boolean {
  const whole = JSON.stringify(plan);
  return (
    // 纠正了几件 means by itself what may be corrected; behind a word for reviews it means those.
    (part.measures.length === 0 ||
      part.measures.some(({ measure, applicant }) =>
        plan.measures.some((each) => each.measure === measure && each.applicant === applicant),
      )) &&
    (part.rate === null || plan.rate === part.rate) &&
    (part.share === null || JSON.stringify(plan.share) === JSON.stringify(part.share)) &&
    (part.topic === null || whole.includes(part.topic)) &&
    (part.statement === null || whole.includes(part.statement.subject))
  );
}

const naming = ({ kind }: Sense): boolean => ['agency', 'region', 'department'].includes(kind);

/** The piece as typed; but where `whole` without the agency and the year, which are said before it. */
function wordsOf(piece: readonly Mark[], { question }: Hearing, whole: boolean): string {
  const [first, last] = [piece[0], piece.at(-1)];
  if (whole && first && last) return originalOf(question, first.start, last.end).trim();
  const kept = piece.filter(({ senses }) => !senses.some((each) => naming(each) || each.kind === 'years'));
  const words: string[] = [];
  for (const [index, { start, end }] of kept.entries()) {
    const apart = index > 0 && /\s/.test(question.text.slice(kept[index - 1]!.end, start));
    words.push(apart ? ' ' : '', originalOf(question, start, end));
  }
  return words.join('').trim();
}
