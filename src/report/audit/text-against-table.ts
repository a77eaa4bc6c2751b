/** What the text says of applications, reviews and lawsuits, against tables 3 and 4 of the same report. */
import type { Applicant, Bilingual, Evidence, Fact, Severity } from '../report.ts';
import { outcomeGroup } from './arithmetic.ts';
import type { Claim } from './claim.ts';
import { type ClaimKind, isApplicant, isCase } from './claim-kinds.ts';
import { kindNames } from './claim-names.ts';
import { type Figures, organisations, type Reading } from './figures.ts';
import { concernOf, evidenceOfAll } from './finding.ts';
import { isGround } from './grounds.ts';
import { whyNames } from './names.ts';
import type { Locator } from './passage.ts';
import { type Check, failed, merge, open, passed, type Rule, type Subject } from './rule.ts';

/** A value that the text can mean, and what it is called. The first is the plain meaning. */
interface Meaning {
  readonly reading: Reading;
  readonly name: Bilingual;
}

export function againstTable3(locator: Locator): (subject: Subject) => Check {
  return (subject) => compare(subject, locator, 3, (claim) => !claim.kinds.some(isCase));
}

export function againstTable4(locator: Locator): (subject: Subject) => Check {
  return (subject) => compare(subject, locator, 4, (claim) => claim.kinds.every(isCase));
}

export const table3: Omit<Rule, 'check'> = {
  id: 'text.table3',
  title: { zh: '正文与表三：申请的收到、办结、结转等数字一致', en: 'Text against table 3: applications' },
  nouns: ['applications', 'text'],
  severity: 'error',
};

export const table4: Omit<Rule, 'check'> = {
  id: 'text.table4',
  title: { zh: '正文与表四：行政复议、行政诉讼数字一致', en: 'Text against table 4: reviews and litigation' },
  nouns: ['review', 'litigation', 'text'],
  severity: 'error',
};

function compare(subject: Subject, locator: Locator, table: 3 | 4, mine: (claim: Claim) => boolean): Check {
  const claims = subject.claims.filter(mine);
  if (claims.length === 0) return open('正文没有提到相应的数字', 'the text states no such figure');
  return merge(claims.map((claim) => compareClaim(subject, claim, table, locator)));
}

function compareClaim({ figures, claims }: Subject, claim: Claim, table: 3 | 4, locator: Locator): Check {
  const meanings = meaningsOf(figures, claim, wholeOf(claim, claims));
  const known = meanings.filter((each) => each.reading.known);
  const first = meanings[0];
  if (first === undefined || known.length === 0) {
    const why =
      first !== undefined && !first.reading.known ? whyNames[first.reading.why] : { zh: '缺失', en: 'missing' };
    const name = kindNames[claim.kinds[0]!];
    return open(`表${table === 3 ? '三' : '四'}的“${name.zh}”${why.zh}`, `table ${table}: ${name.en} is ${why.en}`);
  }
  const values = valuesOf(known);
  if (agreesWith(claim, values)) {
    // 收到14件, where 13 are new and 1 was carried over: it may be meant so, and may be a slip.
    const [newly] = values;
    const carriedToo = claim.sure && claim.kinds[0] === 'received' && first.reading.known && newly !== claim.value;
    return carriedToo && !/结转|受理|历史/.test(sentenceOf(claim))
      ? failed(draft(claim, first, table, 'info', locator))
      : passed;
  }
  const least = Math.min(...values);
  const most = Math.max(...values);
  // An alternative that is not known may be the one that is meant: only a figure below all that are known is then wrong.
  if (known.length < meanings.length && (!first.reading.known || claim.value > least)) {
    return open('可能的含义中有一项在表中空白或缺失', 'one of its possible meanings is blank or missing in the table');
  }
  // A part may be smaller than the whole, and words that are not known may say of which part it is.
  if (!claim.whole && claim.value <= most) return passed;
  if (!claim.plain && claim.value > 0 && claim.value < least)
    return open('正文的范围不确定', 'what the text counts is not certain');
  // A dispute may be settled before it is a case.
  const severity =
    !claim.sure || claim.approximate ? 'info' : claim.kinds[0] === 'dispute' && claim.value > 0 ? 'warning' : 'error';
  return failed(draft(claim, known[0]!, table, severity, locator));
}

const valuesOf = (known: readonly Meaning[]): number[] =>
  known.flatMap(({ reading }) => (reading.known ? [reading.sum] : []));

function agreesWith(claim: Claim, values: readonly number[]): boolean {
  const none = claim.kinds[0] === 'dispute' && claim.value === 0;
  return none ? values[0] === 0 : values.some((value) => matches(claim, value));
}

