/** Bytes → Document, whatever the format; a ZIP gives one document for each of its members. */
import { createHash } from 'node:crypto';
import { CodedError, coded } from '../errors.ts';
import { Budget } from './budget.ts';
import { detect } from './detect.ts';
import type { Document, DocumentFormat, Limits } from './document.ts';
import { readHtml } from './html.ts';
import { markdownBlocks } from './markdown.ts';
import { textBlocks } from './text.ts';

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
    return { file, hash: createHash('sha256').update(bytes).digest('hex'), ...parts };
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
    case 'html':
      return { format: 'html', encoding: found.encoding, text: found.text, ...readHtml(found.text, budget) };
    default:
      throw new CodedError('input.format', { what: file, why: found.kind });
  }
}

function plain(format: DocumentFormat, found: { text: string; encoding: string }, blocks: Document['blocks']): Parts {
  return { format, encoding: found.encoding, text: found.text, blocks, title: null, sourceUrl: null };
}

/**
 * Opens a file as what it holds: a ZIP gives each of its members (`a.zip!b.txt`), in order, any other file itself. Never
 * throws: what cannot be opened comes as its error, and hurts no other member.
 */
export async function* openAll(file: string, bytes: Uint8Array, limits: Partial<Limits> = {}): AsyncGenerator<Opened> {
  try {
    yield { file, bytes, document: await openDocument(file, bytes, limits) };
  } catch (error) {
    yield { file, error: coded(error) };
  }
}
