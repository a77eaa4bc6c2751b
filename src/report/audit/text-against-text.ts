/** Two statements of the same thing in two places of a report agree. */
import type { Bilingual } from '../report.ts';
import type { Claim } from './claim.ts';
import { kindNames } from './claim-names.ts';
import { type Count, countsOf } from './counts.ts';
import type { Locator } from './passage.ts';
import { type Check, type Draft, merge, open, passed, type Rule, type Subject } from './rule.ts';
import { things } from './tallies/things.ts';
import { claimEvidence } from './text-against-table.ts';

export const textAgainstText: Omit<Rule, 'check'> = {
  id: 'text.text',
  title: { zh: '正文前后：同一事项的数字一致', en: 'Two statements of the same thing agree' },
  nouns: ['text'],
  severity: 'error',
};

export function checkStatements(subject: Subject, locator: Locator): Check {
  const checks = [...comparedClaims(subject, locator), ...comparedCounts(subject, locator)];
  return checks.length > 0 ? merge(checks) : open('正文没有重复说明同一事项', 'nothing is stated twice in the text');
}

/** Claims of applications, reviews and lawsuits: 受理 1 件 in one section, 未收到 in another. */
function comparedClaims({ claims, figures }: Subject, locator: Locator): Check[] {
  const byKind = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (!claim.sure || !claim.whole || claim.approximate) continue;
    const kind = claim.kinds.length === 1 && claim.kinds[0] === 'newlyReceived' ? 'received' : claim.kinds.join('+');
    const held = byKind.get(kind);
    if (held) held.push(claim);
    else byKind.set(kind, [claim]);
  }
  const checks: Check[] = [];
  for (const [kind, all] of byKind) {
    const first = all[0]!;
    const others = all.filter((claim) => claim.passage !== first.passage);
    if (others.length === 0 || kind === 'processed') continue;
    const differs = others.find(
      (claim) => claim.value !== first.value && !(kind === 'received' && carriedBetween(claim, first)),
    );
    if (!differs) checks.push(passed);
    else {
      checks.push(
        failure(
          'error',
          kindNames[first.kinds[0]!],
          [first, differs],
          '件',
          [claimEvidence(first, locator), claimEvidence(differs, locator)],
          concernsOf(kind),
        ),
      );
    }
  }
  return checks;

  /** One of the two counts what was carried over as well, and says no wrong thing. */
  function carriedBetween(a: Claim, b: Claim): boolean {
    const carried = figures.total('applications.carriedOver');
    return carried.known && carried.sum > 0 && Math.abs(a.value - b.value) === carried.sum;
  }
}

function concernsOf(kind: string): string[] {
  if (kind === 'review') return ['review.total'];
  if (kind === 'litigation') return ['litigation.direct.total', 'litigation.afterReview.total'];
  if (/^(received|carriedOver|handled|carriedForward|disclosed|partlyDisclosed|other)$/.test(kind))
    return [`applications.${kind}/total`];
  return [];
}

/** Everything else that is counted: the same words before the figure, the same counter, another figure. */
function comparedCounts(subject: Subject, locator: Locator): Check[] {
  const byName = new Map<string, Count[]>();
  for (const count of countsOf(subject)) {
    const held = byName.get(count.key);
    if (held) held.push(count);
    else byName.set(count.key, [count]);
  }
  const checks: Check[] = [];
  for (const all of byName.values()) {
    const check = all[0]!.tally === null ? comparedNames(all, locator) : comparedTallies(all, locator);
    if (check !== null) checks.push(check);
  }
  return checks;
}

/** Counts in the same words; null where they stand in one place only. */
function comparedNames(all: readonly Count[], locator: Locator): Check | null {
  const first = all[0]!;
  const { name, unit, tail } = first;
  const others = all.filter(
    (each) => each.passage !== first.passage && (each.passage.order !== first.passage.order || name.length >= 7),
  );
  if (others.length === 0) return null;
  const differs = others.find((each) => each.value !== first.value);
  if (!differs) return passed;
  const evidence = [first, differs].map((each) => locator.evidence(each.passage, each.start, each.end, each.at));
  // 培训2次 under one heading and 培训1次 under another may both have been held, unless both are of the whole year.
  const many = /^(?:人?次|场次?|期|批次?|人|名|个|轮)/.test(unit + tail);
  const sure = first.passage.order !== differs.passage.order && (!many || (first.whole && differs.whole));
  const quoted = { zh: `“${name}”`, en: `“${name}”` };
  return failure(sure ? 'error' : 'info', quoted, [first, differs], unit + tail, evidence, []);
}

