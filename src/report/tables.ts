/**
 * The statutory tables of a document: what it holds is aligned with what the official form says, and every cell of the
 * form becomes a fact. blocks → rows (table/ownRows.ts) → matches (table/align.ts) → columns (table/columns.ts) → facts.
 */
import { unwatched } from '../document/budget.ts';
import type { Document, Watch } from '../document/document.ts';
import type { Anomaly } from './anomaly.ts';
import type { Fact, FormId } from './report.ts';
import { align, type Match } from './table/align.ts';
import { anomaliesOf } from './table/anomalies.ts';
import { blocksOf } from './table/blocks.ts';
import { type AlignmentLine, explainMatch } from './table/explain.ts';
import { sourceOf } from './table/facts.ts';
import { established, formOf } from './table/form.ts';
import { inOrder } from './table/formOrder.ts';
import { type Publisher, unknownPublisher } from './table/owners.ts';
import { ownRowsOf } from './table/ownRows.ts';
import { placeTable2 } from './table/placedTable2.ts';
import { placeTable3 } from './table/placedTable3.ts';
import { placeTable4 } from './table/placedTable4.ts';
import { type BlockRanges, rangesOf } from './table/ranges.ts';
import { isValue } from './table/row.ts';
import { withUnfilled } from './table/unfilled.ts';

export interface Tables {
  readonly form: FormId | null;
  /** Every cell of the form, in its order; printed rows that it does not have come last. Empty for free-form reports. */
  readonly facts: Fact[];
  readonly anomalies: Anomaly[];
  /** How each row of the form was matched; empty unless asked for. */
  readonly alignment: AlignmentLine[];
  /** First and last block of each table, its head included; null where it is not there. */
  readonly ranges: BlockRanges;
}

/**
 * Reads the statutory tables. `year` is the report's (it chooses among stacked years, and the form where no label does);
 * `explain` asks for the alignment. Throws only what `watch` throws; its work is bounded for any document.
 */
export function readTables(
  document: Document,
  options: { year: number | null; publisher?: Publisher; explain?: boolean; watch?: Watch } = { year: null },
): Tables {
  const { watch = unwatched, publisher = unknownPublisher } = options;
  const { rows, doubtful: sets, decoys, seconds } = ownRowsOf(document, options.year, publisher, watch);
  const doubtful = sets.filter(({ size }) => size > 0);
  const found = align(rows, options.year, watch);
  const aligned = doubtful.length === 0 ? found : found.map((match) => inDoubt(match, doubtful));
  const matches = withUnfilled(rows, established(rows, aligned));
  watch.look();
  const blocks = blocksOf(rows, matches);
  const form = formOf(document, rows, blocks, matches, options.year);
  const ranges = rangesOf(rows, matches);
  if (form === null || form === 'free') return { form, facts: [], anomalies: [], alignment: [], ranges };

  const source = sourceOf(document);
  const placed = [
    ...placeTable2(blocks, form, document, source),
    ...placeTable3(rows, matches, document, source),
    ...placeTable4(rows, matches, form, document, source),
  ];
  const facts = inOrder(form, blocks, placed);
  const anomalies = anomaliesOf({
    rows,
    matches,
    blocks,
    form,
    printed: placed,
    facts,
    source,
    ranges,
    decoys,
    seconds,
  });
  const alignment = options.explain ? placed.map(explainMatch) : [];
  return { form, facts, anomalies, alignment, ranges };
}

/** The match, not certain where its figures may be none of the report's. */
function inDoubt(match: Match, doubtful: readonly ReadonlySet<number>[]): Match {
  const block = match.row.cells.find(isValue)?.block;
  const isDoubtful = block !== undefined && doubtful.some((blocks) => blocks.has(block));
  return isDoubtful ? { ...match, certain: false } : match;
}
