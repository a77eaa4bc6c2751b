/** On which line of the file a piece of a passage stands, also where the passage joins several lines. Pure. */

/**
 * Offsets in a passage's text at which lines of the file begin, in turn with those lines: offset, line, offset, line … `file` is the
 * file's text by lines, `first` and `last` count from 1. A line that is not found where it should be is left out.
 */
export function lineStarts(text: string, file: readonly string[], first: number, last: number): number[] {
  const starts = [0, first];
  let from = 0;
  // Lines are recognised by how they begin; blank ones stand nowhere.
  for (let line = first; line <= last && line - first < 500; line++) {
    const beginning = (file[line - 1] ?? '').trim().slice(0, 16);
    if (beginning === '') continue;
    const at = text.indexOf(beginning, from);
    if (at < 0) continue;
    if (at === 0) starts[1] = line;
    else starts.push(at, line);
    from = at + beginning.length;
  }
  return starts;
}

/** The line on which the character at `offset` stands; null where no lines are known. */
export function lineAt(starts: readonly number[], offset: number): number | null {
  let line: number | null = null;
  for (let i = 0; i + 1 < starts.length && starts[i]! <= offset; i += 2) line = starts[i + 1]!;
  return line;
}
