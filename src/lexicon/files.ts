/** The files of index/. */
import { readFileSync } from 'node:fs';

const index = new URL('../../index/', import.meta.url);

export const read = (file: string): string => readFileSync(new URL(file, index), 'utf8');

export const json = <T>(file: string): T => JSON.parse(read(file)) as T;

/** Lines of a word file; `#` begins a comment. */
export const lines = (file: string): string[] =>
  read(file)
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
