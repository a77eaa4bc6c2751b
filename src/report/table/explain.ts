/** How a printed row was matched with a row of the form, for `parse --explain`. */

import type { Match } from './align.ts';
import type { PlacedRow } from './placed.ts';

export interface AlignmentLine {
  readonly table: 2 | 3 | 4;
  /** The form's label. */
  readonly row: string;
  /** What is printed as its label; empty where order alone decided. */
  readonly printed: string;
  readonly line: number | null;
  readonly page: number | null;
  readonly place: string | null;
  /** The row's cells as printed. */
  readonly cells: readonly string[];
  /** Likeness of the labels, 0 to 1. */
  readonly likeness: number;
  readonly score: number;
  readonly how: 'label' | 'torn label' | 'order' | 'undecided';
  /** placed: each column has its cell · lost: columns are gone · unclear: the cells fit in several ways. */
  readonly columns: 'placed' | 'lost' | 'unclear';
}

export function explainMatch({ row, match, placement }: PlacedRow): AlignmentLine {
  const { place } = match.row.cells[0] ?? match.row.labels[0]!;
  return {
    table: row.table,
    row: row.row,
    printed: match.printed.slice(0, 120),
    ...{ line: place.line, page: place.page, place: place.label },
    cells: match.row.cells.slice(0, 40).map((cell) => cell.text),
    likeness: round(match.likeness),
    score: round(match.score),
    how: howOf(match),
    columns: placement.kind,
  };
}

function howOf(match: Match): AlignmentLine['how'] {
  if (!match.certain) return 'undecided';
  if (match.likeness >= 0.5) return 'label';
  return match.score >= 0.4 && match.score < 0.6 ? 'torn label' : 'order';
}

const round = (value: number): number => Math.round(value * 100) / 100;
