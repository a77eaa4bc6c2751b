/**
 * Shapes of plain statements over the letters of `words.ts`: what a figure counts is known only where its item has one of
 * these shapes from its first letter to its last.
 */
import type { ClaimKind, Court } from '../claim-kinds.ts';
import { isGround } from '../grounds.ts';
import { applicationKindOf, caseKindOf, outcomeKinds } from './features.ts';

export interface Shape {
  readonly kinds: readonly ClaimKind[];
  /** The item names applications (`own`), is about them only by what stands before (`led`), or is about cases. */
  readonly about: 'own' | 'led' | 'case';
}

const lead = '[TeSakqC]*';
const who = '(?:[akTC]*(?:o(?:vS)?)?[rua]*d?)?';
const object = '[akTC]*d?O?m*d?';
const done = '(?:[aktqT]*[HP])?';
const is = '[akw]*';

type Rule = readonly [RegExp, (codes: string) => readonly ClaimKind[]];
const rule = (source: string, kinds: Rule[1] | ClaimKind): Rule => [
  new RegExp(`^(?:${source})$`),
  typeof kinds === 'string' ? () => [kinds] : kinds,
];

const outcomesOf = (codes: string) =>
  [...codes].filter((code) => /[1-6]/.test(code)).map((code) => outcomeKinds[Number(code) - 1]!);

const applications: readonly Rule[] = [
  rule(`${lead}c?[tC]*[PR]?[akTC]*d?Qd?NO?m*${done}`, 'newlyReceived'),
  rule(`${lead}c[tC]*Qd?Om*d?[akt]*H`, 'handled'),
  rule(`${lead}c?[tC]*(?:RN|NR|N)[akTC]*${who}${object}${is}QO?m*${done}`, 'newlyReceived'),
  rule(`${lead}c?[tC]*R[akTC]*${who}${object}${is}Qd?O?m*${done}`, 'received'),
  rule(`${lead}[akT]*o[a]*(?:v[Sa]*)?[ru][akTC]*d?O${is}Q`, 'received'),
  rule(`${lead}[tC]*[RN][akt]*H${object}${is}QO?m*`, 'processed'),
  rule(`${lead}[tC]*P${object}${is}QO?m*${done}`, 'processed'),
  rule(`${lead}O[dm]*[akt]*R[md]*${is}Q`, 'received'),
  rule(`${lead}O[dm]*[akt]*N[md]*${is}Q`, 'newlyReceived'),
  rule(`${lead}O[dm]*[akt]*H[md]*${is}Q`, 'handled'),
  rule(`${lead}(?:o[rua]*)?d?O[dm]*${is}Q${done}`, 'processed'),
  rule('[eSakqC]*T[TeSakqC]*w?a*Qd?O[dm]*(?:r[vaS]*)?', 'processed'),
  rule(`[TeSakq]*x?C[Ca]*[rRuNo]*[md]*${is}QO?m*`, 'received'),
  rule(`${lead}x?[tak]*H[akt]*o?d?${object}${is}QO?m*`, 'handled'),
  rule(`${lead}[xyuca]*P?a*F${object}${is}QO?m*${done}`, 'carriedOver'),
  rule(`${lead}x?[wa]*QO?[aw]*F`, 'carriedOver'),
  rule(`${lead}(?:O[md]*)?[xya]*P?G${object}${is}QO?m*`, 'carriedForward'),
  rule(`${lead}[xyawg]*d?QO?[agkwdtq]*G`, 'carriedForward'),
  rule(`${lead}[xya]*[jG]QO?U`, 'carriedForward'),
  rule(`${lead}x?[uac]*[1-6](?:[h][1-6])*[dOmH]*${is}Q(?:O|m)*`, outcomesOf),
  rule(`${lead}[xc]*QO?[wa]*[1-6]`, outcomesOf),
  rule(`${lead}x?(?:[oO]?w|v|c)?A[rudOm]*${is}QO?`, 'natural'),
  rule(`${lead}xp[rudOm]*${is}QO?`, 'natural'),
  rule(`${lead}[RN][ak]*A[rudOm]*${is}QO?m*`, 'natural'),
  rule(`${lead}x?QO?[avc]*A[rudOm]*`, 'natural'),
  rule(`${lead}x?QO?[avc]*B[rudOm]*`, 'organisation'),
  rule(`${lead}x?QO?[avc]*E[rudOm]*`, 'business'),
  rule(`${lead}x?(?:[oO]?w|v|c)?B[rudOm]*${is}QO?`, 'organisation'),
  rule(`${lead}x?(?:[oO]?w|v|c)?E[rudOm]*${is}QO?`, 'business'),
  rule(`${lead}x?(?:[oO]?w|v|c)?M[rudOm]*${is}QO?`, 'research'),
  rule(`${lead}x?(?:[oO]?w|v|c)?f[rudOm]*${is}QO?`, 'publicInterest'),
  rule(`${lead}x?(?:[oO]?w|v|c)?@[rudOm]*${is}QO?`, 'legalService'),
];

