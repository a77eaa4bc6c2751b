/** Columns that are positions on a page. */
import type { Document } from '../../document/document.ts';
import type { Row } from './row.ts';

/** On each page of a PDF columns are counted anew. */
export const tableIn = (document: Document) => (row: Row) =>
  isPositional(document) ? (document.blocks[row.first]?.table ?? null) : null;

/** In a PDF, columns are positions on the page. */
export const isPositional = (document: Document): boolean => document.format === 'pdf';
