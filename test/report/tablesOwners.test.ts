/** Tables of other bodies in a report, samples and second printings: the report's own figures are read, and no others. */
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/document/open.ts';
import { keyOf } from '../../src/report/forms.ts';
import { readTables } from '../../src/report/tables.ts';
import {
  dense,
  type Grid,
  grid2,
  grid3,
  grid4,
  head3,
  head4,
  headings,
  type Made,
  makeReport,
  prose,
} from '../helpers/layouts.ts';
import { random } from '../helpers/random.ts';

type Print = (grid: Grid) => string[];
const prints: Readonly<Record<string, Print>> = {
  tabs: (grid) => dense(grid).map((row) => row.join('\t')),
  lines: (grid) => grid.flatMap((row) => row.map(({ text }) => text)),
  pipes: (grid) => {
    const [head, ...rest] = dense(grid).map((row) => `| ${row.join(' | ')} |`);
    return ['', head!, head!.replace(/[^|]+/g, ' --- '), ...rest, ''];
  },
  html: (grid) => [
    `<table>${grid
      .map(
        (row) =>
          `<tr>${row.map((each) => `<td colspan="${each.columns}" rowspan="${each.rows}">${each.text}</td>`).join('')}</tr>`,
      )
      .join('\n')}</table>`,
  ],
};

const grids = (made: Made): readonly Grid[] => [grid2(made), [...head3, ...grid3(made)], [...head4, ...grid4(made)]];

/** What is printed beside the report's own tables: before the table of a section, behind it, or behind the report. */
interface Beside {
  readonly before?: (table: number) => readonly string[];
  readonly after?: (table: number) => readonly string[];
  readonly annex?: readonly string[];
  readonly without?: readonly number[];
}

function print(made: Made, how: Print, { before, after, annex, without = [] }: Beside): string {
  const { before: opening, after: closing } = prose(made);
  const text = [
    ...opening,
    ...grids(made).flatMap((grid, at) => [
      headings[at + 1]!,
      ...(before?.(at) ?? []),
      ...(without.includes(at + 2) ? [] : how(grid)),
      ...(after?.(at) ?? []),
    ]),
    ...closing,
    ...(annex ?? []),
  ];
  const html = text.some((line) => line.startsWith('<'));
  if (!html) return text.join('\n');
  return `<html><body>${text.map((line) => (line.startsWith('<') ? line : `<p>${line}</p>`)).join('\n')}</body></html>`;
}

async function read(text: string, made: Made) {
  const document = await openDocument('made.txt', new TextEncoder().encode(text));
  const county = made.agency.slice(0, 3);
  const publisher = { agency: made.agency, region: { province: null, city: null, county } };
  return readTables(document, { year: made.year, publisher });
}

/** Cells that are not read as made; `wrong` holds those that claim another value. */
async function compare(text: string, made: Made, without: readonly number[] = []) {
  const { facts, anomalies } = await read(text, made);
  const found = new Map(facts.map((fact) => [keyOf(fact), fact]));
  const unlike: string[] = [];
  const wrong: string[] = [];
  const known = new Set<string>();
  for (const { row, cells } of made.rows)
    for (const [at, cell] of row.cells.entries()) {
      const fact = found.get(keyOf(cell));
      known.add(keyOf(cell));
      const value = without.includes(row.table) ? null : cells[at]!.value;
      const claims = fact?.certain === true && fact.value !== null;
      if (fact?.value === value && (fact?.certain || value === null)) continue;
      unlike.push(`${keyOf(cell)}: ${value} → ${fact?.value}`);
      if (claims) wrong.push(`${keyOf(cell)}: ${value} → ${fact?.value}`);
    }
  for (const [key, fact] of found)
    if (!known.has(key) && fact.certain && fact.value !== null) wrong.push(`${key}: invented ${fact.value}`);
  return { unlike, wrong, codes: new Set(anomalies.map(({ code }) => code)) };
}

