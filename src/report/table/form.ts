/** Which form a report follows, and which of its tables stand in the document at all. */
import type { Document } from '../../document/document.ts';
import { fold } from '../../text/normalize.ts';
import type { TableForm } from '../forms.ts';
import type { FormId } from '../report.ts';
import { headWordsOfTable3 } from './aliases.ts';
import type { Match } from './align.ts';
import type { TableBlock } from './blocks.ts';
import { allOfTable4, formLabels } from './labels.ts';
import { isPlainLabel } from './neighbours.ts';
import type { Row } from './row.ts';

const sure = (match: Match): boolean => match.likeness >= 0.8;

/** The matches of tables that are really there: a lone word with a number behind it is no table. */
export function established(rows: readonly Row[], matches: readonly Match[]): Match[] {
  const of = (table: 2 | 3 | 4) => matches.filter((match) => formLabels[match.label]!.table === table);
  const [two, three, four] = [of(2), of(3), of(4)];
  const headed = (pattern: RegExp, found: readonly Match[]) => {
    const first = found.reduce((least, match) => Math.min(least, match.index), rows.length);
    for (let at = first - 1; at >= 0 && first - at <= 30; at -= 1) {
      const row = rows[at]!;
      if (row.prose) continue;
      if (pattern.test(fold(row.labels.map((label) => label.text).join('')))) return true;
    }
    return false;
  };
  const keepsBlanks = ({ grid, rhythm }: Row) => grid || rhythm !== null;
  const wide = three.filter(({ row }) => row.filled >= 2 || (keepsBlanks(row) && row.cells.length >= 5));
  const hasThree = wide.filter(sure).length >= 3 || (wide.some(sure) && headed(headWordsOfTable3, wide));
  const hasTwo = two.filter(sure).length >= 3 || (two.some(sure) && headed(/第二十条|信息内容|制发|新公开/, two));
  return [
    ...(hasTwo ? two : []),
    ...(hasThree && wide.length * 3 >= three.length ? three : []),
    ...withoutDoubles(four),
  ];
}

/** Table 4 is one row of 15 or three of 5; where both were matched, the 15 are the table. */
function withoutDoubles(four: readonly Match[]): readonly Match[] {
  const all = four.find((match) => formLabels[match.label]!.id === allOfTable4);
  return all ? [all] : four;
}

/** Table 3's form by its rows （六）: three sub-rows or a single one; null where neither is printed. */
export function formOfTable3(matches: readonly Match[]): TableForm | null {
  const ids = matches.map((match) => formLabels[match.label]!.id);
  if (ids.some((id) => id.startsWith('applications.other.'))) return '2021';
  return ids.includes('applications.other') ? '2019' : null;
}

/**
 * The report's form: what most blocks of table 2 show; else table 3; else the year. `free` where no statutory table
 * stands in the document and it has not the sections of the forms either; null where nothing tells.
 */
export function formOf(
  document: Document,
  rows: readonly Row[],
  blocks: readonly TableBlock[],
  matches: readonly Match[],
  year: number | null,
): FormId | null {
  const votes = (form: TableForm) => blocks.filter((block) => block.form === form).length;
  const [old, current] = [votes('2019'), votes('2021')];
  if (old !== current) return old > current ? '2019' : '2021';
  const third = formOfTable3(matches);
  if (third) return third;
  const headed = headForm(rows);
  if (headed) return headed;
  const byYear = year === null ? null : year >= 2021 ? '2021' : year >= 2019 ? '2019' : null;
  if (matches.length > 0) return byYear ?? (year === null ? '2021' : '2019');
  if (followsHeadings(document)) return byYear ?? (year === null ? null : 'free');
  return year === null ? null : 'free';
}

/** Headings that the forms prescribe and that earlier reports word otherwise (概述, 依申请公开政府信息办理情况). */
const prescribed = [
  /主动公开政府信息情况$/,
  /^[一二三四五六七]?、?(?:因?政府信息公开)[^。]{0,12}行政复议、[^。]{0,4}行政诉讼情况$/,
  /存在的主要问题及改进情况$/,
  /其[他它]需要报告的事项$/,
];

/** Whether the document has the sections of the forms: that on applications, or 总体情况 with two more of them. */
function followsHeadings(document: Document): boolean {
  const headings = document.blocks.filter((block) => block.text.length < 60).map((block) => fold(block.text));
  if (headings.some((heading) => heading.includes('收到和处理政府信息公开申请'))) return true;
  if (!headings.some((heading) => /^[一1]?[、.]?总体情况$/.test(heading))) return false;
  return prescribed.filter((title) => headings.some((heading) => title.test(heading))).length >= 2;
}

/** Heads of table 2 without a single row under them. */
function headForm(rows: readonly Row[]): TableForm | null {
  let words = '';
  for (const row of rows)
    if (isPlainLabel(row) && words.length < 20_000) words += fold(row.labels.map((label) => label.text).join(''));
  if (!words.includes('信息内容')) return null;
  const old = /新制作数量|对外公开总|上一年项目/.test(words);
  const current = /制发件数|废止件数|现行有效件数|收费金额/.test(words);
  return old === current ? null : old ? '2019' : '2021';
}
