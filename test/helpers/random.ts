/** A seeded random source (mulberry32): the same seed gives the same numbers everywhere. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  /** `count` different members, in random order. */
  sample<T>(from: readonly T[], count: number): T[];
}

export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(from: readonly T[]) => from[whole(0, from.length - 1)] as T;
  const sample = <T>(from: readonly T[], count: number) => {
    const pool = [...from];
    const taken: T[] = [];
    while (taken.length < count && pool.length > 0) taken.push(...pool.splice(whole(0, pool.length - 1), 1));
    return taken;
  };
  return { next, whole, pick, sample };
}
