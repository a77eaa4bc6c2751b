/** Wording of figures: cells, figures of the text, lists, counts, sums, averages, ranks. */
import type { Row } from '../../answer/answer.ts';
import { captionOf } from '../caption.ts';
import type { Part } from '../message.ts';
import { showFigure, showNumber, showValue } from '../numbers.ts';
import { windowOf } from '../table.ts';
import { made } from './parts.ts';
import { about, allAlike, head, subject, type Telling, table, tableOfMany } from './telling.ts';

export function figures(telling: Telling): Part[] {
  const { answer, naming, say } = telling;
  const { rows, value, unit } = answer;
  const [only] = rows;
  const parts = made(telling);
  if (parts !== null) return parts;
  if (only?.section !== undefined && rows.every((row) => row.label !== undefined)) return stated(telling);
  if (rows.length === 1 && only)
    return [
      head(say.figure(about(telling), subject(telling), showValue(only, naming.language, say))),
      ...partsOf(only, telling),
    ];
  const title =
    value === null
      ? say.figures(about(telling), subject(telling))
      : say.figure(about(telling), subject(telling), showFigure(value, unit, naming.language));
  const single = new Set(rows.map((row) => row.report)).size === 1;
  const zeros = single && rows.length > 6 ? rows.filter((row) => row.value === 0) : [];
  const nonzero = zeros.length > 1 ? rows.filter((row) => row.value !== 0) : rows;
  if (nonzero.length === 0) return [head(title), { kind: 'text', text: say.allZero(zeros.length) }];
  const rest: Part[] = zeros.length > 1 ? [{ kind: 'note', text: say.others(zeros.length) }] : [];
  const [one] = nonzero;
  // A table of one row tells no row apart: which cell the figure is of is said.
  if (nonzero.length === 1 && one?.measure !== undefined) {
    const name = naming.measure({ measure: one.measure, applicant: one.applicant ?? null });
    const line = say.figure('', name, showValue(one, naming.language, say));
    return [head(title), { kind: 'list', items: [line], more: null }, ...rest];
  }
  return [head(title), ...table(telling, nonzero), ...rest];
}

/** The cells that a sum was added up from. */
function partsOf(row: Row, { naming, say }: Telling): Part[] {
  const parts = row.parts as { measure: string; applicant: string | null; value: number | null }[] | undefined;
  if (!Array.isArray(parts)) return [];
  return [
    {
      kind: 'note',
      text: say.adds(
        parts
          .map((each) => `${naming.measure(each)} ${each.value ?? say.notStated()}`)
          .join(naming.language === 'zh' ? '、' : ', '),
      ),
    },
  ];
}

/** Figures of the text, each with its sentence. */
function stated(telling: Telling): Part[] {
  const { answer, naming, say } = telling;
  const several = new Set(answer.rows.map((row) => row.report)).size > 1;
  const line = (row: Row) =>
    say.figure(
      several ? `${naming.agency(row.agency)}${row.year === null ? '' : ` ${row.year}`} · ` : '',
      String(row.label),
      showValue(row, naming.language, say),
    );
  const [only] = answer.rows;
  const sentences = answer.citations
    .slice(0, 5)
    .map((each): Part => ({ kind: 'quote', text: each.quote, caption: captionOf(each, naming, say), highlights: [] }));
  if (answer.rows.length === 1 && only)
    return [head(say.figure(about(telling), String(only.label), showValue(only, naming.language, say))), ...sentences];
  const { shown, beyond } = windowOf(answer.rows, answer.window, say);
  return [
    head(say.figures(about(telling), subject(telling))),
    { kind: 'list', items: shown.map(line), ...beyond },
    ...sentences,
  ];
}

export function listing(telling: Telling): Part[] {
  const { answer, say } = telling;
  if (answer.plan.statement !== null) return stated(telling);
  const n = answer.rows.length;
  const of = answer.base?.reports ?? n;
  const title = answer.plan.conditions.length === 0 ? say.reportsHeld(n) : matched(telling, n, of);
  return [head(title), ...(n === 1 ? allAlike(telling) : tableOfMany(telling))];
}