/** Captions of tables that are not a department's own, where its own stand beside them. */
const foreign: readonly string[] = [
  '附件：平果市民政局2024年政府信息公开工作年度报告统计表（供参考）',
  '附：乐至县司法局2018年度数据（另行公布，与本报告无关）',
  '附录 旬邑县教育体育局2022年政府信息公开情况统计表',
  '附件1：固原市原州区水务局2023年统计表',
  '填报单位：海原县林业局',
  '（海原县林业局2023年度情况表）',
  '以下为海原县林业局2023年数据，仅供参考。',
  '下表为某某镇人民政府填报的数据，不属于本机关。',
  '样表',
  '填报示例：',
  '表样（示例，非本机关数据）',
  '附表：下属单位统计表',
  '所属事业单位情况表',
  '附件2：全县各部门、各乡镇政府信息公开情况汇总表',
  '全系统汇总表',
  '附件：惠安堡镇人民政府2023年度统计表',
  '附：统计表（模板）',
  '填表说明及样表如下：',
];
const foreignToGovernments: readonly string[] = [
  '附件：惠安堡镇人民政府2023年度统计表',
  '附：同心县人民政府2023年度统计表',
  '各乡镇情况表',
  '样表',
];

describe("another body's tables beside the report's own", () => {
  const forms = ['2019', '2021'] as const;
  for (const [how, layout] of Object.entries(prints))
    for (const caption of foreign)
      it(`${caption}, ${how}`, async () => {
        for (let seed = 1; seed <= 4; seed += 1) {
          const made = makeReport(random(seed), { form: forms[seed % 2]! });
          const other = makeReport(random(seed + 50), { form: forms[(seed >> 1) % 2]! });
          const tables = grids(other).map((grid) => layout(grid));
          const annex = await compare(print(made, layout, { annex: [caption, ...tables.flat()] }), made);
          expect(annex.unlike, `annex, seed ${seed}`).toEqual([]);
          expect(annex.wrong, `annex, seed ${seed}`).toEqual([]);
          const after = await compare(print(made, layout, { after: (at) => [caption, ...tables[at]!] }), made);
          expect(after.unlike, `after, seed ${seed}`).toEqual([]);
          const before = await compare(print(made, layout, { before: (at) => [caption, ...tables[at]!] }), made);
          expect(before.wrong, `before, seed ${seed}`).toEqual([]);
          expect([...after.codes].some((code) => /foreignTable|secondTable/.test(code))).toBe(true);
        }
      });

  it("a place's government: other governments, its towns", async () => {
    for (const caption of foreignToGovernments) {
      const made = { ...makeReport(random(3), { form: '2021' }), agency: '盐池县人民政府' };
      const tables = grids(makeReport(random(77), { form: '2021' })).map((grid) => prints.tabs!(grid));
      const { unlike } = await compare(print(made, prints.tabs!, { after: (at) => [caption, ...tables[at]!] }), made);
      expect(unlike, caption).toEqual([]);
    }
  });
});

describe("the report's own tables under a caption", () => {
  it('that names a place whose name goes on as a word would', async () => {
    for (const agency of ['新疆和田地区于田县财政局', '贵州省安顺市关岭布依族苗族自治县教育局']) {
      const made = { ...makeReport(random(4), { form: '2021' }), agency };
      const caption = `${agency}2023年政府信息公开情况统计表`;
      const { unlike } = await compare(print(made, prints.tabs!, { before: () => [caption] }), made);
      expect(unlike, agency).toEqual([]);
    }
  });

  const captions = (agency: string): readonly string[] => [
    `附件：${agency}2023年政府信息公开情况统计表`,
    `填报单位：${agency}`,
    `填报单位：${agency.slice(3)}`,
    '附表：',
    '本机关情况',
    '本机关及所属单位统计表',
    '（单位：件）',
    '表1 本单位情况表',
    '填表说明：件数按实际填写',
    '制表机关：国务院办公厅政府信息与政务公开办公室',
  ];
  it('are read', async () => {
    const made = makeReport(random(5), { form: '2021' });
    for (const caption of captions(made.agency))
      for (const [how, layout] of Object.entries(prints)) {
        const inPlace = await compare(print(made, layout, { before: () => [caption] }), made);
        expect(inPlace.unlike, `${caption}, ${how}`).toEqual([]);
        const tables = grids(made).flatMap((grid) => layout(grid));
        const annexed = print(made, layout, { without: [2, 3, 4], annex: [caption, ...tables] });
        expect((await compare(annexed, made)).unlike, `${caption}, ${how}, annexed`).toEqual([]);
      }
  });

  it('a consolidated report sums up', async () => {
    const made = { ...makeReport(random(5), { form: '2021' }), agency: '盐池县人民政府' };
    for (const caption of ['全县汇总表', '附件：盐池县2023年度统计表', '全县政府信息公开情况统计表']) {
      const { unlike } = await compare(print(made, prints.tabs!, { before: () => [caption] }), made);
      expect(unlike, caption).toEqual([]);
    }
  });
});

