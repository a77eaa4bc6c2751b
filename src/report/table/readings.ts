/** Which table a frame is, where the names of its axes stand, and whether they stand otherwise than in the form. */
import { fold } from '../../text/normalize.ts';
import { columnNames } from './aliases.ts';
import type { BodyLine, Frame } from './frames.ts';
import { formLabels } from './labels.ts';
import { type Axis, columnsOf2, groupOn, namesOf } from './names.ts';
import { fits, leavesOf, type NameOn } from './overhead.ts';
import { isFilled, type Token } from './row.ts';
import { isExcluded } from './score.ts';
import { onlyYear } from './years.ts';

/** A table: the axes of its rows and of its columns. */
export interface Kind {
  readonly table: 2 | 3 | 4;
  readonly row: Axis;
  readonly column: Axis;
  /** So many different names of each show the table. */
  readonly fewest: number;
}
export const kinds: readonly Kind[] = [
  { table: 3, row: 'row3', column: 'applicant', fewest: 2 },
  { table: 2, row: 'row2', column: 'column2', fewest: 1 },
  { table: 4, row: 'block', column: 'outcome', fewest: 2 },
];

/** Where the names of a table's axes stand: beside the figures, or over them. */
export interface Reading {
  readonly kind: Kind;
  readonly beside: readonly Axis[];
  readonly over: readonly Axis[];
}

/** Reads names in a document: whether （六） is one row or three settles what 其他 is. */
export function namer(frames: readonly Frame[], own: number | null): NameOn {
  const isSub = ({ text }: Token) => {
    const names = namesOf(text);
    return names.length === 1 && names[0]!.axis === 'row3' && formLabels[names[0]!.at]!.six === 'sub';
  };
  const subRows = frames.some(
    ({ heads, lines }) => heads.some(({ tokens }) => tokens.some(isSub)) || lines.some(({ path }) => path.some(isSub)),
  );
  return (text, axis) =>
    axis === 'year'
      ? yearOf(text, own)
      : (namesOf(text).find(
          (name) => name.axis === axis && !(axis === 'row3' && isExcluded(formLabels[name.at]!, subRows)),
        )?.at ?? null);
}

/** 0 for the report's own year, 1 for another one; null for a word that is no year, or a year where the report's is not known. */
function yearOf(text: string, own: number | null): number | null {
  const said = onlyYear(text);
  if (said === null || (typeof said === 'number' && own === null)) return null;
  return said === 'own' || said === own ? 0 : 1;
}

/** The reading with the years as another axis over the figures; null where the heads do not name two. */
export function ofYears(frame: Frame, { kind, beside, over }: Reading, nameOn: NameOn): Reading | null {
  const years = (leavesOf(frame, 'year', nameOn, true)[0] ?? []).map(({ at }) => at);
  if (over.length !== 1 || !years.includes(0) || !years.includes(1)) return null;
  return { kind, beside, over: years.length === 2 ? ['year', ...over] : [...over, 'year'] };
}

/** The frame, or where it has a line for each cell of several tables, the stretches of each. */
export function tablesIn(frame: Frame, nameOn: NameOn): Frame[] {
  if (!frame.grid || frame.columns.length > 1) return [frame];
  const parts: { kind: Kind | undefined; lines: BodyLine[] }[] = [];
  for (const line of frame.lines) {
    const kind = kinds.find(({ row, column }) => names(line, row) && names(line, column));
    const open = parts.at(-1);
    if (open === undefined || (kind !== undefined && open.kind !== undefined && kind !== open.kind))
      parts.push({ kind, lines: [line] });
    else {
      open.kind ??= kind;
      open.lines.push(line);
    }
  }
  return parts.length === 1 ? [frame] : parts.map(({ lines }) => ({ ...frame, lines }));

  function names({ path }: BodyLine, axis: Axis): boolean {
    return path.some(({ text }) => nameOn(text, axis) !== null);
  }
}

/** Table 3 has 25 rows; with those of another year twice as many. */
const mostColumns = 60;

