/** Series: figures of several reports that may be added, averaged and ranked together, and what is kept out of them. */
import type { Bilingual } from '../report/report.ts';
import type { ReportHead } from '../store/store.ts';
import type { Warning } from './answer.ts';
import type { Desk } from './desk.ts';
import { nameOf } from './figure-text.ts';
import { type Figure, figureOf, isKnown } from './figures.ts';
import { askedOf, comparableAcrossForms, knownUnit } from './measures.ts';
import { crossForm, formLeftOut, unitsApart, unknownLeftOut } from './warnings.ts';

export type KnownFigure = Figure & { readonly value: number };

export interface Series {
  readonly name: Bilingual;
  readonly unit: string | null;
  /** Known figures of one unit and one meaning. */
  readonly known: readonly KnownFigure[];
  readonly unknown: readonly Figure[];
  /** Reports whose form has no such cell. */
  readonly formLacks: readonly ReportHead[];
  /** Known figures of another unit, or of none. */
  readonly apart: readonly Figure[];
}

/** The plan's figures over the reports, one series for each that stands by itself. Empty where no form has the cells. */
export async function seriesOf(desk: Desk, heads: readonly ReportHead[] = desk.heads): Promise<Series[]> {
  const asked = askedOf(desk.plan, desk.lexicon);
  const found = await Promise.all(asked.map(async (each) => ({ each, figures: await figureOf(desk, each, heads) })));
  const series = found.flatMap(({ each, figures }) =>
    split(figures).map((some) =>
      build(
        some,
        nameOf(desk, { refs: some.find((one) => one.inForm)?.refs ?? each.refs }),
        each.refs.length > 1 ? nameOf(desk, each) : null,
      ),
    ),
  );
  return series.filter((each) => each.known.length + each.unknown.length + each.apart.length > 0);
}

/** Figures summed of cells that mean different things in the two forms are kept apart, by the cells that they use. */
function split(figures: readonly Figure[]): Figure[][] {
  // Thousands of figures share their lists of cells: each list is named once.
  const lists = new Map<Figure['refs'], string>();
  for (const { refs } of figures) if (!lists.has(refs)) lists.set(refs, refs.map((ref) => ref.measure).join());
  const measures = new Set([...lists.keys()].flatMap((refs) => refs.map((ref) => ref.measure)));
  if ([...measures].every(comparableAcrossForms)) return [[...figures]];
  const kinds = new Set(figures.filter((each) => each.inForm).map(({ refs }) => lists.get(refs)));
  if (kinds.size < 2) return [[...figures]];
  return [...kinds].map((kind) => figures.filter((each) => !each.inForm || lists.get(each.refs) === kind));
}

function build(figures: readonly Figure[], own: Bilingual, group: Bilingual | null): Series {
  const known = figures.filter((each): each is KnownFigure => each.inForm && isKnown(each));
  const unit = commonUnit(known);
  const one = known.length === 1;
  const fits = (each: Figure) => one || (unit !== null && each.unit === unit);
  return {
    name: group ?? own,
    unit: one ? (known[0]?.unit ?? null) : unit,
    known: known.filter(fits),
    apart: known.filter((each) => !fits(each)),
    unknown: figures.filter((each) => each.inForm && !isKnown(each)),
    formLacks: figures.filter((each) => !each.inForm).map((each) => each.head),
  };
}

/** The unit that most of the figures have; null where none states one. */
function commonUnit(figures: readonly Figure[]): string | null {
  const counts = new Map<string | null, number>();
  for (const { unit } of figures) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].filter(([unit]) => knownUnit(unit) !== null).sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Its cells mean something else in the other form. */
const ofForm = ({ known }: Series): boolean =>
  [...new Set(known.map(({ refs }) => refs))].some((refs) => refs.some((ref) => !comparableAcrossForms(ref.measure)));

/** The reports of the one are of another form than all of the other's. */
const apartByForm = (one: Series, other: Series): boolean => {
  const forms = new Set(one.known.map(({ head }) => head.form));
  return other.known.every(({ head }) => !forms.has(head.form));
};

/** What must be said of reports that are not in the series. */
export function leftOut(desk: Desk, series: readonly Series[]): Warning[] {
  const several = series.length > 1;
  const ofOneForm = new Set(series.filter(ofForm));
  // 新制作 of one form and 制发 of the other stand side by side, each under its name: that they cannot be compared is said.
  const crossing = series.find(
    (each) =>
      ofOneForm.has(each) &&
      (each.formLacks.length > 0 || series.some((other) => ofOneForm.has(other) && apartByForm(each, other))),
  );
  return [
    ...series.flatMap((each) => unknownLeftOut(desk, each.unknown)),
    ...(several ? [] : series.flatMap((each) => formLeftOut(desk, each.formLacks, each.name))),
    ...series.flatMap((each) => unitsApart(desk, each.apart)),
    ...(crossing === undefined ? [] : [crossForm(desk, crossing.name)]),
  ];
}
