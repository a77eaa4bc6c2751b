/** Chinese numerals and the ways reports write numbers. Pure. */

const digits = new Map(Object.entries({
  零: 0, 〇: 0, O: 0, o: 0, '○': 0, Ｏ: 0, 一: 1, 壹: 1, 元: 1, 二: 2, 贰: 2, 两: 2, 三: 3, 叁: 3, 四: 4, 肆: 4, 五: 5, 伍: 5,
  六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9,
})); // biome-ignore format: a table
const units = new Map(Object.entries({ 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }));
const groups: Readonly<Record<string, number>> = { 万: 10_000, 萬: 10_000, 亿: 100_000_000, 億: 100_000_000 };

/** Below 10,000: 三百零五, 十二, and strings of digits, 二〇二〇. Null where it is no numeral. */
function section(text: string): number | null {
  if (text === '') return null;
  const hasUnit = Array.from(text).some((character) => units.has(character));
  if (!hasUnit) {
    let value = 0;
    for (const character of text) {
      const digit = digits.get(character);
      if (digit === undefined) return null;
      value = value * 10 + digit;
    }
    return value;
  }
  let value = 0;
  let pending: number | null = null;
  for (const character of text) {
    const unit = units.get(character);
    if (unit !== undefined) {
      value += (pending ?? 1) * unit;
      pending = null;
      continue;
    }
    const digit = digits.get(character);
    if (digit === undefined || (pending !== null && pending !== 0)) return null;
    pending = digit;
  }
  return value + (pending ?? 0);
}

/**
 * The number that a Chinese numeral means (三百二十一, 一万二千, 二〇二〇, 两), or null where the text is none. At most 20
 * characters are read, and nothing above what a number holds exactly.
 */
export function parseNumeral(text: string): number | null {
  if (text === '' || text.length > 20) return null;
  let total = 0;
  let rest = text;
  for (const group of ['亿億', '万萬']) {
    const at = Array.from(rest).findIndex((character) => group.includes(character));
    if (at < 0) continue;
    const head = section(rest.slice(0, at));
    if (head === null) return null;
    total += head * groups[rest[at]!]!;
    rest = rest.slice(at + 1);
  }
  if (rest !== '') {
    const tail = section(rest);
    if (tail === null) return null;
    total += tail;
  }
  return Number.isSafeInteger(total) ? total : null;
}

const names = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A whole number from 0 to 9999 as people write it in Chinese: 12 → 十二, 105 → 一百零五. */
export function toNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return String(value);
  if (value < 10) return names[value]!;
  let text = '';
  let rest = value;
  let gap = false;
  for (const [unit, size] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
    ['', 1],
  ] as const) {
    const digit = Math.floor(rest / size);
    rest %= size;
    if (digit === 0) {
      gap = text !== '' && rest > 0;
      continue;
    }
    text += `${gap ? '零' : ''}${unit === '十' && digit === 1 && text === '' ? '' : names[digit]}${unit}`;
    gap = false;
  }
  return text;
}

/** A number in Arabic digits with spaces, thousands separators or full-width digits: "1 136", "１,１３６". Null where it is none. */
export function parseArabic(text: string): number | null {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (!/^[+-]?\d{1,15}(?:\.\d{1,10})?$/.test(plain)) return null;
  return Number(plain);
}
