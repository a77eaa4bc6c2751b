/** Text of reports and users for Slack: it can neither mention, nor link, nor format. */

/** Slack's three control characters, as its own documentation says. */
export function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** For mrkdwn outside of a code block: a zero-width space takes the marks their effect, and they still show. */
export function inertMarkdown(text: string): string {
  return escapeSlack(text).replace(/[*_~`]/g, (mark) => `\u{200b}${mark}\u{200b}`);
}

/** For a code block: only backticks could end it. */
export function inertCode(text: string): string {
  return escapeSlack(text).replaceAll('`', 'ˋ');
}

/**
 * Cuts a text into pieces whose escaped form (`made`) is at most `limit` characters, at line ends or after a sentence where it
 * can; nothing is lost, and no surrogate pair or entity is cut.
 */
export function pieces(text: string, limit: number, made: (text: string) => string = escapeSlack): string[] {
  const found: string[] = [];
  let rest = text;
  while (made(rest).length > limit) {
    let size = Math.min(rest.length, limit);
    while (made(rest.slice(0, size)).length > limit) size = Math.floor(size * 0.9);
    const cut = cutAt(rest, Math.max(1, size));
    found.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  if (rest !== '') found.push(rest);
  return found;
}

function cutAt(text: string, size: number): number {
  const window = text.slice(0, size);
  for (const mark of ['\n', '。', '；', '. ', '，', ' ']) {
    const at = window.lastIndexOf(mark);
    if (at >= size / 2) return at + mark.length;
  }
  const code = text.charCodeAt(size - 1);
  return code >= 0xd800 && code <= 0xdbff && size > 1 ? size - 1 : size;
}
