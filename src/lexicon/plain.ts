/** Ordinary words: what restricts nothing can be left out of a question, and is said to be left out. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Plain = z.object({ zh: z.array(z.string().min(1)), en: z.array(z.string().min(1)) });

/** The words of index/plain.json, in both languages. */
export function plainWords(): ReadonlySet<string> {
  const text = readFileSync(new URL('../../index/plain.json', import.meta.url), 'utf8');
  const { zh, en } = Plain.parse(JSON.parse(text));
  return new Set([...zh, ...en]);
}

/** Whether a folded piece of a question is made of ordinary words and nothing else. */
export function isPlain(text: string, plain: ReadonlySet<string>): boolean {
  if (/^[a-z' &.-]+$/.test(text)) return text.split(/[ &.-]+/).every((word) => word === '' || plain.has(word));
  if (!/^[\u4e00-\u9fff]{1,24}$/.test(text)) return false;
  const reached = [true];
  for (let end = 1; end <= text.length; end++)
    reached[end] = [1, 2, 3, 4, 5].some(
      (length) => length <= end && reached[end - length] === true && plain.has(text.slice(end - length, end)),
    );
  return reached[text.length] === true;
}
