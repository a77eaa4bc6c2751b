/** Words of a question that name one figure together: what they share. */
import type { Mark, Marks } from '../../marks.ts';
import type { Bound } from '../bounds.ts';

export const outcome =
  /^applications\.(disclosed|partlyDisclosed|refused|unavailable|unprocessed|other|handled|carried)/;

/** How an application was answered, as against how many were. */
export const cameOut = /^applications\.(disclosed|partlyDisclosed|refused|unavailable|unprocessed|other)/;

/** The question that the clusters stand in. */
export interface Asked {
  readonly marks: Marks;
  readonly text: string;
  readonly bounds: readonly Bound[];
}

export interface Cluster {
  marks: Mark[];
  ids: readonly string[];
  fallback: readonly string[];
  /** After 和, "and", a comma: asked for beside what stands before. */
  joined: boolean;
  /** A number is asked of it in a clause of its own, as of another: it frames none. */
  asked?: boolean;
}

export function familyOf(ids: readonly string[]): string | null {
  const families = new Set(ids.map((id) => id.split('.')[0]!));
  return families.size === 1 ? [...families][0]! : null;
}

export const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((each) => b.includes(each));
