/** list: which reports meet the plan's conditions, with the figures that were compared. */
import type { Answer, Row, Warning } from '../answer.ts';
import { distinct } from '../cite.ts';
import { type Sifted, sift, type Verdict } from '../conditions.ts';
import { answer, type Desk, noData, nothingFound, shownOf } from '../desk.ts';
import { citationsOf, comparedName, nameOf, rowOf } from '../figure-text.ts';
import { baseOf, type Figure, figuresOf, telling } from '../figures.ts';
import { type Asked, askedOf } from '../measures.ts';
import { occurred } from '../occurring.ts';
import type { RateFigure } from '../rates.ts';
import { also, reason, unknownFigure } from '../reasons.ts';
import { together } from '../together.ts';
import { findingsOn, formLeftOut, undefinedLeftOut, unknownLeftOut, warning } from '../warnings.ts';
import { statements } from './statements.ts';

export async function list(desk: Desk): Promise<Answer> {
  if (desk.plan.statement !== null) return statements(desk);
  if (desk.plan.occurring === 'together') return together(desk);
  const found = await matched(desk);
  if (found.answer !== null) return found.answer;
  const { rows, sifted } = found;
  const content = await contentOf(desk, found);
  if (rows.length === 0) {
    const open = sifted.unknown.length;
    const none = reason(
      'noneMeet',
      `资料库中这 ${desk.heads.length} 份报告没有一份符合条件。`,
      `None of the ${desk.heads.length} reports held in this scope meets the condition.`,
    );
    return nothingFound(
      desk,
      open === 0
        ? none
        : also(
            none,
            `其中 ${open} 份的数字未知，不能判断。`,
            `Of ${open} of them the figure is unknown, so that they cannot be judged.`,
          ),
      content,
    );
  }
  return answer(desk, 'answered', content);
}

export interface Matched {
  readonly rows: readonly Row[];
  /** The figures that were compared, of the rows of these reports, in their order. */
  readonly figures: (reports: ReadonlySet<string | null>) => Figure[];
  readonly sifted: Sifted;
  /** What must be said of the years. */
  readonly warnings: readonly Warning[];
  /** Set where no report could be judged at all. */
  readonly answer: Answer | null;
}

/** The reports that meet the conditions, as rows; all of the scope where there is no condition. */
export async function matched(desk: Desk): Promise<Matched> {
  const { sifted, warnings } = occurred(desk, await sift(desk));
  const asked = askedOf(desk.plan, desk.lexicon);
  const judged = desk.plan.conditions.length > 0;
  const nobody =
    judged && sifted.met.length === 0 && sifted.unknown.length + sifted.formLacks.length === desk.heads.length;
  if (nobody) return { rows: [], figures: () => [], sifted, warnings, answer: await unjudged(desk, sifted) };
  const heads = sifted.met.map((each) => each.head);
  const naming = namer(desk);
  const own = judged || asked.length === 0 ? null : await figuresOf(desk, asked, heads);
  const pairs = sifted.met.map(({ head, verdicts }) => {
    // Lists of thousands of reports that outlive their row would cost more to keep than to make again.
    if (own === null) return { row: rowFor(naming, head, verdicts, judgedIn(verdicts)), verdicts, figures: none };
    const figures = (own.get(head.report) ?? []).filter((each) => each.inForm);
    return { row: rowFor(naming, head, verdicts, figures), verdicts, figures };
  });
  const sorted = ordered(desk, pairs);
  return {
    rows: sorted.map((each) => each.row),
    figures: (reports) =>
      sorted
        .filter(({ row }) => reports.has(row.report))
        .flatMap(({ verdicts, figures }) => (own === null ? comparedIn(verdicts) : figures)),
    sifted,
    warnings,
    answer: null,
  };
}

const none: readonly Figure[] = [];

/** The cells that conditions compared, and those that they were compared with. */
function judgedIn(verdicts: readonly Verdict[]): Figure[] {
  const found: Figure[] = [];
  for (const { figure, against } of verdicts) {
    if (figure) found.push(figure);
    if (against) found.push(against);
  }
  return found;
}

/** What the conditions compared; of a rate the cells that are not 0. */
const comparedIn = (verdicts: readonly Verdict[]): Figure[] =>
  verdicts.flatMap(({ figure, rate, against, before }) => [
    ...(figure ? [figure] : [...(rate?.figures ?? []), ...(before?.figures ?? [])].map(telling)),
    ...(against ? [against] : []),
  ]);

/** What a figure is called: thousands of rows tell the same cells. */
type FigureNaming = (figure: Figure) => string;

function namer(desk: Desk): FigureNaming {
  const known = new Map<Figure['refs'], string>();
  return (figure) => {
    let name = known.get(figure.refs);
    if (name === undefined) {
      name = nameOf(desk, figure)[desk.plan.language];
      known.set(figure.refs, name);
    }
    return name;
  };
}