/** Which table a frame is, and where its axes are; null for none. */
export function readingOf(frame: Frame, nameOn: NameOn): Reading | null {
  if (frame.columns.length > mostColumns) return null;
  const beside = countsOf(
    frame.lines.flatMap(({ path }) => path),
    nameOn,
  );
  const inner = countsOf(
    frame.lines.flatMap(({ path }) => path.slice(-1)),
    nameOn,
  );
  const over = countsOf(
    frame.heads.flatMap(({ tokens }) => tokens),
    nameOn,
  );
  const single = frame.grid ? frame.columns.length <= 1 : frame.lines.every(({ cells }) => cells.length === 1);
  let best: Reading | null = null;
  let most = 0;
  for (const kind of kinds) {
    const { row, column, fewest } = kind;
    const ways: [number, Axis[], Axis[]][] = [
      [Math.min(beside(row), over(column)), [row], [column]],
      [Math.min(beside(column), over(row)), [column], [row]],
      [
        single ? Math.min(beside(row), beside(column)) : 0,
        inner(column) >= inner(row) ? [row, column] : [column, row],
        [],
      ],
      [kind.table === 4 && frame.lines.length === 1 ? Math.min(over(row), over(column)) : 0, [], [row, column]],
    ];
    for (const [count, beside, over] of ways)
      if (count >= fewest && count > most) {
        most = count;
        best = { kind, beside, over };
      }
  }
  return best;
}

/** How many things the words name on an axis; a word that may be on several counts where others are surely on that one. */
function countsOf(words: readonly Token[], nameOn: NameOn): (axis: Axis) => number {
  const found = new Map<Axis, Set<number>>();
  const sure = new Set<Axis>();
  for (const { text } of words) {
    const names = namesOf(text);
    const axes = new Set(names.map(({ axis }) => axis));
    for (const axis of axes) {
      if (axes.size === 1) sure.add(axis);
      const at = nameOn(text, axis);
      if (at !== null) found.set(axis, (found.get(axis) ?? new Set()).add(at));
    }
  }
  return (axis) => (sure.has(axis) ? (found.get(axis)?.size ?? 0) : 0);
}

/** Are the axes elsewhere than in the form, or the columns in another order? */
export function isOtherwise(frame: Frame, { kind, beside, over }: Reading, nameOn: NameOn): boolean {
  if (frame.labelsLast || over.length === 0 || beside[0] === kind.column || over.includes('year')) return true;
  const axis = over.at(-1)!;
  const lines = frame.heads.map(({ tokens }) =>
    tokens.flatMap(({ text }) => {
      // A group stands where what it holds does.
      const at = nameOn(text, axis) ?? (groupOn[axis]?.word.test(fold(text)) ? groupOn[axis]!.from - 0.5 : null);
      return at === null ? [] : [at];
    }),
  );
  if (axis === 'column2') return !isOrderOf2(lines.flat());
  if (axis === 'outcome' && over.length === 2) {
    const blocks = (leavesOf(frame, 'block', nameOn)[0] ?? []).map(({ at }) => at);
    const isInOrder = lines.flat().every((at, place) => at === place % 5);
    return lines.flat().length === 15 && blocks.length === 3 && !(isAscending(blocks) && isInOrder);
  }
  if (lines.some((line) => !isAscending(line))) return true;
  // In a grid, heads in several lines stand side by side.
  const [leaves] = frame.grid ? [] : leavesOf(frame, axis, nameOn);
  return leaves !== undefined && !isAscending(leaves.map(({ at }) => at)) && fits(frame, leaves.length);
}

export const isAscending = (ats: readonly number[]): boolean =>
  ats.every((at, place) => place === 0 || at > ats[place - 1]!);

/** Do the columns stand as in one of table 2's blocks? Where merged cells came apart, names follow themselves. */
export function isOrderOf2(printed: readonly number[]): boolean {
  const ats = printed.filter((at, place) => at !== printed[place - 1]);
  return columnNames.some((names) => {
    const own = names.map(([name]) => columnsOf2.indexOf(name!));
    return isAscending(ats.map((at) => own.indexOf(at))) && ats.every((at) => own.includes(at));
  });
}

/** Does the frame have but some of table 3's columns? */
export function isPart(frame: Frame, { kind, over }: Reading, nameOn: NameOn): boolean {
  if (kind.table !== 3 || over[0] !== 'applicant') return false;
  return (leavesOf(frame, 'applicant', nameOn)[0]?.length ?? 7) < 7;
}

/** Heads may be torn: where rows add up as they stand in the form, it is the words that are out of order. */
export function addsUpAsForm({ lines }: Frame, { kind, over, beside }: Reading): boolean {
  if (kind.table !== 3 || beside[0] !== 'row3' || over.length !== 1) return false;
  let agreed = 0;
  let failed = 0;
  for (const { cells } of lines) {
    const filled = cells.filter(isFilled);
    if (filled.length !== 7) continue;
    const values = filled.map(({ content }) => (content.kind === 'value' ? content.figure.value : 0));
    const sum = values.slice(0, 6).reduce((all, each) => all + each, 0);
    if (sum === values[6]) agreed += sum > 0 ? 1 : 0;
    else failed += 1;
  }
  return failed * 4 <= agreed;
}
