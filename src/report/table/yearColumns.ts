/**
 * Columns of another year, or of the change from it, beside the report's own (信息内容, 本年处理决定数量, 上年同期, 同比): their
 * heads say whose they are, and they are no column of the form.
 */
import { yearsIn } from '../../text/dates.ts';
import { fold } from '../../text/normalize.ts';
import { makeRow, type Row, type Token } from './row.ts';

/** What the head of a column is known by before it is read. */
const mayBeOther = /[\d０-９上去前]\s?[年期]|同比|环比|環比|增|较|較|与|變|变/;
/** 上一年项目数量 and 本年增/减 are columns of the 2019 form. */
const ofOther =
  /^(?:(?:上一?|去|前一)年|上期)度?(?:同期|数据?|度数)?(?:(?:制发|废止|现行|处理|收费|新制作|新公开|对外公开|公开|采购|总计|合计).{0,10})?$/;
const ofChange = /^(?:同比|环比|[较比与](?:[上去]|上一)年|增长?[率幅]|增减(?:率|幅|变化|情况|比例)|变化)/;
const longestHead = 20;

/** Which columns a line of a head gives to other years: grid columns, or in a line of words the numbers of the cells under them. */
interface Other {
  readonly columns: ReadonlySet<number>;
  readonly numbers: ReadonlySet<number>;
  /** How many columns it names, where it is a line of words. */
  readonly named: number;
}

/** The rows without the columns that their table's head gives to another year than `own`, the report's. */
export function ofOwnColumns(rows: readonly Row[], own: number | null): readonly Row[] {
  let changed = false;
  let head: Other[] = [];
  let below = false;
  const read = rows.map((row) => {
    if (row.filled === 0) {
      // The first line behind figures begins another head; 信息内容 does so over blank rows, too.
      if (below) head = [];
      below = false;
      const other = row.prose ? null : otherOf(row, own);
      if (other === null) return row;
      head.push(other);
      changed = true;
      return row.grid ? { ...row, labels: row.labels.filter(({ column }) => !other.columns.has(column)) } : row;
    }
    below = true;
    return head.length === 0 ? row : withoutOther(row, head);
  });
  return changed ? read : rows;
}

/** The columns of other years that a line of a head names beside the report's own; null where it names none, or no other. */
function otherOf(row: Row, own: number | null): Other | null {
  const first = row.labels[0];
  if (first === undefined || !row.labels.some(({ text }) => mayBeOther.test(text))) return null;
  const names: readonly Pick<Token, 'text' | 'column' | 'span'>[] = row.grid
    ? row.labels
    : first.text.split(/\s+/).map((text, column) => ({ text, column, span: 1 }));
  if (names.length < 2) return null;
  const columns = new Set<number>();
  let others = 0;
  for (const { text, column, span } of names) {
    if (!isOther(text, own)) continue;
    others += 1;
    for (let at = column; at < column + Math.min(span, 20); at += 1) columns.add(at);
  }
  // What is left of the head must name a column of the report's own year.
  const named = fold(names[0]!.text) === '信息内容' ? names.length - 1 : names.length;
  if (others === 0 || others >= named) return null;
  return row.grid
    ? { columns, numbers: new Set(), named: 0 }
    : { columns: new Set(), numbers: new Set([...columns].map((column) => column - names.length + named)), named };
}

function isOther(text: string, own: number | null): boolean {
  if (text.length > longestHead || !mayBeOther.test(text)) return false;
  const folded = fold(text);
  if (ofOther.test(folded) || ofChange.test(folded)) return true;
  const years = folded.startsWith('20') && !folded.includes('月') ? yearsIn(folded) : [];
  return years.length === 1 && own !== null && years[0]!.year !== own;
}

/** The row's cells but those under other years' heads; a line of words, where it has one for each column named. */
function withoutOther(row: Row, head: readonly Other[]): Row {
  const cells = row.cells.filter((cell, at) =>
    head.every(({ columns, numbers, named }) =>
      row.grid ? !columns.has(cell.column) : named !== row.cells.length || !numbers.has(at),
    ),
  );
  if (cells.length === row.cells.length || cells.length === 0) return row;
  return { ...row, ...makeRow(row.labels, cells, row.grid) };
}
