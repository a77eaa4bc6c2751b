/** The rows of table 2, each with its cells in the columns of the form that its block follows. */
import type { Document } from '../../document/document.ts';
import { type FormRow, rowsOf, type TableForm } from '../forms.ts';
import { headColumns, headStart, moneyOf, type TableBlock, unmerged } from './blocks.ts';
import { place } from './columns.ts';
import { factsOf, type Source } from './facts.ts';
import { formLabels } from './labels.ts';
import { type PlacedRow, settle } from './placed.ts';
import { isPositional } from './positions.ts';
import { learn, type Siblings } from './siblings.ts';

export function placeTable2(
  blocks: readonly TableBlock[],
  form: TableForm,
  document: Document,
  source: Source,
): PlacedRow[] {
  const placedRows: PlacedRow[] = [];
  const positional = isPositional(document);
  const least = leastCells(blocks);
  for (const block of blocks) {
    const follows = block.form ?? form;
    const taught = new Map<number, Siblings>();
    const teach = (width: number): Siblings => {
      const known = taught.get(width);
      if (known) return known;
      const siblings = learn(
        block.matches.map((other) => other.row),
        width,
        positional,
      );
      taught.set(width, siblings);
      return siblings;
    };
    for (const match of block.matches) {
      const id = formLabels[match.label]!.id;
      const own = rowsOf(follows, 2).find((row) => row.cells[0]!.measure.startsWith(`${id}.`));
      const row = own ?? otherForm(follows, id, block);
      if (!row) continue;
      const { labelColumns, starts, counts, reach, rows } = teach(row.cells.length);
      const head = positional ? undefined : headStart(block);
      const printed = unmerged(block, match.row, row.cells.length);
      const heads = headColumns(block, row.cells.length, printed);
      // Where a head leaves columns out, its merged cells stand in them.
      const isApart = heads !== null && heads.at(-1)! - heads[0]! >= heads.length;
      const columns = positional || isApart ? heads : null;
      const placement = settle(
        match,
        place(printed, row.cells.length, {
          labelColumns,
          starts,
          counts,
          reach,
          rows,
          positional,
          head,
          least,
          columns,
        }),
      );
      const facts = factsOf(row.cells, match.row, placement, source, moneyOf(block));
      placedRows.push({ form: follows, row, match, placement, facts });
    }
  }
  return placedRows;
}

/** The least number of cells of a row of table 2, its heads included: a row with fewer lost one, where all others agree. */
function leastCells(blocks: readonly TableBlock[]): number {
  const counts = new Map<number, number>();
  for (const { matches } of blocks)
    for (const { row } of matches) if (row.grid) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  const common = [...counts].sort((a, b) => b[1] - a[1])[0];
  const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return common && common[1] >= 4 && common[1] >= rows - 1 ? common[0] : 0;
}

/** 其他对外管理服务事项 under the 2021 form's single column: only its decisions are printed. */
function otherForm(follows: TableForm, id: string, block: TableBlock): FormRow | undefined {
  const row = rowsOf(follows === '2019' ? '2021' : '2019', 2).find((other) =>
    other.cells[0]!.measure.startsWith(`${id}.`),
  );
  if (!row || block.item === '九' || follows === '2019') return row;
  return { ...row, cells: row.cells.slice(-1) };
}
