/** The rows of table 4: one of fifteen cells, or three of five. */
import type { Document } from '../../document/document.ts';
import { rowsOf, type TableForm } from '../forms.ts';
import type { Match } from './align.ts';
import { place } from './columns.ts';
import { factsOf, type Source } from './facts.ts';
import { columnsOfTable4 } from './heads.ts';
import { allOfTable4, formLabels } from './labels.ts';
import { type PlacedRow, settle } from './placed.ts';
import { isPositional, tableIn } from './positions.ts';
import type { Row, Token } from './row.ts';
import { learn, type Siblings } from './siblings.ts';

export function placeTable4(
  all: readonly Row[],
  matches: readonly Match[],
  form: TableForm,
  document: Document,
  source: Source,
): PlacedRow[] {
  const own = matches.filter((match) => formLabels[match.label]!.table === 4);
  const rows = rowsOf(form, 4);
  const positional = isPositional(document);
  const tableOf = tableIn(document);
  return own.flatMap((match): PlacedRow[] => {
    const { id } = formLabels[match.label]!;
    if (id !== allOfTable4) {
      const row = rows.find((candidate) => candidate.cells[0]!.measure.startsWith(`${id}.`))!;
      const siblings = learn(
        own.map((other) => other.row),
        row.cells.length,
        positional,
      );
      const placement = settle(match, place(match.row, row.cells.length, siblings));
      return [{ form, row, match, placement, facts: factsOf(row.cells, match.row, placement, source, null) }];
    }
    const cells = rows.flatMap((row) => row.cells);
    const here = tableOf(match.row);
    const columns = positional ? columnsOfTable4(all, match.index, (row) => tableOf(row) === here) : null;
    const siblings = { ...noSiblings(positional, match.row), columns };
    const placement = settle(match, place(match.row, cells.length, siblings, addsUpInBlocks));
    const facts = factsOf(cells, match.row, placement, source, null);
    return rows.map((row) => {
      const from = cells.indexOf(row.cells[0]!);
      return { form, row, match, placement, facts: facts.slice(from, from + row.cells.length) };
    });
  });
}

/** In each block of five of table 4, four outcomes add up to the total that is printed. */
function addsUpInBlocks(cells: readonly (Token | null)[]): boolean {
  const value = (token: Token | null | undefined) =>
    token?.content.kind === 'value' ? token.content.figure.value : null;
  return [0, 5, 10].every((from) => {
    const total = value(cells[from + 4]);
    return total === null || cells.slice(from, from + 4).reduce((sum, cell) => sum + (value(cell) ?? 0), 0) === total;
  });
}

/** Table 4's single row has nothing before its first cell. */
const noSiblings = (positional: boolean, row: Row): Siblings => ({
  labelColumns: new Set(),
  starts: new Map(),
  counts: new Map(),
  reach: 15,
  rows: 1,
  head: positional ? undefined : row.cells[0]?.column,
  positional,
});
