/** What is odd about the tables' layout: rows missing, columns lost, labels clipped, cells blank. */
import { fold } from '../../text/normalize.ts';
import type { Anomaly } from '../anomaly.ts';
import { keyOf, type TableForm } from '../forms.ts';
import type { Fact } from '../report.ts';
import type { Match } from './align.ts';
import type { TableBlock } from './blocks.ts';
import type { Second } from './copies.ts';
import { quoteAt, type Source } from './facts.ts';
import { beginsLabel, coreOf, formLabels, isRowLabel, likeness } from './labels.ts';
import type { Decoy } from './owners.ts';
import type { PlacedRow } from './placed.ts';
import type { BlockRanges } from './ranges.ts';
import { isValue, type Row, type Token } from './row.ts';
import { isMoney } from './value.ts';

interface Reading {
  readonly rows: readonly Row[];
  readonly matches: readonly Match[];
  readonly blocks: readonly TableBlock[];
  readonly form: TableForm;
  readonly printed: readonly PlacedRow[];
  readonly facts: readonly Fact[];
  readonly source: Source;
  readonly ranges: BlockRanges;
  readonly decoys: readonly Decoy[];
  readonly seconds: readonly Second[];
}

/** All anomalies, in the order of the form, then of the document. */
export function anomaliesOf(reading: Reading): Anomaly[] {
  const anomalies = [...missingTables(reading), ...missingRows(reading)];
  for (const row of reading.printed) for (const each of rowAnomalies(row, reading.source)) anomalies.push(each);
  for (const block of reading.blocks) for (const each of headAnomalies(block, reading)) anomalies.push(each);
  for (const each of strayRows(reading)) anomalies.push(each);
  for (const each of otherTables(reading)) anomalies.push(each);
  return anomalies;
}

type Where = Partial<Pick<Anomaly, 'table' | 'row' | 'column' | 'concerns' | 'details'>>;

function at(code: Anomaly['code'], token: Token | undefined, source: Source, where: Where): Anomaly {
  const { place } = token ?? {};
  return {
    code,
    table: where.table ?? null,
    row: where.row ?? null,
    column: where.column ?? null,
    line: place?.line ?? null,
    page: place?.page ?? null,
    place: place?.label ?? null,
    quote: token ? (quoteAt(source, token.place, token.text, token.block) ?? '') : '',
    concerns: where.concerns ?? [],
    details: where.details ?? {},
  };
}

const names: Readonly<Record<2 | 3 | 4, string>> = {
  2: '主动公开政府信息情况',
  3: '收到和处理政府信息公开申请情况',
  4: '行政复议、行政诉讼情况',
};

function missingTables({ facts, source, ranges }: Reading): Anomaly[] {
  return ([2, 3, 4] as const)
    .filter((table) => ranges[table] === null)
    .map((table) => {
      const concerns = facts.filter((fact) => fact.table === table).map(keyOf);
      return at('layout.missingTable', undefined, source, { table, concerns, details: { expected: names[table] } });
    });
}

/** Rows of a printed table that the document does not hold; the three sub-rows of a single （六） are no such rows. */
function missingRows({ facts, source, ranges, printed }: Reading): Anomaly[] {
  if (facts.every((fact) => fact.state !== 'missing')) return [];
  const byRow = new Map<string, Fact[]>();
  for (const fact of facts) {
    const row = byRow.get(fact.row);
    if (row) row.push(fact);
    else byRow.set(fact.row, [fact]);
  }
  const single = printed.some(({ row }) => row.cells[0]!.measure === 'applications.other');
  const found: Anomaly[] = [];
  for (const cells of byRow.values()) {
    const { table, row, measure } = cells[0]!;
    if (ranges[table] === null || !cells.every((fact) => fact.state === 'missing')) continue;
    if (single && measure.startsWith('applications.other.')) continue;
    found.push(
      at('layout.missingRow', undefined, source, {
        table,
        row,
        concerns: cells.map(keyOf),
        details: { expected: row },
      }),
    );
  }
  return found;
}

const about = ({ table, row }: PlacedRow['row'], facts: readonly Fact[]): Where => ({
  table,
  row,
  concerns: facts.map(keyOf),
});

function rowAnomalies({ row, match, placement, facts }: PlacedRow, source: Source): Anomaly[] {
  const found: Anomaly[] = [];
  const { table } = row;
  const first = () => match.row.cells.find(isValue) ?? match.row.cells[0] ?? match.row.labels[0]!;
  if (placement.kind !== 'placed') {
    const printed = match.row.cells.filter((cell) => cell.content.kind !== 'empty').length;
    const details = { expected: row.cells.length, printed };
    if (placement.kind === 'lost' && printed > 0)
      found.push(at('layout.lostColumns', first(), source, { ...about(row, facts), details }));
    if (placement.kind === 'unclear' && match.certain)
      found.push(at('layout.extraValue', first(), source, { ...about(row, facts), details }));
  }
  if (!match.certain && match.likeness < 0.8 && table !== 4)
    found.push(at('layout.missingLabel', first(), source, { ...about(row, facts), details: { label: row.row } }));
  const blank = facts.some(isBlank) ? facts.filter(isBlank) : [];
  if (blank.length === facts.length) found.push(at('layout.blankRow', first(), source, about(row, facts)));
  else if (blank.length > 0) {
    const details = { blank: blank.length, expected: facts.length };
    found.push(at('layout.blankCells', first(), source, { table, row: row.row, concerns: blank.map(keyOf), details }));
  }
  if (placement.kind === 'placed') {
    for (const extra of placement.extra)
      found.push(
        at('layout.extraValue', extra, source, {
          table,
          row: row.row,
          concerns: [],
          details: { printed: extra.text.slice(0, 60) },
        }),
      );
    for (let index = 0; index < placement.cells.length; index += 1)
      cellAnomaly(row, row.cells[index], placement.cells[index]!, source, found);
  }
  labelAnomalies(row.row, table, match, source, found);
  return found;
}

