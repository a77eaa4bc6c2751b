/** Blocks → rows. A layout is an adapter here and in lines.ts: one cell a line, several rows on one, labels over several. */
import type { Block, Watch } from '../../document/document.ts';
import { joinBroken, joinWrapped } from './broken.ts';
import { formLabels, isRowLabel, labelAt } from './labels.ts';
import { type Line, lineOf } from './lines.ts';
import { isValue, makeRow, type Row, type Token } from './row.ts';
import { type Run, settleRuns } from './runs.ts';
import { contentOf } from './value.ts';

/** Reads the document's blocks as rows, in order. Linear in the text; never throws. */
export function rowsFrom(blocks: readonly Block[], watch: Watch): readonly Row[] {
  const parts: (Row | Run)[] = [];
  let run: { cells: Token[]; gaps: number[] } = { cells: [], gaps: [] };
  let gap = 0;
  /** The line before, where it was a label alone. */
  let label: Token | null = null;
  const flush = () => {
    if (run.cells.length > 0) parts.push({ ...run, label, after: gap });
    run = { cells: [], gaps: [] };
  };
  for (const [index, block] of blocks.entries()) {
    watch.step();
    const line = lineOf(block, index);
    const { tokens } = line;
    if (tokens.length === 0) {
      gap += 1;
      continue;
    }
    const single = tokens.length === 1 ? tokens[0]! : null;
    if (single?.content.kind === 'noise') continue;
    if (single && (single.content.kind === 'value' || single.content.kind === 'dash')) {
      run.gaps.push(gap);
      run.cells.push(single);
      gap = 0;
      continue;
    }
    const begun = single?.text.length === 1 ? withoutNumber(run) : null;
    if (run.cells.length > 0) flush();
    else if (label && gap > 0) parts.push({ cells: [], gaps: [], label, after: gap });
    if (begun) parts.push(makeRow([{ ...begun, content: contentOf('字') }], [], false));
    gap = 0;
    label = single;
    if (line.head) parts.push(makeRow(line.head, [], false));
    for (const piece of pieces(line)) parts.push(piece);
  }
  flush();
  return joinWrapped(joinBroken(settleRuns(parts)));
}

/** Before a label of one character a line, 1 and . on two lines are its number, and no cells; 无 may be how it begins. */
function withoutNumber({ cells, gaps }: { cells: Token[]; gaps: number[] }): Token | null {
  const begins = cells.at(-1)?.text === '无';
  const last = begins ? -2 : -1;
  if (!/^[.．、]$/.test(cells.at(last)?.text ?? '') || !/^\d$/.test(cells.at(last - 1)?.text ?? '')) return null;
  const begun = begins ? cells.at(-1)! : null;
  cells.length += last - 1;
  gaps.length += last - 1;
  return begun;
}

/** Cuts a sequence of tokens where a label of the form follows a value: one line may hold several rows. */
function pieces({ tokens, isGrid }: Line): Row[] {
  const rows: Row[] = [];
  let current: Token[] = [];
  let values = 0;
  for (const token of tokens) {
    const label = token.content.kind === 'label';
    if (label && values > 0 && (!isGrid || isRowLabel(token.text))) {
      addRow(current, isGrid, rows);
      current = [];
      values = 0;
    }
    if (isValue(token)) values += 1;
    if (token.content.kind !== 'noise' || isGrid) current.push(token);
  }
  addRow(current, isGrid, rows);
  return rows;
}

/** 不适用, 未统计 in the place of a figure: words behind a row's whole label that are none. */
function isRemark({ text }: Token, before: Token | undefined): boolean {
  if (before === undefined || text.length > 6 || /^[（(\d一二三四五六七八九]/.test(text)) return false;
  const row = labelAt(before.text);
  return row !== null && formLabels[row]!.table !== 4 && !isRowLabel(text);
}

/** Labels are what stands before the first value; later words are cells that hold no figure. */
function addRow(tokens: readonly Token[], isGrid: boolean, rows: Row[]): void {
  if (tokens.length === 0) return;
  const labels: Token[] = [];
  let begin = 0;
  for (const [at, token] of tokens.entries()) {
    const { kind } = token.content;
    if (kind === 'value') break;
    if (kind !== 'label') continue;
    if (isGrid && isRemark(token, labels.at(-1))) break;
    labels.push(token);
    begin = at + 1;
  }
  const cells = tokens.slice(begin);
  if (isGrid || cells.length === 0 || labels.length <= 1) {
    rows.push(makeRow(labels, cells, isGrid));
    return;
  }
  // Words of a single line: each its own label, the last one the row's.
  const own = labels.pop()!;
  for (const label of labels) rows.push(makeRow([label], [], false));
  rows.push(makeRow([own], cells, false));
}
