/** Wording of figures side by side: comparisons, years, changes, rates. */
import type { Row } from '../../answer/answer.ts';
import type { Part } from '../message.ts';
import { showFigure, showNumber } from '../numbers.ts';
import type { Say } from '../phrases.ts';
import { about, head, subject, type Telling, table } from './telling.ts';
import { reading } from './texts.ts';

/** Of many figures side by side those that are 0 everywhere are only counted: a table cut in the middle shows one side alone. */
const MANY = 6;
function withoutZeros(telling: Telling): { readonly shown: Telling; readonly zeros: number } {
  const { answer } = telling;
  const none = { shown: telling, zeros: 0 };
  if (answer.plan.measures.length <= MANY || answer.window.from > 0) return none;
  if (!answer.rows.every(({ measure }) => measure !== undefined)) return none;
  const keyOf = ({ measure, applicant }: Row) => `${measure}/${applicant}`;
  const all = new Set(answer.rows.map(keyOf));
  const told = new Set(answer.rows.filter(({ value }) => value !== 0).map(keyOf));
  const zeros = all.size - told.size;
  if (zeros < 2 || told.size === 0) return none;
  const rows = answer.rows.filter((row) => told.has(keyOf(row)));
  return { shown: { ...telling, answer: { ...answer, rows } }, zeros };
}

export function comparing(telling: Telling): Part[] {
  const { answer, naming, say } = telling;
  if (answer.excerpts.length > 0) return reading(telling);
  const { shown, zeros } = withoutZeros(telling);
  const rest: Part[] = zeros > 0 ? [{ kind: 'note', text: say.others(zeros) }] : [];
  const [, second] = answer.rows;
  const points = second?.unit === '%';
  const difference =
    typeof second?.difference === 'number' && (second.agency ?? second.label) != null ? second.difference : null;
  const sameYear = new Set(answer.rows.map((row) => row.year)).size === 1;
  const year = sameYear || !second?.year ? '' : naming.language === 'zh' ? ` ${second.year} 年` : ` ${second.year}`;
  // Figures of one report are told apart by what they count.
  const own = second?.label !== undefined && new Set(answer.rows.map(({ report }) => report)).size === 1;
  const named =
    second === undefined ? '' : `${second.agency === null || own ? second.label : naming.agency(second.agency)}${year}`;
  const said: Part[] =
    difference === null
      ? []
      : [
          {
            kind: 'text',
            text: say.differs(
              named,
              points
                ? say.points(showNumber(Math.abs(difference)))
                : showFigure(Math.abs(difference), answer.unit, naming.language),
              Math.sign(difference),
            ),
          },
        ];
  return [head(say.figures(about(telling), subject(telling))), ...table(shown), ...rest, ...said];
}

export function series(telling: Telling): Part[] {
  const { say } = telling;
  return [head(say.trend(about(telling), subject(telling))), ...table(telling)];
}

export function changing(telling: Telling): Part[] {
  const { answer, naming, say } = telling;
  const [only] = answer.rows;
  // A corrected report against what it replaced: no years.
  if (answer.plan.scope.versions === 'both')
    return [head(say.figures(about(telling), subject(telling))), ...table(telling)];
  if (answer.rows.length > 1 && only?.fromYear !== undefined)
    return [
      head(
        say.moves(
          '',
          subject(telling) || (naming.language === 'zh' ? '主要数字' : 'key figures'),
          only.fromYear as number,
          only.toYear as number,
          answer.plan.moved?.each === true,
        ),
      ),
      ...table(telling),
    ];
  if (answer.rows.length !== 1 || only === undefined || typeof only.value !== 'number' || typeof only.from !== 'number')
    return series(telling);
  const show = (value: number) => showFigure(value, only.unit ?? null, naming.language);
  const percent =
    typeof only.percent === 'number' ? `${only.percent > 0 ? '+' : ''}${showNumber(only.percent)}%` : null;
  const delta = say.delta(show(Math.abs(only.value)), Math.sign(only.value), percent);
  // A sum over the reports of each year is no single agency's.
  const whose =
    only.fromReports === undefined
      ? naming.agency(only.agency)
      : say.ofReports(only.fromReports as number, only.toReports as number);
  const name = naming.language === 'zh' ? `${whose} ` : `${whose} — `;
  return [
    head(
      say.changed(
        name,
        subject(telling),
        show(only.from),
        show(only.to as number),
        only.fromYear as number,
        only.toYear as number,
        delta,
      ),
    ),
  ];
}

/** One in so many: of the pooled row, where there is one. */
function oneIn(row: Row | undefined, say: Say): Part[] {
  const [part, whole] = [row?.numerator, row?.denominator];
  if (typeof part !== 'number' || typeof whole !== 'number' || part === 0) return [];
  const n = whole / part;
  return [{ kind: 'text', text: say.oneIn(String(Number(n.toFixed(1))), Number.isInteger(n)) }];
}

export function rating(telling: Telling): Part[] {
  const { answer, naming, say } = telling;
  const { rows, value, plan } = answer;
  const decided: Part[] =
    plan.rate === 'reviewCorrected' || plan.rate === 'litigationCorrected'
      ? [{ kind: 'note', text: say.decided() }]
      : [];
  const [only] = rows;
  const title =
    value === null
      ? say.figures(about(telling), subject(telling))
      : say.figure(about(telling), subject(telling), showFigure(value, '%', naming.language));
  const toOne = plan.oneIn ? oneIn(rows.at(-1), say) : [];
  if (rows.length === 1 && only)
    return [
      head(title),
      ...toOne,
      {
        kind: 'text',
        text: `${say.rateOf(String(only.numerator), String(only.denominator))}${naming.language === 'zh' ? '，' : ', '}n = ${only.n ?? 1}`,
      },
      ...decided,
    ];
  return [
    head(title),
    ...toOne,
    ...table(telling),
    { kind: 'note', text: say.pooled((rows.at(-1)?.n as number) ?? rows.length) },
    ...decided,
  ];
}
