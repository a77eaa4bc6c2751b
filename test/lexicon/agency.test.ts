import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';

const lexicon = loadLexicon();
const region = (province: string | null, city: string | null = null, county: string | null = null) => ({
  province,
  city,
  county,
});
const ankang = region('陕西省', '安康市');
const yanchi = region('宁夏回族自治区', '吴忠市', '盐池县');
const xingqing = region('宁夏回族自治区', '银川市', '兴庆区');

describe('the key of an agency', () => {
  it.each([
    [
      '盐池县科学技术局',
      [
        '盐池县科技局',
        '盐池科技局',
        '鹽池縣科學技術局',
        '盐池县 科学技术局',
        '宁夏回族自治区盐池县科技局',
        '宁夏吴忠市盐池县科技局',
      ],
    ],
    ['银川市兴庆区科学技术局', ['兴庆区科技局', '银川市兴庆区科技局', '兴庆区科学技术局']],
    ['上海市科学技术委员会', ['上海市科委', '上海科委', '上海市科技委']],
    ['安康市科学技术局', ['安康市科技局', '陕西省安康市科技局']],
    ['宿迁市人民政府', ['宿迁市', '宿迁市政府', '江苏省宿迁市人民政府']],
    ['吉林省科学技术厅', ['吉林科技厅', '吉林省科技厅']],
    ['吉林市教育局', ['吉林省吉林市教育局']],
    ['上海市浦东新区教育局', ['浦东新区教育局', '浦东教育局']],
    ['北京市朝阳区教育委员会', ['北京市朝阳区教委']],
    ['延边朝鲜族自治州人民政府', ['延边州政府', '延边朝鲜族自治州人民政府']],
    ['淮安市洪泽区人民政府', ['洪泽县人民政府', '洪泽区政府']],
    ['彭阳县机关事务服务中心', ['彭阳县机关事务服务中心']],
    ['彭阳县城阳乡人民政府', ['固原市彭阳县城阳乡政府']],
    ['盐池县税务局', ['国家税务总局盐池县税务局']],
    ['荆州市公安局', ['荆州市公安局']],
    ['济源市人民政府', ['河南省济源市人民政府']],
  ])('%s is one across its variants', (key, names) => {
    expect(names.map((name) => lexicon.agency(name).key)).toEqual(names.map(() => key));
  });

  it('reads what a report calls itself, where it is known where it is', () => {
    expect(lexicon.agency('市科技局', ankang).key).toBe('安康市科学技术局');
    expect(lexicon.agency('县科技局', yanchi).key).toBe('盐池县科学技术局');
    expect(lexicon.agency('区科技局', xingqing).key).toBe('银川市兴庆区科学技术局');
    expect(lexicon.agency('科学技术局', ankang).key).toBe('安康市科学技术局');
    expect(lexicon.agency('自治区财政厅', region('宁夏回族自治区')).key).toBe('宁夏回族自治区财政厅');
    expect(lexicon.agency('凤凰北街街道办事处', xingqing).key).toBe('银川市兴庆区凤凰北街街道办事处');
    // The name wins over the hint.
    expect(lexicon.agency('盐池县科技局', ankang).region).toEqual(yanchi);
  });

  it('leaves open what a name leaves open', () => {
    expect(lexicon.agency('鼓楼区科技局')).toMatchObject({
      key: '鼓楼区科学技术局',
      region: region(null),
      kind: 'science',
    });
    expect(lexicon.agency('鼓楼区科技局', region('江苏省', '南京市')).key).toBe('南京市鼓楼区科学技术局');
    expect(lexicon.agency('盐池')).toMatchObject({ government: false, kind: null });
    expect(lexicon.agency('我局').kind).toBeNull();
  });

  it('tells governments from their offices, townships and zones', () => {
    const of = (name: string) => lexicon.agency(name);
    expect(of('淮安市洪泽区人民政府')).toMatchObject({ government: true, kind: 'government' });
    expect(of('沐阳县人民政府')).toMatchObject({ government: true, key: '沐阳县人民政府' });
    expect(of('上海市人民政府办公厅')).toMatchObject({ government: false, kind: 'governmentOffice' });
    expect(of('彭阳县城阳乡人民政府')).toMatchObject({ government: false, kind: 'township' });
    expect(of('合肥高新技术产业开发区管理委员会')).toMatchObject({
      government: false,
      kind: 'zone',
      region: region('安徽省', '合肥市'),
    });
    expect(of('彭阳县机关事务服务中心')).toMatchObject({
      kind: 'officeAffairs',
      region: region('宁夏回族自治区', '固原市', '彭阳县'),
    });
  });

  it('is its own key, for every division, kind and ending, and for any text', () => {
    const names = lexicon.kinds.flatMap(({ endings }) => endings);
    const made = fc
      .tuple(fc.integer({ min: 0, max: 2800 }), fc.constantFrom(...names))
      .map(([i, ending]) => `${lexicon.divisionsIn('盐池县').length > 0 ? divisionAt(i) : ''}${ending}`);
    fc.assert(
      fc.property(
        fc.oneof(made, fc.constantFrom('__proto__', 'constructor'), fc.string({ unit: 'grapheme', maxLength: 30 })),
        (name) => {
          const { key } = lexicon.agency(name);
          expect(lexicon.agency(key).key).toBe(key);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/** Some real division names, by position. */
function divisionAt(i: number): string {
  const names = [
    '盐池县',
    '银川市兴庆区',
    '鼓楼区',
    '上海市',
    '吉林',
    '吉林省',
    '朝阳',
    '西安区',
    '延边州',
    '公安县',
    '市中区',
    '前进区',
    '海南',
    '东乡',
    '城区',
    '凤凰',
    '新华',
    '福建省福州市鼓楼区',
    '济源',
    '大同',
  ];
  return names[i % names.length]!;
}

describe('the names of an agency', () => {
  const names = lexicon.agencyNames({
    key: '盐池县科学技术局',
    names: ['盐池县科技局'],
    region: yanchi,
    kind: 'science',
  });
  it('shows the full name first in both languages', () => {
    expect(names.zh[0]).toBe('盐池县科学技术局');
    expect(names.en[0]).toBe('Yanchi County Science and Technology Bureau');
    const of = (name: string) => {
      const { key, region: where, kind } = lexicon.agency(name);
      return lexicon.agencyNames({ key, names: [name], region: where, kind }).en[0];
    };
    expect(of('安康市科技局')).toBe('Ankang Municipal Science and Technology Bureau');
    expect(of('上海市科委')).toBe('Shanghai Municipal Science and Technology Commission');
    expect(of('宿迁市')).toBe("Suqian Municipal People's Government");
    expect(of('银川市兴庆区科学技术局')).toBe('Xingqing District Science and Technology Bureau');
    expect(of('彭阳县机关事务服务中心')).toBe('Pengyang County Government Offices Administration Center');
  });
  it('knows how people say it', () => {
    expect(names.zh).toEqual(
      expect.arrayContaining(['盐池科技局', '盐池县科技局', '吴忠市盐池县科学技术局', '科技局']),
    );
    expect(names.en).toEqual(
      expect.arrayContaining(['Yanchi science bureau', 'Yanchi S&T bureau', 'Yanchi County science bureau']),
    );
    expect(names.en.length).toBeLessThan(60);
  });
});