/** Reports or, where agencies are asked for, those: an agency with reports of several years is one. */
function matched({ answer, say }: Telling, n: number, of: number): string {
  if (answer.plan.occurring === 'together' && answer.plan.groupBy !== 'agency') return say.groups(n, of);
  if (answer.plan.groupBy !== 'agency') return say.matches(n, of);
  const agencies = new Set(answer.rows.map((row) => row.agency ?? row.report)).size;
  return agencies === n ? say.agencies(agencies, of) : say.agenciesIn(agencies, n, of);
}

export function counting(telling: Telling): Part[] {
  const { answer, naming, say } = telling;
  const { reports: looked = 0, unknown = [] } = answer.base ?? {};
  const share = showFigure(answer.value ?? 0, answer.unit, naming.language);
  const value = answer.plan.percent
    ? say.shareOfBodies(share, answer.rows.length, looked - unknown.length, answer.plan.groupBy === 'agency')
    : `${answer.value ?? 0} ${answer.unit ?? ''}`.trim();
  return [
    head(say.count(value, looked)),
    ...(answer.rows.length === 1 && naming ? allAlike(telling) : tableOfMany(telling)),
  ];
}

export function aggregate(telling: Telling, kind: 'sum' | 'average'): Part[] {
  const { answer, naming, say } = telling;
  if (answer.plan.statement !== null && answer.value === null) return stated(telling);
  if (answer.value === null)
    return [head(subject(telling) || (kind === 'sum' ? say.sums() : say.means())), ...tableOfMany(telling)];
  const figure = showFigure(answer.value, answer.unit, naming.language);
  const value = answer.rows.some(({ approximate }) => approximate === true) ? say.about(figure) : figure;
  const title =
    kind === 'sum'
      ? say.sum(subject(telling), value)
      : say[answer.plan.middle === 'median' ? 'median' : 'average'](subject(telling), value);
  const rows = answer.rows.length === 1 ? allAlike(telling) : tableOfMany(telling);
  const n = answer.rows.reduce((sum, row) => sum + (typeof row.n === 'number' ? row.n : 1), 0);
  const mean: Part[] = countsEach(answer.plan, kind) ? [{ kind: 'note', text: say.meanOf(n) }] : [];
  return [head(title), ...rows, ...mean, ...(kind === 'average' ? divided(telling) : [])];
}

/** Of what a mean was taken: the sum of the figures, and of how many. */
function divided({ answer: { plan, rows, unit }, naming, say }: Telling): Part[] {
  const plain = plan.middle === 'mean' && plan.rate === null && plan.share === null && plan.statement === null;
  if (
    !plain ||
    rows.length < 2 ||
    rows.some(({ report, value }) => (report === null && !plan.yearly) || typeof value !== 'number')
  )
    return [];
  const sum = rows.reduce((total, { value }) => total + (value as number), 0);
  return [
    {
      kind: 'note',
      text: say.divided(showFigure(Number(sum.toFixed(10)), unit, naming.language), rows.length, plan.yearly),
    },
  ];
}

/** Of rates and of figures of the text it is said how many reports count. */
const countsEach = ({ rate, share, statement, middle }: Telling['answer']['plan'], kind: 'sum' | 'average'): boolean =>
  statement !== null || (kind === 'average' && middle === 'mean' && (rate !== null || share !== null));

export function ranking(telling: Telling): Part[] {
  const { answer, say } = telling;
  const { direction = 'desc', mean = false, ends = false } = answer.plan.order ?? {};
  return [
    head(say.top(say.ranked(subject(telling), mean), direction === 'desc', ends)),
    ...(answer.rows.length === 1 ? allAlike(telling) : tableOfMany(telling)),
    ...(ends ? farApart(telling) : []),
  ];
}

/** How far the last is from the first, where these two are all that is shown. */
function farApart({ answer: { rows, unit }, naming, say }: Telling): Part[] {
  const [first, last, ...more] = rows;
  if (typeof first?.value !== 'number' || typeof last?.value !== 'number' || more.length > 0) return [];
  const difference = Number((last.value - first.value).toFixed(10));
  const size =
    unit === '%'
      ? say.points(showNumber(Math.abs(difference)))
      : showFigure(Math.abs(difference), unit, naming.language);
  return [{ kind: 'text', text: say.differs(last.label ?? naming.agency(last.agency), size, Math.sign(difference)) }];
}
