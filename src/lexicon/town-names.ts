/** Names of towns and subdistricts, which the list of divisions does not hold: 白蒲镇, "Baipu Town government in Rugao". */
import type { Division } from './lexicon.ts';
import type { Pinyin } from './pinyin.ts';

/** Endings of their bodies, what the place is called by itself, and the body's name in English. */
const endings: readonly (readonly [RegExp, string, readonly string[], readonly string[]])[] = [
  [/^镇人民政府$/, '镇', ['Town', 'Township'], ["People's Government", 'Government']],
  [/^乡人民政府$/, '乡', ['Township', 'Town'], ["People's Government", 'Government']],
  [/^苏木人民政府$/, '苏木', ['Sumu', 'Township'], ["People's Government", 'Government']],
  [/^街道(办事处)?$/, '街道', ['Subdistrict', 'Sub-district', 'Street'], ['Office', 'Office']],
];

/** Readings that are tried of a name with characters of several: the usual ones come first. */
const MOST = 8;

/** `own`: the place's own name (白蒲); `full`: how the body's name ends. Empty for every other body. The first in English is for display. */
export function townNames(own: string, full: string, within: Division, pinyin: Pinyin): { zh: string[]; en: string[] } {
  const ending = endings.find(([pattern]) => pattern.test(full));
  if (ending === undefined || own === '') return { zh: [], en: [] };
  const [, suffix, kinds, offices] = ending;
  const en = romanised(own, pinyin).flatMap((name) =>
    kinds.flatMap((kind) => [
      ...offices.flatMap((office) => [within.pinyin, within.en].map((place) => `${name} ${kind} ${office}, ${place}`)),
      ...offices.map((office) => `${name} ${kind} ${office}`),
      `${name} ${kind}`,
      `${kind} of ${name}`,
      ...[within.pinyin, within.en].flatMap((place) => [`${name} ${kind}, ${place}`, `${place} ${name} ${kind}`]),
    ]),
  );
  return { zh: [`${own}${suffix}`, `${within.zh}${own}${suffix}`, `${within.short}${own}${suffix}`], en };
}

/** 白蒲 → Baipu; a name with a character that has no reading has none. */
function romanised(own: string, pinyin: Pinyin): string[] {
  let names = [''];
  for (const character of own)
    names = names.flatMap((name) => pinyin.readings(character).map((syllable) => name + syllable)).slice(0, MOST);
  return names.filter((name) => name !== '').map((name) => name[0]!.toUpperCase() + name.slice(1));
}
