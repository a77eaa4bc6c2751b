/** A short piece of a passage around what was looked for. Pure. */

export interface Marked {
  readonly start: number;
  readonly end: number;
  /** How much finding this word is worth. */
  readonly weight: number;
  readonly term: string;
}

export interface Snippet {
  /** Verbatim part of the text. */
  readonly text: string;
  /** Offset of the snippet in the text. */
  readonly start: number;
  /** Offsets in the snippet, ascending, without overlaps. */
  readonly highlights: readonly (readonly [number, number])[];
}

const stops = /[。！？；;，,、：:\n]/;

/** About `length` characters with the words of most weight, cut at punctuation where there is some; marks are never cut. */
export function snippetOf(text: string, marks: readonly Marked[], length = 80): Snippet {
  const [from, to] = text.length <= length + 20 ? [0, text.length] : window(text, marks, length);
  const start = from + (/^\s*/.exec(text.slice(from, to))?.[0].length ?? 0);
  const end = Math.max(start, to - (/\s*$/.exec(text.slice(start, to))?.[0].length ?? 0));
  const highlights: [number, number][] = [];
  // Longer words first: 微信公众号 is marked, not the 微信 in it.
  for (const mark of [...marks].sort((a, c) => a.start - c.start || c.end - a.end)) {
    if (mark.start < start || mark.end > end) continue;
    if (highlights.length > 0 && mark.start - start < highlights.at(-1)![1]) continue;
    highlights.push([mark.start - start, mark.end - start]);
  }
  return { text: text.slice(start, end), start, highlights };
}

/** The window of most distinct weight, widened to punctuation. */
function window(text: string, marks: readonly Marked[], length: number): [number, number] {
  let best = { weight: 0, from: 0, last: 0 };
  for (const first of marks) {
    const seen = new Set<string>();
    let weight = 0;
    let last = first.end;
    for (const mark of marks) {
      if (mark.start < first.start || mark.end > first.start + length - 10) continue;
      if (!seen.has(mark.term)) weight += mark.weight;
      seen.add(mark.term);
      last = Math.max(last, mark.end);
    }
    if (weight > best.weight + 1e-9) best = { weight, from: first.start, last };
  }
  // What is found stands in the middle; the rest of the length is shared between both sides.
  const spare = Math.max(0, length - (best.last - best.from));
  let from = Math.max(0, best.from - Math.floor(spare / 2));
  const to = Math.min(text.length, from + length);
  from = Math.max(0, to - length);
  return [opening(text, from, best.from), closing(text, to, best.last)];
}

/** Where a clause begins, at or after `from` and not after the first mark; else a little before it. */
function opening(text: string, from: number, mark: number): number {
  if (from === 0) return 0;
  for (let at = from; at <= mark; at++) if (stops.test(text.charAt(at - 1))) return at;
  for (let at = from; at > Math.max(0, from - 20); at--) if (stops.test(text.charAt(at - 1))) return at;
  return whole(text, from);
}

/** Where a clause ends, at or before `to` and not before the last mark; else a little after it. */
function closing(text: string, to: number, mark: number): number {
  if (to === text.length) return to;
  for (let at = to; at > mark; at--) if (stops.test(text.charAt(at - 1))) return at;
  for (let at = to; at < Math.min(text.length, to + 20); at++) if (stops.test(text.charAt(at))) return at + 1;
  return whole(text, to);
}

/** Never inside of a surrogate pair. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
