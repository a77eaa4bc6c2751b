/** A document, read as a report. */
import { unwatched } from '../document/budget.ts';
import type { Document, Watch } from '../document/document.ts';
import { CodedError } from '../errors.ts';
import type { Names } from '../lexicon/lexicon.ts';
import { fold } from '../text/normalize.ts';
import { type Anomaly, anomaly } from './anomaly.ts';
import { officialTitle, type SectionNumber } from './headings.ts';
import { type Identity, readIdentity } from './identity.ts';
import { isReport } from './nature.ts';
import { withoutSegments } from './paragraphs.ts';
import type { Report } from './report.ts';
import { type ReadPassage, type ReadSections, readSections } from './sections.ts';
import { readStatements } from './statements.ts';
import { readTables } from './tables.ts';

/** What a form leaves open for whoever fills it in, and what it calls itself. */
const open =
  /[×xX＊*_＿]{2,12}\s{0,2}年|20[×xX＊*_＿○]{2}|年{0,1}[×＊_＿]{3,}|[(（](?:单位|机关|机构|部门|填报单位)(?:名称|全称)?[)）]|模板|模版|样表|样式|格式/;

/** Names of papers, that of the notice on the form among them. */
const names = /《[^《》\n]{0,150}》|〈[^〈〉\n]{0,80}〉/g;

/**
 * The official form without a single figure, where its name is still open, or neither agency nor year is said. One whose
 * sections tell what was done is filled in: its tables were pictures.
 */
function isUnfilled({ margins, preamble }: ReadSections, { facts, statements, ...identity }: Filled): boolean {
  if (facts.length === 0 || facts.some(({ state }) => state === 'stated')) return false;
  if (identity.agency === null && identity.year === null) return true;
  if (statements.some(({ section }) => section !== null)) return false;
  const head = [identity.title ?? '', ...margins.slice(0, 5), preamble?.text ?? ''].join('\n').slice(0, 600);
  return open.test(fold(head.replace(names, '')));
}

type Filled = Pick<Identity, 'title' | 'agency' | 'year'> & Pick<Report, 'facts' | 'statements'>;

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
  if (!isReport(document, sections, tables.facts, identity))
    throw new CodedError('report.none', { what: document.file });
  const { facts } = tables;
  const statements = readStatements(document, sections, watch);
  if (isUnfilled(sections, { ...identity, facts, statements }))
    throw new CodedError('report.unfilled', { what: document.file });
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
    facts,
    statements,
    findings: [],
    error: null,
  };
  return { report, anomalies: [...missingSections(sections), ...tables.anomalies] };
}
