/** Misspelt Chinese: one wrong character in a long name that is known, and usual slips in short words, which are data. */
import type { Names } from './names.ts';

export interface Slip {
  readonly start: number;
  readonly end: number;
  readonly to: string;
}

const chinese = /^[\u4e00-\u9fff]+$/;
const longest = 14;

/** Whether a name is long enough, for what it stands for, that with one character changed it is no other word. */
type Counts<T> = (name: string, values: readonly T[]) => boolean;

/** Names by what is left of them when one character is taken out. */
type Holes = ReadonlyMap<string, readonly string[]>;

const made = new WeakMap<object, Holes>();

/** Long Chinese names of a list, ready to be found with one character wrong; built when the first misspelt word is met. */
function holesOf<T>(names: Names<T>, counts: Counts<T>): Holes {
  const known = made.get(names);
  if (known) return known;
  const holes = new Map<string, string[]>();
  for (const [name, values] of names.entries()) {
    if (name.length > longest || !chinese.test(name) || !counts(name, values)) continue;
    for (let at = 0; at < name.length; at++) {
      const hole = `${name.slice(0, at)}*${name.slice(at + 1)}`;
      const list = holes.get(hole);
      if (list) list.push(name);
      else holes.set(hole, [name]);
    }
  }
  made.set(names, holes);
  return holes;
}

/**
 * The one known name that an unknown character spoils (科学技木局: 科学技术局), the longest that fits; null where none or
 * several do. `at` is the offset of the unknown character.
 */
export function slipAt<T>(text: string, at: number, names: Names<T>, counts: Counts<T>): Slip | null {
  const holes = holesOf(names, counts);
  for (let length = longest; length >= 3; length--) {
    const found: Slip[] = [];
    for (let start = Math.max(0, at - length + 1); start <= at && start + length <= text.length; start++) {
      const hole = `${text.slice(start, at)}*${text.slice(at + 1, start + length)}`;
      for (const to of holes.get(hole) ?? []) found.push({ start, end: start + length, to });
    }
    if (found.length > 0) return new Set(found.map(({ to }) => to)).size === 1 ? found[0]! : null;
  }
  return null;
}
