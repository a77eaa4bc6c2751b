/** The members of a ZIP container, read from its directory and unpacked under a bound. */
import { inflateRawSync } from 'node:zlib';
import { CodedError } from '../errors.ts';
import type { Budget } from './budget.ts';

export interface Member {
  readonly name: string;
  readonly encrypted: boolean;
  /** As the directory states it; a hostile file lies. */
  readonly size: number;
  readonly method: number;
  /** The compressed bytes. */
  readonly packed: Uint8Array;
}

const endRecord = 0x06054b50;
const directoryRecord = 0x02014b50;
const localRecord = 0x04034b50;
/** The end record is the last thing but for a comment of up to 65,535 bytes. */
const furthestEnd = 65_535 + 22;

/** Lists the members in the directory's order. Throws input.damaged, or input.tooLarge where there are more than `limits.files`. */
export function zipMembers(bytes: Uint8Array, budget: Budget): Member[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === -1) throw budget.damaged('the ZIP directory is missing');
  const count = view.getUint16(end + 10, true);
  budget.bound('files', count);
  const members: Member[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    budget.step();
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryRecord) break;
    const nameLength = view.getUint16(at + 28, true);
    const member = memberAt(view, bytes, at, nameLength);
    if (member !== null) members.push(member);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (members.length === 0 && count > 0) throw budget.damaged('the ZIP directory cannot be read');
  return members;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - furthestEnd);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) if (view.getUint32(at, true) === endRecord) return at;
  return -1;
}

function memberAt(view: DataView, bytes: Uint8Array, at: number, nameLength: number): Member | null {
  const flags = view.getUint16(at + 8, true);
  const packedSize = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (local + 30 > bytes.length || view.getUint32(local, true) !== localRecord) return null;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  return {
    name: memberName(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0),
    encrypted: (flags & 1) !== 0,
    size: view.getUint32(at + 24, true),
    method: view.getUint16(at + 10, true),
    packed: bytes.subarray(start, start + packedSize),
  };
}

/** Chinese Windows writes names in GBK without saying so. */
function memberName(bytes: Uint8Array, utf8: boolean): string {
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    name = new TextDecoder(utf8 ? 'utf-8' : 'gb18030').decode(bytes);
  }
  return name.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 500);
}

/**
 * The member's bytes, `most` at the most. Throws input.encrypted, input.damaged, and input.tooLarge where there are more
 * (found out while unpacking, whatever the directory says).
 */
export function unpack(member: Member, most: number, budget: Budget): Uint8Array {
  budget.look();
  if (member.encrypted) throw new CodedError('input.encrypted', { what: budget.file });
  if (member.method === 0) {
    if (member.packed.length > most) throw budget.tooLarge('decompressedBytes');
    return member.packed;
  }
  if (member.method !== 8) throw budget.damaged(`compression method ${member.method} is not read`);
  try {
    return inflateRawSync(member.packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw budget.tooLarge('decompressedBytes');
    throw budget.damaged('a member cannot be unpacked', error);
  }
}

/** Parts of an office file by name, unpacked when they are asked for, all together under `limits.decompressedBytes`. */
export class Package {
  readonly #members: Map<string, Member>;
  readonly #budget: Budget;
  #left: number;

  constructor(members: readonly Member[], budget: Budget) {
    this.#members = new Map(members.map((member) => [member.name.replace(/^\//, '').toLowerCase(), member]));
    this.#budget = budget;
    this.#left = budget.limits.decompressedBytes;
  }

  has(name: string): boolean {
    return this.#members.has(name.toLowerCase());
  }

  /** The part as text, or null where there is none. */
  part(name: string): string | null {
    const member = this.#members.get(name.replace(/^\//, '').toLowerCase());
    if (member === undefined) return null;
    const bytes = unpack(member, this.#left, this.#budget);
    this.#left -= bytes.length;
    const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
    return new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes);
  }
}
