/** Bytes → text: finds the encoding of a text file from the bytes themselves. */
import { isUtf8 } from 'node:buffer';
import { chineseness, enough } from './chineseness.ts';
import { repaired } from './mojibake.ts';

export interface Decoded {
  readonly text: string;
  /** "utf-8", "utf-16le", "utf-16be", "gb18030" (GBK is a part of it), "big5". */
  readonly encoding: string;
}

const sampleBytes = 12_000;

/**
 * Decodes a text file. A byte order mark decides; else strict UTF-8; else the candidate whose text reads most like
 * Chinese, where `hint` (asks for an HTML page's own charset) wins a tie. Mojibake is repaired where it can be. Never throws.
 */
export function decode(bytes: Uint8Array, hint: () => string | null = () => null): Decoded {
  const marked = byMark(bytes);
  if (marked !== null) return mended(read(bytes, marked), marked);
  const wide = wideEncoding(bytes);
  if (wide !== null) return { text: read(bytes, wide), encoding: wide };
  const strict = strictUtf8(bytes);
  if (strict !== null) return mended(strict, 'utf-8');
  const encoding = likeliest(bytes, hint());
  return mended(read(bytes, encoding), encoding);
}

function mended(text: string, encoding: string): Decoded {
  return { text: repaired(text) ?? text, encoding };
}

function read(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: Chinese text still holds ASCII (line ends, digits), whose zero bytes lie all on one side. */
function wideEncoding(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, sampleBytes) & ~1;
  const zeros = [0, 0];
  for (let at = bytes.indexOf(0); at !== -1 && at < length; at = bytes.indexOf(0, at + 1)) zeros[at & 1]! += 1;
  const [even, odd] = zeros as [number, number];
  if (even + odd === 0 || length < 4) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const [many, few] = odd > even ? [odd, even] : [even, odd];
  if (few > many / 10) return null;
  const sample = read(bytes.subarray(0, length), encoding);
  return chineseness(sample) >= enough || many > length / 3 ? encoding : null;
}

/** The text where the bytes are UTF-8 without a fault; a character cut off by the end of the file is no fault. */
function strictUtf8(bytes: Uint8Array): string | null {
  if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

function likeliest(bytes: Uint8Array, hint: string | null): string {
  const sample = bytes.subarray(0, sampleBytes);
  const hinted = hint === null ? null : known(hint);
  const candidates = ['gb18030', 'utf-8', 'big5', 'utf-16le', 'utf-16be'];
  if (hinted !== null) candidates.unshift(hinted);
  let best = { encoding: hinted ?? 'gb18030', score: 0 };
  for (const encoding of candidates) {
    const score = chineseness(read(sample, encoding));
    if (score > best.score) best = { encoding, score };
  }
  return best.encoding;
}

/** The label that this platform has for a charset named in a page, or null: pages name what they like. */
function known(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label.trim().slice(0, 40));
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return null;
  }
}
