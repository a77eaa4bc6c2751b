import { expect, test } from 'vitest';
import { fires, type Mark, Marks, sense } from '../../src/question/marks.ts';

const mark = (text: string, ...senses: Mark['senses']): Mark => ({ start: 0, end: text.length, text, senses });
const late = mark('迟', { kind: 'word', rule: 'audit.late' }, { kind: 'topic', zh: '时间' });
const other = mark('申请', { kind: 'topic', zh: '申请' });

test('a rule fires by its own name and by those above it, and by none that only begins alike', () => {
  expect(fires(late, 'audit.late')).toBe(true);
  expect(fires(late, 'audit')).toBe(true);
  expect(fires(late, 'aud')).toBe(false);
  expect(fires(other, 'audit')).toBe(false);
  expect(sense(late, 'topic')).toEqual({ kind: 'topic', zh: '时间' });
  expect(sense(late, 'number')).toBeUndefined();
});

test('a copy is untouched until it uses a mark, whatever is copied from it; others are not touched by it', () => {
  const base = new Marks([late, other]);
  const copy = base.fork();
  expect(copy.untouched).toBe(true);
  copy.use(late);
  expect(copy.untouched).toBe(false);
  // A copy of what was used shares it, which makes the first one no newer.
  const further = copy.fork();
  expect(further.used(late)).toBe(true);
  expect(copy.untouched).toBe(false);
  expect(base.used(late)).toBe(false);
  expect(base.fork().used(late)).toBe(false);
});
