/** Lines of a file or of standard input, one at a time; empty ones are passed over. */
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { CodedError } from '../errors.ts';

/** `-` is standard input. Line numbers count from 1. */
export async function* readInput(file: string): AsyncGenerator<{ number: number; text: string }> {
  if (file !== '-') {
    await access(file).catch((error) => {
      throw new CodedError('input.missing', { what: file }, { cause: error });
    });
  }
  const input = file === '-' ? process.stdin : createReadStream(file);
  let number = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (text.trim() !== '') yield { number, text };
  }
}
