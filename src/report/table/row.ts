/** The one input of the alignment: rows of labels and values. Every layout is only an adapter to it (rows.ts). */
import type { Place } from '../../document/document.ts';
import type { Content } from './value.ts';

/** One printed cell, or one word of a line that lost its grid. */
export interface Token {
  /** As printed. */
  readonly text: string;
  readonly content: Content;
  readonly place: Place;
  /** Grid column; in a line without grid its number in the row. */
  readonly column: number;
  readonly span: number;
  /** Number of its block in the document. */
  readonly block: number;
}

/** A row: labels, then cells. A row without cells is a label, a heading or prose; one without labels is bare. */
export interface Row {
  readonly labels: readonly Token[];
  /** What follows the last label, values, dashes and empty cells. */
  readonly cells: readonly Token[];
  /** How many cells hold a figure or a dash. */
  readonly filled: number;
  /** True where the layout keeps blank cells (tabs, pipes, HTML, columns of a PDF); false where they vanish. */
  readonly grid: boolean;
  /** True for a text that is too long to be a label. */
  readonly prose: boolean;
  /** First and last block. */
  readonly first: number;
  readonly last: number;
  /** One value a line: blank cells restored from the rhythm of empty lines, where it is regular; else null. */
  readonly rhythm: readonly Token[] | null;
  /** A label that is printed over several rows of a grid (broken.ts): its parts as printed, parted by " / ". */
  readonly broken?: string;
  /** Its cells are the columns of the form, by the names over them; false for those that the table has no column for. */
  readonly named?: readonly boolean[];
}

/** Is anything printed in the cell? */
export const isFilled = (token: Token): boolean => token.content.kind !== 'empty';

/** Does the cell hold a figure? */
export const isValue = (token: Token): boolean => token.content.kind === 'value';

/** A label is shorter than this; the longest of the forms has 37 characters. */
export const longestLabel = 70;

/** A row of labels and cells, one at least. `rhythm`: see Row. */
export function makeRow(
  labels: readonly Token[],
  cells: readonly Token[],
  isGrid: boolean,
  rhythm: readonly Token[] | null = null,
): Row {
  const first = labels[0] ?? cells[0]!;
  const last = cells.at(-1) ?? labels.at(-1)!;
  const length = labels.reduce((sum, label) => sum + label.text.length, 0);
  const prose = cells.length === 0 && (isLong(labels, length) || labels.some((label) => label.text.includes('。')));
  return {
    labels,
    cells,
    filled: isGrid ? filledOf(cells) : cells.filter(isFilled).length,
    grid: isGrid,
    prose,
    first: first.block,
    last: last.block,
    rhythm,
  };
}

/** Spaces that keep columns under each other do not make a label long. */
const isLong = (labels: readonly Token[], length: number): boolean =>
  length > longestLabel &&
  (length > 6 * longestLabel ||
    labels
      .map(({ text }) => text)
      .join('')
      .replace(/\s+/g, '').length > longestLabel);

/** Cells that hold something. One to three dashes more than a row has columns stand in the place of its group's label. */
function filledOf(cells: readonly Token[]): number {
  const filled = cells.filter(isFilled);
  if (filled.length <= 7 || filled.length > 10) return filled.length;
  const value = filled.findIndex(isValue);
  return filled.length - Math.min(value === -1 ? filled.length : value, filled.length - 7);
}
