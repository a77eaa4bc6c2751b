/** Bytes → Document, whatever the format; a ZIP gives one document for each of its members. */
import { hash } from 'node:crypto';
import { CodedError, coded } from '../errors.ts';
import { Budget } from './budget.ts';
import { csvBlocks } from './csv.ts';
import { detect } from './detect.ts';
import { readDoc } from './doc.ts';
import type { Document, DocumentFormat, Limits } from './document.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { markdownBlocks } from './markdown.ts';
import { picturesOfPdf, recognise } from './ocr.ts';
import { readPdf } from './pdf.ts';
import { readRtf } from './rtf.ts';
import { readXlsx } from './sheet.ts';
import { textBlocks } from './text.ts';
import { type Member, Package, unpack, zipMembers } from './zip.ts';

export { limits } from './budget.ts';

/** A file or member that was opened, or why it was not. */
export type Opened =
  | { readonly file: string; readonly bytes: Uint8Array; readonly document: Document }
  | { readonly file: string; readonly error: CodedError };

/**
 * Opens one file. `file` is the path as given: it is kept, and its extension is a hint. Throws a CodedError: input.empty,
 * input.format (not a format that is read, or an archive: see `openAll`), input.scanned, input.encrypted, input.damaged, and where a
 * bound of `limits` is passed input.tooLarge or input.tooSlow.
 */
export async function openDocument(file: string, bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Document> {
  try {
    const budget = new Budget(file, limits);
    if (bytes.length > budget.limits.bytes) throw budget.tooLarge('bytes');
    const parts = await read(file, bytes, budget);
    if (parts.blocks.length === 0) throw new CodedError('input.empty', { what: file });
    return { file, hash: hash('sha256', bytes), ...parts };
  } catch (error) {
    throw coded(error);
  }
}

type Parts = Omit<Document, 'file' | 'hash'>;

async function read(file: string, bytes: Uint8Array, budget: Budget): Promise<Parts> {
  const found = detect(file, bytes, budget);
  switch (found.kind) {
    case 'text':
      return plain('text', found, textBlocks(found.text, budget));
    case 'markdown':
      return plain('markdown', found, markdownBlocks(found.text, budget));
    case 'csv':
      return plain('sheet', found, csvBlocks(found.text, budget));
    case 'html':
      return { format: 'html', encoding: found.encoding, text: found.text, ...readHtml(found.page, budget) };
    case 'zip':
      return office(file, zipMembers(bytes, budget), budget);
    case 'picture':
      return scanned([bytes], budget);
    case 'pdf':
      return pdf(bytes, budget);
    case 'rtf':
      return { format: 'doc', encoding: null, sourceUrl: null, ...readRtf(bytes, budget) };
    case 'compound':
      return { format: 'doc', encoding: null, sourceUrl: null, ...readDoc(bytes, budget) };
  }
}

/** A PDF without text is read from its pictures, where that is set up. */
async function pdf(bytes: Uint8Array, budget: Budget): Promise<Parts> {
  try {
    return { format: 'pdf', encoding: null, sourceUrl: null, ...(await readPdf(bytes, budget)) };
  } catch (error) {
    if (coded(error).code !== 'input.scanned' || budget.limits.ocr === null) throw error;
    return scanned(picturesOfPdf(bytes), budget);
  }
}

async function scanned(pictures: readonly Uint8Array[], budget: Budget): Promise<Parts> {
  const read = await recognise(pictures, budget);
  return { format: 'text', encoding: null, title: null, sourceUrl: null, ...read };
}

function plain(format: DocumentFormat, found: { text: string; encoding: string }, blocks: Document['blocks']): Parts {
  return { format, encoding: found.encoding, text: found.text, blocks, title: null, sourceUrl: null };
}

/** The office formats are ZIP containers; any other one is an archive, and no document. */
function office(file: string, members: readonly Member[], budget: Budget): Parts {
  const parts = new Package(members, budget);
  const rest = { encoding: null, sourceUrl: null };
  if (parts.has('word/document.xml')) return { format: 'docx', ...rest, ...readDocx(parts, budget) };
  if (parts.has('xl/workbook.xml')) return { format: 'sheet', ...rest, ...readXlsx(parts, budget) };
  throw new CodedError('input.format', { what: file, why: 'ZIP' });
}

/** True for a ZIP that is an archive of files rather than an office file. */
function isArchive(members: readonly Member[]): boolean {
  return !members.some(({ name }) => name === '[Content_Types].xml' || name === 'mimetype');
}

/** What operating systems put into archives beside a person's files. */
const litter = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

/**
 * Opens a file as what it holds: a ZIP gives each of its members (`a.zip!b.txt`), in order, any other file itself. Never
 * throws: what cannot be opened comes as its error, and hurts no other member. Archives inside archives are opened too; all
 * share the bounds on files, depth and unpacked bytes, and each file has its own time.
 */
export async function* openAll(file: string, bytes: Uint8Array, limits: Partial<Limits> = {}): AsyncGenerator<Opened> {
  const { files, decompressedBytes } = new Budget(file, limits).limits;
  yield* openWithin(file, bytes, limits, { files, bytes: decompressedBytes }, 1);
}

/** What an archive and all that it holds may still use. */
interface Allowance {
  files: number;
  bytes: number;
}

async function* openWithin(
  file: string,
  bytes: Uint8Array,
  limits: Partial<Limits>,
  left: Allowance,
  depth: number,
): AsyncGenerator<Opened> {
  const members = archiveMembers(file, bytes, limits, depth);
  if (members === null) {
    yield await opened(file, bytes, limits);
    return;
  }
  if ('error' in members) {
    yield members;
    return;
  }
  if (members.length === 0) yield { file, error: new CodedError('input.empty', { what: file }) };
  for (const member of members) {
    const budget = new Budget(`${file}!${member.name}`, limits);
    try {
      left.files -= 1;
      if (left.files < 0) throw budget.tooLarge('files');
      const unpacked = unpack(member, Math.min(left.bytes, budget.limits.bytes), budget);
      left.bytes -= unpacked.length;
      yield* openWithin(budget.file, unpacked, limits, left, depth + 1);
    } catch (error) {
      // What was unpacked before the bound was met counts too: many bombs in one archive end like one.
      if (error instanceof CodedError && error.code === 'input.tooLarge')
        left.bytes -= Math.min(left.bytes, budget.limits.bytes);
      yield { file: budget.file, error: coded(error) };
    }
    if (left.files < 0) return;
  }
}

async function opened(file: string, bytes: Uint8Array, limits: Partial<Limits>): Promise<Opened> {
  try {
    return { file, bytes, document: await openDocument(file, bytes, limits) };
  } catch (error) {
    return { file, error: coded(error) };
  }
}

/** The members of an archive that are files; null for a file that is no archive. */
function archiveMembers(file: string, bytes: Uint8Array, limits: Partial<Limits>, depth: number) {
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b) || bytes.length < 22) return null;
  try {
    const budget = new Budget(file, limits);
    if (bytes.length > budget.limits.bytes) return null;
    if (detect(file, bytes, budget).kind !== 'zip') return null;
    const members = zipMembers(bytes, budget);
    if (!isArchive(members)) return null;
    budget.bound('depth', depth);
    return members.filter(({ name }) => !name.endsWith('/') && !litter.test(name));
  } catch (error) {
    return { file, error: coded(error) };
  }
}
