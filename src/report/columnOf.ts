/** An exported sheet: what stands in every line of it under a column's name, 单位 | 年度 | …; null where lines differ or no column is so named. */
export function columnOf(lines: readonly string[], name: RegExp): string | null {
  for (const [at, line] of lines.entries()) {
    if (!line.includes('\t') || line.length > longest) continue;
    const heads = line.split('\t').map((cell) => cell.trim());
    const column = heads.findIndex((cell) => name.test(cell));
    if (column === -1 || heads.length < 3) continue;
    const found = new Set<string>();
    for (const next of lines.slice(at + 1)) {
      const cells = next.split('\t');
      // Levels of a head, and lines of other tables.
      const cell = cells.length < 3 ? '' : (cells[column]?.trim() ?? '');
      if (cell !== '') found.add(cell);
      if (found.size > 1) return null;
    }
    for (const only of found) return only;
  }
  return null;
}

/** A column for each cell of the forms makes the line of their names long. */
const longest = 20_000;
