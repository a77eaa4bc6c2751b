/** Spreadsheets → blocks: a row is a block of a table. */

/** True for a text of comma-separated values: five lines or more, each with the same three commas or more. */
export function looksLikeCsv(text: string): boolean {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .slice(0, -1)
    .filter((line) => line.trim() !== '');
  if (lines.length < 5) return false;
  const commas = lines.map((line) => line.replace(/"[^"]*"/g, '').split(',').length - 1);
  return commas[0]! >= 3 && commas.every((count) => count === commas[0]);
}
