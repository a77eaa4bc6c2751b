/** Words of a search that only ask: they stand in no passage, or in others than are looked for. */

/** Blanks out what the patterns of index/fillers.txt fit, unless nothing else was typed. */
export function unasked(patterns: readonly string[]): (text: string) => string {
  const fillers = new RegExp(patterns.map((pattern) => `(?:${pattern})`).join('|'), 'gu');
  return (text) => {
    const rest = text.replace(fillers, (filler) => ' '.repeat(filler.length));
    return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
  };
}
