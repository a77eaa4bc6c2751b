/** Cross-footing inside the tables (勾稽关系): hard identities. One with a blank, missing or uncertain operand stays open. */
import { applicants } from '../forms.ts';
import type { Applicant, Bilingual, Fact } from '../report.ts';
import { type Figures, parts, type Reading } from './figures.ts';
import { concernOf, evidenceOfAll } from './finding.ts';
import { applicantNames, cellName, rowName, rowNameEn, whyNames } from './names.ts';
import { type Check, failed, merge, open, passed, type Rule } from './rule.ts';

const refused = 'applications.refused.';
const unavailable = 'applications.unavailable.';
const unprocessed = 'applications.unprocessed.';
const otherRows = ['applications.other.notCorrected', 'applications.other.feeUnpaid', 'applications.other.else'];

/** In each row of table 3 the six columns of applicants add up to 总计 (国办公开办函〔2019〕60号, table 3). */
export const row: Rule = {
  id: 't3.row',
  title: { zh: '表三各行：六类申请人之和等于总计', en: 'Table 3 rows: six applicant columns add up to the total' },
  nouns: ['applications'],
  severity: 'error',
  check: ({ figures }) => merge(figures.measures('applications.').map((measure) => checkRow(figures, measure))),
};

function checkRow(figures: Figures, measure: string): Check {
  // Most rows add up: to see that needs no operands by name.
  if (figures.sumOfRow(measure, parts) === figures.sumOfRow(measure, ['total'])) return passed;
  const sum = figures.row(measure, parts);
  const total = figures.column([measure], 'total');
  if (!sum.known || !total.known) return unknown(sum, total);
  if (sum.sum === total.sum) return passed;
  const facts = [...sum.facts, ...total.facts];
  const name = rowName(facts[0]!);
  const terms = sum.facts.map((fact) => fact.value).join('+');
  return failed({
    severity: 'error',
    message: {
      zh: `表三“${name}”一行：六类申请人之和 ${terms}=${sum.sum}，总计却印为 ${total.sum}。`,
      en: `Table 3, ${rowNameEn(facts[0]!)} (“${name}”): the six columns give ${terms}=${sum.sum}, but the total is printed as ${total.sum}.`,
    },
    evidence: evidenceOfAll(facts),
    concerns: facts.map(concernOf),
  });
}

/** In each column of table 3 （七）总计 is the sum of all outcomes （一） to （六）. */
export const outcomes: Rule = {
  id: 't3.outcomes',
  title: { zh: '表三各列：（七）总计等于各项办理结果之和', en: 'Table 3 columns: outcomes add up to (7)' },
  nouns: ['applications'],
  severity: 'error',
  check: ({ figures }) =>
    byColumn(figures, outcomeWords, (applicant) => [outcomesOf(figures, applicant), ['applications.handled']]),
};

const outcomeWords: Words = {
  zh: ({ sum: a }, { sum: b }) => `各项办理结果之和为 ${a}，（七）总计却印为 ${b}`,
  en: ({ sum: a }, { sum: b }) => `the outcomes add up to ${a}, but (7) is printed as ${b}`,
};

/** 一 + 二 = 三（七） + 四 in each column: the note printed in the form itself. */
export const balance: Rule = {
  id: 't3.balance',
  title: {
    zh: '表三各列：一+二=三（七）+四',
    en: 'Table 3 columns: received + carried over = handled + carried forward',
  },
  nouns: ['applications'],
  severity: 'error',
  check: ({ figures }) =>
    byColumn(figures, balanceWords, () => [
      ['applications.received', 'applications.carriedOver'],
      ['applications.handled', 'applications.carriedForward'],
    ]),
};

const terms = (reading: Known) => `${reading.facts.map((fact) => fact.value).join('+')}=${reading.sum}`;
const balanceWords: Words = {
  zh: (incoming, outgoing) => `新收+上年结转 ${terms(incoming)}，办理结果总计+结转下年 ${terms(outgoing)}`,
  en: (incoming, outgoing) =>
    `received + carried over ${terms(incoming)}, handled + carried forward ${terms(outgoing)}`,
};

/** 维持 + 纠正 + 其他 + 尚未审结 = 总计 in each of the three blocks of table 4. */
export const reviews: Rule = {
  id: 't4.sum',
  title: { zh: '表四：各结果之和等于总计', en: 'Table 4: the outcomes of each block add up to its total' },
  nouns: ['review', 'litigation'],
  severity: 'error',
  check: ({ figures }) =>
    merge(['review', 'litigation.direct', 'litigation.afterReview'].map((block) => checkBlock(figures, block))),
};

