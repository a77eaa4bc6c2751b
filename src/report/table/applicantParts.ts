/**
 * Table 3 in parts, one below the other: each has all rows, under the heads of some applicants (自然人 and 商业企业, then
 * 科研机构 …). The parts are laid side by side again. Heads tell the columns; a part begins where the first row's label is
 * printed anew.
 */
import { fold } from '../../text/normalize.ts';
import { remembered } from '../../text/remembered.ts';
import { applicantNames } from './aliases.ts';
import { coreOf, isRowLabel } from './labels.ts';
import { isFilled, makeRow, type Row, type Token } from './row.ts';

const width = applicantNames.length;
const byName: ReadonlyMap<string, number> = new Map(
  applicantNames.flatMap((words, at) => words.map((word) => [word, at] as const)),
);
const mayName = /自然人|公民|个人|[個个]人|企[业業]|科研|公益|法律服[务務]/;
const couldName = new RegExp(`${mayName.source}|其|[总總合小][计計]`);
const afterName = /(?:政府信息公开)?(?:申请|申请人)?(?:办理)?(?:情况|部分)?$/;
/** A head has no more lines. */
const longestHead = 8;

/** A column of the form, and the token that names it. */
interface Name {
  readonly applicant: number;
  readonly column: number;
}

interface Part {
  /** Its head's first row, and its rows up to the next part's. */
  readonly from: number;
  /** Its first row with figures. */
  readonly body: number;
  to: number;
  readonly names: readonly Name[];
}

/** The rows, with those of a table 3 that is printed in parts as rows of seven. */
export function withApplicantParts(rows: readonly Row[]): readonly Row[] {
  const parts = partsOf(rows);
  if (parts.length < 2) return rows;
  const taken = parts.flatMap(({ names }) => names.map(({ applicant }) => applicant));
  if (new Set(taken).size !== taken.length) return rows;
  const first = parts[0]!;
  const merged = new Map<string, { labels: readonly Token[]; cells: (Token | null)[]; near: Token; sure: boolean }>();
  for (const { body, to, names } of parts)
    for (let at = body; at < to; at += 1) {
      const { cells } = rows[at]!;
      const key = cells.length === 0 ? null : keyOf(rows, at);
      if (key === null) continue;
      const labels = rows[at]!.labels.length > 0 ? rows[at]!.labels : rows[at - 1]!.labels;
      const row = merged.get(key) ?? { labels, cells: Array(width).fill(null), near: cells[0]!, sure: true };
      const own = cellsUnder(cells, names);
      if (own === null || names.some(({ applicant }) => row.cells[applicant] !== null)) row.sure = false;
      else for (const [index, { applicant }] of names.entries()) row.cells[applicant] = own[index]!;
      merged.set(key, row);
    }
  const table = [...merged.values()].filter(({ sure }) => sure);
  const read = table.map(({ labels, cells, near }) => {
    const column = labels.reduce((most, label) => Math.max(most, label.column + label.span), 0);
    const whole = cells.map(
      (cell, at): Token => ({
        ...(cell ?? { ...near, text: '', content: { kind: 'empty' } }),
        column: column + at,
        span: 1,
      }),
    );
    return makeRow(labels, whole, true);
  });
  const begin = rows[first.body]!.labels.length > 0 ? first.body : first.body - 1;
  return [...rows.slice(0, begin), ...read, ...rows.slice(parts.at(-1)!.to)];
}

function partsOf(rows: readonly Row[]): Part[] {
  const parts: Part[] = [];
  let opening = '';
  for (let at = 0; at < rows.length; at += 1) {
    const head = headAt(rows, at, parts.length > 0);
    if (head === null) continue;
    const body = head.to;
    const key = head.names.length < width ? keyOf(rows, body) : null;
    // Another table, or a whole one.
    if (key !== opening && parts.length > 1) break;
    if (key !== opening) parts.length = 0;
    if (key === null) {
      at = Math.max(at, body - 1);
      continue;
    }
    if (parts.length > 0) parts.at(-1)!.to = head.from;
    opening = key;
    parts.push({ from: head.from, body, to: rows.length, names: head.names });
    at = body - 1;
  }
  if (parts.length > 1) parts.at(-1)!.to = endOf(rows, parts[0]!, parts.at(-1)!.body);
  return parts;
}

