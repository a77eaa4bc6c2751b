/** What was ingested in a span of time, with its key figures and its worst findings. */
import type { ReportHead, Store, StoredFact, StoredFinding } from '../store/store.ts';
import type { Digest, DigestReport, Scope } from './digest.ts';
import { keyFigures } from './key-figures.ts';

/** Findings shown of each report. */
const WORST = 3;
/** Reports asked for at a time: an SQL statement takes a bounded number of values. */
const CHUNK = 200;
const rank = { error: 0, warning: 1, info: 2 } as const;

/**
 * The reports with since ≤ ingestedAt < until, oldest first; `since` null: from the beginning. Older versions that
 * arrived in the span are among them: they too are new to the reader.
 */
export async function collectDigest(
  store: Store,
  since: string | null,
  until: string,
  scope: Scope | null = null,
): Promise<Digest> {
  const span = { ingestedUntil: until, versions: 'all' as const, ...(since === null ? {} : { ingestedSince: since }) };
  const places = scope ? { regions: scope.regions, kinds: scope.kinds } : {};
  const heads = await withWords(store, await store.heads({ ...span, ...places }), scope?.words ?? []);
  const before = await yearsBefore(store, heads);
  const facts = new Map<string, StoredFact[]>();
  const findings = new Map<string, StoredFinding[]>();
  for (let start = 0; start < heads.length; start += CHUNK) {
    const reports = heads.slice(start, start + CHUNK).map(({ report }) => report);
    const filter = { reports, versions: 'all' as const };
    group(facts, await store.facts({ ...filter, measures: keyFigures.map(({ measure }) => measure) }));
    group(findings, await store.findings(filter));
  }
  const reports = heads.map((head): DigestReport => {
    const open = (findings.get(head.report) ?? []).filter(({ verdict }) => verdict.status !== 'dismissed');
    const { report, agency, year, ingestedAt, file, sourceUrl } = head;
    return {
      ...{ report, agency, year, ingestedAt, file, sourceUrl },
      ...(head.current && head.version > 1 ? { corrected: true } : {}),
      keyFigures: figuresOf(facts.get(report) ?? [], before.get(yearOf(head, -1)) ?? []),
      findings: open.length,
      worst: worstOf(open),
    };
  });
  const told = scope?.findings ? reports.filter(({ worst }) => worst.length > 0) : reports;
  told.sort((one, other) => Date.parse(one.ingestedAt) - Date.parse(other.ingestedAt) || compare(one, other));
  return { since, until, reports: told };
}

/** A report without statutory tables has no key figures; a cell that it lacks is missing, never 0. */
function figuresOf(facts: readonly StoredFact[], before: readonly StoredFact[]): DigestReport['keyFigures'] {
  if (facts.length === 0) return [];
  return keyFigures.map((figure) => {
    const same = ({ measure, applicant }: StoredFact) => measure === figure.measure && applicant === figure.applicant;
    const fact = facts.find(same);
    const earlier = certainValue(before.find(same));
    const { measure, applicant, zh, en } = figure;
    const place = { unit: fact?.unit ?? null, line: fact?.line ?? null };
    return { measure, applicant, zh, en, value: certainValue(fact), state: stateOf(fact), ...place, before: earlier };
  });
}

/** Reports whose text holds one of the words, folded in width and case. */
async function withWords(store: Store, heads: readonly ReportHead[], words: readonly string[]): Promise<ReportHead[]> {
  if (words.length === 0) return [...heads];
  const fold = (text: string) => text.normalize('NFKC').toLowerCase();
  const wanted = words.map(fold);
  const found: ReportHead[] = [];
  for (const head of heads) {
    const text = fold((await store.text(head.report)) ?? '');
    if (wanted.some((word) => text.includes(word))) found.push(head);
    // A library's texts are read one after the other: whoever asks in between is not kept waiting.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return found;
}

/** The key figures of the same agencies a year earlier, by agency and year. */
async function yearsBefore(store: Store, heads: readonly ReportHead[]): Promise<Map<string, StoredFact[]>> {
  const named = heads.filter(({ agencyKey, year }) => agencyKey !== null && year !== null);
  const years = [...new Set(named.map(({ year }) => (year as number) - 1))];
  const found = new Map<string, StoredFact[]>();
  if (years.length === 0) return found;
  const wanted = new Set(named.map((head) => yearOf(head, -1)));
  const held = (await store.heads({ years })).filter((head) => wanted.has(yearOf(head, 0)));
  const measures = keyFigures.map(({ measure }) => measure);
  for (let start = 0; start < held.length; start += CHUNK) {
    const some = held.slice(start, start + CHUNK);
    const names = new Map(some.map((head) => [head.report, yearOf(head, 0)]));
    for (const fact of await store.facts({ reports: [...names.keys()], measures })) {
      const name = names.get(fact.report) as string;
      found.set(name, [...(found.get(name) ?? []), fact]);
    }
  }
  return found;
}

function yearOf({ agencyKey, year }: ReportHead, shift: number): string {
  return agencyKey === null || year === null ? '' : `${agencyKey}:${year + shift}`;
}

function certainValue(fact: StoredFact | undefined): number | null {
  return fact?.state === 'stated' && fact.certain ? fact.value : null;
}

function stateOf(fact: StoredFact | undefined): 'stated' | 'blank' | 'missing' | 'uncertain' {
  if (!fact) return 'missing';
  return fact.certain ? fact.state : 'uncertain';
}

/** The most severe first; what only asks to be checked is not worth a line of a digest. */
function worstOf(findings: readonly StoredFinding[]): DigestReport['worst'] {
  return findings
    .filter(({ severity }) => severity !== 'info')
    .toSorted((one, other) => rank[one.severity] - rank[other.severity])
    .slice(0, WORST)
    .map(({ severity, message }) => ({ severity, zh: message.zh, en: message.en }));
}

function group<T extends { report: string }>(groups: Map<string, T[]>, items: readonly T[]): void {
  for (const item of items) {
    const held = groups.get(item.report);
    if (held) held.push(item);
    else groups.set(item.report, [item]);
  }
}

function compare(one: DigestReport, other: DigestReport): number {
  return one.report < other.report ? -1 : 1;
}
