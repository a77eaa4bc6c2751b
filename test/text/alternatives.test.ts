import { describe, expect, it } from 'vitest';
import { alternatives } from '../../src/text/alternatives.ts';

describe('alternatives', () => {
  it('gives every name, optional and nested groups too', () => {
    expect(alternatives('(收到|接到)(了|)申请')).toEqual(['收到了申请', '收到申请', '接到了申请', '接到申请']);
    expect(alternatives('which (report|of the (a|b))')).toEqual(['which report', 'which of the a', 'which of the b']);
  });
  it('keeps a bracket without alternatives and drops empty names', () => {
    expect(alternatives('公开率(含)')).toEqual(['公开率(含)']);
    expect(alternatives('(a|)')).toEqual(['a']);
  });
  it('refuses a slip', () => {
    expect(() => alternatives('(a|b')).toThrow();
    expect(() => alternatives('a)b')).toThrow();
    expect(() => alternatives('(a|b)'.repeat(20))).toThrow();
  });
});
