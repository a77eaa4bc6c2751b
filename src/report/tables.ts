/**
 * The statutory tables of a document: what it holds is aligned with what the official form says, and every cell of the
 * form becomes a fact. blocks → rows (table/rows.ts) → matches (table/align.ts) → columns (table/columns.ts) → facts.
 */
import { unwatched } from '../document/budget.ts';
import type { Document, Watch } from '../document/document.ts';
import type { Anomaly } from './anomaly.ts';
import { applicants, type FormRow, rowOfMeasure, rowsOf, type TableForm } from './forms.ts';
import type { Fact, FormId } from './report.ts';
import { align, type Match } from './table/align.ts';
import { withAligned } from './table/aligned.ts';
import { anomaliesOf } from './table/anomalies.ts';
import { withApplicantParts } from './table/applicantParts.ts';
import { blocksOf, headColumns, headStart, moneyOf, type TableBlock, unmerged } from './table/blocks.ts';
import { withCards } from './table/cards.ts';
import { learn, type Placement, place, type Siblings } from './table/columns.ts';
import { onceEach } from './table/copies.ts';
import { withCrossed, withYearsSide } from './table/crossed.ts';
import { type AlignmentLine, explainMatch } from './table/explain.ts';
import { factsOf, missing, type Source, sourceOf } from './table/facts.ts';
import { withFiguresFirst } from './table/figuresFirst.ts';
import { established, formOf, formOfTable3 } from './table/form.ts';
import { endsOfTable3, headOfTable3 } from './table/heads.ts';
import { allOfTable4, formLabels } from './table/labels.ts';
import { ofOneBody, type Publisher, unknownPublisher } from './table/owners.ts';
import type { PlacedRow } from './table/placed.ts';
import { type BlockRanges, rangesOf } from './table/ranges.ts';
import { isValue, type Row, type Token } from './table/row.ts';
import { rowsFrom } from './table/rows.ts';
import { withTable4 } from './table/table4.ts';
import { withTorn } from './table/torn.ts';
import { withUnfilled } from './table/unfilled.ts';
import { ofOneYear } from './table/years.ts';

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
  const { watch = unwatched } = options;
  const printed = withTorn(withFiguresFirst(withCards(withAligned(rowsFrom(document.blocks, watch), document))));
  const { publisher = unknownPublisher } = options;
  const owned = ofOneBody(printed, publisher);
  const sided = withYearsSide(owned.rows, tableIn(document), options.year);
  const crossed = withCrossed(ofOneYear(sided.rows, options.year), tableIn(document));
  const single = onceEach(withApplicantParts(crossed.rows));
  const rows = withTable4(single.rows);
  const aligned = align(rows, options.year, watch).map((match) =>
    inDoubt(match, owned.doubtful, sided.doubtful, crossed.doubtful, single.doubtful),
  );
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
    ...placeTable4(matches, form, document, source),
  ];
  const facts = inOrder(form, blocks, placed);
  const { decoys } = owned;
  const { seconds } = single;
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
function inDoubt(match: Match, ...doubtful: readonly ReadonlySet<number>[]): Match {
  const block = match.row.cells.find(isValue)?.block;
  const isDoubtful = block !== undefined && doubtful.some((blocks) => blocks.has(block));
  return isDoubtful ? { ...match, certain: false } : match;
}

/** The form's cells in order, each block of table 2 in the form that it follows; then what the form has no row for. */
function inOrder(form: TableForm, blocks: readonly TableBlock[], printed: readonly PlacedRow[]): Fact[] {
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

function placeTable2(blocks: readonly TableBlock[], form: TableForm, document: Document, source: Source): PlacedRow[] {
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

function placeTable3(rows: readonly Row[], matches: readonly Match[], document: Document, source: Source): PlacedRow[] {
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

function placeTable4(matches: readonly Match[], form: TableForm, document: Document, source: Source): PlacedRow[] {
  const own = matches.filter((match) => formLabels[match.label]!.table === 4);
  const rows = rowsOf(form, 4);
  const positional = isPositional(document);
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
    const placement = settle(match, place(match.row, cells.length, noSiblings(positional, match.row), addsUpInBlocks));
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

/** A row whose place in the form is not certain has no certain cell. */
function settle(match: Match, placement: Placement): Placement {
  if (match.certain) return placement;
  return { kind: 'unclear', filled: match.row.cells.filter((cell) => cell.content.kind !== 'empty') };
}

/** On each page of a PDF columns are counted anew. */
const tableIn = (document: Document) => (row: Row) =>
  isPositional(document) ? (document.blocks[row.first]?.table ?? null) : null;

/** In a PDF, columns are positions on the page. */
const isPositional = (document: Document): boolean => document.format === 'pdf';
