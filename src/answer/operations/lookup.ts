/** lookup: the value of some cells of the reports in scope, or a figure of their text. */
import type { Answer, Row } from '../answer.ts';
import { citeEvidence, distinct } from '../cite.ts';
import { answer, type Desk, noData, shownOf } from '../desk.ts';
import { citationsOf, nameOf, rowOf } from '../figure-text.ts';
import { baseOf, type Figure, figuresOf, isKnown } from '../figures.ts';
import { type Asked, askedOf, entryOf, groupedOf } from '../measures.ts';
import { dividing } from '../rates.ts';
import { also, otherYears, reason, unknownFigure, yearsName } from '../reasons.ts';
import { saidInText } from '../said-in-text.ts';
import { findingsOn, unknownLeftOut } from '../warnings.ts';
import { happened } from './happened.ts';
import { rate } from './rate.ts';
import { search } from './search.ts';
import { statements } from './statements.ts';

/** 其他处理 of the 2021 form: a row of its own in the one form, in the other the rows that it is divided into, which are added. */
function partsOf(desk: Desk, asked: readonly Asked[]): Desk | null {
  const [only, ...more] = asked.flatMap(({ refs }) => refs);
  if (only === undefined || more.length > 0) return null;
  const within = desk.lexicon.measures.filter(({ id }) => id.startsWith(`${only.measure}.`));
  const measures = within.map(({ id }) => ({ measure: id, applicant: only.applicant }));
  return measures.length < 2 ? null : { ...desk, plan: { ...desk.plan, measures, combine: 'sum' } };
}

export async function lookup(desk: Desk): Promise<Answer> {
  const { plan, lexicon, heads } = desk;
  const asked = groupedOf(askedOf(plan, lexicon), lexicon);
  if (asked.length === 0) {
    if (dividing(plan)) return rate(desk);
    if (plan.statement !== null) return statements(desk);
    if (plan.topic !== null) return plan.dated ? happened(desk, plan.topic) : search(desk);
    return noData(desk, reason('noMeasure', '没有说明要查哪个数字。', 'The plan names no figure to look up.'));
  }
  const found = await figuresOf(desk, asked);
  const figures = heads.flatMap((head) => (found.get(head.report) ?? []).filter((each) => each.inForm));
  const parts = figures.length === 0 ? partsOf(desk, asked) : null;
  if (parts !== null) return lookup(parts);
  const subject = asked.length === 1 ? nameOf(desk, asked[0] as Asked) : groupSubject(desk, asked);
  if (!figures.some(isKnown)) return unknown(desk, asked, found);
  const single = figures.length === 1 ? figures[0] : undefined;
  const sums = asked.length > 1 && asked.some(({ refs }) => refs.length > 1);
  // A sum has no cell's name: all are told by what they are called.
  const named = (figure: Figure): Row => {
    const { measure: _cell, applicant: _by, ...row } = rowOf(figure);
    return { ...row, label: nameOf(desk, figure)[plan.language] };
  };
  const rows = single && single.facts.length > 1 ? partRows(single) : figures.map(sums ? named : rowOf);
  return answer(desk, 'answered', {
    subject,
    value: single?.value ?? null,
    unit: single?.unit ?? null,
    rows,
    citations: distinct(shownOf(desk, inOrder(figures)).flatMap(citationsOf)),
    warnings: [
      ...(single
        ? []
        : unknownLeftOut(
            desk,
            figures.filter((each) => !isKnown(each)),
          )),
      ...(await findingsOn(desk, figures)),
    ],
    base:
      heads.length > 1
        ? baseOf(
            heads,
            figures.filter((each) => !isKnown(each)),
          )
        : null,
  });
}

/** Figures in the order that a text shows them: in a breakdown of one report those that are not 0 come first. */
function inOrder(figures: readonly Figure[]): readonly Figure[] {
  if (new Set(figures.map(({ head }) => head.report)).size > 1) return figures;
  const telling = figures.filter((each) => each.value !== 0);
  return [...telling, ...figures.filter((each) => each.value === 0)];
}

