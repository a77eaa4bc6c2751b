/** Names of processes that hold a lease, and whether the process of a name has ended for certain. */
import { randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** This machine, and where it has containers this one: a process number means something only inside of it. */
function here(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

const place = here();
const me = `${place}/${process.pid}/${randomUUID()}`;

/** The name of this process: no other has it, before or after. */
export const ownerName = (): string => me;

/** True where the process of this name ran here and runs no more; of one that ran elsewhere nobody here can know. */
export function hasEnded(owner: string): boolean {
  const [where, number = ''] = owner.split('/').length === 3 ? owner.split('/') : [];
  if (where !== place || owner === me || !/^\d{1,10}$/.test(number)) return false;
  // The number was given to this process anew, as it often is in a container.
  return Number(number) === process.pid || !runs(Number(number));
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
