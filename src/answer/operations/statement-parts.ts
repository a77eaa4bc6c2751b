/** Of what a figure of the text is made up (438 条怎么构成的), or one part of it (那 26 条里部门文件几条) and its share. */
import type { StoredStatement } from '../../store/store.ts';
import { sumOf } from '../aggregate.ts';
import type { Answer, Row } from '../answer.ts';
import { citeStatement, distinct } from '../cite.ts';
import { answer, type Desk, noData, shownOf } from '../desk.ts';
import { exact } from '../figures.ts';
import { ENOUGH, generalTerms, type Match, matches } from '../matching.ts';
import { reason } from '../reasons.ts';
import { filterFor } from '../scope.ts';
import { isPart, lastPart } from '../statement-parts.ts';
import { approximate, statementRow } from '../statement-series.ts';
import { topicOf } from '../topical.ts';
import { findingsAt } from '../warnings.ts';

type Asked = NonNullable<Desk['plan']['statement']>;
type Whole = NonNullable<Asked['whole']>;

/** A figure, and those that the text lists under it. */
interface Listed {
  readonly whole: Match;
  readonly parts: readonly Match[];
}

export async function statementParts(desk: Desk, asked: Asked, whole: Whole): Promise<Answer> {
  const name = nameOf(whole);
  const wholes = await wholesOf(desk, whole, asked.unit);
  const listed = wholes.filter(({ parts }) => parts.length > 0);
  const [only, ...others] = listed;
  const shared = await shownWith(desk, only === undefined ? wholes.map((each) => each.whole) : listed.flatMap(all));
  if (only === undefined) {
    const why = wholes.length === 0 ? notStated(name) : notListed(name);
    return noData(desk, why, { ...shared, subject: name, rows: wholes.map((each) => statementRow(each.whole)) });
  }
  // Two figures that are so many, or are called so: of which the parts are meant is not known.
  const same = others.every((each) => sameParts(each, only));
  if (asked.subject !== '') return onePart(desk, asked, same ? [only] : listed, { ...shared, subject: name });
  return answer(desk, 'answered', {
    ...shared,
    subject: { zh: `${only.whole.statement.subject}`, en: only.whole.statement.subject },
    value: same ? only.whole.statement.quantity : null,
    unit: only.whole.statement.unit,
    rows: (same ? [only] : listed).flatMap((each) => [...each.parts.map(partRow), totalRow(desk, each)]),
  });
}

const all = ({ whole, parts }: Listed): readonly Match[] => [whole, ...parts];

const nameOf = ({ subject, quantity }: Whole) => {
  const number = quantity === null ? '' : String(quantity);
  const both = subject === null ? number : `${subject}${number === '' ? '' : ` ${number}`}`;
  return { zh: both, en: both };
};

/** Figures that are so many, or that the words mean, each with its parts. */
async function wholesOf(desk: Desk, { subject, quantity }: Whole, unit: string | null): Promise<Listed[]> {
  const statements = await desk.store.statements(filterFor(desk.heads, desk.plan.scope));
  const heads = new Map(desk.heads.map((head) => [head.report, head]));
  const matched = (statement: StoredStatement): Match[] => {
    const head = heads.get(statement.report);
    return head === undefined ? [] : [{ head, statement, score: 1 }];
  };
  const meant = subject === null ? statements.flatMap(matched) : await matches(desk, subject, unit);
  return meant
    .filter(({ statement }) => quantity === null || statement.quantity === quantity)
    .filter(({ statement }) => subject !== null || !statements.some((other) => isPart(statement, other)))
    .map((whole) => ({
      whole,
      parts: statements.filter((each) => isPart(each, whole.statement)).flatMap(matched),
    }));
}

/** The part that the words name; its share in the whole where that is asked for. */
async function onePart(
  desk: Desk,
  { subject }: Asked,
  listed: readonly Listed[],
  shared: Partial<Answer>,
): Promise<Answer> {
  const topic = topicOf(subject, desk.lexicon);
  const general = generalTerms(desk.lexicon);
  const named = ({ statement }: Match) => {
    const own = lastPart(statement.subject);
    return topic.score(own) >= ENOUGH && topic.holdsAll([own], general);
  };
  const found = listed.flatMap(({ whole, parts }) => parts.filter(named).map((part) => ({ whole, part })));
  if (found.length === 0) {
    const rows = listed.flatMap(({ parts }) => parts.map(partRow));
    return noData(desk, noSuchPart(subject, shared.subject?.zh ?? ''), { ...shared, rows });
  }
  const rows = found.map(({ whole, part }) => shareRow(whole.statement, partRow(part), desk.plan.percent));
  const [only] = rows;
  const single = rows.length === 1 && typeof only?.value === 'number';
  return answer(desk, 'answered', {
    ...shared,
    subject: { zh: subject, en: subject },
    value: single ? Number(only.value) : null,
    unit: single ? (only.unit ?? null) : null,
    rows,
    citations: distinct(found.flatMap(({ part }) => citeStatement(part.head, part.statement))),
  });
}

const partRow = (part: Match): Row => ({ ...statementRow(part), label: lastPart(part.statement.subject) });

function shareRow({ quantity, unit }: StoredStatement, part: Row, percent: boolean): Row {
  const row = { ...part, whole: quantity, wholeUnit: unit };
  if (!percent || typeof part.value !== 'number' || quantity === 0 || part.unit !== unit) return row;
  return { ...row, value: (part.value / quantity) * 100, unit: '%', numerator: part.value, denominator: quantity };
}

/** What the parts add up to, beside the whole: a text may list more, or less. */
function totalRow(desk: Desk, { whole: { head, statement }, parts }: Listed): Row {
  const units = new Set(parts.map((each) => each.statement.unit));
  const sum = units.size === 1 ? sumOf(parts.map((each) => each.statement.quantity)) : null;
  return {
    ...{ agency: head.agency, year: head.year, report: head.report, unit: statement.unit, value: sum },
    label: desk.plan.language === 'zh' ? '各项合计' : 'the parts together',
    whole: statement.quantity,
    difference: sum === null ? null : exact(statement.quantity - sum),
    n: parts.length,
  };
}

const sameParts = (one: Listed, other: Listed): boolean =>
  one.whole.statement.quantity === other.whole.statement.quantity && told(one) === told(other);
const told = ({ parts }: Listed): string =>
  parts.map(({ statement }) => `${lastPart(statement.subject)} ${statement.quantity}`).join();

async function shownWith(desk: Desk, found: readonly Match[]): Promise<Pick<Answer, 'citations' | 'warnings'>> {
  const statements = found.map(({ statement }) => statement);
  return {
    citations: distinct(shownOf(desk, found).map(({ head, statement }) => citeStatement(head, statement))),
    warnings: [...approximate(desk, found), ...(await findingsAt(desk, statements))],
  };
}

type Name = ReturnType<typeof nameOf>;

const notStated = ({ zh, en }: Name) =>
  reason('noStatement', `正文里没有写明“${zh}”这个数。`, `The text states no figure “${en}”.`);
const notListed = ({ zh, en }: Name) =>
  reason(
    'noParts',
    `正文写了“${zh}”这个数，没有逐项写明它由哪些数组成。`,
    `The text gives the figure “${en}”, but does not list the figures that it is made up of.`,
  );
const noSuchPart = (part: string, whole: string) =>
  reason(
    'noSuchPart',
    `正文在“${whole}”这个数下列出的各项里没有“${part}”。`,
    `Under the figure “${whole}” the text lists no “${part}”.`,
  );
