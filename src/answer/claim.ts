/** Whether what a question said of a figure is so: 收到3件，对吧. Said only where the figure is known for certain. */
import type { Claim } from '../question/plan.ts';
import type { Answer, Confirmed } from './answer.ts';
import { compares } from './conditions.ts';
import { exact } from './figures.ts';

/** The answer with the verdict on what the plan claims; unchanged where there is none, or nothing certain to judge it by. */
export function confirming(answer: Answer): Answer {
  const { claim } = answer.plan;
  const confirmed = claim === null || answer.status !== 'answered' ? null : judge(claim, answer);
  return confirmed === null ? answer : { ...answer, confirmed };
}

function judge(claim: Claim, { value, unit, rows, base, plan }: Answer): Confirmed | null {
  const computed = plan.statement !== null && ['sum', 'average'].includes(plan.operation);
  if (plan.statement !== null && !computed) return ofText(claim, rows, value, unit);
  const share = plan.rate !== null || plan.share !== null;
  if (value !== null) {
    // What an unknown figure would add to a sum cannot be known; what is more than so much already stays more. The mean of what the
    // texts state is that of those that state it.
    const more = (claim.comparison === 'gt' || claim.comparison === 'ge') && compares(value, claim);
    const open = (base?.unknown.length ?? 0) > 0 && !more && !(computed && plan.operation === 'average');
    return open ? null : { holds: holds(claim, value, share), value, unit };
  }
  // What became of the 5 requests: how many were answered.
  const handled = rows.length > 8 ? rows.filter((row) => row.measure === 'applications.handled') : [];
  if (handled.length === 1 && typeof handled[0]!.value === 'number' && claim.value > 0)
    return { holds: compares(handled[0]!.value, claim), value: handled[0]!.value, unit: handled[0]!.unit ?? null };
  // Several cells side by side: that there is something in one of them, or nothing in any.
  const some = claim.value === 0 && (claim.comparison === 'gt' || claim.comparison === 'eq');
  const [report, ...others] = new Set(rows.map((row) => row.report));
  if (!some || report === undefined || others.length > 0) return null;
  const found = rows.find((row) => typeof row.value === 'number' && row.value > 0);
  // "Did it get any, and were they disclosed": of one there is something and of the other nothing, so that neither word is true.
  const figures = new Set(plan.measures.map(({ measure }) => measure.replace(/^litigation\..*/, 'litigation')));
  const mixed = found !== undefined && figures.size > 1 && rows.some((row) => row.value === 0);
  if (mixed && claim.comparison === 'gt') return null;
  if (found) return { holds: claim.comparison === 'gt', value: null, unit: null };
  if (rows.some((row) => row.value !== 0)) return null;
  return { holds: claim.comparison === 'eq', value: 0, unit: null };
}

/** A text may give several figures for the same words: it says so where one of them is so. */
function ofText(claim: Claim, rows: Answer['rows'], value: number | null, unit: string | null): Confirmed | null {
  const figures = rows.flatMap((row) => (typeof row.value === 'number' ? [row.value] : []));
  const so = figures.filter((figure) => compares(figure, claim));
  const mixed = claim.comparison !== 'eq' && so.length > 0 && so.length < figures.length;
  return figures.length === 0 || mixed ? null : { holds: so.length > 0, value, unit };
}

/** Rates are said in percent, as exactly as the question says them: 33.33 % is 33 %, and not 34 %. */
function holds(claim: Claim, value: number, share: boolean): boolean {
  if (!share) return compares(value, claim);
  const percent = (bound: number) => exact(bound * 100);
  const bounds = { ...claim, value: percent(claim.value) };
  const upper = claim.upper === undefined ? {} : { upper: percent(claim.upper) };
  const said = claim.comparison === 'eq' || claim.comparison === 'ne' ? digits(bounds.value) : null;
  return compares(said === null ? value : Number(value.toFixed(said)), { ...bounds, ...upper });
}

const digits = (value: number): number => String(value).split('.')[1]?.length ?? 0;
