/** The form's cells in its order, from the rows that are printed. */
import { type FormRow, rowsOf, type TableForm } from '../forms.ts';
import type { Fact } from '../report.ts';
import type { TableBlock } from './blocks.ts';
import { missing } from './facts.ts';
import type { PlacedRow } from './placed.ts';

/** The form's cells in order, each block of table 2 in the form that it follows; then what the form has no row for. */
export function inOrder(form: TableForm, blocks: readonly TableBlock[], printed: readonly PlacedRow[]): Fact[] {
  const rows = rowsInOrder(form, blocks);
  return ofRows(rows, printed) ?? ofCells(rows, printed);
}

/** The printed rows where they stand in the form's order already, each once; else null. */
function ofRows(rows: readonly FormRow[], printed: readonly PlacedRow[]): Fact[] | null {
  const facts: Fact[] = [];
  let next = 0;
  for (const row of rows) {
    const here = printed[next];
    if (here?.row === row) {
      for (const fact of here.facts) facts.push(fact);
      next += 1;
    } else for (const cell of row.cells) facts.push(missing(cell));
  }
  return next === printed.length ? facts : null;
}

function ofCells(rows: readonly FormRow[], printed: readonly PlacedRow[]): Fact[] {
  const byMeasure = new Map<string, Fact[]>();
  let all = 0;
  for (const row of printed) {
    // A row of table 3 has seven of one measure.
    let own: Fact[] = [];
    for (const fact of row.facts) {
      all += 1;
      if (own[0]?.measure !== fact.measure) {
        own = byMeasure.get(fact.measure) ?? [];
        if (own.length === 0) byMeasure.set(fact.measure, own);
      }
      own.push(fact);
    }
  }
  const facts: Fact[] = [];
  let taken = 0;
  for (const row of rows)
    for (let at = 0; at < row.cells.length; at += 1) {
      const cell = row.cells[at]!;
      const known = byMeasure.get(cell.measure);
      const here = known?.[at];
      const fact = here?.applicant === cell.applicant ? here : known?.find((each) => each.applicant === cell.applicant);
      if (fact) taken += 1;
      facts.push(fact ?? missing(cell));
    }
  if (taken === all) return facts;
  const own = new Set(facts);
  return [...facts, ...[...byMeasure.values()].flat().filter((fact) => !own.has(fact))];
}

function rowsInOrder(form: TableForm, blocks: readonly TableBlock[]): FormRow[] {
  const rows: FormRow[] = [];
  for (const item of ['一', '五', '六', '八', '九']) {
    if (!rowsOf(form, 2).some((row) => row.item === item)) continue;
    const follows = blocks.find((block) => block.item === item)?.form ?? form;
    rows.push(...rowsOf(follows, 2).filter((row) => row.item === item));
  }
  return [...rows, ...rowsOf(form, 3), ...rowsOf(form, 4)];
}
