/** Which blocks of the document are tables 2, 3 and 4. */
import type { Match } from './align.ts';
import { formLabels } from './labels.ts';
import { isPlainLabel } from './neighbours.ts';
import type { Row } from './row.ts';

/** First and last block (numbers in `document.blocks`), both included. */
export interface BlockRanges {
  readonly 2: readonly [number, number] | null;
  readonly 3: readonly [number, number] | null;
  readonly 4: readonly [number, number] | null;
}

/** From the first block of a table's head to the last block of its last row. */
export function rangesOf(rows: readonly Row[], matches: readonly Match[]): BlockRanges {
  const of = (table: 2 | 3 | 4): readonly [number, number] | null => {
    const own = matches.filter((match) => formLabels[match.label]!.table === table);
    if (own.length === 0) return null;
    const indexes = own.map((match) => match.index);
    let first = Math.min(...indexes);
    const last = Math.max(...indexes);
    const heading = /主动公开政府信息|收到和处理|复议.{0,12}诉讼.{0,12}情况|行政诉讼情况/;
    for (let steps = 0; first > 0 && steps < 60 && isPlainLabel(rows[first - 1]!); steps += 1) {
      if (heading.test(rows[first - 1]!.labels.map((label) => label.text).join(''))) break;
      first -= 1;
    }
    return [rows[first]!.first, rows[last]!.last];
  };
  return { 2: of(2), 3: of(3), 4: of(4) };
}
