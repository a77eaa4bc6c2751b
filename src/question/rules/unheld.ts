/** Restrictions that the forms do not hold (channels, months, subjects, persons): with them a figure is not to be had. */
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { matchesOf } from '../../text/matches.ts';
import { Sieve } from '../../text/sieve.ts';
import type { Context } from '../context.ts';
import type { Language } from '../plan.ts';
import type { Choice, Reading } from '../reading.ts';
import { lastTurn } from '../thread/turn.ts';
import { type Typed, typed } from '../typed.ts';

type Dimension = Lexicon['words']['unheld'][number];

interface Restriction {
  readonly start: number;
  readonly end: number;
  readonly dimension: Dimension;
}

/** Reasons that a restriction of figures overrules, beside plans of figures: what was not understood, or asked back. */
const overruling = new Set(['notUnderstood', 'offTopic', 'unsupported']);
const figures = /^(lookup|list|count|sum|average|rank|rate|compare|trend|change)$/;

/** What the forms count: a question that is not understood is about their figures where it names some of it. */
const counted =
  /申请|提交|递交|收件|来件|受理|答复|办结|复议|诉讼|官司|许可|处罚|强制|收费|拒绝|不予|\b(asks?|asked|appl(y|ied|ication|icant)s?|requests?|requesters?|filed|intake|reviews?|reconsiderations?|lawsuits?|litigation|court|licen[cs](es?|ing)|penalt(y|ies)|fees?|refus(al|als|ed))\b/;

/**
 * A question of figures that a word of these restricts: the reason, and the same question without it. Null where it holds none, or
 * asks for something else.
 */
export function unheld(
  reading: Reading,
  context: Context,
  lexicon: Lexicon,
  read: (question: string, context: Context) => Reading,
): Reading | null {
  if (!overruled(reading)) return null;
  const question = typed(reading.question);
  const found = restrictionsIn(question.text, lexicon, reading.plan === null);
  const [only] = found;
  if (only === undefined) return null;
  const names = found.some(({ dimension }) => dimension.names);
  // 哪个月的, in a thread about figures: of those.
  const spoken = lastTurn(context.turns)?.plan;
  const ofFigures = spoken !== undefined && figures.test(spoken.operation) && spoken.statement === null;
  if (reading.plan === null && !names && !ofFigures && !counted.test(question.text)) return null;
  // Of two restrictions that are compared, or one that says what is counted, nothing complete is left.
  const rest = found.length === 1 && !names ? without(question, only) : '';
  const choice: Choice[] =
    rest !== '' && read(rest, context).status === 'plan' ? [{ label: rest, question: rest }] : [];
  const kinds = found.filter(
    ({ dimension }, at) => found.findIndex((each) => each.dimension.zh === dimension.zh) === at,
  );
  return {
    ...reading,
    status: 'unheld',
    plan: null,
    prompt: null,
    choices: choice,
    reason: { code: 'notCounted', text: why(kinds.map(({ dimension }) => dimension))[reading.language] },
  };
}

const overruled = ({ status, plan, reason }: Reading): boolean =>
  plan === null
    ? status === 'clarify' || overruling.has(reason?.code ?? '')
    : figures.test(plan.operation) &&
      plan.statement === null &&
      plan.topic === null &&
      (plan.measures.length > 0 || plan.rate !== null || plan.share !== null || plan.conditions.length > 0);

const sieves = new WeakMap<Lexicon, Sieve<Dimension>>();

/** The patterns that show restrictions, with what they restrict. */
function sieveOf(lexicon: Lexicon): Sieve<Dimension> {
  let sieve = sieves.get(lexicon);
  if (sieve === undefined) {
    sieve = Sieve.of(lexicon.words.unheld.flatMap((each) => each.patterns.map((pattern) => [pattern, each] as const)));
    sieves.set(lexicon, sieve);
  }
  return sieve;
}

/** Every restriction of the folded text, in order, without overlaps. */
function restrictionsIn(text: string, lexicon: Lexicon, open: boolean): Restriction[] {
  const shown = sieveOf(lexicon)
    .in(text)
    .filter(([, dimension]) => open || !dimension.open);
  const found = shown.flatMap(([pattern, dimension]) =>
    matchesOf(text, pattern).map(({ 0: words, index }) => ({
      start: index,
      end: index + words.trimEnd().length,
      dimension,
    })),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((each) => {
    const free = each.start >= end && each.end > each.start;
    if (free) end = each.end;
    return free;
  });
}

/** The question as typed, less these words and what they leave behind: punctuation, "from" of "requests from foreigners". */
const without = ({ original, starts, ends }: Typed, { start, end }: Restriction): string =>
  `${original.slice(0, starts[start]).replace(/\b(?:from|by|of|via|through|among|with)\s+$/iu, '')} ${original.slice(ends[end - 1])}`
    .replace(/^[\s，,、。：:；;？?的]+|[\s，,、：:；;]+$/gu, '')
    .replace(/([\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])/gu, '$1')
    .replace(/ {2,}/g, ' ')
    .replace(/ +([,.?!])/g, '$1');

const why = (kinds: readonly Dimension[]): Readonly<Record<Language, string>> => ({
  zh: `官方表格不统计${kinds.map(({ zh }) => zh).join('，也不统计')}，所以没有这样的数。`,
  en: `The official forms do not record ${kinds.map(({ en }) => en).join('; nor ')}: no such figure is held.`,
});
