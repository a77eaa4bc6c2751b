/** A search that names agencies, places or years among its words: where it looks, and where then. */
import type { Asked } from '../asked.ts';
import { bodiesOf, fitting, type Held, type Name, without } from '../named.ts';
import type { Allowed } from './allowed.ts';
import { enough, type FoundPassages, type Weighed } from './find.ts';
import type { Followed } from './follow.ts';
import type { Standing } from './standing.ts';

/** One way of reading a query, with what it finds. */
export interface Attempt {
  readonly typed: string;
  readonly asked: Asked;
  /** Words that texts hold where no term is one. */
  readonly standing: readonly Standing[];
  readonly weighed: readonly Weighed[];
  readonly found: FoundPassages;
  /** Names that were taken for restrictions, and whether what is found lies outside of them. */
  readonly names?: readonly Name[];
  readonly elsewhere?: boolean;
  /** Whether other words for the matter were looked for, since what was typed is nowhere within. */
  readonly akin?: boolean;
}

const han = /[\u2e80-\u9fff]/;
const says = /[\p{L}\p{N}]/u;
/** Sums of shares are rounded. */
const slack = 1e-3;
/** What holds so much of the rest says it. */
const most = 0.9;

interface Ways {
  readonly look: (typed: string, among: Allowed, akin?: boolean) => Promise<Attempt>;
  /** The same read more widely. */
  readonly widely: (attempt: Attempt, among: Allowed) => Attempt;
}

/**
 * What was typed where it names an agency, a place or a year: these restrict, and the rest is looked for within. A passage that holds
 * all of it, names included, is meant too (the court of 六安市). Where nothing within holds the rest, the nearest from elsewhere.
 */
export async function within(
  names: readonly Name[],
  words: string,
  quoted: boolean,
  allowed: Allowed,
  { look, widely }: Ways,
  followed: Followed,
  held: Held,
): Promise<Attempt> {
  const rest = without(words, names);
  const among = meeting(names, allowed, followed, held);
  const inside = { ...(await look(says.test(rest) ? rest : words, among)), names };
  // A phrase is there or is not: nothing else stands for it.
  if (quoted) return inside.found.total > 0 ? inside : { ...(await look(rest, allowed)), names, elsewhere: true };
  const whole = inside.found.share > 1 - slack;
  // 招商局, where none is held: what names a kind of department and nothing beside it is a word as well.
  if (!says.test(rest) && inside.found.total === 0) return look(words, allowed);
  if (whole || !says.test(rest)) return inside;
  const lacks = lacking(inside.asked);
  if (inside.weighed.length === 0) {
    const wide = widely(inside, among);
    return wide.found.total > 0 ? { ...wide, akin: true } : inside;
  }
  const text = await look(words, allowed);
  if (text.found.share > 1 - slack) return text;
  if (inside.found.share >= enough) return lacks ? widely(inside, among) : inside;
  const akin = await look(rest, among, true);
  if (akin.found.share >= enough) return { ...akin, names, akin: true };
  const anywhere = await look(rest, allowed);
  // What nobody says so may be said otherwise within.
  const wide = widely(inside, among);
  const said = lacks || anywhere.found.share < most ? wide.found.total > 0 : wide.found.share >= enough;
  if (said) return { ...wide, akin: true };
  // The same body in another year is nearer than another body, and that than another year as well.
  const bodies = names.filter(({ kind }) => kind !== 'year');
  const years = names.filter(({ kind }) => kind === 'year');
  for (const some of bodies.length > 0 && years.length > 0 ? [bodies, years] : []) {
    const nearer = await look(rest, meeting(some, allowed, followed, held));
    if (nearer.found.share >= enough) return { ...nearer, names, elsewhere: true };
  }
  return { ...anywhere, names, elsewhere: true };
}

/** Whether Chinese words are nowhere in the library, and no slip for one that is. */
function lacking({ missing, near }: Asked): boolean {
  const slips = new Set(near.flatMap(({ term, slip }) => (slip ? [term] : [])));
  return missing.some(({ word }) => han.test(word) && !slips.has(word));
}

/** Passages of reports that meet the names. Where bodies are named, only their own reports are looked at. */
function meeting(names: readonly Name[], allowed: Allowed, { heads }: Followed, { reports }: Held): Allowed {
  const fits = fitting(names);
  const keys = bodiesOf(names);
  const numbers = keys === null ? heads.keys() : keys.flatMap((key) => reports.get(key) ?? []);
  const meant: number[] = [];
  for (const number of numbers) if (fits(heads.get(number)!)) meant.push(number);
  return allowed.among(meant);
}
