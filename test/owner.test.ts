import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { hasEnded, ownerName } from '../src/owner.ts';

it('knows which processes of this machine have ended, and says nothing of others', () => {
  const me = ownerName();
  const [place, , id] = me.split('/');
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  expect(hasEnded(me)).toBe(false);
  expect(hasEnded(`${place}/${pid}/${id}`)).toBe(true);
  expect(hasEnded(`${place}/${process.ppid}/${id}`)).toBe(false);
  // In a container the next process often gets the same number.
  expect(hasEnded(`${place}/${process.pid}/another`)).toBe(true);
  for (const other of ['elsewhere/1/x', 'p1', '', `${place}/one/x`]) expect(hasEnded(other)).toBe(false);
});
