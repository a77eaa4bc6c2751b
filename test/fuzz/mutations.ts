/** Ways to damage a file: its bytes, its text, its tags and cells, its encoding. */
import iconv from 'iconv-lite';
import type { Random } from '../helpers/random.ts';

export interface Sample {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A named way; `other` is another sample to take from. */
export interface Mutation {
  readonly name: string;
  readonly apply: (sample: Sample, other: Sample, random: Random) => Uint8Array;
}

const position = (bytes: Uint8Array, random: Random) => random.whole(0, Math.max(0, bytes.length - 1));
const join = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** Works on the decoded text; binary files are damaged as bytes. */
const ofText =
  (change: (text: string, random: Random, other: Sample) => string): Mutation['apply'] =>
  ({ bytes }, other, random) =>
    new TextEncoder().encode(change(new TextDecoder().decode(bytes), random, other));

const swapped = (parts: string[], random: Random): string[] => {
  for (let times = random.whole(1, 6); times > 0; times -= 1) {
    const [a, b] = [random.whole(0, parts.length - 1), random.whole(0, parts.length - 1)];
    [parts[a], parts[b]] = [parts[b]!, parts[a]!];
  }
  return parts;
};

/** Text between cells, and what parts them, in turn. */
const cellBorder = /(\t|\||,|\n|<\/?t[dr][^<>]{0,80}>)/;

export const mutations: readonly Mutation[] = [
  {
    name: 'bytes flipped',
    apply: ({ bytes }, _, random) => {
      const out = bytes.slice();
      for (let times = random.whole(1, 60); times > 0; times -= 1) out[position(out, random)] = random.whole(0, 255);
      return out;
    },
  },
  {
    name: 'bits flipped at one place',
    apply: ({ bytes }, _, random) => {
      const out = bytes.slice();
      const from = position(out, random);
      for (let at = from; at < Math.min(out.length, from + random.whole(1, 200)); at += 1) out[at] = out[at]! ^ 0x55;
      return out;
    },
  },
  { name: 'cut off', apply: ({ bytes }, _, random) => bytes.slice(0, position(bytes, random)) },
  { name: 'beginning gone', apply: ({ bytes }, _, random) => bytes.slice(position(bytes, random)) },
  {
    name: 'middle gone',
    apply: ({ bytes }, _, random) =>
      join(bytes.slice(0, position(bytes, random)), bytes.slice(position(bytes, random))),
  },
  {
    name: 'spliced',
    apply: ({ bytes }, other, random) =>
      join(bytes.slice(0, position(bytes, random)), other.bytes.slice(position(other.bytes, random))),
  },
  {
    name: 'repeated',
    apply: ({ bytes }, _, random) => {
      const from = position(bytes, random);
      const piece = bytes.slice(from, from + random.whole(1, 2_000));
      return join(bytes.slice(0, from), ...Array<Uint8Array>(random.whole(2, 300)).fill(piece), bytes.slice(from));
    },
  },
  {
    name: 'tags dropped',
    apply: ofText((text, random) => text.replace(/<[^<>]{0,200}>/g, (tag) => (random.next() < 0.1 ? '' : tag))),
  },
  {
    name: 'tags doubled',
    apply: ofText((text, random) => text.replace(/<[^<>]{0,200}>/g, (tag) => (random.next() < 0.1 ? tag + tag : tag))),
  },
  {
    name: 'spans changed',
    apply: ofText((text, random) => text.replace(/span="\d+"/g, () => `span="${random.pick([0, 2, 7, 100, 99_999])}"`)),
  },
  { name: 'cells swapped', apply: ofText((text, random) => swapped(text.split(cellBorder), random).join('')) },
  { name: 'lines swapped', apply: ofText((text, random) => swapped(text.split('\n'), random).join('\n')) },
  {
    name: 'cells dropped',
    apply: ofText((text, random) => text.replace(/(?<=\t|>|\| )\d+/g, (figure) => (random.next() < 0.1 ? '' : figure))),
  },
  {
    name: 'lines dropped',
    apply: ofText((text, random) =>
      text
        .split('\n')
        .filter(() => random.next() > 0.1)
        .join('\n'),
    ),
  },
  {
    name: 'breaks gone',
    apply: ofText((text, random) =>
      text.replace(/[\n\t]/g, (each) => (random.next() < 0.3 ? random.pick(['', ' ']) : each)),
    ),
  },
  {
    name: 'another encoding',
    apply: ({ bytes }, _, random) =>
      new Uint8Array(
        iconv.encode(
          new TextDecoder().decode(bytes),
          random.pick(['gb18030', 'utf-16le', 'utf-16be', 'big5', 'latin1']),
        ),
      ),
  },
  {
    name: 'encodings mixed',
    apply: ({ bytes }, _, random) => {
      const text = new TextDecoder().decode(bytes);
      const at = random.whole(0, text.length);
      return join(iconv.encode(text.slice(0, at), 'gb18030'), iconv.encode(text.slice(at), 'utf-8'));
    },
  },
  {
    name: 'read in the wrong encoding',
    apply: ({ bytes }, _, random) =>
      new TextEncoder().encode(iconv.decode(Buffer.from(bytes), random.pick(['gb18030', 'latin1', 'big5']))),
  },
];
