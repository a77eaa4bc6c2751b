/**
 * An answer of a site's interface, saved as JSON: the page that it carries in one of its strings, with the title, the date and the
 * source beside it. The page is given in the place of the JSON, character for character as long, so that every place in it is
 * one in the file.
 */

/** A string of the JSON: its key, and where its text begins and ends. */
interface Value {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** So many ends of paragraphs or cells make a page. */
const fewestTags = 10;
const endOfTag = /(?:<|\\u003c)\\?\/(?:p|td|tr|div|span)/gi;
const text = /"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?/gy;
/** Far more than an answer has that carries a page. */
const mostStrings = 20_000;
const longestField = 200;

/** The page, as long as the text; null for a text that is no JSON, or carries no page. */
export function pageOfJson(source: string): string | null {
  if (!/^\s{0,99}[{[]/.test(source) || (source.match(endOfTag)?.length ?? 0) < fewestTags || !isJson(source))
    return null;
  const values = valuesOf(source);
  const page = values.reduce((most, value) => (value.to - value.from > most.to - most.from ? value : most));
  const parts: (Value & { readonly markup: string })[] = [{ ...page, markup: '<div>' }];
  for (const [keys, markup] of fields) {
    const field = values.find(({ key, from, to }) => keys.test(key) && to - from > 1 && to - from <= longestField);
    if (field !== undefined && field.from < page.from && field.from >= markup.length) parts.push({ ...field, markup });
  }
  parts.sort((a, b) => a.from - b.from);
  let out = '';
  for (const { from, to, markup } of parts) {
    if (from - markup.length < out.length) continue;
    out += blank(source.slice(out.length, from - markup.length)) + markup + decoded(source.slice(from, to));
  }
  return out + blank(source.slice(out.length));
}

const fields: readonly (readonly [RegExp, string])[] = [
  [/^(?:title|bt|biaoti|subject|标题)$/i, '<h1>'],
  [/^(?:pub(?:lish)?_?(?:date|time)|release_?(?:date|time)|发布(?:日期|时间)|fbsj|fbrq)$/i, '<p>发布时间：'],
];

/** Spaces where the JSON's own marks stood; lines stay lines. */
const blank = (part: string): string => part.replace(/[^\n]/g, ' ');

function isJson(source: string): boolean {
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}

function valuesOf(source: string): Value[] {
  const values: Value[] = [];
  let key = '';
  for (
    let at = source.indexOf('"');
    at !== -1 && values.length < mostStrings;
    at = source.indexOf('"', text.lastIndex)
  ) {
    text.lastIndex = at;
    const [whole, inner, colon] = text.exec(source) ?? [];
    if (whole === undefined) break;
    if (colon !== undefined) key = inner!;
    else values.push({ key, from: at + 1, to: at + 1 + inner!.length });
  }
  return values;
}

/** Takes up a place in the file, and none in the text. */
const unseen = '\u200b';

/** The text of a JSON string, as long as it is written; what an escape leaves over stands outside of tags and words. */
const decoded = (part: string): string =>
  part.replace(escapes, (whole, end: string | undefined, code: string | undefined, mark: string | undefined) => {
    if (end !== undefined) return '</'.padStart(whole.length, unseen);
    const character = code === undefined ? (marks[mark!] ?? mark!) : String.fromCharCode(Number.parseInt(code, 16));
    // Inside of a tag what is left over is space.
    return character.padStart(whole.length, /[">\s]/.test(character) ? ' ' : unseen);
  });

/** The beginning of an end tag, which nothing may part; any escape. */
const escapes = /((?:<|\\u003c)\\?\/)|\\(?:u([\da-f]{4})|(.))/gi;
const marks: Readonly<Record<string, string>> = { n: ' ', r: ' ', t: ' ', b: ' ', f: ' ' };
