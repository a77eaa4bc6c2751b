/** The files of index/. */
import { readFileSync } from 'node:fs';

const index = new URL('../../index/', import.meta.url);

export const read = (file: string): string => readFileSync(new URL(file, index), 'utf8');

export const json = <T>(file: string): T => JSON.parse(read(file)) as T;

/** Lines of a word file; `#` begins a comment. */
export function lines(file: string): string[] {
  const text = read(file);
  const found: string[] = [];
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    const whole = text.slice(from, to);
    const comment = whole.indexOf('#');
    const line = (comment < 0 ? whole : whole.slice(0, comment)).trim();
    if (line !== '') found.push(line);
    from = to + 1;
  }
  return found;
}
