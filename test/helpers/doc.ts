/** A small writer of old Word files: a compound file with one text piece and the paragraph properties that tables need. */

export interface DocRow {
  readonly cells: readonly string[];
  /** Cell borders in twentieths of a point, one more than there are cells. */
  readonly borders: readonly number[];
  /** Cells that continue the one above. */
  readonly continued?: readonly number[];
}

export type DocPart =
  | string
  | { readonly heading: number; readonly text: string }
  | { readonly rows: readonly DocRow[] };

interface Stretch {
  text: string;
  papx: Buffer;
}

export function doc(parts: readonly DocPart[], flags = 0x0200): Uint8Array {
  const stretches = parts.flatMap(stretchesOf);
  const text = stretches.map((each) => each.text).join('');
  const textAt = 2048;
  const textBytes = Buffer.from(text, 'utf16le');
  const pages: Buffer[] = [];
  const firsts: number[] = [];
  const pageStart = Math.ceil((textAt + textBytes.length) / 512) * 512;
  let offset = textAt;
  for (const stretch of stretches) {
    // One stretch a page keeps the writer simple.
    const page = Buffer.alloc(512);
    const end = offset + 2 * stretch.text.length;
    page.writeUInt32LE(offset, 0);
    page.writeUInt32LE(end, 4);
    page[8] = 128;
    stretch.papx.copy(page, 256);
    page[511] = 1;
    pages.push(page);
    firsts.push(offset);
    offset = end;
  }
  const word = Buffer.alloc(Math.max(4096, pageStart + 512 * pages.length));
  word.writeUInt16LE(0xa5ec, 0);
  word.writeUInt16LE(0xc1, 2);
  word.writeUInt16LE(flags, 0x0a);
  word.writeUInt32LE(text.length, 0x4c);
  textBytes.copy(word, textAt);
  for (const [at, page] of pages.entries()) page.copy(word, pageStart + 512 * at);

  const clx = Buffer.alloc(5 + 4 * 2 + 8);
  clx[0] = 2;
  clx.writeUInt32LE(16, 1);
  clx.writeUInt32LE(text.length, 9);
  clx.writeUInt32LE(textAt, 15);
  const papx = Buffer.alloc(4 * (pages.length + 1) + 4 * pages.length);
  for (const [at, first] of firsts.entries()) papx.writeUInt32LE(first, 4 * at);
  papx.writeUInt32LE(offset, 4 * pages.length);
  for (const at of pages.keys()) papx.writeUInt32LE(pageStart / 512 + at, 4 * (pages.length + 1) + 4 * at);
  const table = Buffer.concat([clx, papx]);
  word.writeUInt32LE(0, 0x1a2);
  word.writeUInt32LE(clx.length, 0x1a6);
  word.writeUInt32LE(clx.length, 0x102);
  word.writeUInt32LE(papx.length, 0x106);
  return compound({ WordDocument: word, '1Table': table });
}

function stretchesOf(part: DocPart): Stretch[] {
  if (typeof part === 'string') return [{ text: `${part}\r`, papx: papx(0, []) }];
  if ('heading' in part) return [{ text: `${part.text}\r`, papx: papx(part.heading, []) }];
  return part.rows.flatMap((row) => [
    ...row.cells.map((cell) => ({ text: `${cell}\u0007`, papx: papx(0, [[0x2416, Buffer.from([1])]]) })),
    {
      text: '\u0007',
      papx: papx(0, [
        [0x2416, Buffer.from([1])],
        [0x2417, Buffer.from([1])],
        [0xd608, definition(row)],
      ]),
    },
  ]);
}

function papx(style: number, sprms: readonly (readonly [number, Buffer])[]): Buffer {
  const body = Buffer.concat([
    Buffer.from([style, 0]),
    ...sprms.map(([code, operand]) => Buffer.concat([Buffer.from([code & 255, code >> 8]), operand])),
  ]);
  const even = body.length % 2 === 0 ? body : Buffer.concat([body, Buffer.from([0])]);
  return Buffer.concat([Buffer.from([0, even.length / 2]), even]);
}

