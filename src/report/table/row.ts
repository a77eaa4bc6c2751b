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
}

/** Is anything printed in the cell? */
export const isFilled = (token: Token): boolean => token.content.kind !== 'empty';

/** Does the cell hold a figure? */
export const isValue = (token: Token): boolean => token.content.kind === 'value';
