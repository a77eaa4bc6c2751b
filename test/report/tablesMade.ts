/** Made reports with known truth: the tables of a form, filled at random, printed in many layouts. */
import { type FormRow, rowsOf, type TableForm } from '../../src/report/forms.ts';

/** What a made cell holds: a number, or null where it is printed blank. */
type MadeCell = number | null;

export interface Made {
  readonly form: TableForm;
  /** The form's rows in order with what is printed in them. */
  readonly rows: readonly { readonly row: FormRow; readonly cells: readonly MadeCell[] }[];
}

/** Fills a form. `next` gives numbers in [0, 1); `blanks` is the share of blank cells. */
export function fill(form: TableForm, next: () => number, blanks = 0): Made {
  const number = () => (next() < 0.6 ? 0 : Math.floor(next() ** 3 * 4000));
  const rows = rowsOf(form).map((row) => {
    const cells: MadeCell[] = row.cells.map(() => (next() < blanks ? null : number()));
    if (row.table === 3 && cells[6] !== null)
      cells[6] = cells.slice(0, 6).reduce<number>((sum, cell) => sum + (cell ?? 0), 0);
    return { row, cells };
  });
  return { form, rows };
}

const text = (cell: MadeCell): string => (cell === null ? '' : `${cell}`);
const parts = (row: FormRow): string[] => row.row.split('/');
const head2 = (item: string, rows: Made['rows']) =>
  rows.find(({ row }) => parts(row)[0] === item)!.row.cells.map((cell) => cell.column);
const applicantsHead = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];

const opening = [
  '示例县某某局',
  '2022年政府信息公开工作年度报告',
  '一、总体情况',
  '全年公开信息12条，办理申请3件。',
  '二、主动公开政府信息情况',
];
const closing = ['五、存在的主要问题及改进情况', '无。', '六、其他需要报告的事项', '无。'];

/** A row of printed cells: a line whose grid the layout keeps or not. Labels are strings, cells may be blank. */
interface Line {
  readonly labels: readonly string[];
  readonly cells: readonly string[] | null;
}

/** The tables as lines, in order; `T4` prints table 4 as one row of 15. */
function lines(made: Made): { two: Line[]; three: Line[]; four: Line[] } {
  const two: Line[] = [];
  let item = '';
  for (const { row, cells } of made.rows) {
    if (row.table !== 2) continue;
    const [first, label] = parts(row);
    if (first !== item) {
      two.push({ labels: [first!], cells: null }, { labels: ['信息内容', ...head2(first!, made.rows)], cells: null });
      item = first!;
    }
    two.push({ labels: [label!], cells: cells.map(text) });
  }
  const three: Line[] = [
    { labels: ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '申请人情况'], cells: null },
    { labels: ['自然人', '法人或其他组织', '总计'], cells: null },
    { labels: applicantsHead, cells: null },
  ];
  for (const { row, cells } of made.rows)
    if (row.table === 3) three.push({ labels: parts(row), cells: cells.map(text) });
  const outcome = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const four: Line[] = [
    { labels: ['行政复议', '行政诉讼'], cells: null },
    { labels: [...outcome, '未经复议直接起诉', '复议后起诉'], cells: null },
    { labels: [...outcome, ...outcome], cells: null },
    { labels: [], cells: made.rows.filter(({ row }) => row.table === 4).flatMap(({ cells }) => cells.map(text)) },
  ];
  return { two, three, four };
}

export type Layout = (made: Made, next: () => number) => string;

const document = (two: string[], three: string[], four: string[]) =>
  [
    ...opening,
    ...two,
    '三、收到和处理政府信息公开申请情况',
    ...three,
    '四、政府信息公开行政复议、行政诉讼情况',
    ...four,
    ...closing,
  ].join('\n');

