/** Text that was once read in the wrong encoding and saved that way ("æ”¿åºœ", "鏀垮簻"), turned back where it can be. */
import iconv from 'iconv-lite';
import { chineseness, enough } from './chineseness.ts';

/** Which wrong reading is undone: the bytes that `wrong` must have come from, read as `right`. */
const slips = [
  { wrong: 'gb18030', right: 'utf-8' },
  { wrong: 'windows-1252', right: 'utf-8' },
  { wrong: 'latin1', right: 'utf-8' },
  { wrong: 'windows-1252', right: 'gb18030' },
  { wrong: 'latin1', right: 'gb18030' },
] as const;

const sampleLength = 4_000;

/**
 * Takes a decoded text and gives it back with the slip undone, or null where it reads well as it is or nothing helps.
 * Line breaks survive every slip, so that line numbers do too. A character that the slip destroyed stays U+FFFD.
 */
export function repaired(text: string): string | null {
  const sample = text.slice(0, sampleLength);
  const before = chineseness(sample);
  if (before >= enough || !/[\u0080-\uffff]/.test(sample)) return null;
  let best: { score: number; wrong: string; right: string } | null = null;
  for (const { wrong, right } of slips) {
    const score = chineseness(undo(sample, wrong, right));
    if (score > (best?.score ?? 0)) best = { score, wrong, right };
  }
  if (best === null || best.score < enough || best.score < 3 * before) return null;
  return undo(text, best.wrong, best.right);
}

function undo(text: string, wrong: string, right: string): string {
  return new TextDecoder(right).decode(iconv.encode(text, wrong));
}
