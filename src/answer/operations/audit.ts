/** audit: what the checks found in the reports in scope, the most severe first; how many of each; those without; or a report card. */
import { everyFinding, type Plan } from '../../question/plan.ts';
import type { Bilingual } from '../../report/report.ts';
import type { StoredFinding } from '../../store/store.ts';
import type { Answer, Row } from '../answer.ts';
import { citeEvidence, distinct } from '../cite.ts';
import { answer, type Desk, noData, nothingFound, shownOf } from '../desk.ts';
import { baseOf } from '../figures.ts';
import { findingsOf } from '../findings.ts';
import { listed, reason, reportName } from '../reasons.ts';
import { type Unassessed, unassessed } from '../unassessed.ts';
import { warning } from '../warnings.ts';
import { card } from './card.ts';
import { cells, FEW } from './cells.ts';
import { sound } from './sound.ts';
import { tally, tallyOfRules } from './tally.ts';

export async function audit(desk: Desk): Promise<Answer> {
  const asked = desk.plan.audit ?? everyFinding;
  if (asked.cells !== null && desk.heads.length <= FEW) return cells(desk, asked.cells);
  const scoped = await inScope(desk);
  const number = desk.plan.topic;
  const restricts = restrictionsOf(desk, asked);
  const fitting =
    restricts.length === 0 ? scoped : scoped.filter((finding) => restricts.every((restricted) => restricted(finding)));
  const judged: readonly string[] = asked.statuses;
  const findings = fitting.filter(({ verdict: { status } }) =>
    judged.length > 0 ? judged.includes(status) : status !== 'dismissed',
  );
  const dismissed = judged.length > 0 ? 0 : fitting.length - findings.length;
  if (judged.length > 0 && findings.length === 0) return unjudged(desk);
  const base = baseOf(desk.heads);
  const narrow = asked.rules.length > 0 && asked.rules.length <= 3;
  const open =
    narrow || asked.sound || findings.length === 0
      ? await unassessed(desk, (rule) => ofRules(rule, asked.rules) && ofTable(rule, asked.tables))
      : [];
  const warnings = [...dismissedOnes(desk, dismissed), ...openOnes(desk, open)];
  if (asked.card) {
    const quotes = findings.slice(0, 20).flatMap((finding) => citations(desk, finding).slice(0, 2));
    const rows = findings.map((finding) => rowOf(desk, finding));
    const made = await card(desk, findings, rows, distinct(quotes));
    if (made !== null) return { ...made, warnings: dismissedOnes(desk, dismissed) };
  }
  const wholly = new Set(open.filter(({ partly }) => !partly).map(({ head }) => head.report));
  if (asked.sound) return sound(desk, findings, wholly, { base, warnings });
  if (findings.length > 0 && asked.byRule) return tallyOfRules(desk, findings, { base, warnings });
  if (findings.length > 0 && (desk.plan.order !== null || desk.plan.groupBy !== null))
    return tally(desk, findings, { base, warnings });
  if (findings.length === 0)
    return number === null ? none(desk, open, { base, warnings }) : unfound(desk, number, base);
  return answer(desk, 'answered', {
    value: findings.length,
    unit: desk.plan.language === 'zh' ? '条' : 'findings',
    rows: findings.map((finding) => rowOf(desk, finding)),
    citations: distinct(shownOf(desk, findings).flatMap((finding) => citations(desk, finding).slice(0, 2))),
    warnings,
    base,
  });
}

/** The findings of the reports in scope, the most severe first. */
async function inScope({ store, library, heads }: Desk): Promise<readonly StoredFinding[]> {
  const { worstFirst, current } = await findingsOf(store, library);
  if (heads === library.heads) return current;
  const held = new Set(heads.map((head) => head.report));
  return worstFirst.filter(({ report }) => held.has(report));
}

type Restriction = (finding: StoredFinding) => boolean;

