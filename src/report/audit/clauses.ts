/** Clauses of a sentence. */
import { matchesOf } from '../../text/matches.ts';

const clauseEnd = /[,;:()]/g;

export interface Clause {
  readonly text: string;
  readonly start: number;
}

/** Pieces between commas, semicolons, colons and brackets. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const { 0: mark, index } of matchesOf(text, clauseEnd)) {
    if (mark === ',' && /\d,\d{3}/.test(text.slice(index - 1, index + 4))) continue;
    if (index > start) clauses.push({ text: text.slice(start, index), start });
    start = index + 1;
  }
  if (text.length > start) clauses.push({ text: text.slice(start), start });
  return clauses;
}
