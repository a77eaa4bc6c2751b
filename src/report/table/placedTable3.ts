/** The rows of table 3, each with its cells in the columns of the seven applicants. */
import type { Document } from '../../document/document.ts';
import { applicants, rowOfMeasure } from '../forms.ts';
import type { Match } from './align.ts';
import { place } from './columns.ts';
import { factsOf, type Source } from './facts.ts';
import { formOfTable3 } from './form.ts';
import { columnsOfTable3, endsOfTable3, headOfTable3 } from './heads.ts';
import { formLabels } from './labels.ts';
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
  const placedRows: PlacedRow[] = [];
  for (const match of own) {
    const { id } = formLabels[match.label]!;
    const row = rowOfMeasure(form, id) ?? rowOfMeasure('2019', id) ?? rowOfMeasure('2021', id);
    if (!row) continue;
    const siblings = taught.get(tableOf(match.row))!;
    const placement = settle(match, place(match.row, applicants.length, siblings, addsUp));
    placedRows.push({ form, row, match, placement, facts: factsOf(row.cells, match.row, placement, source, null) });
  }
  return placedRows;
}

/** Six applicants add up to the seventh, which is printed and not 0. Blank counts as nothing: only to choose a reading. */
function addsUp(cells: readonly (Token | null)[]): boolean {
  const value = (token: Token | null | undefined) => (token?.content.kind === 'value' ? token.content.figure.value : 0);
  const total = value(cells[6]);
  return total > 0 && cells.slice(0, 6).reduce((sum, cell) => sum + value(cell), 0) === total;
}
