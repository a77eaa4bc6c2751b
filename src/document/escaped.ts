/**
 * Pages that print their own markup as text: `&lt;td&gt;` for `<td>`. The same page as markup, character for character as long,
 * so that every place in it is one in the source.
 */

/** Tags of a text's own, with what a person's words in angle brackets are not. */
const tags =
  'p|div|span|table|tbody|thead|tr|td|th|br|b|strong|em|i|u|font|a|ul|ol|li|h[1-6]|section|o:p|img|hr|col|colgroup';
const tag = new RegExp(String.raw`&lt;(/?(?:${tags})(?:\s[^<>]{0,600}?)?/?)&gt;`, 'gi');
const entity = /&amp;((?:[a-z]{2,8}|#x?[\da-f]{1,5});)/gi;
/** So many ends of paragraphs or cells are no example of markup. */
const closing = /&lt;\/(?:p|td|div|tr)&gt;/gi;
const fewest = 10;
/** Elements whose text is read as it stands. */
const plain = /<(\/?)(pre|textarea|xmp)(?=[\s>])/gi;

/** Takes up a place in the source, and none in the text. */
const unseen = '\u200b';
const within = (markup: string): string =>
  markup.replace(/&quot;|&#34;|&#39;|&apos;/g, (quote) => (/q|34/.test(quote) ? '"' : "'"));

/** The page with what is escaped in it as markup; the page itself where nothing is. */
export function unescaped(source: string): string {
  if (!source.includes('&lt;') || (source.match(closing)?.length ?? 0) < fewest) return source;
  return source
    .replace(plain, (whole, slash: string) => `<${slash}div`.padEnd(whole.length))
    .replace(tag, (whole, inner: string) => `${`<${within(inner)}`.padEnd(whole.length - 1)}>`)
    .replace(entity, `&$1${unseen.repeat(4)}`);
}
