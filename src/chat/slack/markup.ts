/** Slack's message markup, read as plain text. What is written back is escaped by the renderer. */

/** The words of a message: mentions of the bot taken out, links and names as their labels, entities decoded. */
export function plainText(text: string, bot: string): string {
  return text
    .replace(/<([^<>]{1,3000})>/g, (_, inside: string) => reference(inside, bot))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[^\S\n]{2,}/g, ' ')
    .trim();
}

function reference(inside: string, bot: string): string {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? null : inside.slice(bar + 1);
  if (target === `@${bot}`) return ' ';
  // People and channels keep their ids: rules name them, and a question has no use for either.
  if (target.startsWith('@') || target.startsWith('#')) return target;
  // A call to everybody in the channel is no word of the question; a date keeps the text it is shown as.
  if (/^!(?:channel|here|everyone|subteam)/.test(target)) return ' ';
  if (target.startsWith('!')) return label ?? ' ';
  return label ?? target.replace(/^(?:mailto|tel):/, '');
}

export function mentions(text: string, user: string): boolean {
  return text.includes(`<@${user}>`) || text.includes(`<@${user}|`);
}

/** Whether the message is spoken to somebody else: it begins with another person's name. */
export function toSomebodyElse(text: string, bot: string): boolean {
  const first = /^\s{0,9}<@([A-Z0-9]{1,30})[|>]/.exec(text)?.[1];
  return first !== undefined && first !== bot;
}

/** Plain text, made harmless in Slack's markup. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
