/**
 * Texts of reports repeat themselves: the same clause stands in thousands. What was found in one is kept for the next; nothing is
 * found across the punctuation between them.
 */

const boundary = /[。！？；：、，]/;
/** A comma inside of a number is none: 1，408. */
const digit = /[0-9０-９]/;

/** Where the clauses of a text end, ascending; the last one is the text's length. */
export function clauseEnds(text: string): number[] {
  const ends: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // 、。 and full-width punctuation: all others are passed over by one comparison.
    if (unit !== 0x3001 && unit !== 0x3002 && (unit < 0xff01 || unit > 0xff1f)) continue;
    if (boundary.test(text[at]!) && !digit.test(text.charAt(at + 1))) ends.push(at + 1);
  }
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return ends;
}

/** Clauses of one generation; two are held. */
const generation = 16_384;
/** Longer ones hardly come twice. */
const longest = 60;

/** What was found in a clause. */
export interface Found<T> {
  readonly tokens: T;
  /** Whether it is held: the same object may come again. */
  readonly kept: boolean;
}

/** `work`, done once for a clause that comes again soon: of those not seen for a while, all are forgotten together. `more`: what follows from the clause. */
export function remembered<T, More = void>(
  work: (clause: string, more: More) => T,
): (clause: string, more: More) => Found<T> {
  let young = new Map<string, Found<T>>();
  let old = new Map<string, Found<T>>();
  return (clause, more) => {
    if (clause.length > longest) return { tokens: work(clause, more), kept: false };
    let result = young.get(clause);
    if (result !== undefined) return result;
    result = old.get(clause) ?? { tokens: work(clause, more), kept: true };
    if (young.size >= generation) {
      old = young;
      young = new Map();
    }
    young.set(clause, result);
    return result;
  };
}
