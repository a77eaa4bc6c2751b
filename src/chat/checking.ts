/**
 * "Check this figure": the figures of somebody's message, held against the reports. Each figure becomes the question that
 * it answers ("收到申请 3 件" → "收到申请多少件"), the question is answered as any other, and the two numbers are compared.
 * What names no agency, or has no single answer, is not judged.
 */
import type { AskResult, Citation } from '../answer/answer.ts';
import type { Ask } from '../ask.ts';
import type { Message, Part } from '../message/message.ts';
import type { Plan } from '../question/plan.ts';
import type { Store } from '../store/store.ts';
import { type Claim, claimsOf } from './claims.ts';
import { type Language, say } from './phrases.ts';

/** Figures of one message that are checked. */
const MOST = 8;

export interface CheckDependencies {
  readonly ask: Ask;
  readonly store: Pick<Store, 'heads'>;
}

type Outcome = 'match' | 'differ' | 'unknown';

interface Checked {
  readonly claim: Claim;
  readonly outcome: Outcome;
  /** What the reports say, or why nothing can be said. */
  readonly said: string;
  readonly result: AskResult | null;
}

export async function checkFigures(text: string, language: Language, { ask }: CheckDependencies): Promise<Message> {
  const claims = claimsOf(text);
  if (claims.length === 0) return { language, parts: [{ kind: 'text', text: say('checkNone', language) }] };
  const checked: Checked[] = [];
  let scope: Plan['scope'] | null = null;
  for (const claim of claims.slice(0, MOST)) {
    const found: Checked = await checkOne(claim, scope, language, ask);
    checked.push(found);
    // "… of which 1 was disclosed": agency and year stand until others are named.
    if (found.result?.plan) scope = found.result.plan.scope;
  }
  return told(checked, claims.length, language);
}

async function checkOne(claim: Claim, scope: Plan['scope'] | null, language: Language, ask: Ask): Promise<Checked> {
  let why = say('checkUnclear', language);
  for (const question of claim.questions) {
    const { result } = await ask({ question: question.slice(0, 1000), language });
    const whole = result.plan ? await completed(result, scope, language, ask) : result;
    if (whole.plan && named(whole.plan)) return judged(claim, whole, language);
    if (whole.plan) why = say('checkWhose', language);
    else if (result.status === 'clarify' && result.choices.length > 0) why = say('checkWhose', language);
  }
  return { claim, outcome: 'unknown', said: why, result: null };
}

const named = ({ scope }: Plan) => scope.agencies.length === 1 || scope.reports.length === 1;

/** The answer for the agency and the year of an earlier figure, where this one names none. */
async function completed(
  result: AskResult,
  before: Plan['scope'] | null,
  language: Language,
  ask: Ask,
): Promise<AskResult> {
  const { plan } = result;
  if (plan === null || before === null || (plan.scope.agencies.length > 0 && plan.scope.years.length > 0))
    return result;
  const agencies = plan.scope.agencies.length > 0 ? plan.scope.agencies : before.agencies;
  const years = plan.scope.years.length > 0 ? plan.scope.years : before.years;
  const scope = { ...plan.scope, agencies, years };
  const operation = plan.operation === 'sum' ? ('lookup' as const) : plan.operation;
  return (await ask({ question: result.question, plan: { ...plan, operation, scope }, language })).result;
}

/** Only one report's one figure can be held against one number. */
function judged(claim: Claim, result: AskResult, language: Language): Checked {
  const { value, unit, status } = result;
  const reports = new Set(result.rows.flatMap((row) => row.report ?? []));
  if (status !== 'answered' || value === null || reports.size !== 1) {
    const why = result.reason ?? say(reports.size > 1 ? 'checkYears' : 'checkUnclear', language);
    return { claim, outcome: 'unknown', said: why, result };
  }
  if (!sameUnit(claim.unit, unit))
    return { claim, outcome: 'unknown', said: say('checkUnit', language, { unit: unit ?? '—' }), result };
  const matches = Math.abs(value - claim.value) <= claim.precision;
  const shown = `${value}${unit === '%' ? '%' : unit === null ? '' : ` ${unit}`}`;
  // A figure of the text was found by its words: another number there may count another thing.
  const certain = result.plan?.statement === null && (result.plan.measures.length > 0 || result.plan.rate !== null);
  const outcome = matches ? 'match' : certain ? 'differ' : 'unknown';
  const phrase = matches || certain ? 'checkSays' : 'checkNear';
  return { claim, outcome, said: say(phrase, language, { what: result.interpretation, value: shown }), result };
}

/** A percentage is no count, and an amount is in its own unit; counts are counted in many words. */
function sameUnit(claimed: string, unit: string | null): boolean {
  const kind = (text: string) => (text === '%' ? '%' : /元$/.test(text) ? text : 'count');
  return unit === null || kind(claimed) === kind(unit);
}

function told(checked: readonly Checked[], all: number, language: Language): Message {
  const count = (outcome: Outcome) => String(checked.filter((each) => each.outcome === outcome).length);
  const parts: Part[] = [
    {
      kind: 'headline',
      text: say('checkHead', language, { match: count('match'), differ: count('differ'), unknown: count('unknown') }),
    },
  ];
  const citations: Citation[] = [];
  for (const { claim, outcome, said, result } of checked) {
    const mark = say(
      ({ match: 'checkMatch', differ: 'checkDiffer', unknown: 'checkUnknown' } as const)[outcome],
      language,
    );
    const quoted = `${mark}${language === 'zh' ? `：“${claim.text}”` : `: “${claim.text}”`}\n${said}`;
    parts.push({ kind: outcome === 'differ' ? 'warning' : 'text', severity: 'warning', text: quoted } as Part);
    if (outcome === 'unknown' || result === null) continue;
    citations.push(...result.citations.slice(0, 3));
    for (const { text } of result.warnings) parts.push({ kind: 'note', text });
  }
  if (all > checked.length)
    parts.push({ kind: 'note', text: say('checkMore', language, { most: String(checked.length) }) });
  if (citations.length > 0)
    parts.push({ kind: 'sources', title: say('sourcesTitle', language), citations: citations.slice(0, 20) });
  return { language, parts };
}
