import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';

const lexicon = loadLexicon();
const found = (text: string) =>
  lexicon.divisionsIn(text).map(({ start, end, divisions }) => [text.slice(start, end), divisions[0]?.zh]);

describe('divisions in a text', () => {
  it.each([
    [
      '银川市兴庆区科学技术局',
      [
        ['银川市', '银川市'],
        ['兴庆区', '兴庆区'],
      ],
    ],
    ['盐池的报告', [['盐池', '盐池县']]],
    ['Yanchi County', [['Yanchi County', '盐池县']]],
    [
      'the reports of ankang and Ningxia',
      [
        ['ankang', '安康市'],
        ['Ningxia', '宁夏回族自治区'],
      ],
    ],
    [
      'Shaanxi, not Shanxi',
      [
        ['Shaanxi', '陕西省'],
        ['Shanxi', '山西省'],
      ],
    ],
    ["Xi'an", [["Xi'an", '西安市']]],
    ['Inner Mongolia', [['Inner Mongolia', '内蒙古自治区']]],
    ['鹽池縣', [['鹽池縣', '盐池县']]],
    ['积石山县', [['积石山县', '积石山保安族东乡族撒拉族自治县']]],
    ['新华社记者，前进路，友好往来，城区道路', []],
    [
      '阳泉市城区',
      [
        ['阳泉市', '阳泉市'],
        ['城区', '城区'],
      ],
    ],
    ['合肥经济技术开发区', [['合肥', '合肥市']]],
  ] as const)('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('gives every division that a name can mean', () => {
    expect(lexicon.divisionsIn('鼓楼区')[0]?.divisions.map(({ region }) => region.city)).toEqual([
      '南京市',
      '徐州市',
      '福州市',
      '开封市',
    ]);
    expect(lexicon.division('鼓楼区')).toBeNull();
    expect(lexicon.division('鼓楼区', { province: '江苏省', city: '南京市', county: null })?.code).toBe('320106');
    expect(lexicon.division('吉林')?.zh).toBe('吉林省');
    expect(lexicon.division('上海市')).toMatchObject({
      level: 'province',
      region: { province: '上海市', city: null, county: null },
    });
    expect(lexicon.division('浦东新区')).toMatchObject({
      region: { province: '上海市', city: null, county: '浦东新区' },
      en: 'Pudong New Area',
    });
    expect(lexicon.division('济源市')?.region).toEqual({ province: '河南省', city: null, county: '济源市' });
    expect(lexicon.division('nowhere')).toBeNull();
  });

  it('gives spans in order, without overlaps, inside of the text', () => {
    const words = fc.constantFrom(
      '盐池县',
      '安康',
      'Yanchi',
      "Xi'an",
      '，',
      ' ',
      '科技局',
      '城区',
      '西安',
      '吉林省吉林市',
      '𠀀',
      '2023',
      '鼓楼区',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 12 }),
        (parts) => {
          const text = parts.join('');
          let before = 0;
          for (const { start, end, divisions } of lexicon.divisionsIn(text)) {
            expect(start).toBeGreaterThanOrEqual(before);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(divisions.length).toBeGreaterThan(0);
            before = end;
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