/** Counts of a thing that is known whatever its words. */
function comparedTallies(all: readonly Count[], locator: Locator): Check | null {
  const { tally, unit } = all[0]!;
  if (all.length === 1) return null;
  const found = contradiction(all);
  if (found === null) return passed;
  const { pair, sure } = found;
  const evidence = pair.map((each) => locator.evidence(each.passage, each.start, each.end, each.at));
  return failure(sure ? 'error' : 'info', things[tally!.thing].name, pair, unit, evidence, []);
}

interface Contradiction {
  readonly pair: readonly [Count, Count];
  readonly sure: boolean;
}

/** Two sections, or two paragraphs of one, each with one figure for it, that differ; of one owner, where several are named. */
function contradiction(all: readonly Count[]): Contradiction | null {
  const owners = [...new Set(all.map((each) => each.tally?.owner ?? '').filter((owner) => owner !== ''))];
  for (const owner of owners.length > 1 ? owners : [null]) {
    const mine = owner === null ? all : all.filter((each) => each.tally?.owner === owner);
    // Two figures in one place may be of two things.
    const sections = singles(mine, ({ passage }) => passage.order);
    const differs = sections.find((each) => each.value !== sections[0]!.value);
    if (differs !== undefined) return { pair: [sections[0]!, differs], sure: isOfOneKind(sections[0]!, differs) };
    const paragraphs = singles(mine, ({ passage }) => passage);
    for (const [index, one] of paragraphs.entries()) {
      const other = paragraphs.slice(index + 1).find((each) => each.value !== one.value && isOneThing(each, one));
      if (other !== undefined)
        return { pair: [one, other], sure: one.tally!.manner === other.tally!.manner && isOfOneKind(one, other) };
    }
    const again = toldAgain(mine);
    if (again !== null) return again;
  }
  return null;
}

/** One sentence of a paragraph after another, each of the whole year. */
function toldAgain(counts: readonly Count[]): Contradiction | null {
  for (const [index, one] of counts.entries())
    for (const other of counts.slice(index + 1)) {
      const apart = one.passage === other.passage && one.start !== other.start && one.value !== other.value;
      if (!apart || !isOneThing(one, other) || one.tally!.manner !== other.tally!.manner) continue;
      const whole = [one, other].filter(({ tally }) => tally!.whole).length;
      if (whole > 0) return { pair: [one, other], sure: whole === 2 && ![one, other].some(isOfField) };
    }
  return null;
}

/** 聚焦教育领域。全年发布信息30条: the sentence before may say of what it is. */
function isOfField({ passage, start }: Count): boolean {
  const before = passage.sentences.findLast((each) => each.start < start)?.text ?? '';
  return /领域|方面|重点|专题|民生|[:]$/.test(before);
}

/** Of what has several kinds or occasions, both figures must be of one kind, and of the whole year. */
function isOfOneKind({ tally: a }: Count, { tally: b }: Count): boolean {
  const { many } = things[a!.thing];
  if (many === undefined) return true;
  return a!.manner === b!.manner && (many === 'kinds' ? a!.whole || b!.whole : a!.whole && b!.whole);
}

/** Places with one value: the first count of each. */
function singles(counts: readonly Count[], placeOf: (count: Count) => unknown): Count[] {
  return [...new Set(counts.map(placeOf))]
    .map((place) => counts.filter((each) => placeOf(each) === place))
    .filter((each) => new Set(each.map(({ value }) => value)).size === 1)
    .map((each) => each[0]!);
}

/** Sites of one section may be two, the bureau's own and the government's; an account is one, named or not. */
const isOneThing = (a: Count, b: Count): boolean =>
  a.tally!.owner === b.tally!.owner ||
  (a.tally!.thing === 'wechat' && (a.tally!.owner === '' || b.tally!.owner === ''));

/** A figure and where it stands. */
type Said = Pick<Claim | Count, 'value' | 'passage'>;

function failure(
  severity: 'error' | 'info',
  name: Bilingual,
  said: readonly [Said, Said],
  unit: string,
  evidence: Draft['evidence'],
  concerns: readonly string[],
): Check {
  const [one, other] = said.map(({ value }) => value);
  const [zhOne, zhOther] = said.map(({ passage: { section } }) => (section === null ? '正文' : `第${section}部分`));
  const [enOne, enOther] = said.map(({ passage: { section } }) =>
    section === null ? 'the text' : `section ${section}`,
  );
  return {
    assessed: 1,
    open: [],
    failures: [
      {
        severity,
        message: {
          zh: `前后说法不一致：${name.zh}，${zhOne}说 ${one} ${unit}，${zhOther}说 ${other} ${unit}${severity === 'info' ? '，请核对' : ''}。`,
          en: `The text contradicts itself: ${name.en} is ${one} in ${enOne} and ${other} in ${enOther}${severity === 'info' ? ' (to be checked)' : ''}.`,
        },
        evidence,
        concerns,
      },
    ],
  };
}
