/**
 * A document: the published file, opened. Whatever the format, it is a sequence of blocks in reading order, each with
 * its place; readers above this folder never see bytes, tags or pages.
 */

/** Where something stands in a published file. Exactly one of the three says where, as the format allows. */
export interface Place {
  /** Counts from 1 in the decoded file split at `\n` (for HTML: the source). Null in PDF, DOCX, DOC and XLSX. */
  readonly line: number | null;
  /** Counts from 1 in a PDF. */
  readonly page: number | null;
  /** Where neither exists (DOCX, DOC, XLSX): "table 2, row 5", "paragraph 12". */
  readonly label: string | null;
  /** Where the first character stands in `Document.text`, in UTF-16 code units, where that is known: lets a quote find
   *  the right "0" among hundreds on one giant line. */
  readonly offset?: number;
}

/** One cell of a table row, or a whole paragraph (a block that is no row has one cell, or none where it is empty). */
export interface Cell {
  /** As printed: trimmed at both ends and with no-break spaces as spaces, but nothing folded inside. May be empty. */
  readonly text: string;
  readonly place: Place;
  /** The grid column the cell begins in, from 0, after spans are expanded. */
  readonly column: number;
  /** How many grid columns it covers; 1 where the format knows no spans. */
  readonly span: number;
}

/** A paragraph, a heading, a line of text or a table row. */
export interface Block {
  /** The text as printed; cells joined with a tab. Empty for an empty line (they separate paragraphs). */
  readonly text: string;
  readonly cells: readonly Cell[];
  readonly place: Place;
  /** The place of the block's last character, where it is not `place`. */
  readonly end: Place;
  /** The table that the row belongs to, counted from 1, or null for a block that is known to be no row or not known to be
   *  one (tab-separated text lines carry several cells and null here). */
  readonly table: number | null;
  /** 1-6 where the format says that this is a heading. */
  readonly heading: number | null;
}

export type DocumentFormat = 'text' | 'markdown' | 'html' | 'docx' | 'doc' | 'pdf' | 'sheet';

/** A published file, decoded. */
export interface Document {
  /** The path as given; inside a ZIP `a.zip!b.txt`. */
  readonly file: string;
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  readonly format: DocumentFormat;
  /** The encoding that the bytes were read in ("utf-8", "gb18030"), null for binary formats. */
  readonly encoding: string | null;
  /** The decoded file (HTML: the source); for PDF, DOCX, DOC and XLSX the extracted text, a block a line. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The page's own title and address, where the format carries them (HTML head, DOCX properties). */
  readonly title: string | null;
  readonly sourceUrl: string | null;
}

/** The time that a file may still take: both throw `input.tooSlow` once it is over. */
export interface Watch {
  /** Looks at the clock now: between pieces of work. */
  look(): void;
  /** One more small step of a loop whose length the file decides: looks now and then. */
  step(): void;
}

/** Bounds for hostile input; every one has a default in `limits` of open.ts, size and time are settings. */
export interface Limits {
  readonly bytes: number;
  readonly pages: number;
  readonly blocks: number;
  readonly cells: number;
  readonly depth: number;
  readonly decompressedBytes: number;
  readonly files: number;
  readonly milliseconds: number;
  /** The program that reads pictures (NIANBAO_OCR), or null: pictures and scans are refused. */
  readonly ocr: string | null;
}
