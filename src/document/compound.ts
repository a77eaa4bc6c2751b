/** The streams of a compound file, the container of old Office formats ([MS-CFB]). */
import type { Budget } from './budget.ts';

/** Sector numbers from here on mean "free", "end of chain" and the like. */
const firstSpecial = 0xfffffffa;
const entrySize = 128;

interface Entry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

/** Opens the container; streams are assembled when they are asked for. Throws input.damaged. */
export class CompoundFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #budget: Budget;
  readonly #shift: number;
  readonly #fat: Uint32Array;
  readonly #miniFat: Uint32Array;
  readonly #mini: Uint8Array;
  readonly #cutoff: number;
  readonly #entries = new Map<string, Entry>();

  constructor(bytes: Uint8Array, budget: Budget) {
    if (bytes.length < 1536) throw budget.damaged('the container is cut off');
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#budget = budget;
    this.#shift = this.#view.getUint16(0x1e, true) === 12 ? 12 : 9;
    this.#cutoff = this.#view.getUint32(0x38, true);
    this.#fat = this.#readFat();
    const directory = this.#chain(this.#view.getUint32(0x30, true));
    const root = this.#readDirectory(directory);
    this.#miniFat = words(this.#chain(this.#view.getUint32(0x3c, true)));
    this.#mini = root === null ? new Uint8Array() : this.#chain(root.start);
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The stream's bytes, or null where there is none of this name. */
  stream(name: string): Uint8Array | null {
    const entry = this.#entries.get(name);
    if (entry === undefined) return null;
    const whole = entry.size < this.#cutoff ? this.#miniChain(entry.start) : this.#chain(entry.start);
    return whole.subarray(0, entry.size);
  }

  #sector(number: number): Uint8Array {
    const size = 1 << this.#shift;
    const start = (number + 1) * size;
    return this.#bytes.subarray(start, start + size);
  }

  /** The allocation table: its first 109 sectors are named in the header, the others in sectors of their own. */
  #readFat(): Uint32Array {
    const sectors: number[] = [];
    for (let at = 0; at < 109; at += 1) sectors.push(this.#view.getUint32(0x4c + 4 * at, true));
    const each = (1 << this.#shift) / 4 - 1;
    let next = this.#view.getUint32(0x44, true);
    for (let turn = 0; next < firstSpecial && turn < this.#view.getUint32(0x48, true) && turn < 10_000; turn += 1) {
      this.#budget.step();
      const more = words(this.#sector(next));
      if (more.length <= each) break;
      sectors.push(...more.subarray(0, each));
      next = more[each]!;
    }
    return words(this.#join(sectors.filter((sector) => sector < firstSpecial)));
  }

  #readDirectory(bytes: Uint8Array): Entry | null {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let root: Entry | null = null;
    for (let at = 0; at + entrySize <= bytes.length; at += entrySize) {
      this.#budget.step();
      const length = Math.min(64, view.getUint16(at + 0x40, true));
      const name = new TextDecoder('utf-16le').decode(bytes.subarray(at, at + Math.max(0, length - 2)));
      const entry = { name, start: view.getUint32(at + 0x74, true), size: view.getUint32(at + 0x78, true) };
      if (bytes[at + 0x42] === 5) root = entry;
      else if (bytes[at + 0x42] === 2 && !this.#entries.has(name)) this.#entries.set(name, entry);
    }
    return root;
  }

  #chain(start: number): Uint8Array {
    const sectors: number[] = [];
    for (let at = start; at < this.#fat.length; at = this.#fat[at]!) {
      sectors.push(at);
      this.#budget.step();
      if (sectors.length > this.#fat.length) throw this.#budget.damaged('a chain of sectors runs in a circle');
    }
    return this.#join(sectors);
  }

  #miniChain(start: number): Uint8Array {
    const out: Uint8Array[] = [];
    for (let at = start; at < this.#miniFat.length; at = this.#miniFat[at]!) {
      out.push(this.#mini.subarray(at * 64, at * 64 + 64));
      this.#budget.step();
      if (out.length > this.#miniFat.length) throw this.#budget.damaged('a chain of sectors runs in a circle');
    }
    return Buffer.concat(out);
  }

  #join(sectors: readonly number[]): Uint8Array {
    // Fewer sectors than the file has: a chain cannot make it longer than it is.
    if (sectors.length > this.#bytes.length >> (this.#shift - 1))
      throw this.#budget.damaged('a chain of sectors is too long');
    return Buffer.concat(sectors.map((sector) => this.#sector(sector)));
  }
}

function words(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const out = new Uint32Array(bytes.length >> 2);
  for (let at = 0; at < out.length; at += 1) out[at] = view.getUint32(at * 4, true);
  return out;
}