/** Group labels are printed once, in their first row, as spans leave them. */
function threeColumns(three: readonly Line[]): string[][] {
  const seen = new Set<string>();
  return three.map(({ labels, cells }) => {
    if (cells === null) return ['', '', '', ...labels];
    const shown = labels.map((label, at) => {
      const key = labels.slice(0, at + 1).join('/');
      if (at === labels.length - 1 || !seen.has(key)) {
        seen.add(key);
        return label;
      }
      return '';
    });
    return [...shown, ...Array<string>(3 - labels.length).fill(''), ...cells];
  });
}

const tabs: Layout = (made, next) => {
  const { two, three, four } = lines(made);
  const trail = next() < 0.5 ? '\t' : '';
  const wide = (line: Line) => [...line.labels, ...(line.cells ?? [])].join('\t') + trail;
  return document(
    two.map(wide),
    threeColumns(three).map((row) => row.join('\t') + trail),
    four.map(wide),
  );
};

/** The last label stands directly before the values: rows of one table begin their values in different columns. */
const ragged: Layout = (made, next) => {
  const { two, three, four } = lines(made);
  const wide = (line: Line) => [...line.labels, ...(line.cells ?? [])].join('\t');
  const seen = new Set<string>();
  const row = ({ labels, cells }: Line) => {
    if (cells === null) return labels.join('\t');
    const shown = labels.map((label, at) => (at === labels.length - 1 || !seen.has(label) ? label : ''));
    for (const label of labels) seen.add(label);
    return [...shown, ...cells].join('\t') + (next() < 0.5 ? '\t' : '');
  };
  return document(two.map(wide), three.map(row), four.map(wide));
};

const pipes: Layout = (made) => {
  const { two, three, four } = lines(made);
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const wide = (line: Line) => row([...line.labels, ...(line.cells ?? [])]);
  const rule = '|---|---|---|---|';
  return document(
    [wide(two[0]!), rule, ...two.slice(1).map(wide)],
    [...threeColumns(three).map(row)],
    [wide(four[0]!), rule, ...four.slice(1).map(wide)],
  );
};

const cells = (line: Line): string[] => [...line.labels, ...(line.cells ?? [])];

const oneCellALine: Layout = (made) => {
  const { two, three, four } = lines(made);
  const seen = new Set<string>();
  const spread = (rows: readonly Line[]) =>
    rows.flatMap((line) => {
      const shown = line.labels.filter((label, at) => at === line.labels.length - 1 || !seen.has(label));
      if (line.cells !== null) for (const label of shown) seen.add(label);
      return [...shown, ...(line.cells ?? [])].flatMap((cell) => [cell, '']);
    });
  return document(spread(two), spread(three), spread(four));
};

const spaces: Layout = (made) => {
  const { two, three, four } = lines(made);
  const join = (line: Line) =>
    line.cells === null ? line.labels.join(' ') : [...line.labels.slice(-1), ...line.cells].join(' ');
  return document(two.map(join), three.map(join), four.map(join));
};

/** Long labels run over two lines, the values stand on the first, the second, or between. */
const splitLabels: Layout = (made, next) => {
  const { two, three, four } = lines(made);
  const join = (line: Line) =>
    line.cells === null ? line.labels.join(' ') : [...line.labels.slice(-1), ...line.cells].join(' ');
  const split = (line: Line): string[] => {
    const label = line.labels.at(-1) ?? '';
    if (line.cells === null || label.length < 10) return [join(line)];
    const cut = Math.ceil(label.length * (0.5 + next() * 0.2));
    const [head, tail, values] = [label.slice(0, cut), label.slice(cut), line.cells.join(' ')];
    const way = next();
    return way < 0.4 ? [`${head} ${values}`, tail] : way < 0.7 ? [head, `${tail} ${values}`] : [head, values, tail];
  };
  return document(two.map(join), three.flatMap(split), four.map(join));
};

