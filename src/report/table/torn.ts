/**
 * Labels torn from their figures: the numbers of a row stand in the line below its label, or the labels of a whole page come
 * first and then their rows of figures, or labels and figures are two tables side by side. Where as many rows of figures follow
 * as labels stand before them, from the first label to the last row of figures, order says whose they are.
 */
import { formLabels, likenessOf } from './labels.ts';
import { longestLabel, makeRow, type Row } from './row.ts';

/** Columns of table 3. */
const width = 7;
/** So many pairs are a layout; fewer may be chance. */
const fewestPairs = 5;

/** Labels of table 3 begin with a number: 总计 and 其他 alone are columns. */
const numbered = /^[\s(（]*[一二三四五六七八九\d①-⑧]/;
const surely = 0.9;

/** A row of labels with the row of the form that it names, or a row of figures without a label. */
interface Part {
  readonly at: number;
  /** Index of `formLabels`; null for figures. */
  readonly label: number | null;
}

/** The rows, labels and figures that belong to each other joined. */
export function withTorn(rows: readonly Row[]): readonly Row[] {
  const joined = new Map<number, number>();
  let stretch: Part[] = [];
  const settle = () => {
    for (const [label, figures] of pairsOf(stretch)) joined.set(figures, label);
    stretch = [];
  };
  for (const [at, row] of rows.entries()) {
    if (isBare(row)) stretch.push({ at, label: null });
    else if (row.cells.length > 0) settle();
    else {
      const label = labelOf(row);
      if (label !== null) stretch.push({ at, label });
    }
  }
  settle();
  if (joined.size === 0) return rows;
  const labels = new Set(joined.values());
  return rows.flatMap((row, at) => {
    if (labels.has(at)) return [];
    const own = joined.get(at);
    if (own === undefined) return [row];
    // The row stands where its figures do.
    return [{ ...makeRow(rows[own]!.labels, row.cells, row.grid, row.rhythm), first: row.first }];
  });
}

/** A whole row of figures, blank ones in a grid, and no label. */
const isBare = ({ labels, cells, filled, grid }: Row): boolean =>
  labels.length === 0 && (filled === width || (grid && cells.length === width));

/** The row of table 3 that the labels name. */
function labelOf({ labels, prose }: Row): number | null {
  if (prose || labels.length === 0 || labels.length > 3) return null;
  const { text } = labels.at(-1)!;
  if (text.length > longestLabel || !numbered.test(text)) return null;
  const { all, found, best } = likenessOf(text);
  const alike = best < surely ? [] : found.filter((label) => all[label] === best && formLabels[label]!.table === 3);
  return alike.length === 1 ? alike[0]! : null;
}

/** Label and figures, by their rows; none where a label or a row of figures is left over, or the order is not the form's. */
function pairsOf(stretch: readonly Part[]): [number, number][] {
  const pairs: [number, number][] = [];
  let last = -1;
  for (let at = 0; at < stretch.length; ) {
    let middle = at;
    while (stretch[middle] !== undefined && stretch[middle]!.label !== null) middle += 1;
    let end = middle;
    while (stretch[end] !== undefined && stretch[end]!.label === null) end += 1;
    if (middle === at || end - middle !== middle - at) return [];
    for (let each = at; each < middle; each += 1) {
      const { at: row, label } = stretch[each]!;
      if (label! <= last) return [];
      last = label!;
      pairs.push([row, stretch[each + middle - at]!.at]);
    }
    at = end;
  }
  return pairs.length >= fewestPairs ? pairs : [];
}