/** Where a part ends that begins at `body`: behind the last of the rows that the first part has, too. */
function endOf(rows: readonly Row[], first: Part, body: number): number {
  const keys = new Set<string>();
  for (let at = first.body; at < first.to; at += 1) {
    const key = rows[at]!.cells.length > 0 ? keyOf(rows, at) : null;
    if (key !== null) keys.add(key);
  }
  let end = body;
  for (let at = body; at < rows.length && !rows[at]!.prose; at += 1) {
    if (rows[at]!.cells.length === 0) continue;
    const key = keyOf(rows, at);
    if (key === null || !keys.delete(key)) break;
    end = at + 1;
  }
  return end;
}

interface Head {
  readonly names: readonly Name[];
  readonly from: number;
  /** The first row with figures below it. */
  readonly to: number;
}

/** The names of applicants on the lines around a row, down to the first row with figures; null where it names none. */
function headAt(rows: readonly Row[], start: number, open: boolean): Head | null {
  if (namesOf(rows[start]!, open).length === 0) return null;
  let from = start;
  while (from > 0 && start - from < longestHead && namesOf(rows[from - 1]!, true).length > 0) from -= 1;
  let to = start;
  while (to < rows.length && rows[to]!.filled === 0) to += 1;
  if (to === rows.length) return null;
  // The line before figures without a label is their label.
  const end = rows[to]!.labels.length > 0 ? to : to - 1;
  const names: Name[] = [];
  for (let at = from; at < end && at - from < longestHead; at += 1)
    for (const { applicant, column } of namesOf(rows[at]!, true))
      if (!names.some((name) => name.applicant === applicant)) names.push({ applicant, column });
  const inOne = new Set(names.map(({ column }) => column)).size === names.length;
  if (inOne) names.sort((a, b) => a.column - b.column);
  return names.length === 0 ? null : { names, from, to };
}

/** The applicant that a word names, or null. */
const applicantOf = remembered((text): number | null => {
  if (text.length > 20 || !couldName.test(text)) return null;
  const folded = fold(text);
  const applicant = byName.get(coreOf(folded).replace(afterName, ''));
  return applicant === undefined || (applicant > 4 && coreOf(folded) !== folded) ? null : applicant;
});

/** The applicants that a line names. 其他 and 总计 are labels of rows where they are numbered, or alone and no head is `open`. */
function namesOf(row: Row, open: boolean): Name[] {
  if (row.filled > 0 || row.prose || !row.labels.some(({ text }) => couldName.test(text))) return [];
  const words = row.grid
    ? row.labels
    : row.labels.flatMap(({ text }) => text.split(/\s+/).map((word, column) => ({ text: word, column })));
  const names = words.flatMap(({ text, column }): Name[] => {
    const applicant = applicantOf(text);
    return applicant === null ? [] : [{ applicant, column }];
  });
  return open || words.length > 1 || mayName.test(words[0]!.text) ? names : [];
}

/** A row's own label, or that of the line before it, folded; null where neither is known. */
function keyOf(rows: readonly Row[], at: number): string | null {
  const own = rows[at]!.labels.at(-1);
  const before = rows[at - 1];
  const label = own ?? (before && before.cells.length === 0 && !before.prose ? before.labels.at(-1) : undefined);
  if (!label || label.text.length > 70 || !isRowLabel(label.text)) return null;
  return fold(label.text);
}

/** The cells under the names: as many as there are names, or those that stand in their columns. */
function cellsUnder(cells: readonly Token[], names: readonly Name[]): readonly Token[] | null {
  const used = cells.length > names.length ? cells.filter(isFilled) : cells;
  if (used.length === names.length) return used;
  const under = names.flatMap(({ column }) => cells.find((cell) => cell.column === column) ?? []);
  return under.length === names.length && used.every((cell) => under.includes(cell)) ? under : null;
}
