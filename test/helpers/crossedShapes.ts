/** The shapes that web sites and officers give the tables, table by table. */
import {
  type Block2,
  blocks2,
  crossing,
  flat,
  labelsLast,
  outcomes4,
  type Parts,
  type Point,
  pointsOf3,
  pointsOf4,
  product,
  rows3,
  type Shape,
  shuffled,
  swap,
  value3,
  value4,
} from './crossed.ts';
import type { Made } from './layouts.ts';
import type { Random } from './random.ts';

const { applicants } = pointsOf3;
const { blocks } = pointsOf4;
const moved = <T>(list: readonly T[], from: number, to: number): T[] => {
  const out = list.filter((_, at) => at !== from);
  out.splice(to, 0, list.at(from)!);
  return out;
};
const totalFirst = <T>(list: readonly T[]) => moved(list, list.length - 1, 0);
const naturalLast = <T>(list: readonly T[]) => moved(list, 0, list.length - 1);
const number = [{ path: ['数量'], id: 'n' }];
const pair = (a: Point, b: Point) => `${a.id}|${b.id}`;
const parted =
  (value: (a: Point, b: Point) => string | null) =>
  ({ id }: Point): string | null => {
    const [a, b] = id.split('|') as [string, string];
    return value({ path: [], id: a }, { path: [], id: b });
  };
const both = (text: string | null, random: Random) => ({ text, other: `${random.whole(0, 40)}` });

const blockwise =
  (grid: (block: Block2, random: Random) => Parts) =>
  (made: Made, random: Random): Parts =>
    blocks2(made).flatMap((block) => [block.title, ...grid(block, random)]);

/** Shapes that keep every cell, by name. */
export const shapes: Readonly<Record<string, Shape>> = {
  '3 transposed': { 3: (made) => [crossing(applicants, rows3(made), '申请人类型', swap(value3(made)))] },
  '3 transposed, flat': {
    3: (made) => [crossing(flat(applicants), flat(rows3(made)), '申请人类型', swap(value3(made)))],
  },
  '3 transposed, the total first': {
    3: (made) => [crossing(totalFirst(applicants), rows3(made), '类别', swap(value3(made)))],
  },
  '3 the total first': { 3: (made) => [crossing(rows3(made), totalFirst(applicants), '项目', value3(made))] },
  '3 the total first, flat': {
    3: (made) => [crossing(flat(rows3(made)), flat(totalFirst(applicants)), '项目', value3(made))],
  },
  '3 natural persons last': { 3: (made) => [crossing(rows3(made), naturalLast(applicants), '项目', value3(made))] },
  '3 columns in any order': {
    3: (made, random) => [crossing(rows3(made), flat(shuffled(random, applicants)), '项目', value3(made))],
  },
  '3 rows in another order': {
    3: (made) => {
      const rows = rows3(made);
      const handled = rows.findIndex(({ id }) => id.includes('（七）'));
      return [crossing(moved(rows, handled, 2), applicants, '项目', value3(made))];
    },
  },
  '3 carried forward third': {
    3: (made) => {
      const rows = rows3(made);
      return [crossing(moved(rows, rows.length - 1, 2), applicants, '项目', value3(made))];
    },
  },
  '3 labels last': { 3: (made) => [labelsLast(crossing(rows3(made), applicants, '项目', value3(made)))] },
  '3 labels last, flat': {
    3: (made) => [labelsLast(crossing(flat(rows3(made)), flat(applicants), '项目', value3(made)))],
  },
  '3 a line for each cell': {
    3: (made) => [crossing(product(rows3(made), flat(applicants), pair), number, '项目', parted(value3(made)))],
  },
  '3 a line for each cell, by applicant': {
    3: (made) => [
      crossing(product(flat(applicants), flat(rows3(made)), pair), number, '申请人', parted(swap(value3(made)))),
    ],
  },
  '3 this year and last, side by side': {
    3: (made, random) => {
      const years = [
        { path: ['本年'], id: 'own' },
        { path: ['上年'], id: 'other' },
      ];
      return [
        crossing(rows3(made), product(applicants, years, pair), '项目', (row, { id }) => {
          const [applicant, year] = id.split('|') as [string, string];
          const { text, other } = both(value3(made)(row, { path: [], id: applicant }), random);
          return year === 'own' ? text : other;
        }),
      ];
    },
  },
  '3 last year and this, one after the other': {
    3: (made, random) => {
      const years = [
        { path: [`${made.year - 1}年`], id: 'other' },
        { path: [`${made.year}年`], id: 'own' },
      ];
      return [
        crossing(rows3(made), product(years, flat(applicants), pair), '项目', (row, { id }) => {
          const [year, applicant] = id.split('|') as [string, string];
          const { text, other } = both(value3(made)(row, { path: [], id: applicant }), random);
          return year === 'own' ? text : other;
        }),
      ];
    },
  },
  '2 transposed': {
    2: blockwise(({ rows, columns, value }) => [crossing(columns, rows, '信息内容', swap(value))]),
  },
  '2 columns in another order': {
    2: blockwise(({ rows, columns, value }) => [crossing(rows, columns.toReversed(), '信息内容', value)]),
  },
  '2 labels last': {
    2: blockwise(({ rows, columns, value }) => [labelsLast(crossing(rows, columns, '信息内容', value))]),
  },
  '2 a line for each cell': {
    2: blockwise(({ rows, columns, value }) => [
      crossing(product(rows, columns, pair), number, '信息内容', parted(value)),
    ]),
  },
  '2 blocks in another order': {
    2: (made) =>
      blocks2(made)
        .toReversed()
        .flatMap(({ title, rows, columns, value }) => [title, crossing(rows, columns, '信息内容', value)]),
  },
  '2 in one matrix': {
    2: (made) => {
      const all = blocks2(made);
      const columns = [...new Map(all.flatMap((block) => block.columns.map((each) => [each.id, each]))).values()];
      const blockOf = ({ id }: Point) => all.find(({ rows }) => rows.some((row) => row.id === id))!;
      return [
        crossing(
          all.flatMap(({ rows }) => rows),
          columns,
          '信息内容',
          (row, column) => {
            const block = blockOf(row);
            return block.columns.some(({ id }) => id === column.id) ? block.value(row, column) : null;
          },
        ),
      ];
    },
  },
  '4 blocks as rows': { 4: (made) => [crossing(blocks, outcomes4, '类别', value4(made))] },
  '4 blocks as rows, the total first': {
    4: (made) => [crossing(blocks, totalFirst(outcomes4), '类别', value4(made))],
  },
  '4 outcomes as rows': { 4: (made) => [crossing(outcomes4, blocks, '结果', swap(value4(made)))] },
  '4 outcomes as rows, blocks in another order': {
    4: (made) => [crossing(outcomes4, blocks.toReversed(), '结果', swap(value4(made)))],
  },
  '4 the totals first': {
    4: (made) => [
      crossing([{ path: [], id: '' }], product(blocks, totalFirst(outcomes4), pair), '', (_, column) =>
        parted(value4(made))(column),
      ),
    ],
  },
  '4 the blocks in another order': {
    4: (made) => [
      crossing([{ path: [], id: '' }], product(blocks.toReversed(), outcomes4, pair), '', (_, column) =>
        parted(value4(made))(column),
      ),
    ],
  },
  '4 a line for each cell': {
    4: (made) => [crossing(product(blocks, outcomes4, pair), number, '类别', parted(value4(made)))],
  },
};