function definition({ cells, borders, continued = [] }: DocRow): Buffer {
  const body = Buffer.alloc(1 + 2 * borders.length + 20 * cells.length);
  body[0] = cells.length;
  for (const [at, border] of borders.entries()) body.writeInt16LE(border, 1 + 2 * at);
  for (const cell of continued) body.writeUInt16LE(0x20, 1 + 2 * borders.length + 20 * cell);
  const size = Buffer.alloc(2);
  size.writeUInt16LE(body.length + 1);
  return Buffer.concat([size, body]);
}

/** Streams in a compound file; small ones go to the ministream as the format asks. */
export function compound(streams: Record<string, Uint8Array>): Uint8Array {
  const sectors: Buffer[] = [];
  const fat: number[] = [];
  const end = 0xfffffffe;
  const put = (bytes: Uint8Array): number => {
    if (bytes.length === 0) return end;
    const first = sectors.length;
    for (let at = 0; at < bytes.length; at += 512) {
      const sector = Buffer.alloc(512);
      Buffer.from(bytes.subarray(at, at + 512)).copy(sector);
      sectors.push(sector);
      fat.push(at + 512 < bytes.length ? sectors.length : end);
    }
    return first;
  };
  const mini: Buffer[] = [];
  const miniFat: number[] = [];
  const entries = Object.entries(streams).map(([name, bytes]) => {
    if (bytes.length >= 4096) return { name, start: put(bytes), size: bytes.length };
    const start = mini.length;
    for (let at = 0; at < bytes.length; at += 64) {
      const sector = Buffer.alloc(64);
      Buffer.from(bytes.subarray(at, at + 64)).copy(sector);
      mini.push(sector);
      miniFat.push(at + 64 < bytes.length ? mini.length : end);
    }
    return { name, start, size: bytes.length };
  });
  const miniBytes = Buffer.concat(mini);
  const miniStart = put(miniBytes);
  const miniFatStart = put(numbers(miniFat, 512));
  const directory = [
    entry('Root Entry', 5, miniStart, miniBytes.length),
    ...entries.map(({ name, start, size }) => entry(name, 2, start, size)),
  ];
  const directoryStart = put(Buffer.concat(directory));
  const fatSectors = Math.ceil((fat.length + 4) / 128);
  const fatStart = sectors.length;
  for (let at = 0; at < fatSectors; at += 1) fat.push(0xfffffffd);
  const header = Buffer.alloc(512, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.fill(0, 8, 0x4c);
  header.writeUInt16LE(3, 0x1a);
  header.writeUInt16LE(9, 0x1e);
  header.writeUInt16LE(6, 0x20);
  header.writeUInt32LE(fatSectors, 0x2c);
  header.writeUInt32LE(directoryStart, 0x30);
  header.writeUInt32LE(4096, 0x38);
  header.writeUInt32LE(miniFatStart, 0x3c);
  header.writeUInt32LE(end, 0x44);
  for (let at = 0; at < fatSectors; at += 1) header.writeUInt32LE(fatStart + at, 0x4c + 4 * at);
  return new Uint8Array(Buffer.concat([header, ...sectors, numbers(fat, 512 * fatSectors)]));
}

function numbers(values: readonly number[], size: number): Buffer {
  const out = Buffer.alloc(Math.max(size, Math.ceil((values.length * 4) / 512) * 512), 0xff);
  for (const [at, value] of values.entries()) out.writeUInt32LE(value, 4 * at);
  return out;
}

function entry(name: string, type: number, start: number, size: number): Buffer {
  const out = Buffer.alloc(128);
  out.write(name, 'utf16le');
  out.writeUInt16LE(2 * name.length + 2, 0x40);
  out[0x42] = type;
  out.writeUInt32LE(start, 0x74);
  out.writeUInt32LE(size, 0x78);
  return out;
}