/** What the plan restricts findings to; of thousands each is only asked what the plan says anything of. */
function restrictionsOf({ plan }: Desk, asked: Pick<NonNullable<Plan['audit']>, 'rules' | 'severities' | 'tables'>) {
  const restrictions: Restriction[] = [];
  if (asked.severities.length > 0) restrictions.push(({ severity }) => asked.severities.includes(severity));
  if (asked.rules.length > 0) {
    const rules = new Map<string, boolean>();
    restrictions.push(({ rule }) => {
      const known = rules.get(rule) ?? ofRules(rule, asked.rules);
      rules.set(rule, known);
      return known;
    });
  }
  if (plan.sections.length > 0) restrictions.push((finding) => ofSections(finding, plan.sections));
  if (asked.tables.length > 0) restrictions.push((finding) => ofTables(finding, asked.tables));
  if (plan.measures.length > 0) {
    const matters = new Set(plan.measures.map(({ measure }) => matterOf(measure)));
    restrictions.push(({ concerns }) => concerns.some((each) => matters.has(matterOf(each))));
  }
  const { topic } = plan;
  if (topic !== null) restrictions.push((finding) => involves(finding, topic));
  return restrictions;
}

/** What a measure is about: applications, reviews, lawsuits. */
const matterOf = (measure: string): string => measure.split('.')[0] as string;

/** Of findings that a section is missing, those of the sections asked for; every other finding fits. */
function ofSections({ rule, message }: StoredFinding, sections: readonly number[]): boolean {
  if (rule === 'layout.missingTable' && sections.length > 0)
    return sections.some((number) => new RegExp(`table ${number}\\b`, 'i').test(message.en));
  if (rule !== 'layout.missingSection' || sections.length === 0) return true;
  return sections.some((number) => new RegExp(`section ${number}\\b`, 'i').test(message.en));
}

/** The table that a rule is about by its name: t3.row, text.table4. */
function tableOf(rule: string): number | null {
  const own = /^t([34])\.|^text\.table([234])$/.exec(rule);
  return own === null ? null : Number(own[1] ?? own[2]);
}

/** A check of another table than those asked about judges nothing of them. */
function ofTable(rule: string, tables: readonly number[]): boolean {
  const own = tableOf(rule);
  return tables.length === 0 || own === null || tables.includes(own);
}

/** The tables that a finding is about: the rule says so, or its sentence. */
function ofTables({ rule, message }: StoredFinding, tables: readonly number[]): boolean {
  if (tables.length === 0) return true;
  const own = tableOf(rule);
  if (own !== null) return tables.includes(own);
  return tables.some((number) => new RegExp(`\\btable ${number}\\b`, 'i').test(message.en));
}

/** The number stands by itself in what the finding says or quotes. */
function involves({ message, evidence }: StoredFinding, number: string): boolean {
  return [message.zh, ...evidence.map(({ quote }) => quote ?? '')].some((text) =>
    (text.match(/\d+(?:\.\d+)?/g) ?? ([] as string[])).includes(number),
  );
}

/** Nobody has said anything of the findings. */
function unjudged(desk: Desk): Answer {
  const why = reason(
    'noFinding',
    '这些报告的核查发现都还没有人这样认定过。',
    'Nobody has judged any finding of these reports so.',
  );
  return nothingFound(desk, why, { base: baseOf(desk.heads) });
}

/** No finding names the number: that says nothing of a number that no rule checks. */
function unfound(desk: Desk, number: string, base: Answer['base']): Answer {
  const why = reason(
    'noFinding',
    `核查了 ${desk.heads.length} 份报告，没有哪条核查发现涉及 ${number}。`,
    `${desk.heads.length === 1 ? '1 report was' : `${desk.heads.length} reports were`} checked; no finding involves ${number}.`,
  );
  return nothingFound(desk, why, { base });
}