/** Page numbers and repeated heads between the rows. */
const pageBreaks: Layout = (made, next) => {
  const { two, three, four } = lines(made);
  const join = (line: Line) => [...line.labels, ...(line.cells ?? [])].join('\t');
  const head = three.slice(0, 3).map(join);
  const broken = threeColumns(three).flatMap((row, at) => {
    const line = row.join('\t');
    return at > 3 && next() < 0.12 ? [line, '', `— ${at} —`, '', ...head] : next() < 0.05 ? [line, '', ''] : [line];
  });
  return document(two.map(join), broken, four.map(join));
};

const oneLine: Layout = (made) => {
  const { two, three, four } = lines(made);
  const join = (rows: readonly Line[]) =>
    rows
      .map((line) => (line.cells === null ? line.labels : [...line.labels.slice(-1), ...line.cells]).join(' '))
      .join(' ');
  return document([join(two)], [join(three)], [join(four)]);
};

const html: Layout = (made) => {
  const { two, three, four } = lines(made);
  const td = (value: string, span = 1, rows = 1) =>
    `<td${span > 1 ? ` colspan="${span}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}><p>${value === '' ? '&nbsp;' : value}</p></td>`;
  const tr = (line: Line) =>
    `<tr>${cells(line)
      .map((cell) => td(cell))
      .join('')}</tr>`;
  const all = three.filter((line) => line.cells !== null);
  const begun = new Set<string>();
  const body = all.map(({ labels, cells: values }) => {
    const shown = labels.flatMap((label, at) => {
      const key = labels.slice(0, at + 1).join('/');
      if (begun.has(key)) return [];
      begun.add(key);
      const rows = all.filter((other) => other.labels.slice(0, at + 1).join('/') === key).length;
      return [td(label, at === labels.length - 1 ? 3 - at : 1, rows)];
    });
    return `<tr>${shown.join('')}${values!.map((value) => td(value)).join('')}</tr>`;
  });
  const head = `<tr><td colspan="3" rowspan="3">（勾稽关系）</td><td colspan="7">申请人情况</td></tr><tr><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td></tr><tr>${applicantsHead.map((name) => td(name)).join('')}</tr>`;
  const table = (rows: readonly string[]) => `<table>${rows.join('\n')}</table>`;
  const paragraph = (line: string) => `<p>${line}</p>`;
  return `<html><head><title>t</title></head><body>${opening.map(paragraph).join('')}${table(two.map(tr))}<p>三、收到和处理政府信息公开申请情况</p>${table([head, ...body])}<p>四、政府信息公开行政复议、行政诉讼情况</p>${table(four.map(tr))}${closing.map(paragraph).join('')}</body></html>`;
};

/** Every row a heading with a bare row of values under it. */
const bareRows: Layout = (made) => {
  const { two, three, four } = lines(made);
  const split = (line: Line) =>
    line.cells === null
      ? [`| ${line.labels.join(' | ')} |`]
      : [`### ${line.labels.at(-1)}`, `| ${line.cells.join(' | ')} |`, '|---|---|'];
  const wide = (line: Line) => `| ${cells(line).join(' | ')} |`;
  return document(two.map(wide), three.flatMap(split), four.map(wide));
};

/** Table 4 as three tables of five. */
const threeTables: Layout = (made) => {
  const { two, three } = lines(made);
  const wide = (line: Line) => cells(line).join('\t');
  const four = made.rows
    .filter(({ row }) => row.table === 4)
    .flatMap(({ row, cells: values }) => [
      row.row.replace('/', '（') + (row.row.includes('/') ? '）' : ''),
      '结果维持\t结果纠正\t其他结果\t尚未审结\t总计',
      values.map(text).join('\t'),
    ]);
  return document(
    two.map(wide),
    threeColumns(three).map((row) => row.join('\t')),
    four,
  );
};

/** Layouts that keep blank cells. */
export const gridLayouts: Readonly<Record<string, Layout>> = { tabs, ragged, pipes, html, pageBreaks, threeTables };
/** Layouts in which a blank cell cannot be seen. */
export const gridlessLayouts: Readonly<Record<string, Layout>> = {
  oneCellALine,
  spaces,
  splitLabels,
  oneLine,
  bareRows,
};
