/** Which year a report is about, and when it was published. */
import { datesIn, yearsIn } from '../text/dates.ts';
import { fold } from '../text/normalize.ts';
import { columnOf } from './columnOf.ts';
import type { ReadSections } from './sections.ts';
import { isDateLine } from './signature.ts';

const title = /(20\d\d|19\d\d)\s?[-—–]?\s?(?:年度|年)?/;
/** The period that the figures cover: 2020年1月1日至2020年12月31日, 2024年1月1日起到12月31日止. */
const period = /(20\d\d)\s{0,2}年\s{0,2}1\s{0,2}月\s{0,2}1\s{0,2}日/;

/** A sheet of figures says its year beside them: 年度：2023. */
const card = /^\s{0,3}(?:报告|填报|统计)?年[度份]\s{0,3}[:：\t]\s{0,3}(20\d\d)\s{0,2}年?(?![\d.])/;
/** The same as the name of a column. */
const headOfYear = /^(?:报告|填报|统计)?年[度份]$/;

/**
 * The year of the report, never that of its publication, a notice's number or next year's plans: of the title, else of its card,
 * else of the period that the figures cover, else the year that the first sentences speak of most, else the year before the signature's.
 */
export function readYear(sections: ReadSections, pageTitle: string | null): number | null {
  for (const text of [sections.title, pageTitle]) {
    const found = text === null ? null : yearOfTitle(text);
    if (found !== null) return found;
  }
  const carded = sections.margins.map((line) => card.exec(line)?.[1]).find((year) => year !== undefined);
  if (carded !== undefined) return Number(carded);
  const listed = /^(20\d\d)年?(?:度|份)?$/.exec(columnOf(sections.margins, headOfYear) ?? '')?.[1];
  if (listed !== undefined) return Number(listed);
  const texts = [sections.preamble?.text ?? '', sections.sections[0]?.text.slice(0, 3000) ?? ''];
  for (const text of texts) {
    const found = period.exec(text.normalize('NFKC'));
    if (found) return Number(found[1]);
  }
  for (const text of texts) {
    // Years inside of book titles and notice numbers are other documents'.
    const first = yearsIn(text.replace(/《[^》]{0,80}》|〔[^〕]{0,10}〕/g, '').slice(0, 400))[0];
    if (first) return first.year;
  }
  const signed = datesIn(sections.signature?.text ?? '')[0];
  return signed ? signed.year - 1 : null;
}

function yearOfTitle(text: string): number | null {
  const plain = text.normalize('NFKC');
  const years = yearsIn(plain);
  const named = plain.search(/(?:信息|政务)公开/);
  // 某局2021年1月发布的2020年度政府信息公开工作年度报告: the last one before the words, else the first one after.
  const before = years.filter(({ start }) => named < 0 || start < named).at(-1);
  const found = before ?? years[0];
  if (found) return found.year;
  const bare = title.exec(fold(plain));
  return bare && /报告|年报/.test(plain) ? Number(bare[1]) : null;
}

const labels = [
  /发布(?:时间|日期)|发文日期|公布(?:时间|日期)|公开日期|公开时间/,
  /成文日期|生成日期|印发日期|制发日期/,
  /(?:填报|报送|编制|制表)(?:日期|时间)/,
  /(?:^|[\s【[(（])(?:时间|日期|更新时间)/,
];

/** 时间为2022年1月1日至12月31日: the period of the figures, its sentence cut by a page break. */
const spans = /^[^\d:：]{0,12}[为是从自]\s*20|\d\s*日?\s*起?\s*(?:至|到|—|－|~)\s*(?:20\d\d\s*年)?\s*\d{1,2}\s*月/;

/**
 * The date of publication that the document states, else the date of its signature (or the date that stands alone under
 * its title), else null. `YYYY-MM-DD`.
 */
export function readPublishedDate(sections: ReadSections): string | null {
  for (const label of labels) {
    for (const [index, line] of sections.margins.entries()) {
      const at = line.search(label);
      if (at < 0 || line.length > 600 || spans.test(line.slice(at, at + 60))) continue;
      const stated =
        datesIn(line.slice(at, at + 60))[0] ??
        (line.length <= 12 ? datesIn(sections.margins[index + 1] ?? '')[0] : undefined);
      if (stated) return stated.date;
    }
  }
  const signed = datesIn(sections.signature?.text ?? '').at(-1);
  if (signed) return signed.date;
  const alone = sections.margins.find(isDateLine);
  return alone === undefined ? null : (datesIn(alone)[0]?.date ?? null);
}