function none(desk: Desk, open: readonly Unassessed[], content: Pick<Answer, 'base' | 'warnings'>): Answer {
  const wholly = open.filter(({ partly }) => !partly);
  const judged = desk.heads.length - wholly.length;
  if (judged === 0) {
    const why = open[0]?.why ?? { zh: '', en: '' };
    const text = reason(
      'notAssessable',
      `这 ${open.length} 份报告都无法判断（${why.zh}）。`,
      `None of the ${open.length} reports in scope can be judged (${why.en}).`,
    );
    return noData(desk, text, content);
  }
  const causes = [...new Map(wholly.map(({ why }) => [why.zh, why])).values()];
  const unjudged =
    wholly.length === 0
      ? { zh: '', en: '' }
      : {
          zh: `另有 ${wholly.length} 份无法判断（${causes.map(({ zh }) => zh).join('、')}）。`,
          en: ` ${wholly.length} more cannot be judged (${causes.map(({ en }) => en).join(', ')}).`,
        };
  const halves = open.length - wholly.length;
  const part =
    halves === 0
      ? { zh: '', en: '' }
      : {
          zh: judged === 1 ? '但这份报告只能判断一部分。' : `其中 ${halves} 份只能判断一部分。`,
          en: judged === 1 ? ' But it can only be judged in part.' : ` ${halves} of them can only be judged in part.`,
        };
  const left = { zh: part.zh + unjudged.zh, en: part.en + unjudged.en };
  const why = reason(
    'noFinding',
    `核查了 ${judged} 份报告，没有发现这类问题。${left.zh}`,
    `${judged === 1 ? '1 report was' : `${judged} reports were`} checked; nothing of this kind was found.${left.en}`,
  );
  return nothingFound(desk, why, content);
}

function dismissedOnes(desk: Desk, n: number): Answer['warnings'] {
  if (n === 0) return [];
  const text = {
    zh: `另有 ${n} 条已由人工排除，没有列出。`,
    en: `${n} more ${n === 1 ? 'was' : 'were'} dismissed by a person and ${n === 1 ? 'is' : 'are'} not listed.`,
  };
  return [warning(desk, 'dismissed', text)];
}

/** Not finding anything says nothing of reports that could not be judged. */
function openOnes(desk: Desk, open: readonly Unassessed[]): Answer['warnings'] {
  if (open.length === 0) return [];
  return [
    ...namedOnes(
      desk,
      open.filter(({ partly }) => !partly),
      { zh: '无法判断的', en: 'Could not be judged' },
    ),
    ...namedOnes(
      desk,
      open.filter(({ partly }) => partly),
      { zh: '只能判断一部分的', en: 'Could only be judged in part' },
    ),
  ];
}

function namedOnes(desk: Desk, open: readonly Unassessed[], how: Bilingual): Answer['warnings'] {
  if (open.length === 0) return [];
  const names = listed(
    open.map(({ head, why }) => {
      const name = reportName(desk, head);
      return { zh: `${name.zh}（${why.zh}）`, en: `${name.en} (${why.en})` };
    }),
  );
  const text = {
    zh: `${how.zh} ${open.length} 份：${names.zh}。`,
    en: `${how.en} (${open.length}): ${names.en}.`,
  };
  return [warning(desk, 'notAssessable', text)];
}

/** A rule id, or its first part: "text" is every text.* rule. */
function ofRules(rule: string, asked: readonly string[]): boolean {
  return asked.length === 0 || asked.some((each) => rule === each || rule.startsWith(`${each.replace(/\.$/, '')}.`));
}

const rows = { zh: new WeakMap<StoredFinding, Row>(), en: new WeakMap<StoredFinding, Row>() };

/** The row of a finding, made once: a whole library has thousands. */
function rowOf({ plan: { language } }: Desk, finding: StoredFinding): Row {
  let row = rows[language].get(finding);
  if (row === undefined) {
    row = tell(finding, finding.message[language]);
    rows[language].set(finding, row);
  }
  return row;
}

function tell({ id, report, agency, year, rule, severity, verdict, evidence }: StoredFinding, text: string): Row {
  return {
    agency,
    year,
    report,
    value: null,
    label: text,
    id,
    rule,
    severity,
    status: verdict.status,
    line: evidence[0]?.line ?? null,
  };
}

function citations(desk: Desk, finding: StoredFinding) {
  return finding.evidence.flatMap((evidence) => {
    const head = desk.library.byId.get(evidence.report ?? finding.report);
    return head === undefined ? [] : [citeEvidence(head, evidence)];
  });
}
