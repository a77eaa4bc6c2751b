/** Sheets: rows of named columns as CSV or XLSX, safe to open in a spreadsheet program. */
import writeExcelFile from 'write-excel-file/node';

type SheetValue = string | number | null | undefined;

export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SheetValue[])[];
}

/** A sheet of records; the columns are the keys in order of first appearance. Nested values are written as JSON. */
export function sheetOf(records: readonly object[]): Sheet {
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const rows = records.map((record) => columns.map((column) => flat((record as Record<string, unknown>)[column])));
  return { columns, rows };
}

/** The rows of an answer: of groups, which are of no agency, year or report, no empty columns stand for them. */
export function sheetOfRows(rows: readonly object[]): Sheet {
  const { columns, rows: cells } = sheetOf(rows);
  const kept = columns.map((name, at) => !whose.has(name) || cells.some((row) => row[at] !== null));
  const of = <T>(row: readonly T[]) => row.filter((_, at) => kept[at]);
  return rows.length === 0 ? { columns, rows: cells } : { columns: of(columns), rows: cells.map(of) };
}

const whose = new Set(['agency', 'year', 'report']);

function flat(value: unknown): SheetValue {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}

/** A text cell that a spreadsheet would run as a formula (= + - @, tab, return) is given a leading apostrophe. */
function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** CSV after RFC 4180, with a byte order mark so that spreadsheet programs read the Chinese. Blank is an empty field. */
export function toCsv({ columns, rows }: Sheet): string {
  const field = (value: SheetValue) => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'number') return String(value);
    const text = inert(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [columns, ...rows].map((row) => row.map(field).join(','));
  return `\u{feff}${lines.join('\r\n')}\r\n`;
}

/** The bytes of an XLSX workbook of one sheet; the heading row is bold and stays in view. */
export async function toXlsx({ columns, rows }: Sheet): Promise<Uint8Array> {
  const heading = columns.map((column) => ({ value: column, fontWeight: 'bold' as const }));
  const cells = rows.map((row) => row.map((value) => (typeof value === 'string' ? inert(value) : (value ?? null))));
  return await writeExcelFile([heading, ...cells], { stickyRowsCount: 1 }).toBuffer();
}