/** The tables print what the claim says. */
export function isPrinted(claim: Claim, { figures, claims }: Subject): boolean {
  return agreesWith(claim, valuesOf(meaningsOf(figures, claim, wholeOf(claim, claims))));
}

function matches(claim: Claim, value: number): boolean {
  if (claim.value === value) return true;
  return claim.approximate && value >= claim.value * 0.9 && value <= claim.value * 1.2;
}

function draft(claim: Claim, meaning: Meaning, table: 3 | 4, severity: Severity, locator: Locator) {
  const { reading, name } = meaning;
  const sum = reading.known ? reading.sum : 0;
  const said = claim.kinds.map((kind) => kindNames[kind]);
  const zh = `${said.map((each) => each.zh).join('、')} ${claim.value} 件`;
  const en = `${said.map((each) => each.en).join(' and ')}: ${claim.value}`;
  const where =
    claim.passage.section === null
      ? { zh: '正文', en: 'the text' }
      : { zh: `第${claim.passage.section}部分`, en: `section ${claim.passage.section}` };
  const evidence: Evidence[] = [claimEvidence(claim, locator), ...evidenceOfAll(shown(reading.facts))];
  return {
    severity,
    message: {
      zh: `${where.zh}说${zh}，表${table === 3 ? '三' : '四'}的“${name.zh}”为 ${sum}${severity === 'info' ? '，请核对' : ''}。`,
      en: `In ${where.en}, ${en}; table ${table} gives ${name.en} as ${sum}${severity === 'info' ? ' (to be checked)' : ''}.`,
    },
    evidence,
    concerns: reading.facts.map(concernOf),
  } as const;
}

/** Of many operands, those that are not zero; of all zeros, the first. */
function shown(facts: readonly Fact[]): readonly Fact[] {
  const some = facts.filter((fact) => fact.value !== 0);
  return some.length > 0 ? some : facts.slice(0, 1);
}

export function claimEvidence(claim: Claim, locator: Locator): Evidence {
  return locator.evidence(claim.passage, claim.start, claim.end, claim.at);
}

/** What applicants are parts of: the certain figure of all applications that stands last before them in their paragraph. */
function wholeOf({ passage, at, kinds }: Claim, claims: readonly Claim[]): Claim | undefined {
  if (!isApplicant(kinds[0]!)) return undefined;
  return claims.findLast(
    (each) =>
      each.passage === passage &&
      each.at < at &&
      each.sure &&
      each.whole &&
      /^(?:received|newlyReceived|processed|handled|carried)/.test(each.kinds[0]!),
  );
}

/** What the kinds of a claim can mean in the tables. Several kinds with one figure are added; for cases also each alone. */
function meaningsOf(figures: Figures, claim: Claim, whole: Claim | undefined): Meaning[] {
  const { kinds } = claim;
  if (kinds.length === 1) {
    const all = meaningsOfOne(figures, kinds[0]!);
    // 收到12件，其中自然人10件: of what came in, not of what was answered.
    const before = sentenceBefore(claim);
    // 未经复议直接起诉5件，其中维持3件: the outcome may be of one of the two kinds of lawsuits only.
    const outcome = /^litigation\.(upheld|corrected|otherOutcome|pending)$/.exec(kinds[0]!)?.[1];
    if (outcome !== undefined && /直接起诉|复议后/.test(before)) {
      const name = kindNames[kinds[0]!];
      const alone = ['direct', 'afterReview'].map((block) => figures.column([`litigation.${block}.${outcome}`]));
      return [...all, ...alone.map((reading) => ({ reading, name }))];
    }
    const received = /收到|受理|新收/.test(before) || speaksOfReceived(claim);
    if (!received || !isApplicant(kinds[0]!)) return all;
    // 新收12件，其中自然人10件: parts of what is new, and of nothing that was carried over.
    const total = figures.total('applications.received');
    const ofNew = whole?.kinds[0] === 'newlyReceived' || whole?.kinds[0] === 'received';
    return ofNew && total.known && total.sum === whole?.value ? all.slice(0, 1) : all.slice(0, 2);
  }
  const each = kinds.map((kind) => meaningsOfOne(figures, kind)[0]!);
  const name = { zh: each.map((one) => one.name.zh).join('、'), en: each.map((one) => one.name.en).join(' and ') };
  const sum = { reading: add(...each.map((one) => one.reading)), name };
  return kinds.every(isCase) ? [sum, ...each] : [sum];
}

function sentenceOf({ passage, at }: Claim): string {
  return passage.sentences.findLast(({ start }) => start <= at)?.text ?? '';
}