function rowFor(
  naming: FigureNaming,
  head: Sifted['met'][number]['head'],
  verdicts: readonly Verdict[],
  figures: readonly Figure[],
): Row {
  const { rate = null, before } = verdicts.find((each) => each.rate !== null) ?? {};
  const base = { agency: head.agency, year: head.year, report: head.report };
  if (rate)
    return {
      ...base,
      value: rate.value === null ? null : rate.value * 100,
      unit: '%',
      numerator: rate.numerator,
      denominator: rate.denominator,
      ...(before === undefined ? {} : { others: [rateOf(before)] }),
    };
  const [first] = figures;
  if (first === undefined) return { ...base, value: null, form: head.form, publishedDate: head.publishedDate };
  if (figures.length === 1) return rowOf(first);
  const others = figures.slice(1).map((figure) => otherOf(naming, figure));
  // Assigned: a row that is spread, with more behind it, takes ten times the memory, and there are thousands.
  return Object.assign(rowOf(first), { name: naming(first), others });
}

/** A further figure of the row's report. */
function otherOf(naming: FigureNaming, figure: Figure) {
  const [ref] = figure.refs;
  const { value, state, unit } = figure;
  return { measure: ref?.measure, applicant: ref?.applicant, name: naming(figure), value, state, unit };
}

/** The rate of another year beside it. */
const rateOf = ({ head, value, numerator, denominator }: RateFigure) => ({
  name: String(head.year),
  value: value === null ? null : value * 100,
  unit: '%',
  numerator,
  denominator,
});

function ordered<T extends { row: Row }>(desk: Desk, pairs: T[]): T[] {
  const { order } = desk.plan;
  const numeric = pairs.every(({ row }) => typeof row.value === 'number');
  // Of agencies that meet it in every report, the years of each stand together.
  if (!numeric || pairs.length < 2 || desk.plan.occurring === 'every') return pairs;
  const sign = order?.direction === 'asc' ? 1 : -1;
  const values = new Float64Array(pairs.map(({ row }) => sign * (row.value as number)));
  return [...pairs.keys()].sort((a, b) => values[a]! - values[b]!).map((index) => pairs[index]!);
}

async function unjudged(desk: Desk, sifted: Sifted): Promise<Answer> {
  const figure = sifted.unknown[0];
  const name = subjectOf(desk);
  const warnings = [...unknownLeftOut(desk, sifted.unknown), ...formLeftOut(desk, sifted.formLacks, name)];
  const base = baseOf(desk.heads, sifted.unknown);
  if (figure !== undefined && desk.heads.length === 1)
    return noData(desk, unknownFigure(desk, figure, name), {
      warnings,
      base,
      citations: distinct(citationsOf(figure)),
    });
  const code = figure === undefined ? 'formLacks' : 'unknown';
  return noData(
    desk,
    reason(
      code,
      `这 ${desk.heads.length} 份报告都没有可用的“${name.zh}”。`,
      `None of the ${desk.heads.length} reports in scope gives a usable “${name.en}”.`,
    ),
    { warnings, base },
  );
}

/** What the conditions (or the measures) are about. */
function subjectOf(desk: Desk) {
  const [condition] = desk.plan.conditions;
  if (condition !== undefined && 'comparison' in condition) return comparedName(desk, condition);
  if (condition !== undefined)
    return nameOf(desk, { refs: [{ measure: condition.measure, applicant: condition.applicant }] });
  return nameOf(desk, { refs: askedOf(desk.plan, desk.lexicon).flatMap((each: Asked) => each.refs) });
}

/** "Never" says nothing of years that are not held. */
const heldYearsOnly = (desk: Desk) =>
  warning(desk, 'heldYearsOnly', {
    zh: '这些单位在范围内收录的每份报告都符合；没有收录的年份不能判断。',
    en: 'Every report held of these agencies in this scope meets it; of years that are not held nothing can be said.',
  });

/** What a list and a count of the same reports share. */
export async function contentOf(desk: Desk, { rows, figures, sifted, warnings }: Matched): Promise<Partial<Answer>> {
  const shown = new Set(shownOf(desk, rows).map((row) => row.report));
  const cited = figures(shown);
  const subject = subjectOf(desk);
  return {
    subject,
    rows,
    citations: distinct(cited.flatMap(citationsOf)),
    warnings: [
      ...warnings,
      ...unknownLeftOut(desk, sifted.unknown),
      ...formLeftOut(desk, sifted.formLacks, subject),
      ...undefinedLeftOut(desk, sifted.undefined),
      ...(desk.plan.occurring === 'every' &&
      desk.plan.running === null &&
      desk.plan.scope.years.length === 0 &&
      rows.length > 0
        ? [heldYearsOnly(desk)]
        : []),
      ...(await findingsOn(desk, cited)),
    ],
    base: baseOf(desk.heads, sifted.unknown),
  };
}
