/** Text that was once read in the wrong encoding and saved that way ("æ”¿åºœ", "鏀垮簻"), turned back where it can be. */
import iconv from 'iconv-lite';
import { chineseness, enough } from './chineseness.ts';

/** Which wrong reading is undone: the bytes that `wrong` must have come from, read as `right`. */
const slips = [
  { wrong: 'gb18030', right: 'utf-8' },
  { wrong: 'latin', right: 'utf-8' },
  { wrong: 'latin', right: 'gb18030' },
] as const;
type Slip = (typeof slips)[number];

const sampleLength = 4_000;

/**
 * Takes a decoded text and gives it back with the slip undone, or null where it reads well as it is or nothing helps.
 * Line breaks survive every slip, so that line numbers do too. A character that the slip destroyed stays U+FFFD.
 */
export function repaired(text: string): string | null {
  const sample = text.slice(0, sampleLength);
  const before = chineseness(sample);
  if (before >= enough || !/[\u0080-\uffff]/.test(sample)) return null;
  let best: { score: number; slip: Slip } | null = null;
  for (const slip of slips) {
    const score = chineseness(undo(sample, slip));
    if (score > (best?.score ?? 0)) best = { score, slip };
  }
  if (best === null || best.score < enough || best.score < 3 * before) return null;
  return undo(text, best.slip);
}

function undo(text: string, { wrong, right }: Slip): string {
  return new TextDecoder(right).decode(wrong === 'latin' ? latinBytes(text) : chineseBytes(text));
}

/** No byte of any of these encodings' texts: what was lost stays visible, and turns into no other character. */
const lost = 0xff;

/**
 * What cannot go through iconv: a lost character, which it writes as four bytes with ASCII digits among them that would be read
 * as figures, and the euro sign, which is how GBK readers show the byte 0x80.
 */
const special = /([\ufffd\u20ac])/;

function chineseBytes(text: string): Uint8Array {
  return Buffer.concat(
    text.split(special).map((part) => {
      if (part === '\ufffd') return Uint8Array.of(lost);
      return part === '\u20ac' ? Uint8Array.of(0x80) : iconv.encode(part, 'gb18030');
    }),
  );
}

/** windows-1252, with Latin-1's controls where it has no character: the two are mixed up wherever either is used. */
function latinBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    bytes[at] = code < 0x100 ? code : (windows1252.get(code) ?? lost);
  }
  return bytes;
}

const windows1252 = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at))].map((each, at) => [
    each.charCodeAt(0),
    0x80 + at,
  ]),
);
