/** Chosen: one of the questions that were offered, or all, said by its agency ("the Yanchi one"), its place, or its name. */

import type { Turn } from '../context.ts';
import { type Hearing, unused } from '../hearing.ts';
import type { Choice, Reading } from '../reading.ts';
import { foldName } from '../typed.ts';

/** Places in the list; before them may stand that it is chosen. */
const ordinals: readonly RegExp[] = [
  /^(?:第一个|第一家|第1个|1|一|1号|the first(?: one)?|first(?: one)?|(?:number|option|choice) (?:one|1))$/,
  /^(?:第二个|第二家|第2个|2|二|2号|the second(?: one)?|second(?: one)?|(?:number|option|choice) (?:two|2))$/,
  /^(?:第三个|第三家|第3个|3|三|3号|the third(?: one)?|third(?: one)?|(?:number|option|choice) (?:three|3))$/,
  /^(?:第四个|第四家|第4个|4|四|4号|the fourth(?: one)?|fourth(?: one)?|(?:number|option|choice) (?:four|4))$/,
  /^(?:第五个|第五家|第5个|5|五|5号|the fifth(?: one)?|fifth(?: one)?|(?:number|option|choice) (?:five|5))$/,
];
const final = /^(?:最后一个|最后一家|最后那个|the last(?: one)?|last one)$/;
const all =
  /^(?:都要|都看|都给我|全要|全都要|全部|全部都要|两个都要|两家都要|都|每个都要|都说说|都列出来|both|both of them|both please|all|all of them|all of these|every one of them|each of them|all please|give me both|show both|show all)$/;
const taking =
  /^(?:嗯|好|对|那|就|要|选|我选|我要|是|看|就是|就要|就选|就看|ok|okay|yes|please|i mean|i want|take|pick|choose|give me|show me)(?:[,，、 ]+|(?=[\u4e00-\u9fff]))/;

/** What is said, without the words that only take it. */
function taken(text: string): string {
  let said = foldName(text.replace(/[\s.,!?，、。！？吧的呗]+$/u, '').replace(/,? please$/iu, ''));
  while (taking.test(said) && !all.test(said)) said = said.replace(taking, '');
  return said;
}

/** The offered question that is meant; null where the turn offered none, several fit, or something else is asked. */
export function chosen(hearing: Hearing, turn: Turn | undefined, read: (question: string) => Reading): Choice | null {
  const { bodies, when, marks, question } = hearing;
  const choices = offeredBy(turn);
  if (choices.length === 0) return null;
  const said = taken(question.text);
  const at = ordinals.findIndex((each) => each.test(said));
  if (at >= 0 || final.test(said)) return choices[at >= 0 ? at : choices.length - 1] ?? null;
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

/** All of the offered questions at once, where they are the same question of several agencies; else null. */
export function allChosen(
  { question }: Hearing,
  turn: Turn | undefined,
  read: (question: string) => Reading,
): Reading | null {
  const choices = offeredBy(turn);
  if (choices.length < 2 || !all.test(taken(question.text))) return null;
  const readings = choices.map((choice) => read(choice.question));
  const plans = readings.flatMap(({ plan }) => plan ?? []);
  const [first] = plans;
  if (first === undefined || plans.length < choices.length) return null;
  const bare = (plan: typeof first) => JSON.stringify({ ...plan, scope: null, assumptions: [] });
  const alike = plans.every((plan) => bare(plan) === bare(first) && plan.scope.agencies.length === 1);
  if (!alike || !['lookup', 'metadata'].includes(first.operation)) return null;
  const pairs = plans.flatMap(({ scope: { agencies, years } }) =>
    years.map((year) => ({ agency: agencies[0]!, year })),
  );
  const scope = {
    ...first.scope,
    agencies: plans.flatMap(({ scope: { agencies } }) => agencies),
    years: [...new Set(pairs.map(({ year }) => year))].sort((a, b) => a - b),
    ...(pairs.length > 0 ? { pairs } : {}),
  };
  return { ...readings[0]!, plan: { ...first, scope, assumptions: [] } };
}

const offeredBy = (turn: Turn | undefined): readonly Choice[] => (turn?.asked === true ? (turn.choices ?? []) : []);
