/** Placed cells → facts: values in the column's unit, states, lines and quotes. */
import type { Document, Place } from '../../document/document.ts';
import type { Fact, FormCell } from '../report.ts';
import type { Placement } from './columns.ts';
import { isFilled, type Row, type Token } from './row.ts';
import { convert, isMoney } from './value.ts';

const longestQuote = 200;

/** Gives the verbatim quote of a place: the whole line where it is short, else just the figure. */
export interface Source {
  readonly document: Document;
  /** The decoded file split at `\n`; empty where the format has no lines. */
  readonly lines: readonly string[];
}

export function sourceOf(document: Document): Source {
  const hasLines = document.blocks.some((block) => block.place.line !== null);
  return { document, lines: hasLines ? document.text.split('\n') : [] };
}

/** A verbatim part of the place's line, at most 200 characters, that shows `raw`; null where nothing can be shown. */
export function quoteAt(source: Source, place: Place, raw: string, block: number): string | null {
  const line = place.line === null ? source.document.blocks[block]?.text : source.lines[place.line - 1];
  if (line === undefined) return raw === '' ? null : raw;
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  if (text.length <= longestQuote) return text;
  if (raw === '') return null;
  const at = place.offset === undefined || place.line === null ? -1 : lineOffset(source, place, raw);
  return at >= 0 || text.includes(raw) ? raw : null;
}

const lineOffset = (source: Source, place: Place, raw: string): number =>
  source.document.text.startsWith(raw, place.offset) ? place.offset! : -1;

type Where = Pick<Fact, 'line' | 'page' | 'place' | 'quote'>;
const nowhere: Where = { line: null, page: null, place: null, quote: null };

/** 采购总金额 names no unit; all other columns do. */
const hasUnit = (cell: FormCell): boolean => cell.measure !== 'procurement.amount';
const unitOf = (cell: FormCell): string | null => (hasUnit(cell) ? cell.unit : null);

/** Written out field by field: a report has 200 of them, and spreading is slow. */
function make(
  cell: FormCell,
  state: Fact['state'],
  value: number | null,
  unit: string | null,
  raw: string | null,
  where: Where,
  certain = true,
): Fact {
  const { measure, applicant, table, row, column } = cell;
  const { line, page, place, quote } = where;
  return { measure, applicant, table, row, column, value, unit, state, certain, raw, line, page, place, quote };
}

/** A cell that the document does not hold. */
export const missing = (cell: FormCell): Fact => make(cell, 'missing', null, unitOf(cell), null, nowhere);

/** One placed cell. `named` is a unit that the table's own head prints for the column, where it differs from the form's. */
function placed(cell: FormCell, token: Token, source: Source, named: string | null): Fact {
  const where = located(token, token.text, source);
  const raw = token.text === '' ? null : token.text;
  if (token.content.kind !== 'value') return make(cell, 'blank', null, unitOf(cell), raw, where);
  const { value, unit } = token.content.figure;
  const money = isMoney(unit) ? unit : named;
  if (!hasUnit(cell)) return make(cell, 'stated', value, money, raw, where);
  const converted = isMoney(cell.unit) ? convert(value, money, cell.unit) : value;
  return make(cell, 'stated', converted, cell.unit, raw, where);
}

function located({ place, block }: Token, raw: string, source: Source): Where {
  return { line: place.line, page: place.page, place: place.label, quote: quoteAt(source, place, raw, block) };
}

/** Values are printed in the row, but whose they are cannot be known. */
function uncertain(cell: FormCell, unplaced: readonly Token[], row: Row, source: Source): Fact {
  const raw = unplaced.map((token) => token.text).join(' ');
  const first = unplaced[0] ?? row.cells[0] ?? row.labels[0]!;
  return make(cell, 'stated', null, unitOf(cell), raw, located(first, first.text, source), false);
}

/** A cell of a row that is there, in a place where nothing is printed. */
function blank(cell: FormCell, row: Row, source: Source): Fact {
  return make(cell, 'blank', null, unitOf(cell), null, located(row.cells[0] ?? row.labels[0]!, '', source));
}

/** What stands before the last figure is no more than it: else the total itself is among the columns that were lost. */
function isTotal(filled: readonly Token[]): boolean {
  const values = filled.map(({ content }) => (content.kind === 'value' ? content.figure.value : 0));
  return values.slice(0, -1).reduce((sum, value) => sum + value, 0) <= values.at(-1)!;
}

/**
 * The facts of one row. Lost columns follow the contract: in table 3 the first value is 自然人 (not where a blank cell stands before
 * it, or blank cells vanish) and the last 总计, both certain (总计 only where it can be one), and what stands between enters each organisation's cell as printed. In other tables nothing is certain.
 */
export function factsOf(
  cells: readonly FormCell[],
  row: Row,
  placement: Placement,
  source: Source,
  named: string | null,
): Fact[] {
  if (placement.kind === 'placed')
    return cells.map((cell, at) => {
      if (row.named?.[at] === false) return missing(cell);
      const token = placement.cells[at];
      return token ? placed(cell, token, source, named) : blank(cell, row, source);
    });
  const { filled } = placement;
  if (filled.length === 0)
    return cells.map((cell) => (row.cells.length > 0 ? blank(cell, row, source) : missing(cell)));
  const isLost = placement.kind === 'lost' && !(row.grid && placement.cells[0] && !isFilled(placement.cells[0]));
  if (isLost && cells.length === 7 && filled.length >= 2) {
    // A blank cell at the end of a row that is too short is its total's, or that of a column before it.
    const { cells: kept } = placement;
    const closed = isTotal(filled) && !(row.grid && kept.length < cells.length && !isFilled(kept.at(-1)!));
    const isFirst = placement.kind !== 'lost' || !placement.vanished;
    const between = filled.slice(isFirst ? 1 : 0, closed ? -1 : undefined);
    const rest = (cell: FormCell) => {
      if (between.length > 0) return uncertain(cell, between, row, source);
      return row.grid && row.cells.some((token) => !isFilled(token)) ? blank(cell, row, source) : missing(cell);
    };
    return cells.map((cell, at) =>
      at === 0 && isFirst
        ? placed(cell, filled[0]!, source, named)
        : at === 6 && closed
          ? placed(cell, filled.at(-1)!, source, named)
          : rest(cell),
    );
  }
  return cells.map((cell) => uncertain(cell, filled, row, source));
}
