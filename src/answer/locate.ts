/** Finds where a particular (a date, a telephone number) stands in a report's text, to quote the line. */

const QUOTE = 400;

/** The place of a value in the text; null where it is not printed in any form that is tried. */
export function locate(
  text: string,
  value: string | number | null,
  field: string,
): { line: number; quote: string } | null {
  if (
    value === null ||
    field === 'form' ||
    field === 'versions' ||
    field === 'ingestedAt' ||
    field === 'sections' ||
    field === 'region'
  )
    return null;
  const lines = text.split('\n');
  for (const form of printedForms(String(value), field)) {
    const index = lines.findIndex((line) => squeeze(line).includes(form));
    const line = lines[index];
    if (line !== undefined) return { line: index + 1, quote: around(line.replace(/\r$/, '').trim(), String(value)) };
  }
  return null;
}

/** Printed variants, without white space: 2021-01-29 is also 2021年1月29日, 二〇二一年一月二十九日, 2021/01/29, 2021.1.29. */
function printedForms(value: string, field: string): string[] {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (date && (field === 'publishedDate' || field === 'onTime')) {
    const [, year, month, day] = date as unknown as [string, string, string, string];
    const [m, d] = [String(Number(month)), String(Number(day))];
    const numeric = [
      `${year}年${month}月${day}日`,
      `${year}年${m}月${d}日`,
      `${year}年${m}月${day}日`,
      `${year}年${month}月${d}日`,
    ];
    return [
      ...numeric,
      value,
      ...['/', '.'].flatMap((mark) => [`${year}${mark}${month}${mark}${day}`, `${year}${mark}${m}${mark}${d}`]),
      chineseDate(year, Number(m), Number(d)),
    ];
  }
  return [squeeze(value.split('\n')[0] ?? value)].filter((form) => form !== '');
}

/** White space taken out, dashes and brackets as ASCII. */
function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u{a0}]+/gu, '')
    .replace(/[—–－―‐]+/g, '-');
}

const DIGITS = '〇一二三四五六七八九';

function chineseDate(year: string, month: number, day: number): string {
  const tens = (n: number) =>
    n < 10 ? DIGITS[n] : `${n < 20 ? '' : DIGITS[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : DIGITS[n % 10]}`;
  return `${[...year].map((digit) => DIGITS[Number(digit)]).join('')}年${tens(month)}月${tens(day)}日`;
}

function around(line: string, value: string): string {
  if (line.length <= QUOTE) return line;
  const start = Math.max(0, line.indexOf(value) - Math.floor(QUOTE / 2));
  return line.slice(start, start + QUOTE);
}
