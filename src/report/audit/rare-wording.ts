/**
 * Wording that two agencies share and nobody else has: a section copied with name, year and figures changed still holds it, one
 * that everybody writes alike does not. Pairs are found through the bins of their signatures, without comparing reports one by one.
 */
import { runBins, type SketchSection } from './sketch.ts';

/** What is looked at: the words (a rare turn of phrase), or long runs (common phrases in the same order). */
export interface Wording {
  readonly of: 'signature' | 'runs';
  /** Bins whose value no third agency has. Sections of one subject share a few less by chance; below `sure` it is to be checked. */
  readonly least: number;
  readonly sure: number;
  /** Share of common words besides. */
  readonly near: number;
}
export const wordings: readonly Wording[] = [
  { of: 'signature', least: 6, sure: 8, near: 0.5 },
  { of: 'runs', least: 10, sure: 20, near: 0.3 },
];

/** Half the bins of the words' signature tell as much, in half the time. */
const looked = runBins;
const values = 65_536;
const slots = 1 << 22;
const nobody = -1;
const many = -2;
/** Bins that are turned at a time. */
const together = 16;

interface Holder {
  /** Its agency, or the report itself where that is not known. */
  readonly owner: string;
  readonly section: SketchSection;
}

/** Two agencies by their numbers, and the bins (`bin * 65536 + value`) that they alone share. */
export interface RarePair {
  readonly owners: readonly [string, string];
  readonly shared: ReadonlySet<number>;
}

export function rarePairs(all: readonly Holder[], { of, least }: Wording): RarePair[] {
  const holders = all.filter(({ section }) => section[of].length > 0);
  const names = [...new Set(holders.map(({ owner }) => owner))];
  const numberOf = new Map(names.map((name, index) => [name, index]));
  const numbered = holders.map(({ owner, section }) => ({ owner: numberOf.get(owner)!, section }));
  // Counted under a hash first: of millions of pairs that share a bin by chance none is kept.
  const counts = new Uint8Array(slots);
  const met: number[] = [];
  const where: number[] = [];
  eachPair(numbered, of, (one, other, bin, value) => {
    const slot = slotOf(one, other);
    if (counts[slot]! < least) counts[slot]! += 1;
    met.push(one * names.length + other);
    where.push(bin * values + value);
  });
  const pairs = new Map<number, { owners: [string, string]; shared: Set<number> }>();
  for (let at = 0; at < met.length; at += 1) {
    const key = met[at]!;
    const [one, other] = [Math.floor(key / names.length), key % names.length];
    if (counts[slotOf(one, other)]! < least) continue;
    const held = pairs.get(key) ?? { owners: [names[one]!, names[other]!], shared: new Set<number>() };
    held.shared.add(where[at]!);
    pairs.set(key, held);
  }
  return [...pairs.values()].filter(({ shared }) => shared.size >= least);
}

/** How many of the bins that the two agencies alone share both sections hold. */
export function rareShared({ shared }: RarePair, of: Wording['of'], one: SketchSection, other: SketchSection): number {
  let count = 0;
  for (let bin = 0; bin < looked; bin += 1) {
    const value = one[of][bin]!;
    if (value === other[of][bin] && shared.has(bin * values + value)) count += 1;
  }
  return count;
}

type Numbered = { readonly owner: number; readonly section: SketchSection };
type Visit = (one: number, other: number, bin: number, value: number) => void;

/** Every bin's values that exactly two agencies have, in whichever of their reports. */
function eachPair(holders: readonly Numbered[], of: Wording['of'], visit: Visit): void {
  const owners = Int32Array.from(holders, ({ owner }) => owner);
  const sections = holders.map(({ section }) => section);
  const first = new Int32Array(values);
  const second = new Int32Array(values);
  const block = new Uint16Array(together * holders.length);
  for (let from = 0; from < looked; from += together) {
    // Signature by signature: bin by bin every look would be into another's memory.
    for (const [at, section] of sections.entries())
      for (let bin = 0; bin < together; bin += 1) block[bin * holders.length + at] = section[of][from + bin]!;
    for (let bin = 0; bin < together; bin += 1) {
      first.fill(nobody);
      second.fill(nobody);
      const offset = bin * holders.length;
      for (let at = 0; at < owners.length; at += 1) {
        const [value, owner] = [block[offset + at]!, owners[at]!];
        const held = first[value]!;
        if (held === nobody) first[value] = owner;
        else if (held !== owner && second[value] !== owner) second[value] = second[value] === nobody ? owner : many;
      }
      for (let value = 0; value < values; value += 1) {
        const [one, other] = [first[value]!, second[value]!];
        if (other >= 0) visit(Math.min(one, other), Math.max(one, other), from + bin, value);
      }
    }
  }
}

const slotOf = (one: number, other: number): number =>
  (Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> (32 - 22);
