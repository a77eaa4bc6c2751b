/** Days and months as sentences write them, with or without their year: 2023年9月7日, 9月7日, 5月下旬. Pure. */

export interface FoundDay {
  /** As printed, without spaces. */
  readonly text: string;
  readonly year: number | null;
  readonly month: number;
  /** Null where the month alone is said. */
  readonly day: number | null;
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
}

const written =
  /(?<![0-9])(?:([0-9]{4})\s*年\s*)?([0-9]{1,2})\s*月(?:份|[上中下]旬|初|底)?(?:\s*([0-9]{1,2})\s*[日号])?(?:\s*(?:至|到|—|－|-|~)\s*(?:[0-9]{1,2}\s*月)?\s*[0-9]{1,2}\s*[日号])?/g;
/** Until or from such a day, or the name of a document: nothing happened then. */
const opens = /(?:截至|截止|截止到|截止至|自|从|直到)\s*$/;
const closes = /^\s*(?:起|以来|止|前|之前|以前|为止|至\s*[0-9]{1,2}\s*月)/;

/** Every day or month of the text on which something may have happened, in order. */
export function daysIn(text: string): FoundDay[] {
  const plain = text.replace(/《[^》]*》/g, (title) => ' '.repeat(title.length));
  return [...plain.matchAll(written)].flatMap((found): FoundDay[] => {
    const [all, year, month, day] = found;
    const start = found.index;
    const end = start + all.trimEnd().length;
    const [m, d] = [Number(month), day === undefined ? null : Number(day)];
    if (m < 1 || m > 12 || (d !== null && (d < 1 || d > 31))) return [];
    if (opens.test(plain.slice(0, start)) || closes.test(plain.slice(end))) return [];
    const own = { year: year === undefined ? null : Number(year), month: m, day: d };
    return [{ text: all.replace(/\s+/g, ''), ...own, start, end }];
  });
}
