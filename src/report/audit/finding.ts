/** Findings from drafts: the id is a hash of rule, report and evidence, so that a person's word on it survives a re-audit. */
import { createHash } from 'node:crypto';
import type { Evidence, Fact, Finding } from '../report.ts';
import type { Draft } from './rule.ts';

const longest = 300;

/** 12 hex digits of SHA-256 over rule, report, evidence (places and quotes) and figures concerned; the message may be reworded freely. */
export function toFinding(rule: string, report: string, draft: Draft): Finding {
  const key = draft.evidence.map(({ report: other, line, page, place, quote }) => [other, line, page, place, quote]);
  // Two blocks printed on one line differ in what they concern; a section that is not there, only in what is said.
  const rest = draft.evidence.length === 0 && draft.concerns.length === 0 ? draft.message.zh : draft.concerns;
  const id = createHash('sha256')
    .update(JSON.stringify([rule, report, key, rest]))
    .digest('hex')
    .slice(0, 12);
  return { id, rule, ...draft, evidence: [...draft.evidence], concerns: [...new Set(draft.concerns)] };
}

/**
 * Keeps a finding under its id. Two that rest on the same places but say different things (two sections missing behind the
 * same heading) both stay: the later one in order gets an id of its own.
 */
export function keep(found: Map<string, Finding>, finding: Finding): void {
  let { id } = finding;
  for (let nth = 2; (found.get(id)?.message.zh ?? finding.message.zh) !== finding.message.zh; nth += 1)
    id = createHash('sha256').update(`${finding.id} ${nth}`).digest('hex').slice(0, 12);
  found.set(id, { ...finding, id });
}

/** Where a figure stands and what is printed there. */
export function evidenceOf(fact: Fact): Evidence {
  const quote = fact.quote ?? fact.raw ?? '';
  return { line: fact.line, page: fact.page, place: fact.place, quote: quote.slice(0, longest) };
}

/** Evidence of several figures, one entry a place: cells of one row share their line and quote. */
export function evidenceOfAll(facts: readonly Fact[]): Evidence[] {
  const seen = new Map<string, Evidence>();
  for (const fact of facts) {
    const evidence = evidenceOf(fact);
    if (evidence.line === null && evidence.page === null && !evidence.place && evidence.quote === '') continue;
    seen.set(JSON.stringify([evidence.line, evidence.page, evidence.place, evidence.quote]), evidence);
  }
  // A blank cell of its own says nothing where its row does.
  const all = [...seen.values()];
  return all.some((each) => each.quote !== '') ? all.filter((each) => each.quote !== '') : all;
}

/** "measure" or "measure/applicant", as findings name the figures that they concern. */
export function concernOf(fact: Pick<Fact, 'measure' | 'applicant'>): string {
  return fact.applicant === null ? fact.measure : `${fact.measure}/${fact.applicant}`;
}
