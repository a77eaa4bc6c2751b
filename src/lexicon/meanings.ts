/** What English words that no list of ours has are called in Chinese: index/meanings.txt, read when the first such word is typed. */
import { normal, singular } from './english.ts';
import { lines } from './files.ts';
import type { Meaning } from './lexicon.ts';

/** Words of an English phrase. */
const longest = 2;

/** English words and phrases of a text, longest first, without overlaps, with what they may be in Chinese. */
export function meanings(): (text: string) => Meaning[] {
  let known: Map<string, string> | null = null;
  const load = () =>
    new Map(lines('meanings.txt').map((line) => line.split('\t') as [english: string, chinese: string]));
  return (text) => {
    const parts = [...text.matchAll(/[A-Za-z]+(?:['’][a-z]+)?/g)];
    if (parts.length === 0) return [];
    known ??= load();
    const found: Meaning[] = [];
    for (let i = 0; i < parts.length; i++)
      for (let count = Math.min(longest, parts.length - i); count >= 1; count--) {
        const last = parts[i + count - 1]!;
        const [start, end] = [parts[i]!.index, last.index + last[0].length];
        const chinese = known.get(singular(normal(text.slice(start, end))));
        if (chinese === undefined) continue;
        found.push({ start, end, words: chinese.split(' ') });
        i += count - 1;
        break;
      }
    return found;
  };
}
