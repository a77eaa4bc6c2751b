/** Chosen: one of the questions that were offered, said by its agency ("the Yanchi one"), its place in the list, or its name. */
import { type Hearing, unused } from '../hearing.ts';
import type { Choice, Reading, Turn } from '../plan.ts';
import { foldName } from '../typed.ts';

const ordinals: readonly RegExp[] = [
  /^(?:第一个|第1个|1|一|the first(?: one)?|first(?: one)?|number one)$/,
  /^(?:第二个|第2个|2|二|the second(?: one)?|second(?: one)?|number two)$/,
  /^(?:第三个|第3个|3|三|the third(?: one)?|third(?: one)?|number three)$/,
  /^(?:第四个|第4个|4|四|the fourth(?: one)?|fourth(?: one)?|number four)$/,
  /^(?:第五个|第5个|5|五|the fifth(?: one)?|fifth(?: one)?|number five)$/,
];

/** The offered question that is meant; null where the turn offered none, several fit, or something else is asked. */
export function chosen(hearing: Hearing, turn: Turn | undefined, read: (question: string) => Reading): Choice | null {
  const { bodies, when, marks, question } = hearing;
  const choices = turn?.asked === true ? (turn.choices ?? []) : [];
  if (choices.length === 0) return null;
  const said = foldName(question.text.replace(/[\s.,!?，、]+$/u, ''));
  const [at, last] = [ordinals.findIndex((each) => each.test(said)), /^(?:最后一个|the last(?: one)?)$/.test(said)];
  if (at >= 0 || last) return choices[last ? choices.length - 1 : at] ?? null;
  const named = choices.filter(({ label }) => foldName(label) === said);
  if (named.length === 1) return named[0]!;
  const [body, ...more] = bodies;
  if (body === undefined || more.length > 0 || when.mode !== 'open' || unused(marks).length > 0) return null;
  const keys = (body.agencies.length > 0 ? body.agencies : body.within).map(({ key }) => key);
  const fits = choices.filter((choice) => {
    const agencies = read(choice.question).plan?.scope.agencies ?? [];
    return agencies.length === 1 && keys.includes(agencies[0]!);
  });
  return fits.length === 1 ? fits[0]! : null;
}
