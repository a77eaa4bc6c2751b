/** Documents without lines of their own (PDF, DOCX, DOC, XLSX): their extracted text, a block a line, and the blocks' places in it. */
import type { Block, Cell } from './document.ts';

export interface Draft {
  readonly cells: readonly { readonly text: string; readonly column: number; readonly span: number }[];
  readonly page: number | null;
  readonly label: string | null;
  readonly table: number | null;
  readonly heading: number | null;
  /** The page that the block ends on, where it is another. */
  readonly endPage?: number;
}

/** Builds text and blocks together, so that each cell's offset in the text is known. */
export function extracted(drafts: readonly Draft[]): { text: string; blocks: Block[] } {
  const lines: string[] = [];
  let offset = 0;
  const blocks = drafts.map((draft): Block => {
    const { page, label, table, heading } = draft;
    let at = offset;
    const cells = draft.cells.map((cell): Cell => {
      const place = { line: null, page, label, offset: at };
      at += cell.text.length + 1;
      return { ...cell, place };
    });
    const text = draft.cells.map((cell) => cell.text).join('\t');
    lines.push(text);
    const place = { line: null, page, label, offset };
    offset += text.length + 1;
    const end = draft.endPage === undefined ? place : { ...place, page: draft.endPage };
    return { text, cells, place, end, table, heading };
  });
  return { text: lines.join('\n'), blocks };
}