function checkBlock(figures: Figures, block: string): Check {
  const columns = ['upheld', 'corrected', 'otherOutcome', 'pending'];
  const sum = figures.column(columns.map((column) => `${block}.${column}`));
  const total = figures.column([`${block}.total`]);
  if (!sum.known || !total.known) return unknown(sum, total);
  if (sum.sum === total.sum) return passed;
  const facts = [...sum.facts, ...total.facts];
  const terms = sum.facts.map((fact) => fact.value).join('+');
  return failed({
    severity: 'error',
    message: {
      zh: `表四“${facts[0]!.row}”：维持+纠正+其他+尚未审结 ${terms}=${sum.sum}，总计却印为 ${total.sum}。`,
      en: `Table 4, ${blockNames[block]}: the outcomes give ${terms}=${sum.sum}, but the total is printed as ${total.sum}.`,
    },
    evidence: evidenceOfAll(facts),
    concerns: facts.map(concernOf),
  });
}

const blockNames: Readonly<Record<string, string>> = {
  review: 'reconsideration',
  'litigation.direct': 'litigation without prior reconsideration',
  'litigation.afterReview': 'litigation after reconsideration',
};

/**
 * The outcomes of one column. Which form the rows follow is seen in the figures: the 2021 form has three rows under （六）,
 * the 2019 form one. A report of 2021 with the single row has that one as its operand.
 */
function outcomesOf(figures: Figures, applicant: Applicant): readonly string[] {
  const rows = ['applications.disclosed', 'applications.partlyDisclosed'];
  for (const group of [refused, unavailable, unprocessed]) rows.push(...figures.measures(group));
  const single = figures.cell('applications.other', applicant);
  const three = otherRows.map((measure) => figures.cell(measure, applicant));
  const printed = three.some((fact) => fact !== undefined && fact.state !== 'missing');
  rows.push(...(printed || single === undefined || single.state === 'missing' ? pick(three) : ['applications.other']));
  return rows;

  function pick(facts: readonly (Fact | undefined)[]): string[] {
    return facts.some((fact) => fact !== undefined) ? otherRows : ['applications.other'];
  }
}

/** Rows of a group of outcomes: （三）不予公开, （四）无法提供, （五）不予处理, （六）其他处理. */
export function outcomeGroup(
  figures: Figures,
  group: 'refused' | 'unavailable' | 'unprocessed' | 'other',
): readonly string[] {
  if (group !== 'other') return figures.measures(`applications.${group}.`);
  const three = otherRows.filter((measure) => (figures.cell(measure, 'total')?.state ?? 'missing') !== 'missing');
  return three.length > 0 ? otherRows : ['applications.other'];
}

type Known = Extract<Reading, { known: true }>;

/** How a column that fails is told: the two sides that should be equal. */
interface Words {
  readonly zh: (left: Known, right: Known) => string;
  readonly en: (left: Known, right: Known) => string;
}

/** One finding for all columns that fail: a misprint in one column shows in 总计 as well, and is still one misprint. */
function byColumn(
  figures: Figures,
  words: Words,
  sides: (applicant: Applicant) => readonly [readonly string[], readonly string[]],
): Check {
  const checks: Check[] = [];
  const wrong: { applicant: Applicant; zh: string; en: string; facts: readonly Fact[] }[] = [];
  for (const applicant of applicants) {
    const [one, other] = sides(applicant);
    if (figures.sum(one, applicant) === figures.sum(other, applicant)) {
      checks.push(passed);
      continue;
    }
    const left = figures.column(one, applicant);
    const right = figures.column(other, applicant);
    if (!left.known || !right.known) checks.push(unknown(left, right));
    else {
      checks.push(passed);
      if (left.sum === right.sum) continue;
      const facts = [...left.facts, ...right.facts];
      wrong.push({ applicant, zh: words.zh(left, right), en: words.en(left, right), facts });
    }
  }
  if (wrong.length === 0) return merge(checks);
  const facts = wrong.flatMap((each) => each.facts);
  const text = (language: 'zh' | 'en', colon: string, semicolon: string) =>
    wrong.map((each) => `${applicantNames[each.applicant][language]}${colon}${each[language]}`).join(semicolon);
  return {
    ...merge(checks),
    failures: [
      {
        severity: 'error',
        message: {
          zh: `表三数字对不上。${text('zh', '列：', '；')}。`,
          en: `Table 3 does not balance. ${text('en', ': ', '; ')}.`,
        },
        // Operands of 0 that do not differ say little: the evidence is the rows that hold something, or else all.
        evidence: evidenceOfAll(
          facts.some((fact) => fact.value !== 0) ? facts.filter((fact) => fact.value !== 0) : facts,
        ),
        concerns: facts.map(concernOf),
      },
    ],
  };
}

/** An identity that cannot be assessed, with the first operand that is not known. */
function unknown(...readings: readonly Reading[]): Check {
  for (const reading of readings) {
    if (reading.known) continue;
    const why: Bilingual = whyNames[reading.why];
    const name = reading.fact === null ? null : cellName(reading.fact);
    return open(`“${name ?? '所需的行'}”${why.zh}`, `“${name ?? 'a row that is needed'}” is ${why.en}`);
  }
  return open('缺少数据', 'figures are missing');
}
