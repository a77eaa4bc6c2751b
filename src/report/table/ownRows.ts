/**
 * The rows of a report's own tables, as the form has them. Each step gives back what one kind of layout does otherwise (columns kept
 * by spaces, figures before their labels, other axes, parts side by side), and leaves out what is another body's or year's.
 */
import type { Document, Watch } from '../../document/document.ts';
import { withAligned } from './aligned.ts';
import { withApplicantParts } from './applicantParts.ts';
import { withCards } from './cards.ts';
import { onceEach, type Second } from './copies.ts';
import { withCrossed, withYearsSide } from './crossed.ts';
import { withFiguresFirst } from './figuresFirst.ts';
import { type Decoy, ofOneBody, type Publisher } from './owners.ts';
import { withPathed } from './pathed.ts';
import { tableIn } from './positions.ts';
import type { Row } from './row.ts';
import { rowsFrom } from './rows.ts';
import { withTable4 } from './table4.ts';
import { withTorn } from './torn.ts';
import { ofOneYear } from './years.ts';

export interface OwnRows {
  readonly rows: readonly Row[];
  /** Sets of blocks whose figures may be none of the report's, or whose columns cannot be known. */
  readonly doubtful: readonly ReadonlySet<number>[];
  /** Tables that were left out: another body's, and copies of the report's own. */
  readonly decoys: readonly Decoy[];
  readonly seconds: readonly Second[];
}

/** Reads the document's rows. `year` is the report's, where it is known; `publisher` whose it is. */
export function ownRowsOf(document: Document, year: number | null, publisher: Publisher, watch: Watch): OwnRows {
  const printed = withTorn(
    withFiguresFirst(withCards(withAligned(withPathed(rowsFrom(document.blocks, watch)), document))),
  );
  const owned = ofOneBody(printed, publisher);
  const sided = withYearsSide(owned.rows, tableIn(document), year);
  const crossed = withCrossed(ofOneYear(sided.rows, year), tableIn(document));
  const single = onceEach(withApplicantParts(crossed.rows));
  return {
    rows: withTable4(single.rows),
    doubtful: [owned.doubtful, sided.doubtful, crossed.doubtful, single.doubtful],
    decoys: owned.decoys,
    seconds: single.seconds,
  };
}
