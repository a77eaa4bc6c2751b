/** DOCX, XLSX and ZIP files built in code, so that no binary file is kept. */
import { strToU8, zipSync } from 'fflate';

export function zip(files: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]),
    ),
  );
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A paragraph: plain text, or its properties and runs as XML. */
export const paragraph = (text: string, properties = '') =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;

export interface WordCell {
  readonly text: string | readonly string[];
  readonly span?: number;
  readonly merge?: 'restart' | 'continue';
}

export function wordTable(rows: readonly (readonly (string | WordCell)[])[]): string {
  const cellXml = (cell: string | WordCell) => {
    const { text, span, merge } = typeof cell === 'string' ? { text: cell, span: undefined, merge: undefined } : cell;
    const properties = `${span ? `<w:gridSpan w:val="${span}"/>` : ''}${merge ? `<w:vMerge${merge === 'restart' ? ' w:val="restart"' : ''}/>` : ''}`;
    const lines = typeof text === 'string' ? [text] : text;
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${lines.map((line) => paragraph(line)).join('')}</w:tc>`;
  };
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cellXml).join('')}</w:tr>`).join('')}</w:tbl>`;
}

export function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return zip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${namespace}><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

export function xlsx(rows: readonly (readonly (string | number)[])[], merges: readonly string[] = []): Uint8Array {
  const strings: string[] = [];
  const cell = (value: string | number, column: number, row: number) => {
    const letters = column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26));
    const reference = `${letters}${String.fromCharCode(65 + (column % 26))}${row}`;
    if (value === '') return '';
    if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
    strings.push(value);
    return `<c r="${reference}" t="s"><v>${strings.length - 1}</v></c>`;
  };
  const body = rows
    .map((row, at) => `<row r="${at + 1}">${row.map((value, column) => cell(value, column, at + 1)).join('')}</row>`)
    .join('');
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return zip({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': '<workbook/>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${body}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((each) => `<si><t>${escapeXml(each)}</t></si>`).join('')}</sst>`,
  });
}
