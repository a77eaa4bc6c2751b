/** Which format the bytes are in. The bytes decide; the file's name is only a hint between kinds of text. */
import { CodedError } from '../errors.ts';
import type { Budget } from './budget.ts';
import { looksLikeCsv } from './csv.ts';
import { decode } from './encoding.ts';
import { pageOfJson } from './json.ts';
import { looksLikeMarkdown } from './markdown.ts';

export type Kind =
  | { readonly kind: 'pdf' | 'zip' | 'compound' | 'picture' | 'rtf' }
  | { readonly kind: 'text' | 'markdown' | 'csv'; readonly text: string; readonly encoding: string }
  /** `page`: the markup in the place of the text, where that only carries it. */
  | { readonly kind: 'html'; readonly text: string; readonly encoding: string; readonly page: string };

/** Pictures: a scanned report. */
const pictures = ['89504e47', 'ffd8ff', '47494638', '49492a00', '4d4d002a', '52494646'];
/** Formats that are known and not read, with what to say of them. */
const foreign: readonly (readonly [prefix: string, name: string])[] = [
  ['1f8b', 'gzip'],
  ['52617221', 'RAR'],
  ['377abcaf271c', '7-Zip'],
  ['4f54544f', 'font'],
  ['7f454c46', 'ELF program'],
  ['4d5a9000', 'Windows program'],
];

/** Looks at the bytes. Throws input.empty or input.format. */
export function detect(file: string, bytes: Uint8Array, budget: Budget): Kind {
  if (bytes.length === 0) throw new CodedError('input.empty', { what: file });
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024));
  const magic = head.toString('hex', 0, 8);
  if (head.includes('%PDF-')) return { kind: 'pdf' };
  if (/^504b0[135]0[246]/.test(magic)) return { kind: 'zip' };
  if (magic === 'd0cf11e0a1b11ae1') return { kind: 'compound' };
  if (magic.startsWith('7b5c727466')) return { kind: 'rtf' };
  if (pictures.some((prefix) => magic.startsWith(prefix))) return { kind: 'picture' };
  const known = foreign.find(([prefix]) => magic.startsWith(prefix));
  if (known !== undefined) throw new CodedError('input.format', { what: file, why: known[1] });
  return ofText(file, bytes, budget);
}

/** The head of a saved page (.mht): other lines of it may come first (From: <Saved by …>), and be continued. */
const webArchive = /^\s{0,99}(?:[\w-]{1,60}:[^\n]{0,400}\n(?:[ \t][^\n]{0,400}\n){0,9}){0,12}mime-version:/i;

function ofText(file: string, bytes: Uint8Array, budget: Budget): Kind {
  const { text, encoding } = decode(bytes, () => declaredCharset(bytes));
  budget.look();
  if (text.trim() === '') throw new CodedError('input.empty', { what: file });
  refuseBinary(file, text);
  const extension = /\.(\w{1,8})$/.exec(file.toLowerCase())?.[1] ?? '';
  if (webArchive.test(text)) throw new CodedError('input.format', { what: file, why: 'MHTML' });
  const page = pageOfJson(text) ?? (looksLikeHtml(text, extension) ? text : null);
  if (page !== null) return { kind: 'html', text, encoding, page };
  if (/^[ct]sv$/.test(extension) || looksLikeCsv(text)) return { kind: 'csv', text, encoding };
  const markdown = extension === 'md' || extension === 'markdown' || looksLikeMarkdown(text);
  return { kind: markdown ? 'markdown' : 'text', text, encoding };
}

/** The charset that an HTML page declares for itself. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return /charset\s{0,3}=\s{0,3}["']?([\w-]{1,40})/i.exec(head)?.[1] ?? null;
}

/** Random bytes decode to something in any encoding; text holds next to no control or replacement characters. */
function refuseBinary(file: string, text: string): void {
  const sample = text.slice(0, 20_000);
  const bad = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u0084\u0086-\u009f\ufffd\ue000-\uf8ff]/g);
  if ((bad?.length ?? 0) > 2 + sample.length / 20) {
    throw new CodedError('input.format', { what: file, why: 'binary data' });
  }
}

function looksLikeHtml(text: string, extension: string): boolean {
  if (!text.includes('<')) return false;
  const head = text.slice(0, 4_000);
  if (/<(?:!doctype\s+html|html|head|body)[\s>]/i.test(head)) return true;
  const tags = text.slice(0, 200_000).match(/<\/?(?:p|div|table|tbody|tr|td|span|h[1-6]|ul|li|a)[\s>]/gi)?.length ?? 0;
  if (/^(?:s?html?|xhtml|aspx?|jsp|php|doc|xls)$/.test(extension)) return tags > 0;
  return /^\s*</.test(head) ? tags >= 4 : tags >= 20;
}
