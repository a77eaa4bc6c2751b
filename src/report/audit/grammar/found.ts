/** What a figure of a clause was found to count, and what kind of count that is. */
import { type ClaimKind, isApplicant } from '../claim-kinds.ts';
import { type Ground, isGround } from '../grounds.ts';
import { rawCodesOf, type Token } from './tokens.ts';

export interface Found {
  readonly kinds: readonly ClaimKind[];
  readonly value: number;
  /** False: of a part. */
  readonly whole: boolean;
  /** Offset of the figure or negation in the clause. */
  readonly at: number;
  readonly group: 'applicant' | 'outcome' | 'ground' | 'caseOutcome' | 'main';
  /** It says by itself that it goes on into the next year. */
  readonly onward: boolean;
}

/** An outcome for the reason given; null where it is not known, or of another outcome. */
export const because = (kinds: readonly ClaimKind[], reason: Ground | 'unknown'): readonly ClaimKind[] | null =>
  kinds.length === 1 && reason.startsWith(`${kinds[0]}.`) ? [reason as Ground] : null;

export const main = (kind: ClaimKind, { start: at }: Token, value = 0): Found => ({
  kinds: [kind],
  value,
  whole: true,
  at,
  group: 'main',
  onward: false,
});

export function groupOf(kind: ClaimKind): Found['group'] {
  if (isApplicant(kind)) return 'applicant';
  if (isGround(kind)) return 'ground';
  if (/\.(?:upheld|corrected|other|pending)/.test(kind)) return 'caseOutcome';
  const outcome = /^(?:disclosed|partly|refused|unavail|unproc|other)/.test(kind);
  return outcome ? 'outcome' : 'main';
}

/** 12件申请均已答复: these were, however many there are besides; 对12件申请作出答复 counts what was answered. */
export function isOfAll(item: readonly Token[]): boolean {
  const codes = rawCodesOf(item);
  const figure = codes.indexOf('Q');
  return (
    !codes.includes('c') &&
    item.slice(figure + 1).some(({ word }) => /^(?:均|都|全部)$/.test(word)) &&
    /Q.*H/.test(codes)
  );
}

/** A clause without a figure that is read: a time, a body, a topic, what is done with all of them. */
export const isContext = (codes: string): boolean =>
  /^[TeSakqxOimdcHwntRPGuhr,oN]*$|^[TeSaqcimdVIJLh,uxn]*$|^[TeSakqxcdO]*[3-6]?[dOm]*[α-ρ][dOm,]*$|^[TeSaqOd]*[1-6][dOm]*n$/.test(
    codes,
  );
