/** A printed row of a form with its cells placed. */
import type { FormRow, TableForm } from '../forms.ts';
import type { Fact } from '../report.ts';
import type { Match } from './align.ts';
import type { Placement } from './columns.ts';

export interface PlacedRow {
  readonly form: TableForm;
  readonly row: FormRow;
  readonly match: Match;
  readonly placement: Placement;
  readonly facts: readonly Fact[];
}

/** A row whose place in the form is not certain has no certain cell. */
export function settle(match: Match, placement: Placement): Placement {
  if (match.certain) return placement;
  return { kind: 'unclear', filled: match.row.cells.filter((cell) => cell.content.kind !== 'empty') };
}
