/** A total at the end of a paragraph, and its parts below it, a paragraph each: 网站合计256条。 机构职能……40条 政策文件……81条. */
import { apart } from './lists.ts';
import type { Passage } from './passage.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';

export interface PartRows {
  readonly passage: Passage;
  readonly total: Quantity;
  /** Each with the paragraph that it stands in. */
  readonly rows: readonly { readonly passage: Passage; readonly value: number; readonly end: number }[];
}

/** The paragraph's last words: a total, and at most a word that says that its parts follow. */
const totalLast =
  /(?:合计|共计|总计|总数|总量|共)[\u4e00-\u9fff]{0,12}?(?<figure>\d{1,6}[条件篇份次项个期场])(?:政府)?(?:信息|申请)?[。,:;]?(?:其中|具体(?:为|如下|是)|分别[为是]|如下|包括)?[:。]?$/;
const numbered = /^\d{1,2}[.、)]/;
const row =
  /^(?:\d{1,2}[.、)]|[·•●-])?(?<label>[\u4e00-\u9fff“”、]{2,16}?)[.:…·_—-]*(?:共|计|为)?(?<figure>\d{1,6}[条件篇份次项个期场])[。;,、]?$/;

/** Every total of which two rows or more follow. */
export function partRowsIn(passages: readonly Passage[], year: number | null): PartRows[] {
  const found: PartRows[] = [];
  for (const [index, passage] of passages.entries()) {
    const figure = totalLast.exec(passage.text)?.groups?.figure;
    const begins = passages[index + 1];
    if (figure === undefined || begins?.order !== passage.order || !row.test(begins.text)) continue;
    // 1.…共11件。 2.…共19件: items of one row, and not the parts of the first.
    if (numbered.test(passage.text) && numbered.test(begins.text)) continue;
    const total = quantitiesIn(passage.text).findLast(({ start, end }) => passage.text.slice(start, end) === figure);
    const sentence = passage.text
      .slice(0, total?.start)
      .replace(/.*[。,;]/, '')
      .replace(`${year}年`, '');
    if (total === undefined || apart.test(sentence)) continue;
    const rows: PartRows['rows'][number][] = [];
    for (const below of passages.slice(index + 1, index + 40)) {
      const read = row.exec(below.text)?.groups;
      if (below.order !== passage.order || read === undefined || apart.test(read.label!)) break;
      if (!read.figure!.endsWith(total.unit ?? '')) break;
      rows.push({ passage: below, value: Number.parseInt(read.figure!, 10), end: below.text.length });
    }
    if (rows.length >= 2) found.push({ passage, total, rows });
  }
  return found;
}