/** At the year's end, or followed by what becomes of it: what is not done goes on. */
const pending: readonly Rule[] = [
  rule(`${lead}[yaw]*QO?[awqt]*g`, 'carriedForward'),
  rule(`${lead}[yac]*g${object}${is}QO?`, 'carriedForward'),
  rule(`${lead}[yac]*yO${is}QO?`, 'carriedForward'),
];

const tie = '[ciHPOmdTeSakquxorv]*';
const cases: readonly Rule[] = [
  rule(`${lead}w?R?${tie}V[mdu]*${is}Qm*`, 'review'),
  rule(`${lead}w?R?${tie}I[mdu]*${is}Qm*`, 'litigation'),
  rule(`${lead}[uRwa]*Qd?[ciSud]*V[mdu]*`, 'review'),
  rule(`${lead}[uRwa]*Qd?[ciSud]*I[mdu]*`, 'litigation'),
  rule(`${lead}w?R?${tie}D[mdu]*${is}Qm*`, 'dispute'),
  rule(`${lead}[uRwa]*Qd?[ciSud]*D[mdu]*`, 'dispute'),
  rule(`${lead}x?${tie}J[mdiI]*${is}Q`, 'litigation.direct'),
  rule(`${lead}x?${tie}L[mdiI]*${is}Q`, 'litigation.afterReview'),
];

/** What the item's figure counts; null where its words do not agree. `court`: the last named before. */
export function shapeOf(codes: string, court: Court | null): Shape | null {
  for (const [pattern, kinds] of cases) if (pattern.test(codes)) return { kinds: kinds(codes), about: 'case' };
  const became = caseKindOf(codes, court);
  if (became !== null) return { kinds: [became], about: 'case' };
  const about = codes.includes('O') ? 'own' : 'led';
  for (const [pattern, kinds] of applications) if (pattern.test(codes)) return { kinds: kinds(codes), about };
  const kind = applicationKindOf(codes);
  if (kind === null) return null;
  // 国家秘密2件 is of applications only where they are spoken of; 不予公开国家秘密2件 is by itself.
  return { kinds: [kind], about: isGround(kind) && /[3-6]/.test(codes) ? 'own' : about };
}

export function isPending(codes: string): boolean {
  return pending.some(([pattern]) => pattern.test(codes));
}

const remainder = new RegExp(`^[akS]*jm*${is}QO?$`);

/** 结转2件, without a word of whence or whither. */
export const isRemainder = (codes: string): boolean => remainder.test(codes);

type Zero = readonly [RegExp, ClaimKind | null];
const zeros: readonly Zero[] = [
  [/^[aTk%]*(?:[RNPur]+[aTk%]*)?(?:[op][a%]*)?(?:[vc]S)?[rua]*d?[a]*N?O(?:[mdP]|um?)*$/, 'received'],
  ...outcomeKinds.map((kind, index): Zero => [new RegExp(`^[auR]*${index + 1}[dOmH]*$`), kind]),
  [/^[auR]*G[dOm]*$/, 'carriedForward'],
  [/^[auR]*g[dOm]*$/, 'carriedForward'],
  [/^[auR]*F[dOm]*$/, 'carriedOver'],
  // 没有新收和上年结转的申请.
  [/^[aR]*N[ad]*$/, 'received'],
  [/^[auR]*j[dOm]*$/, null],
  [/^[ciHRrOmdoTSavu]*V[mdu]*$/, 'review'],
  [/^[ciHRrOmdoTSavu]*I[imdu]*$/, 'litigation'],
  [/^[ciHRrOmdoTSavu]*D[imdu]*$/, 'dispute'],
  [/^[ciHOmdTSau]*J[mdu]*$/, 'litigation.direct'],
  [/^[ciHOmdTSau]*L[mdu]*$/, 'litigation.afterReview'],
];

/** What is denied by an item after 未, 没有, 无; undefined where it has no plain shape, null where it is nothing compared. */
export function deniedBy(codes: string): ClaimKind | null | undefined {
  return zeros.find(([pattern]) => pattern.test(codes))?.[1];
}

const naughts: readonly Zero[] = [
  [/^[TeSaOdicq]*[NR]+[aOd]*[md]*$/, 'received'],
  [/^[TeSaiq]*O[md]*$/, 'received'],
  [/^[TeSaOd]*H[Omd]*$/, 'handled'],
  [/^[TeSaOd]*F[Omd]*$/, 'carriedOver'],
  [/^[TeSaOdP]*G[Omd]*$/, 'carriedForward'],
  [/^[TeSaOd]*j[Omd]*$/, null],
  ...outcomeKinds.map((kind, index): Zero => [new RegExp(`^[TeSaOdq]*${index + 1}[dOmH]*$`), kind]),
  [/^[TeSaciHOmdu]*V[mdu]*$/, 'review'],
  [/^[TeSaciHOmdu]*I[mdu]*$/, 'litigation'],
  [/^[TeSaciHOmdu]*D[mdu]*$/, 'dispute'],
];

/** What an item before 均为0, 为零, ：无 is of. */
export function naughtOf(codes: string): ClaimKind | null | undefined {
  return naughts.find(([pattern]) => pattern.test(codes))?.[1];
}
