import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';

const { succession, agency } = loadLexicon();
const key = (name: string) => agency(name).key;
const between = (one: string, other: string) => succession(key(one), key(other));

describe('bodies that took over from others', () => {
  it.each([
    ['盐池县国土资源局', '盐池县自然资源局', 2018],
    ['安康市环保局', '安康市生态环境局', 2018],
    ['盐池县卫生和计划生育局', '盐池县卫生健康局', 2018],
    ['陕西省卫生和计划生育委员会', '陕西省卫生健康委员会', 2018],
    ['彭阳县工商行政管理局', '彭阳县市场监督管理局', 2018],
    ['彭阳县质量技术监督局', '彭阳县市场监督管理局', 2018],
    ['彭阳县食品药品监督管理局', '彭阳县市场监管局', 2018],
    ['彭阳县旅游局', '彭阳县文化和旅游局', 2018],
    ['彭阳县农业局', '彭阳县农业农村局', 2018],
    ['彭阳县安全生产监督管理局', '彭阳县应急管理局', 2018],
    ['彭阳县粮食局', '彭阳县粮食和物资储备局', 2018],
    ['彭阳县扶贫开发办公室', '彭阳县乡村振兴局', 2021],
    ['安康市人民防空办公室', '安康市国防动员办公室', 2023],
  ])('%s → %s', (before, after, since) => {
    expect(between(before, after)).toMatchObject({ before: key(before), after: key(after), since });
    expect(between(after, before)).toEqual(between(before, after));
    // A successor is a body of its own.
    expect(key(before)).not.toBe(key(after));
  });

  it.each([
    ['盐池县国土资源局', '彭阳县自然资源局'],
    ['盐池县国土资源局', '盐池县生态环境局'],
    ['盐池县科技局', '盐池县科学技术局'],
    ['盐池县教育局', '盐池县财政局'],
    ['盐池县农业局', '盐池县农业局'],
    ['盐池县人民政府', '盐池县自然资源局'],
  ])('%s and %s are not', (one, other) => {
    expect(between(one, other)).toBeNull();
  });

  it('says nothing of any other names, and never fails', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (one, other) => succession(one, other) === null));
  });
});
