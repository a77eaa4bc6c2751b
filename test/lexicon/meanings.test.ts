import { describe, expect, it } from 'vitest';
import { meaningsReader } from '../../src/lexicon/meanings.ts';
import { roots, single, stem } from '../../src/lexicon/stem.ts';

describe('English words without their endings', () => {
  it.each([
    ['potatoes', 'potato'],
    ['subsidies', 'subsidy'],
    ['fishermen', 'fisherman'],
    ['children', 'child'],
    ['taxis', 'taxi'],
    ['buses', 'bus'],
    ['analysis', 'analysis'],
  ])('%s is %s', (plural, one) => {
    expect(single(plural)).toBe(one);
  });

  it('are one for the forms of a verb, and for the words of a family', () => {
    for (const [form, word] of [
      ['filed', 'file'],
      ['filing', 'file'],
      ['planned', 'plan'],
      ['leaks', 'leak'],
      ['carried', 'carry'],
    ] as const)
      expect(roots(form)).toContain(word);
    expect(roots('line')).toEqual(['line']);
    for (const family of [
      ['pollute', 'pollution'],
      ['archive', 'archival'],
      ['demolish', 'demolition'],
      ['register', 'registration'],
    ])
      expect(new Set(family.map(stem)).size).toBe(1);
  });
});

describe('the dictionary of meanings', () => {
  const { meanings, like, known } = meaningsReader();
  const first = (text: string) =>
    meanings(text)[0]
      ?.words.filter(({ share }) => share === 1)
      .map(({ word }) => word);

  it('says what English words and phrases may be in Chinese, longer phrases first', () => {
    expect(first('carbon monoxide')).toEqual(['一氧化碳']);
    expect(first('Potatoes')).toContain('马铃薯');
    expect(meanings('night market').map(({ start, end }) => [start, end])).toEqual([
      [0, 12],
      [0, 5],
      [6, 12],
    ]);
    // 区 is small only after an area and a region.
    const small = meanings('small')[0]!.words;
    expect(small.find(({ word }) => word === '小')?.share).toBe(1);
    expect(small.find(({ word }) => word === '区')?.share ?? 0).toBeLessThan(1);
    expect(meanings('xyzzy')).toEqual([]);
  });

  it('says which Chinese words mean the same', () => {
    expect(like('鞭炮').map(({ word }) => word)).toContain('爆竹');
    expect(like('升降机').map(({ word }) => word)).toContain('电梯');
    expect(like('非遗')[0]).toEqual({ word: '非物质文化遗产', share: 1 });
    expect(like('甲乙丙丁')).toEqual([]);
    expect([known('鞭炮'), known('poisoned'), known('甲乙丙丁'), known('xyzzy')]).toEqual([true, true, false, false]);
  });
});
