/**
 * What an item's figure counts, by the words that it holds and whatever their order: where every word is known, an order that
 * no shape foresaw (12件申请由本机关依法受理, 由企业提出的为2件) leaves no doubt as long as the words agree with one another.
 */
import type { CaseOutcome, ClaimKind, Court } from '../claim-kinds.ts';
import { type Ground, groundKinds } from '../grounds.ts';
import { groundLetters, groundsClass } from './words.ts';

export const outcomeKinds = ['disclosed', 'partlyDisclosed', 'refused', 'unavailable', 'unprocessed', 'other'] as const;
const caseOutcomeOf: Readonly<Record<string, CaseOutcome>> = {
  '7': 'upheld',
  '8': 'corrected',
  '9': 'otherOutcome',
  '0': 'pending',
};
export const courtOf: Readonly<Record<string, Court>> = {
  V: 'review',
  I: 'litigation',
  J: 'litigation.direct',
  L: 'litigation.afterReview',
};
const applicantOf: Readonly<Record<string, ClaimKind>> = {
  A: 'natural',
  B: 'organisation',
  E: 'business',
  M: 'research',
  f: 'publicInterest',
  '@': 'legalService',
  ψ: 'enterprise',
};

/** Words that stand beside any figure and change nothing of what it counts. */
const neutral = /[TeSaklqwmdrvouctixQhb]/g;
const ground = new RegExp(`[${groundsClass}]`);
const groundsAll = new RegExp(ground, 'g');

/** The ground of a letter. */
export const groundOf = (letter: string): Ground => groundKinds[groundLetters.indexOf(letter)]!;

/** What became of a case; `court`: the last named before. */
export function caseKindOf(codes: string, court: Court | null): ClaimKind | null {
  const content = only(codes, /[VIJLD7890]/g);
  if (content === '' || /[1-6KWXYZzjUgy%!]/.test(codes) || ground.test(codes)) return null;
  // 向复议机关申请行政复议: named twice, it is one.
  const courts = [...new Set(content.replace(/[7890]/g, ''))].join('');
  const outcomes = content.replace(/[VIJLD]/g, '');
  if (courts.length > 1 || outcomes.length > 1) return null;
  // 上年结转的行政复议案件1件, 新收…: of cases that went on, or only of those that came in.
  if (/[FGNABEMf@ψ]/.test(codes)) return null;
  if (outcomes === '') return courts === 'D' ? 'dispute' : (courtOf[courts] ?? null);
  const of = courts === '' ? court : (courtOf[courts] ?? null);
  return of === null ? null : `${of}.${caseOutcomeOf[outcomes]!}`;
}

/** What of applications; null where its words do not agree. */
export function applicationKindOf(codes: string): ClaimKind | null {
  const rest = codes.replace(neutral, '').replace(/C/g, '');
  const grounds = rest.match(groundsAll) ?? [];
  if (grounds.length > 0) {
    const kind = groundOf(grounds[0]!);
    const own = `${outcomeKinds.indexOf(kind.split('.')[0] as 'refused') + 1}`;
    const others = rest.replace(groundsAll, '').replace(new RegExp(`[O${own}HP]`, 'g'), '');
    return grounds.length === 1 && others === '' ? kind : null;
  }
  const kinds = only(rest, /[1-6]/g);
  if (kinds !== '') return kinds.length === 1 && /^[OHP1-6]+$/.test(rest) ? outcomeKinds[Number(kinds) - 1]! : null;
  const applicants = only(rest, /[ABEMf@ψ]/g);
  if (applicants !== '')
    return new Set(applicants).size === 1 && /^[ORNyABEMf@ψ]+$/.test(rest) ? applicantOf[applicants[0]!]! : null;
  // 其中受理5件 may be of any part.
  if (codes.includes('x')) return null;
  if (/^[OPR]*F[OPR]*$/.test(rest)) return 'carriedOver';
  if (/^[OPg]*G[OPg]*$/.test(rest)) return 'carriedForward';
  if (!rest.includes('O')) return null;
  if (/^[ORN]*N[ORN]*$/.test(rest)) return 'newlyReceived';
  if (/^[OR]*R[OR]*$/.test(rest)) return 'received';
  if (/^[OPH]*H[OPH]*$/.test(rest)) return 'handled';
  return /^[OPRH]+$/.test(rest) ? 'processed' : null;
}

const only = (codes: string, of: RegExp): string => (codes.match(of) ?? []).join('');

/** The court that later outcomes are of. 未经复议直接起诉2件、复议后起诉3件，维持4件: of both. */
export function courtAfter(kind: ClaimKind, before: Court | null): Court | null {
  const court = /^(?:review|litigation(?:\.direct|\.afterReview)?)/.exec(kind)?.[0] as Court | undefined;
  if (court === undefined) return before;
  const other = court === 'litigation.direct' ? 'litigation.afterReview' : 'litigation.direct';
  return court === kind && court.includes('.') && before === other ? 'litigation' : court;
}
