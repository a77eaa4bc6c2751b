/** The rows of table 3, each with its cells in the columns of the seven applicants. */
import type { Document } from '../../document/document.ts';
import { applicants, rowOfMeasure } from '../forms.ts';
import type { Match } from './align.ts';
import { type Placement, place } from './columns.ts';
import { factsOf, type Source } from './facts.ts';
import { formOfTable3 } from './form.ts';
import { columnsOfTable3, endsOfTable3, headOfTable3 } from './heads.ts';
import { formLabels, labelAt } from './labels.ts';
import { type PlacedRow, settle } from './placed.ts';
import { isPositional, tableIn } from './positions.ts';
import type { Row, Token } from './row.ts';
import { learn, type Siblings } from './siblings.ts';

export function placeTable3(
  rows: readonly Row[],
  matches: readonly Match[],
  document: Document,
  source: Source,
): PlacedRow[] {
  const own = matches.filter((match) => formLabels[match.label]!.table === 3);
  const form = formOfTable3(own) ?? '2021';
  const positional = isPositional(document);
  const tableOf = tableIn(document);
  const taught = new Map<number | null, Siblings>();
  const headed = positional ? undefined : headOfTable3(rows, own);
  for (const { row } of own) {
    const table = tableOf(row);
    if (taught.has(table)) continue;
    const same = own.filter((match) => tableOf(match.row) === table);
    const learnt = learn(
      same.map((match) => match.row),
      applicants.length,
      positional,
    );
    taught.set(table, {
      ...learnt,
      headed,
      columns: learnt.columns ?? (positional ? columnsOfTable3(rows, same, (each) => tableOf(each) === table) : null),
      ends: positional ? endsOfTable3(rows, same, (each) => tableOf(each) === table) : undefined,
    });
  }
  const placements = own.map((match) => {
    const siblings = taught.get(tableOf(match.row))!;
    return settle(match, place(match.row, applicants.length, siblings, addsUp));
  });
  const indexes = own.map(({ index }) => index);
  const between = rows.slice(Math.min(...indexes), Math.max(...indexes) + 1);
  const vanished = blanksVanish(
    placements,
    between.filter((row, at) => isBare(row) && !isColumnOf(between[at + 1])).length,
  );
  const placedRows: PlacedRow[] = [];
  for (const [at, match] of own.entries()) {
    const { id } = formLabels[match.label]!;
    const row = rowOfMeasure(form, id) ?? rowOfMeasure('2019', id) ?? rowOfMeasure('2021', id);
    if (!row) continue;
    const placement = vanished && placements[at]!.kind === 'lost' ? { ...placements[at]!, vanished } : placements[at]!;
    placedRows.push({ form, row, match, placement, facts: factsOf(row.cells, match.row, placement, source, null) });
  }
  return placedRows;
}

/** So many labels without a figure, or so many different lengths of rows, show that blank cells leave no trace. */
const fewestBare = 3;
const fewestLengths = 3;
const fewestShort = 5;

/** A row of the table without a cell. */
const isBare = ({ cells, labels, prose }: Row): boolean => {
  const at = cells.length > 0 || prose || labels.length === 0 ? null : labelAt(labels.at(-1)!.text);
  return at !== null && formLabels[at]!.table === 3;
};

/** One cell a line: the figures of the label above. */
const isColumnOf = (row: Row | undefined): boolean =>
  row !== undefined && row.labels.length === 0 && row.cells.length > 0;

const printsZero = (placement: Placement): boolean =>
  (placement.kind === 'placed' ? placement.cells : placement.filled).some((cell) => cell?.text === '0');

/** Do blank cells vanish? Zeros are left blank, then. A column that a document lost is lost in its rows alike; then their first figure is 自然人's. */
function blanksVanish(placements: readonly Placement[], bare: number): boolean {
  const counts = placements.flatMap((placement) =>
    placement.kind === 'lost' && placement.filled.length === placement.cells.length ? [placement.filled.length] : [],
  );
  const short = counts.filter((count) => count > 0);
  const lengths = new Set(short).size;
  const isBare = Math.max(bare, counts.length - short.length) >= fewestBare && lengths > 0;
  return isBare || (lengths >= fewestLengths && short.length >= fewestShort && !placements.some(printsZero));
}

/** Six applicants add up to the seventh, which is printed and not 0. Blank counts as nothing: only to choose a reading. */
function addsUp(cells: readonly (Token | null)[]): boolean {
  const value = (token: Token | null | undefined) => (token?.content.kind === 'value' ? token.content.figure.value : 0);
  const total = value(cells[6]);
  return total > 0 && cells.slice(0, 6).reduce((sum, cell) => sum + value(cell), 0) === total;
}
