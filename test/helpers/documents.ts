/** Documents for tests: the shipped reports, and texts made up in a test, opened as the program opens them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../src/document/document.ts';
import { openDocument } from '../../src/document/open.ts';

const folder = join(import.meta.dirname, '../../data/reports');

/** One of the five shipped reports, by the number that its file name begins with. */
export async function shipped(number: string): Promise<Document> {
  const file = readdirSync(folder).find((name) => name.startsWith(number))!;
  return openDocument(file, readFileSync(join(folder, file)));
}

/** A text as a document. */
export const documentOf = (text: string, file = 'report.txt'): Promise<Document> =>
  openDocument(file, new TextEncoder().encode(text));