/** 收到12件。其中，自然人提出9件: what came in was spoken of last, and not what was answered. */
function speaksOfReceived({ passage, at }: Claim): boolean {
  const before = passage.text.slice(Math.max(0, at - 120), at);
  const last = (words: readonly string[]) => Math.max(...words.map((word) => before.lastIndexOf(word)));
  return last(['收到', '受理', '新收', '提出申请', '提交申请']) > last(['办结', '答复', '办理', '结转', '处理']);
}

function sentenceBefore({ passage, at }: Claim): string {
  const before = passage.text.slice(0, at);
  return before.slice(before.lastIndexOf('。') + 1);
}

function meaningsOfOne(figures: Figures, kind: ClaimKind): Meaning[] {
  const total = (measure: string, name: Bilingual = kindNames[kind]) => ({
    reading: figures.total(`applications.${measure}`),
    name,
  });
  const received = total('received', { zh: '本年新收总计', en: 'newly received' });
  const carried = total('carriedOver', { zh: '上年结转总计', en: 'carried over' });
  const handled = total('handled', { zh: '（七）总计', en: 'outcomes in total' });
  const both = {
    reading: add(received.reading, carried.reading),
    name: { zh: '新收与上年结转之和', en: 'received plus carried over' },
  };
  switch (kind) {
    case 'received':
      return [received, both];
    case 'newlyReceived':
      return [received];
    case 'handled':
      return [handled];
    case 'processed':
      return [received, both, handled, total('disclosed')];
    case 'carriedOver':
    case 'carriedForward':
    case 'disclosed':
    case 'partlyDisclosed':
      return [total(kind)];
    case 'refused':
    case 'unavailable':
    case 'unprocessed':
    case 'other':
      return [
        {
          reading: add(...outcomeGroup(figures, kind).map((measure) => figures.total(measure))),
          name: kindNames[kind],
        },
      ];
    case 'natural':
      return byApplicants(figures, ['natural'], kindNames[kind]);
    case 'organisation':
      return byApplicants(figures, organisations, kindNames[kind]);
    case 'enterprise':
      return [
        ...byApplicants(figures, ['business'], kindNames.business),
        ...byApplicants(figures, organisations, kindNames.organisation),
      ];
    case 'business':
    case 'research':
    case 'publicInterest':
    case 'legalService':
      return byApplicants(figures, [kind], kindNames[kind]);
    case 'dispute':
      return disputes(figures);
    case 'review':
      return [
        {
          reading: figures.column(['review.total']),
          name: { zh: '行政复议总计', en: 'reconsiderations in total' },
        },
      ];
    case 'litigation':
      return [court(figures, 'total', { zh: '两类行政诉讼总计', en: 'lawsuits of both kinds in total' })];
    case 'litigation.direct':
    case 'litigation.afterReview':
      return [{ reading: figures.column([`${kind}.total`]), name: kindNames[kind] }];
    default: {
      if (isGround(kind)) return [total(kind)];
      const ofBoth = /^litigation\.([^.]+)$/.exec(kind)?.[1];
      if (ofBoth !== undefined) return [court(figures, ofBoth, kindNames[kind])];
      return [{ reading: figures.column([kind]), name: kindNames[kind] }];
    }
  }
}

function court(figures: Figures, column: string, name: Bilingual): Meaning {
  return {
    reading: figures.column([`litigation.direct.${column}`, `litigation.afterReview.${column}`]),
    name,
  };
}

/** A lawsuit after reconsideration goes on with the same dispute, and either kind may be all that is meant. */
function disputes(figures: Figures): Meaning[] {
  const [review, direct, after] = ['review', 'litigation.direct', 'litigation.afterReview'].map((block) =>
    figures.column([`${block}.total`]),
  ) as [Reading, Reading, Reading];
  return [[review, direct, after], [review, direct], [review], [direct, after]].map((blocks) => ({
    reading: add(...blocks),
    name: { zh: '行政复议、行政诉讼总计', en: 'reconsiderations and lawsuits in total' },
  }));
}

function byApplicants(figures: Figures, applicants: readonly Applicant[], name: Bilingual): Meaning[] {
  const read = (...measures: string[]) =>
    add(...measures.map((measure) => figures.row(`applications.${measure}`, applicants)));
  return [read('received'), read('received', 'carriedOver'), read('handled')].map((reading) => ({ reading, name }));
}

function add(...readings: readonly Reading[]): Reading {
  const facts = readings.flatMap((each) => each.facts);
  const unknown = readings.find((each) => !each.known);
  if (readings.length === 0 || (unknown && !unknown.known)) {
    return unknown && !unknown.known ? { ...unknown, facts } : { known: false, facts, fact: null, why: 'missing' };
  }
  return { known: true, facts, sum: readings.reduce((sum, each) => sum + (each.known ? each.sum : 0), 0) };
}
