/** A library in arrays: the reading half of Store as plain filters, for tests of what stands above it. */
import type { Lexicon } from '../../src/lexicon/lexicon.ts';
import type { Report } from '../../src/report/report.ts';
import { matches } from '../../src/store/matches.ts';
import type {
  FactFilter,
  Failure,
  FindingFilter,
  ReportFilter,
  ReportHead,
  SearchHit,
  SearchQuery,
  Store,
  StoredFinding,
  StoredTurn,
} from '../../src/store/store.ts';

export interface Held {
  readonly report: Report;
  /** Default: what the lexicon says of the agency's name. */
  readonly kind?: string | null;
  readonly version?: number;
  readonly current?: boolean;
  /** The decoded text; default: each fact's and paragraph's quote at its line. */
  readonly text?: string;
  readonly dismissed?: readonly string[];
}

/** A store of these reports. What it does not need to answer questions throws. */
export function fakeStore(lexicon: Lexicon, held: readonly Held[], failures: readonly Failure[] = []): Store {
  const heads = held.map((each) => headOf(each, lexicon));
  const byId = new Map(held.map((each) => [each.report.report, each]));
  const turns: StoredTurn[] = [];
  const within = (filter: ReportFilter | undefined) => heads.filter(matches(filter ?? {}));
  const reports = (filter: ReportFilter | undefined) =>
    within(filter).map((head) => byId.get(head.report)?.report as Report);
  const store: Partial<Store> = {
    version: async () => held.length + 1,
    heads: async (filter) => within(filter),
    has: async (id) => byId.has(id),
    report: async (id) => byId.get(id)?.report ?? null,
    sections: async (id) => byId.get(id)?.report.sections ?? null,
    text: async (id) => {
      const found = byId.get(id);
      return found === undefined ? null : (found.text ?? textOf(found.report));
    },
    facts: async (filter: FactFilter) => {
      const measures = new Set(filter.measures ?? []);
      const applicants = new Set(filter.applicants ?? []);
      return reports(filter).flatMap((report) =>
        report.facts
          .filter(
            (fact) =>
              (measures.size === 0 || measures.has(fact.measure)) &&
              (applicants.size === 0 || applicants.has(fact.applicant)),
          )
          .map((fact) => ({ ...fact, report: report.report })),
      );
    },
    statements: async (filter) =>
      reports(filter).flatMap((report) => report.statements.map((each) => ({ ...each, report: report.report }))),
    findings: async (filter: FindingFilter = {}) =>
      reports(filter).flatMap((report) =>
        report.findings
          .filter((finding) => (filter.severities ?? [finding.severity]).includes(finding.severity))
          .map(
            (finding): StoredFinding => ({
              ...finding,
              report: report.report,
              agency: report.agency,
              year: report.year,
              verdict: {
                status: byId.get(report.report)?.dismissed?.includes(finding.id) ? 'dismissed' : 'open',
                reason: null,
                by: null,
                at: null,
              },
            }),
          ),
      ),
    search: async (query: SearchQuery) => {
      const hits = within(query).flatMap((head) => hitsIn(head, byId.get(head.report)?.report as Report, query));
      // Its reports print Chinese.
      const absent = query.text.split(' ').filter((word) => /^[a-z]+$/.test(word));
      return { terms: [query.text], absent, total: hits.length, hits: hits.slice(0, query.limit) };
    },
    failures: async () => [...failures],
    turns: async (conversation, limit) => turns.filter((each) => each.conversation === conversation).slice(-limit),
    addTurn: async (turn) => void turns.push(turn),
    clearTurns: async (conversation) => {
      for (let at = turns.length - 1; at >= 0; at -= 1)
        if (turns[at]?.conversation === conversation) turns.splice(at, 1);
    },
    close: async () => undefined,
  };
  return store as Store;
}

function headOf({ report, kind, version = 1, current = true }: Held, lexicon: Lexicon): ReportHead {
  const name = report.agency === null ? null : lexicon.agency(report.agency, report.region);
  return {
    report: report.report,
    file: report.file,
    agency: report.agency,
    agencyKey: name?.key ?? null,
    kind: kind === undefined ? (name?.kind ?? null) : kind,
    year: report.year,
    form: report.form,
    title: report.title,
    publishedDate: report.publishedDate,
    sourceUrl: report.sourceUrl,
    region: report.region,
    contact: report.contact,
    ingestedAt: '2026-11-22T08:00:00+08:00',
    version,
    current,
    findings: report.findings.length,
  };
}

/** Lines with each quote where the report says that it stands. */
function textOf(report: Report): string {
  const lines: string[] = [];
  const put = (line: number | null | undefined, text: string | null) => {
    if (line && text !== null) lines[line - 1] = text;
  };
  for (const fact of report.facts) put(fact.line, fact.quote);
  for (const section of report.sections) {
    put(section.lines?.[0], section.title);
    for (const paragraph of section.paragraphs) put(paragraph.lines?.[0], paragraph.text);
  }
  for (const statement of report.statements) put(statement.line, statement.quote);
  return Array.from(lines, (line) => line ?? '').join('\n');
}

function hitsIn(head: ReportHead, report: Report, { text, sections = [] }: SearchQuery): SearchHit[] {
  return report.sections.flatMap((section) =>
    sections.length > 0 && !sections.includes(section.number ?? 0)
      ? []
      : section.paragraphs.flatMap((paragraph): SearchHit[] => {
          const at = paragraph.text.indexOf(text);
          if (at < 0) return [];
          return [
            {
              ...{ report: head.report, agency: head.agency, year: head.year, section: section.number },
              ...{ line: paragraph.lines?.[0] ?? null, page: null, score: 1, snippet: paragraph.text },
              ...{ highlights: [[at, at + text.length]], text: paragraph.text, similar: 0 },
            },
          ];
        }),
  );
}
