/**
 * Aligns the document's rows with the rows of the forms: a monotone dynamic programme over label likeness, order and the
 * number of values (score.ts). One mechanism for all layouts; what a layout loses (a label, a row, an order) costs score,
 * it is no case of its own.
 */
import type { Watch } from '../../document/document.ts';
import { formLabels, standsIn } from './labels.ts';
import { zoneOf } from './neighbours.ts';
import { type Pattern, patternOf, Repeated } from './repeated.ts';
import type { Row } from './row.ts';
import { atLeast, hasSubRows, type Item, isExcluded, isWide, itemsOf, surely } from './score.ts';

/** A row of the document matched with a row of the forms (an index of `formLabels`). */
export interface Match {
  readonly label: number;
  readonly row: Row;
  /** Index of the row in the document's rows. */
  readonly index: number;
  /** Likeness of the row's own label, 0 where it has none. */
  readonly likeness: number;
  readonly score: number;
  /** False where order alone decided and another assignment fits as well. */
  readonly certain: boolean;
  /** Its label as matched, for explanations: own words, or those of neighbouring lines. */
  readonly printed: string;
}

/** A match without its row: `index` counts from where the pattern begins. */
type Place = Omit<Match, 'row'>;

const repeated = new Repeated<readonly Place[]>();

/**
 * Aligns. `year` prefers one of several stacked rows of table 4. Takes rows × (rows of the forms) steps, bounded; each
 * row of the document is used once, each row of the forms at most once.
 */
export function align(rows: readonly Row[], year: number | null, watch: Watch): Match[] {
  const subRows = hasSubRows(rows);
  const pattern = patternOf(rows, year, subRows);
  const known = pattern === null ? undefined : repeated.get(pattern);
  if (known !== undefined) return known.map((place) => matchAt(rows, place, (pattern as Pattern).first));
  const items = itemsOf(rows, year, subRows, watch);
  watch.look();
  const path = pathOf(items);
  const undecided = undecidedItems(path, items, rows);
  const places = path
    .map(([at, label]): Place => {
      const { index, own, scores, printed } = items[at]!;
      return { label, index, likeness: own[label]!, score: scores[label]!, certain: !undecided.has(at), printed };
    })
    .sort((a, b) => a.label - b.label);
  // Where a row has no label of its own, lines farther away than the pattern goes may have been looked at.
  if (pattern !== null && items.every(({ row, strong }) => strong || !isWide(row)) && places.every(isLabelled))
    repeated.set(
      pattern,
      places.map((place) => ({ ...place, index: place.index - pattern.first })),
    );
  return places.map((place) => matchAt(rows, place, 0));

  function isLabelled({ label, index, likeness }: Place): boolean {
    if (formLabels[label]!.table !== 3) return true;
    return likeness >= atLeast && items.some((item) => item.index === index && item.strong);
  }
}

function matchAt(rows: readonly Row[], place: Place, first: number): Match {
  const index = first + place.index;
  const { label, likeness, score, certain, printed } = place;
  return { label, row: rows[index]!, index, likeness, score, certain, printed };
}

/** Pairs of item and form row: the best path, and rows out of order that have no other place. */
function pathOf(items: readonly Item[]): [number, number][] {
  const path = best(items);
  const used = new Set(path.map(([item]) => item));
  const taken = new Set(path.map(([, label]) => label));
  // Blocks printed out of order keep their rows where the label leaves no doubt.
  for (const [at, item] of items.entries()) {
    if (used.has(at) || !item.strong) continue;
    let winner = -1;
    for (let label = 0; label < formLabels.length; label += 1)
      if (
        !taken.has(label) &&
        item.own[label]! >= surely &&
        item.scores[label]! > (winner < 0 ? surely : item.scores[winner]!)
      )
        winner = label;
    if (winner < 0) continue;
    path.push([at, winner]);
    used.add(at);
    taken.add(winner);
  }
  return path;
}

/** The table of the programme: written anew for each document, and large. */
let scratch = new Float64Array(0);

/** The best monotone path: pairs of item and form row. Ties go to the earlier row. */
function best(items: readonly Item[]): [number, number][] {
  const width = formLabels.length + 1;
  if (scratch.length < (items.length + 1) * width) scratch = new Float64Array((items.length + 1) * width);
  const table = scratch;
  table.fill(0, 0, width);
  for (let i = 1; i <= items.length; i += 1) {
    const { scores } = items[i - 1]!;
    table[i * width] = 0;
    for (let j = 1; j < width; j += 1) {
      const skip = Math.max(table[(i - 1) * width + j]!, table[i * width + j - 1]!);
      const score = scores[j - 1]!;
      const taken = score > 0 ? table[(i - 1) * width + j - 1]! + score : -1;
      table[i * width + j] = Math.max(skip, taken);
    }
  }
  const path: [number, number][] = [];
  for (let i = items.length, j = width - 1; i > 0 && j > 0; ) {
    const here = table[i * width + j]!;
    if (here === table[(i - 1) * width + j]) i -= 1;
    else if (here === table[i * width + j - 1]) j -= 1;
    else {
      path.push([i - 1, j - 1]);
      i -= 1;
      j -= 1;
    }
  }
  return path.reverse();
}

/** Bare rows of table 3 whose place between two labelled rows fits more than one row of the form. */
function undecidedItems(path: readonly [number, number][], items: readonly Item[], rows: readonly Row[]): Set<number> {
  const undecided = new Set<number>();
  const ordered = [...path].sort((a, b) => a[0] - b[0]);
  const isAnchor = ([at, label]: [number, number]) => items[at]!.strong && items[at]!.own[label]! >= atLeast;
  const subRows = ordered.some(([, label]) => formLabels[label]!.id.startsWith('applications.other.'));
  const optional = (label: number) => formLabels[label]!.table !== 3 || isExcluded(formLabels[label]!, subRows);
  for (let at = 0; at < ordered.length; ) {
    const [, label] = ordered[at]!;
    if (formLabels[label]!.table !== 3 || isAnchor(ordered[at]!)) {
      at += 1;
      continue;
    }
    let end = at;
    while (end < ordered.length && !isAnchor(ordered[end]!) && formLabels[ordered[end]![1]]!.table === 3) end += 1;
    const bare = ordered.slice(at, end);
    const fromLabel = at > 0 ? ordered[at - 1]![1] + 1 : formLabels.findIndex((form) => form.table === 3);
    const toLabel = end < ordered.length ? ordered[end]![1] : formLabels.findIndex((form) => form.table === 4);
    const fromItem = at > 0 ? ordered[at - 1]![0] + 1 : bare[0]![0];
    const toItem = end < ordered.length ? ordered[end]![0] : bare.at(-1)![0] + 1;
    const open: number[] = [];
    for (let form = fromLabel; form < toLabel; form += 1) if (!optional(form)) open.push(form);
    const rivals = items.slice(fromItem, toItem).filter((item) => item.row.filled === 7).length;
    const zone = zoneOf(rows, items[bare[0]![0]]!.index);
    const tornOff = open.filter((form) => standsIn(zone, formLabels[form]!));
    const fits =
      open.length === bare.length ||
      (tornOff.length === bare.length && bare.every(([, form]) => tornOff.includes(form)));
    if (!fits || rivals > bare.length) for (const [item] of bare) undecided.add(item);
    at = end;
  }
  return undecided;
}
