/** Wording of what a figure of the text is made up of, and of one part of it. */
import type { Row } from '../../answer/answer.ts';
import { captionOf } from '../caption.ts';
import type { Part } from '../message.ts';
import { showFigure, showValue } from '../numbers.ts';
import { about, head, subject, type Telling } from './telling.ts';

/** Null where the answer is none of this kind. */
export function made(telling: Telling): Part[] | null {
  const { answer, naming, say } = telling;
  const whole = answer.plan.statement?.whole ?? null;
  if (whole === null || answer.rows.every((row) => typeof row.whole !== 'number')) return null;
  const show = (value: number, row: Row) => showFigure(value, row.unit ?? null, naming.language);
  const item = (row: Row) => say.figure('', String(row.label), showValue(row, naming.language, say));
  const sentence = (): Part[] =>
    answer.citations
      .slice(0, 1)
      .map((each) => ({ kind: 'quote', text: each.quote, caption: captionOf(each, naming, say), highlights: [] }));
  const [only] = answer.rows;
  if (answer.plan.statement?.subject !== '') {
    if (answer.rows.length > 1 || only === undefined)
      return [
        head(say.figures(about(telling), subject(telling))),
        { kind: 'list', items: answer.rows.map(item), more: null },
      ];
    const share: Part[] =
      typeof only.numerator === 'number'
        ? [{ kind: 'text', text: say.rateOf(String(only.numerator), String(only.denominator)) }]
        : [];
    const unit = typeof only.wholeUnit === 'string' ? only.wholeUnit : null;
    const of = say.partOf(String(only.label), showFigure(Number(only.whole), unit, naming.language));
    return [head(say.figure(about(telling), of, showValue(only, naming.language, say))), ...share, ...sentence()];
  }
  const totals = answer.rows.filter((row) => typeof row.whole === 'number');
  const checks = totals.flatMap((row): Part[] =>
    typeof row.value === 'number'
      ? [
          {
            kind: 'note',
            text: say.addUp(
              show(row.value, row),
              show(Math.abs(Number(row.difference)), row),
              Math.sign(Number(row.difference)),
            ),
          },
        ]
      : [],
  );
  const title =
    answer.value === null
      ? say.figures(about(telling), subject(telling))
      : say.madeOf(
          say.figure(about(telling), subject(telling), showFigure(answer.value, answer.unit, naming.language)),
          Number(totals[0]?.n ?? 0),
        );
  return [
    head(title),
    { kind: 'list', items: answer.rows.filter((row) => typeof row.whole !== 'number').map(item), more: null },
    ...checks,
    ...sentence(),
  ];
}