const isBlank = ({ state }: Fact): boolean => state === 'blank';

/** A unit of money that is not the column's, or words where a figure belongs. */
function cellAnomaly(
  { table, row }: PlacedRow['row'],
  column: PlacedRow['row']['cells'][number] | undefined,
  cell: Token | null,
  source: Source,
  found: Anomaly[],
): void {
  if (!cell || !column) return;
  const { content } = cell;
  const where = { table, row, column: column.column };
  if (content.kind === 'value') {
    const { unit } = content.figure;
    if (!isMoney(unit) || unit === column.unit || column.measure === 'procurement.amount') return;
    const details = { printed: unit!, expected: column.unit };
    found.push(at('layout.unit', cell, source, { ...where, concerns: [keyOf(column)], details }));
  }
  if (content.kind === 'label') {
    const details = { printed: cell.text.slice(0, 60) };
    found.push(at('layout.unreadable', cell, source, { ...where, concerns: [keyOf(column)], details }));
  }
}

/** A label that is clipped, split, slid to another row, or not printed at all. */
function labelAnomalies(row: string, table: 2 | 3 | 4, match: Match, source: Source, found: Anomaly[]): void {
  if (table === 4) return;
  const label = formLabels[match.label]!;
  const { labels, broken } = match.row;
  const own = labels.at(-1);
  const where = (printed: string): Where => ({ table, row, details: { label: printed.slice(0, 80), expected: row } });
  if (!own) {
    if (match.likeness < 0.8 && match.certain)
      found.push(at('layout.missingLabel', match.row.cells[0], source, where(match.printed)));
    return;
  }
  if (broken !== undefined) found.push(at('layout.splitLabel', own, source, where(broken)));
  else if ((likeness(own.text)[match.label] ?? 0) < 0.95 && !label.texts.includes(coreOf(fold(own.text)))) {
    const code = isForeign(own.text, label.texts) ? 'layout.unknownLabel' : 'layout.splitLabel';
    found.push(at(code, own, source, where(match.printed)));
  }
  if (labels.length < 2) return;
  const group = /\/（(.)）/.exec(row)?.[1];
  for (const other of labels.slice(0, -1)) {
    const number = /^[（(]([一二三四五六七])[)）]/.exec(fold(other.text))?.[1];
    if (group && number && number !== group) found.push(at('layout.slidLabel', other, source, where(other.text)));
  }
}

/** 7.属于其他情形 where 7.属于行政执法案卷 belongs: a wording of its own, no piece of this row's label or of another's. */
function isForeign(text: string, wordings: readonly string[]): boolean {
  const core = coreOf(fold(text));
  if (core.length < 4 || isRowLabel(text) || beginsLabel(core)) return false;
  return wordings.every((wording) => [...core].filter((each) => wording.includes(each)).length < core.length / 2);
}

function headAnomalies(block: TableBlock, { source, form }: Reading): Anomaly[] {
  const found: Anomaly[] = [];
  const details = { label: `第二十条第（${block.item}）项`, expected: form };
  if (block.mixed || (block.form !== null && block.form !== form && block.item !== '九'))
    found.push(at('layout.mixedForms', block.head[0], source, { table: 2, details }));
  const clipped = block.head.filter((cell) =>
    /^(本年新|上一年|上一|对外公开|本年制|本年废|现行有)$/.test(fold(cell.text)),
  );
  for (const cell of clipped)
    found.push(at('layout.clippedHeader', cell, source, { table: 2, details: { printed: cell.text, ...details } }));
  return found;
}

/** Rows with figures inside a table that are no row of the form: explicitly not taken. */
function strayRows({ rows, matches, source, ranges }: Reading): Anomaly[] {
  const taken = new Set(matches.map((match) => match.index));
  const found: Anomaly[] = [];
  for (const [index, row] of rows.entries()) {
    if (taken.has(index) || found.length >= 50 || !row.cells.some(isValue)) continue;
    const table = ([2, 3, 4] as const).find((number) => {
      const range = ranges[number];
      return range !== null && row.first >= range[0] && row.last <= range[1];
    });
    if (table === undefined) continue;
    const label = row.labels
      .map((word) => word.text)
      .join(' ')
      .slice(0, 80);
    found.push(
      at(label === '' ? 'layout.extraValue' : 'layout.unknownLabel', row.labels[0] ?? row.cells[0], source, {
        table,
        details: { label },
      }),
    );
  }
  return found;
}

/** Tables that are another body's, a sample or a second printing with other figures: whose figures are read, and whose not. */
function otherTables({ decoys, seconds, facts, source }: Reading): Anomaly[] {
  const unsure = facts.filter((fact) => !fact.certain);
  const ofCaptions = decoys.map(({ row, alone }) => {
    const [caption] = row.labels;
    const details = { label: caption?.text.slice(0, 80) ?? '' };
    return at(alone ? 'layout.doubtfulOwner' : 'layout.foreignTable', caption, source, {
      details,
      concerns: alone ? unsure.map(keyOf) : [],
    });
  });
  const ofCopies = seconds
    .filter(({ differs }) => differs)
    .map(({ table, row }) => {
      const concerns = unsure.filter((fact) => fact.table === table).map(keyOf);
      return at('layout.secondTable', row.labels[0] ?? row.cells[0], source, { table, concerns });
    });
  return [...ofCaptions, ...ofCopies];
}
