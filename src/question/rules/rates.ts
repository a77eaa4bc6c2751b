/** Derived rates: named ones, and shares of outcomes ("what share was refused"). */
import { asksWhich, type Hearing } from '../hearing.ts';
import { fires } from '../marks.ts';
import type { RateId } from '../plan.ts';
import type { Figure } from './measures/figure.ts';

const shares: readonly (readonly [RegExp, RateId])[] = [
  [/^applications\.disclosed$/, 'disclosure'],
  [/^applications\.partlyDisclosed$/, 'disclosureWithPartial'],
  [/^applications\.refused\./, 'refusal'],
  [/^applications\.unavailable\./, 'unavailable'],
  [/^applications\.unprocessed\./, 'unprocessed'],
  [/^applications\.carriedForward$/, 'carriedForward'],
  [/^review\.corrected$/, 'reviewCorrected'],
  [/^litigation\..*corrected$/, 'litigationCorrected'],
];

/** The rate whose numerator all of these are together: the whole of a group, never one ground of it; null where there is none. */
export function rateOf(measures: readonly string[]): RateId | null {
  const ids = [...new Set(measures)];
  const group = /^applications\.(refused|unavailable|unprocessed)\./;
  if (ids.length === 0 || ids.includes('applications.partlyDisclosed') || (ids.length === 1 && group.test(ids[0]!)))
    return null;
  const rates = new Set(ids.map((id) => shares.find(([test]) => test.test(id))?.[1] ?? null));
  return rates.size === 1 ? [...rates][0]! : null;
}

/** 哪些单位拒绝了超过10%的申请: a percentage of those that are counted is a share, whether or not it is called one. */
const boundsShare = ({ marks }: Hearing): boolean =>
  marks.with('number').some(({ sense: { percent } }) => percent) &&
  (asksWhich(marks) || marks.has('count')) &&
  !marks.has('op.change', 'op.average', 'op.trend');

/** The rate that the question names; `unknown` where it asks for a share that no rate gives, null where for none. */
export function rateIn(hearing: Hearing, figures: readonly Figure[]): RateId | 'unknown' | null {
  const { marks } = hearing;
  const named = marks.with('rate').filter(({ mark }) => !marks.used(mark));
  if (named.length > 0) {
    marks.use(...named.map(({ mark }) => mark));
    marks.useRule('op.rate', 'outcomes');
    const ids = [...new Set(named.map(({ sense: { id } }) => id))];
    // 国家秘密占不予公开的比例: of one ground, not of all of them.
    const ground = figures.some(
      ({ ids: [id], ids: { length } }) => length === 1 && /^applications\.[a-z]+\./i.test(id!),
    );
    if (ground) return 'unknown';
    // "Success rate of lawsuits": a rate of applications is none of lawsuits.
    const of = ids.every((id) => id === 'reviewCorrected')
      ? /^review/
      : ids.every((id) => id === 'litigationCorrected')
        ? /^litigation/
        : /^applications/;
    if (figures.length > 0 && figures.every((each) => each.ids.every((id) => !of.test(id)))) return 'unknown';
    const partial =
      ids.includes('disclosure') &&
      (figures.some(({ ids: [id] }) => id === 'applications.partlyDisclosed') || ids.includes('disclosureWithPartial'));
    // 公开率，部分公开也算上
    if (partial && !marks.has('except')) marks.useRule('except.close');
    return partial
      ? 'disclosureWithPartial'
      : ids.length === 1 && hearing.applicants.length === 0
        ? ids[0]!
        : 'unknown';
  }
  const cues = marks.firing('op.rate');
  if (cues.length === 0 && !boundsShare(hearing)) return null;
  // "change in percent" is a change; 50 % is a number.
  if (
    (cues.length > 0 && cues.every((mark) => mark.senses.some((each) => each.kind === 'number'))) ||
    marks.all.some((mark) => fires(mark, 'op.change') && fires(mark, 'op.rate'))
  )
    return null;
  if (marks.has('op.change') && cues.length > 0 && cues.every((mark) => /percent|百分/.test(mark.text))) return null;
  marks.use(...cues);
  marks.useRule('outcomes');
  if (hearing.applicants.length > 0) return 'unknown';
  const asked = figures.filter(
    ({ ids }) => !ids.includes('applications.received') && !ids.includes('applications.handled'),
  );
  const ids = asked.flatMap(({ ids }) => ids);
  if (
    ids.length === 0 ||
    (asked.length > 1 &&
      !(ids.length === 2 && ids.includes('applications.disclosed') && ids.includes('applications.partlyDisclosed')))
  )
    return 'unknown';
  if (ids.length === 2 && ids.includes('applications.partlyDisclosed')) return 'disclosureWithPartial';
  const grounds = ids.length === 1 && /^applications\.(refused|unavailable|unprocessed)\./.test(ids[0]!);
  // A share of one ground, or of partial disclosure alone, has no name among the rates.
  if (grounds || ids[0] === 'applications.partlyDisclosed') return 'unknown';
  const total = (id: string) => shares.find(([test]) => test.test(id))?.[1];
  const rates = new Set(ids.map(total));
  if (rates.size === 1) return [...rates][0] ?? 'unknown';
  const corrected = ids.every((id) => id.endsWith('.corrected'));
  return corrected ? 'unknown' : 'unknown';
}
