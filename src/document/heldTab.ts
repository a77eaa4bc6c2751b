/** Tabs that part cells, where white space is collapsed: they are held by a character of the same length that is no part of any text. */

export const heldTab = '\u0002';

/** So many tabs behind its first word make a paragraph a row of cells; fewer only lead to a number, or a place for a name. */
const fewest = 3;

/** The cells of a paragraph that tabs part, blank ones too; its text with spaces for tabs where they are too few. */
export function partsAtTabs(text: string): string[] {
  if (!text.includes(heldTab)) return [text];
  const parts = text.split(heldTab).map((part) => part.trim());
  const first = parts.findIndex((part) => part !== '');
  if (first !== -1 && parts.length - 1 - first >= fewest) return parts;
  return [parts.filter((part) => part !== '').join(' ')];
}