function partRows(figure: Figure): Row[] {
  return figure.refs.map((_, index) =>
    rowOf({
      ...figure,
      refs: figure.refs.slice(index, index + 1),
      facts: figure.facts.slice(index, index + 1),
      parts: [],
      value: figure.facts[index]?.value ?? null,
    }),
  );
}

function groupSubject(desk: Desk, asked: readonly Asked[]) {
  const names = asked.map((each) => nameOf(desk, each));
  return asked.some(({ refs }) => refs.length > 1)
    ? { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') }
    : nameOf(desk, { refs: asked.flatMap(({ refs }) => refs) });
}

/** No figure is known: says why, and what the same row, the same group or other years hold instead. */
async function unknown(desk: Desk, asked: readonly Asked[], found: ReadonlyMap<string, Figure[]>): Promise<Answer> {
  const all = desk.heads.flatMap((head) => found.get(head.report) ?? []);
  const figure = (all.find((each) => each.inForm) ?? all[0]) as Figure;
  const which = asked[all.indexOf(figure) % asked.length] as Asked;
  const name = nameOf(desk, which);
  let why = unknownFigure(desk, figure, name);
  const instead = figure.inForm ? await sameRow(desk, which, figure) : [];
  if (instead.length > 0) {
    why = also(
      why,
      `同一行能确定的有：${held(desk, instead, 'zh')}。`,
      `Certain in the same row or group: ${held(desk, instead, 'en')}.`,
    );
  }
  const said = await saidInText(desk, figure);
  if (said.length > 0)
    why = also(
      why,
      `表外的正文写的是：${said.map(({ quote }) => `“${quote}”`).join('、')}（只是正文的说法，不作为这一格的值）。`,
      `The text beside the table says: ${said.map(({ quote }) => `“${quote}”`).join(', ')} (what the text says, not the value of this cell).`,
    );
  const years = otherYears(desk, figure.head);
  if (years.length > 0)
    why = also(
      why,
      `同一机关还有 ${yearsName(years).zh}的报告。`,
      `Other years held of this agency: ${yearsName(years).en}.`,
    );
  if (all.length > 1 && desk.heads.length > 1)
    why = also(
      why,
      `范围内 ${desk.heads.length} 份报告都没有这个数。`,
      `None of the ${desk.heads.length} reports in scope has this figure.`,
    );
  return noData(desk, why, {
    subject: name,
    rows: [...all.filter((each) => each.inForm && desk.heads.length === 1).map(rowOf), ...instead.map(rowOf)],
    citations: distinct([
      ...said.map((each) => citeEvidence(figure.head, each)),
      ...citationsOf(figure),
      ...instead.flatMap(citationsOf),
    ]),
    warnings: await findingsOn(desk, [figure]),
    base:
      desk.heads.length > 1
        ? baseOf(
            desk.heads,
            all.filter((each) => each.inForm),
          )
        : null,
  });
}

/** Known cells of the same group, or of the same row by the other applicants. */
async function sameRow(desk: Desk, asked: Asked, figure: Figure): Promise<Figure[]> {
  if (asked.refs.length > 1) {
    const parts = asked.refs.map((ref) => ({ refs: [ref] }));
    return ((await figuresOf(desk, parts, [figure.head])).get(figure.head.report) ?? []).filter(isKnown);
  }
  const [ref] = asked.refs;
  if (ref === undefined || entryOf(ref.measure, desk.lexicon)?.table !== 3) return [];
  const others = desk.lexicon.applicants
    .filter((each) => each.id !== ref.applicant)
    .map((each) => ({ refs: [{ measure: ref.measure, applicant: each.id as never }] }));
  return ((await figuresOf(desk, others, [figure.head])).get(figure.head.report) ?? []).filter(isKnown);
}

function held(desk: Desk, figures: readonly Figure[], language: 'zh' | 'en'): string {
  const naming = desk.names[language];
  const measures = new Set(figures.map(({ refs }) => refs[0]?.measure));
  const name = ({ refs: [ref] }: Figure) => {
    if (ref === undefined) return '';
    return measures.size === 1 && ref.applicant !== null ? naming.applicant(ref.applicant) : naming.measure(ref);
  };
  return figures.map((each) => `${name(each)} ${each.value}`).join(language === 'zh' ? '、' : ', ');
}
