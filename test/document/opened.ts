/** Opening made-up files in tests. */
import type { Document, Limits } from '../../src/document/document.ts';
import { openAll, openDocument } from '../../src/document/open.ts';
import { CodedError } from '../../src/errors.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const open = (file: string, data: string | Uint8Array, limits: Partial<Limits> = {}): Promise<Document> =>
  openDocument(file, typeof data === 'string' ? bytesOf(data) : data, limits);

/** The rows of tables as "column+span:text" cells. */
export const rowsOf = (document: Document): string[] =>
  document.blocks
    .filter((block) => block.table !== null)
    .map((block) =>
      block.cells.map((cell) => `${cell.column}${cell.span > 1 ? `+${cell.span}` : ''}:${cell.text}`).join(' | '),
    );

/** The code of the error that opening ends in, or "opened". Anything else that is thrown fails the test. */
export async function codeOf(file: string, data: string | Uint8Array, limits: Partial<Limits> = {}): Promise<string> {
  try {
    await open(file, data, limits);
    return 'opened';
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
}

export async function allOf(file: string, data: Uint8Array, limits: Partial<Limits> = {}): Promise<[string, string][]> {
  const out: [string, string][] = [];
  for await (const each of openAll(file, data, limits))
    out.push([each.file, 'error' in each ? each.error.code : each.document.format]);
  return out;
}
