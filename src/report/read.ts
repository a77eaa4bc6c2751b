/** A document, read as a report. */
import { unwatched } from '../document/budget.ts';
import type { Document, Watch } from '../document/document.ts';
import { CodedError } from '../errors.ts';
import type { Names } from '../lexicon/lexicon.ts';
import { fold } from '../text/normalize.ts';
import { type Anomaly, anomaly } from './anomaly.ts';
import { officialTitle, type SectionNumber } from './headings.ts';
import { type Identity, readIdentity } from './identity.ts';
import { withoutSegments } from './paragraphs.ts';
import type { Fact, Report } from './report.ts';
import { type ReadPassage, type ReadSections, readSections } from './sections.ts';
import { readStatements } from './statements.ts';
import { readTables } from './tables.ts';

/** A title that only such reports have, and one that others have, too (a university's, an enterprise's). */
const strong = /(?:政府信息|政务)公开.{0,16}(?:报告|年报)|信息公开.{0,10}(?:年度报告|年报)/;
/** Papers about reports, and other papers on open government: notices, news, guides. */
const other =
  /通知|方案|培训|会议|解读|指南|目录|制度|办法|规定|新闻|答复|要点|编制工作|召开|评议|评估|测评|督查|预算|决算|法治政府/;
/** Articles of an act: the Regulations list what a report holds, in the words of its headings. */
const article = /^第[一二三四五六七八九十百零]{1,6}条(?!第)/gm;
/** A year's work, or a report's period. */
const ofYear = /20[0-3]\d年|二[〇零○].{2}年|本年|今年|一年来|年度(?!报告)/;
const subjects = /主动公开|依申请公开|信息公开申请|行政复议|信息公开条例/g;

/** Whether a document is an annual report on open government information: its tables, its sections, or its title and text. */
function isReport(sections: ReadSections, facts: readonly Fact[], title: string | null): boolean {
  if (facts.some(({ state }) => state !== 'missing')) return true;
  const numbers = new Set(sections.sections.map(({ number }) => number).filter((number) => number !== null));
  const own = [2, 3, 4].filter((number) => numbers.has(number)).length;
  const folded = fold(title ?? '');
  const titled = strong.test(folded) && !other.test(folded);
  const text = [sections.preamble?.text ?? '', ...sections.sections.map((section) => section.text)].join('\n');
  if (!titled && (text.match(article)?.length ?? 0) >= 3) return false;
  // Without a title, the text must speak of a year's work: a guide and an act of law have chapters of the same names.
  if (!titled) {
    const yearly = ofYear.test(fold(`${title ?? ''}\n${text}`));
    return yearly && numbers.size >= 3 && (own >= 2 || (own === 1 && /信息公开/.test(text)));
  }
  if (own >= 1 || numbers.size >= 2) return true;
  return new Set(text.match(subjects)).size >= 2;
}

/** What a form leaves open for whoever fills it in, and what it calls itself. */
const open =
  /[×xX＊*_＿]{2,12}\s{0,2}年|20[×xX＊*_＿○]{2}|年{0,1}[×＊_＿]{3,}|[(（](?:单位|机关|机构|部门|填报单位)(?:名称|全称)?[)）]|模板|模版|样表|样式|格式(?!》)/;

/** The official form without a single figure, where its name is still open, or neither agency nor year is said. */
function isUnfilled({ margins, preamble }: ReadSections, facts: readonly Fact[], identity: Identity): boolean {
  if (facts.length === 0 || facts.some(({ state }) => state === 'stated')) return false;
  if (identity.agency === null && identity.year === null) return true;
  return open.test(fold([identity.title ?? '', ...margins.slice(0, 5), preamble?.text ?? ''].join('\n').slice(0, 600)));
}

function missingSections(sections: ReadSections): Anomaly[] {
  if (sections.free || sections.sections.length === 0) return [];
  const anomalies: Anomaly[] = [];
  const note = (code: Anomaly['code'], number: number, line: number | null, quote: string) => {
    const title = officialTitle(number as SectionNumber);
    const table = number >= 2 && number <= 4 ? (number as 2 | 3 | 4) : null;
    anomalies.push(anomaly(code, table, { line, quote, details: { section: number, expected: title } }));
  };
  for (let number = 1; number <= 6; number++) {
    const found = sections.sections.find((section) => section.number === number);
    if (found === undefined) note('layout.missingSection', number, null, '');
    else if (found.title === '')
      note('layout.missingHeading', number, found.lines?.[0] ?? null, found.text.split('\n')[0]!.slice(0, 100));
    else if (found.text === '') note('layout.emptySection', number, found.lines?.[0] ?? null, found.title);
  }
  return anomalies;
}

const passage = (read: ReadPassage | null) => (read === null ? null : { text: read.text, lines: read.lines });

/**
 * Reads a document as a report, with what was noticed about its layout; findings are the audit's. Throws `report.none`
 * where nothing shows that it is an annual report on open government information, and what `watch` throws when time is over.
 */
export function readReport(
  document: Document,
  lexicon: Names,
  watch: Watch = unwatched,
): { report: Report; anomalies: Anomaly[] } {
  const sections = readSections(document, watch);
  watch.look();
  const identity = readIdentity(document, sections, lexicon);
  watch.look();
  const tables = readTables(document, { year: identity.year, publisher: identity, watch });
  if (!isReport(sections, tables.facts, identity.title)) throw new CodedError('report.none', { what: document.file });
  if (isUnfilled(sections, tables.facts, identity)) throw new CodedError('report.unfilled', { what: document.file });
  const report: Report = {
    file: document.file,
    report: document.hash.slice(0, 12),
    agency: identity.agency,
    year: identity.year,
    form: tables.form,
    title: identity.title,
    publishedDate: identity.publishedDate,
    sourceUrl: identity.sourceUrl,
    region: identity.region,
    contact: identity.contact,
    preamble: passage(sections.preamble),
    signature: passage(sections.signature),
    sections: sections.sections.map(({ number, title, text, lines, paragraphs }) => ({
      number,
      title,
      text,
      lines,
      paragraphs: paragraphs.map(withoutSegments),
    })),
    facts: tables.facts,
    statements: readStatements(document, sections, watch),
    findings: [],
    error: null,
  };
  return { report, anomalies: [...missingSections(sections), ...tables.anomalies] };
}
