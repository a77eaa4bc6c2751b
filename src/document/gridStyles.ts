/** What style says of grids: how many columns one has, and how many a cell of it covers. */

/** Columns and rows that a cell covers, by its style or its attributes. */
export function spansOf(style: string, attributes: ReadonlyMap<string, string>): { columns: number; rows: number } {
  const of = (axis: 'column' | 'row', attribute: string): number => {
    const stated = attributes.get(attribute) ?? attributes.get(`data-${attribute}`);
    const rule = style === '' ? null : new RegExp(`grid-${axis}\\s{0,3}:\\s{0,3}([^;]{1,40})`, 'i').exec(style)?.[1];
    const span = rule && (/span\s{1,3}(\d{1,3})/.exec(rule)?.[1] ?? between(rule));
    const count = Number(stated ?? span ?? 1);
    return Number.isInteger(count) && count >= 1 && count <= 100 ? count : 1;
  };
  return { columns: of('column', 'colspan'), rows: of('row', 'rowspan') };
}

/** `2 / 5`: from the second line to the fifth, three columns. */
function between(rule: string): string | undefined {
  const lines = /^\s{0,3}(\d{1,3})\s{0,3}\/\s{0,3}(\d{1,3})/.exec(rule);
  return lines ? `${Number(lines[2]) - Number(lines[1])}` : undefined;
}

/** How many columns a grid has, as its style says; 0 where it is none. */
export function columnsIn(style: string): number {
  const template = /grid-template-columns\s{0,3}:\s{0,3}([^;}]{1,300})/i.exec(style)?.[1];
  if (template === undefined) return 0;
  let count = 0;
  const tracks = template.replace(/(?:minmax|fit-content|clamp|min|max|calc)\([^()]{0,60}\)/gi, 'auto');
  for (const part of tracks.matchAll(/repeat\(\s{0,3}(\d{1,3})\s{0,3},([^)]{1,60})\)|[^\s()]{1,40}/g)) {
    const repeated = part[2]?.trim().split(/\s+/).length ?? 1;
    count += part[1] === undefined ? 1 : Number(part[1]) * repeated;
  }
  return count <= 100 ? count : 0;
}

/** The classes that the page's own style sheets make a grid, with their columns. */
export function gridRules(source: string): Map<string, number> {
  const found = new Map<string, number>();
  if (!source.includes('grid-template-columns')) return found;
  for (const sheet of source.matchAll(/<style[^>]{0,200}>([\s\S]{0,50000}?)<\/style/gi))
    for (const rule of sheet[1]!.matchAll(/\.([\w-]{1,60})\s{0,3}\{([^}]{1,500})\}/g)) {
      const columns = columnsIn(rule[2]!);
      if (columns > 0) found.set(rule[1]!, columns);
    }
  return found;
}
