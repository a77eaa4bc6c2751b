/** What was ingested in a span of time, with its key figures and its worst findings. */
import type { Store, StoredFact, StoredFinding } from '../store/store.ts';
import type { Digest, DigestReport } from './digest.ts';
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
export async function collectDigest(store: Store, since: string | null, until: string): Promise<Digest> {
  const span = { ingestedUntil: until, versions: 'all' as const, ...(since === null ? {} : { ingestedSince: since }) };
  const heads = await store.heads(span);
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
      keyFigures: figuresOf(facts.get(report) ?? []),
      findings: open.length,
      worst: worstOf(open),
    };
  });
  reports.sort((one, other) => Date.parse(one.ingestedAt) - Date.parse(other.ingestedAt) || compare(one, other));
  return { since, until, reports };
}

/** A report without statutory tables has no key figures; a cell that it lacks is missing, never 0. */
function figuresOf(facts: readonly StoredFact[]): DigestReport['keyFigures'] {
  if (facts.length === 0) return [];
  return keyFigures.map((figure) => {
    const fact = facts.find(({ measure, applicant }) => measure === figure.measure && applicant === figure.applicant);
    const { measure, applicant, zh, en } = figure;
    const place = { unit: fact?.unit ?? null, line: fact?.line ?? null };
    return { measure, applicant, zh, en, value: certainValue(fact), state: stateOf(fact), ...place };
  });
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
