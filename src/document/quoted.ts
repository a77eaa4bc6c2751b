/** Cells in quotes, as spreadsheets copy them into text: such a cell may hold line ends, and a quote is printed twice. */
import { joined } from './layout.ts';

/** Stands for a line end inside a cell: as long, so that places stay, and no part of any text. */
export const heldLineEnd = '\u0001';

/** A cell of two to eight lines, from a line's begin or a tab to a tab or a line's end. */
const cellOfLines = /(^|\t)"([^"\t\n]{0,100}(?:\n[^"\t\n]{1,100}){1,7})"(?=\t|\r?$)/gm;

/** The text with the line ends inside of quoted cells held. A quoted text that stands beside no tab is no cell. */
export function holdLineEnds(text: string): string {
  if (!(text.includes('\t"') || text.includes('"\t')) || text.includes(heldLineEnd)) return text;
  return text.replace(cellOfLines, (cell: string, before: string, _, at: number) =>
    before === '\t' || text[at + cell.length] === '\t' ? cell.replaceAll('\n', heldLineEnd) : cell,
  );
}

/** A cell of a line with tabs, without the quotes around it. */
export function unquotedCell(cell: string): string {
  if (cell.length < 2 || !cell.startsWith('"') || !cell.endsWith('"')) return cell;
  return cell
    .slice(1, -1)
    .replaceAll('""', '"')
    .split(heldLineEnd)
    .map((line) => line.trim())
    .reduce(joined, '');
}
