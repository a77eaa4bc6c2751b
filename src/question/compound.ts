/** Compound: two questions in one sentence, of which no plan holds both. They are asked back one by one, each complete. */
import type { Hearing } from './hearing.ts';
import type { Mark } from './marks.ts';
import type { Choice, Reading } from './reading.ts';
import { displayName } from './refine/naming.ts';
import { apart } from './rules/apart.ts';
import { originalOf } from './typed.ts';

/** 收了几件申请，公众号发了几条 · "how many requests did it get and how many posts did it publish": null where not every piece can be asked by itself. */
export function compound(hearing: Hearing, read: (question: string) => Reading): readonly Choice[] | null {
  const { bodies, when, language } = hearing;
  const [agency, ...more] = bodies.flatMap((body) => (body.agencies.length > 0 ? body.agencies : body.within));
  if (agency === undefined || more.length > 0 || when.years.length > 1) return null;
  const found = apart(hearing);
  if (found === null || found.together) return null;
  const name = displayName(hearing, agency);
  const year = when.years[0];
  const choices = found.pieces.map((piece) => {
    const words = wordsOf(piece, hearing);
    return language === 'zh'
      ? `${name}${year === undefined ? '' : `${year}年`}${words}？`
      : `${name}${year === undefined ? '' : ` ${year}`}: ${words}?`;
  });
  const plans = choices.map((question) => read(question).plan);
  return plans.every(
    (plan) => plan !== null && plan.scope.agencies.join() === agency.key && plan.operation === 'lookup',
  )
    ? choices.map((question) => ({ label: question, question }))
    : null;
}

/** The piece as typed, without the agency and the year. */
function wordsOf(piece: readonly Mark[], { question, language }: Hearing): string {
  const kept = piece.filter(
    ({ senses }) => !senses.some(({ kind }) => ['agency', 'region', 'department', 'years'].includes(kind)),
  );
  return kept
    .map(({ start, end }) => originalOf(question, start, end))
    .join(language === 'zh' ? '' : ' ')
    .trim();
}
