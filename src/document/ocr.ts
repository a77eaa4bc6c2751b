/**
 * Text of a picture, read by a local Tesseract: optional, and only where the setting NIANBAO_OCR names the program. It runs
 * without a shell, gets the picture on its standard input, and ends within the file's own time and a bounded output.
 */
import { execFile } from 'node:child_process';
import { CodedError } from '../errors.ts';
import type { Budget } from './budget.ts';
import type { Block } from './document.ts';
import { textBlocks } from './text.ts';

/** Characters of text that one picture may give, at most. */
const mostOutput = 4 * 1024 * 1024;
/** Simplified characters, with the digits of Latin script. Page segmentation 6 keeps the rows of a table together. */
const options = ['stdin', 'stdout', '-l', 'chi_sim+eng', '--psm', '6', '-c', 'preserve_interword_spaces=1'];

/** What was read: a text, and its blocks. */
export interface Recognised {
  readonly text: string;
  readonly blocks: Block[];
}

/**
 * Reads pictures in order as the lines of one text. Throws input.scanned where no program is set or a picture gives no text,
 * input.tool where the program is not there or fails, and input.tooSlow past the file's time.
 */
export async function recognise(pictures: readonly Uint8Array[], budget: Budget): Promise<Recognised> {
  const { ocr } = budget.limits;
  if (!ocr || pictures.length === 0) throw new CodedError('input.scanned', { what: budget.file });
  budget.bound('pages', pictures.length);
  const pages: string[] = [];
  for (const picture of pictures) pages.push(await run(ocr, picture, budget));
  const text = pages.join('\n');
  if (text.trim() === '') throw new CodedError('input.scanned', { what: budget.file });
  return { text, blocks: textBlocks(text, budget) };
}

function run(program: string, picture: Uint8Array, budget: Budget): Promise<string> {
  const bounds = {
    timeout: Math.max(1, Math.ceil(budget.left())),
    maxBuffer: mostOutput,
    killSignal: 'SIGKILL',
  } as const;
  return new Promise((resolve, reject) => {
    const child = execFile(program, options, { ...bounds, encoding: 'utf8' }, (error, output, errors) => {
      if (error === null) return resolve(output);
      try {
        budget.look();
      } catch (late) {
        return reject(late);
      }
      const lacks =
        error.code === 'ENOENT' || error.code === 'EACCES' || /traineddata|opening data|language/i.test(errors);
      if (lacks) reject(new CodedError('input.tool', { what: budget.file, tool: 'tesseract (chi_sim, eng)' }));
      else reject(budget.damaged(`tesseract: ${errors.trim().split('\n')[0]?.slice(0, 200) || error.code}`, error));
    });
    // A program that ends before it has read everything closes the pipe.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(picture);
  });
}

/** A picture this much smaller than the largest of its file is a logo or a seal. */
const logo = 10;
const ascii = (text: string) => Buffer.from(text, 'latin1');
const [begin, end] = [ascii('stream'), ascii('endstream')];

/**
 * The JPEG pictures of a PDF, as they stand in it: what scanners write. Other kinds of pictures (fax, JBIG2, JPEG 2000,
 * uncompressed), and pictures inside of an encrypted file, are not taken.
 */
export function picturesOfPdf(bytes: Uint8Array): Uint8Array[] {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Uint8Array[] = [];
  for (let at = source.indexOf(begin); at !== -1; at = source.indexOf(begin, at + begin.length)) {
    let from = at + begin.length;
    while (from < source.length && (source[from] === 0x0d || source[from] === 0x0a)) from += 1;
    if (source[from] !== 0xff || source[from + 1] !== 0xd8 || source[from + 2] !== 0xff) continue;
    const to = source.indexOf(end, from);
    if (to === -1) break;
    found.push(source.subarray(from, to));
    at = to;
  }
  const largest = found.reduce((most, picture) => Math.max(most, picture.length), 0);
  return found.filter((picture) => picture.length * logo >= largest);
}