describe('a table that stands twice', () => {
  const made = makeReport(random(11), { form: '2021' });
  const other = makeReport(random(12), { form: '2021' });
  for (const [how, layout] of Object.entries(prints)) {
    it(`alike: it is certain, ${how}`, async () => {
      const again = grids(made).map((grid) => layout(grid));
      const { unlike } = await compare(print(made, layout, { after: (at) => ['', ...again[at]!] }), made);
      expect(unlike).toEqual([]);
    });
    it(`with other figures, in its section: what differs is not certain, ${how}`, async () => {
      const again = grids(other).map((grid) => layout(grid));
      const text = print(made, layout, { after: (at) => ['', ...again[at]!] });
      const { facts, anomalies } = await read(text, made);
      const theirs = new Map(
        other.rows.flatMap(({ row, cells }) => row.cells.map((cell, at) => [keyOf(cell), cells[at]!.value] as const)),
      );
      const own = new Map(
        made.rows.flatMap(({ row, cells }) => row.cells.map((cell, at) => [keyOf(cell), cells[at]!.value] as const)),
      );
      for (const fact of facts)
        if (fact.certain && fact.value !== null)
          expect([own.get(keyOf(fact)), theirs.get(keyOf(fact))], keyOf(fact)).toEqual([fact.value, fact.value]);
      expect(anomalies.map(({ code }) => code)).toContain('layout.secondTable');
    });
    it(`with other figures, behind the report: the section's is read, ${how}`, async () => {
      const again = grids(other).flatMap((grid) => layout(grid));
      for (const caption of ['附件：政府信息公开统计表', '附表', '统计表']) {
        const { unlike, codes } = await compare(print(made, layout, { annex: [caption, ...again] }), made);
        expect(unlike, caption).toEqual([]);
        expect(codes.has('layout.secondTable')).toBe(true);
      }
    });
    it(`a form to be filled in, before it: the filled one is read, ${how}`, async () => {
      if (how === 'lines') return;
      const empty: Made = {
        ...made,
        rows: made.rows.map((row) => ({ ...row, cells: row.cells.map(() => ({ text: '', value: null })) })),
      };
      const blank = grids(empty).map((grid) => layout(grid));
      for (const caption of ['', '（样表）']) {
        const { unlike } = await compare(print(made, layout, { before: (at) => [caption, ...blank[at]!] }), made);
        expect(unlike, caption).toEqual([]);
      }
    });
  }
});

describe("another body's table where the report has none", () => {
  const made = makeReport(random(21), { form: '2021' });
  const other = makeReport(random(22), { form: '2021' });
  for (const [how, layout] of Object.entries(prints))
    it(`is not certain, or not read, ${how}`, async () => {
      const tables = grids(other).map((grid) => layout(grid));
      for (const caption of ['附件：海原县林业局2023年统计表', '样表', '海原县林业局2023年情况表']) {
        const without = [2, 3, 4];
        const annex = print(made, layout, { without, annex: [caption, ...tables.flat()] });
        expect((await compare(annex, made, without)).wrong, caption).toEqual([]);
        const inside = print(made, layout, { without, after: (at) => [caption, ...tables[at]!] });
        expect((await compare(inside, made, without)).wrong, caption).toEqual([]);
        const part = print(made, layout, { without: [4], annex: [caption, ...tables.flat()] });
        expect((await compare(part, made, [4])).wrong, caption).toEqual([]);
      }
    });
});
