/** Wording of whether what a question said of a figure is so: it comes first, the figure itself behind it. */
import type { Row, Standing } from '../../answer/answer.ts';
import type { Part } from '../message.ts';
import { showFigure, showValue } from '../numbers.ts';
import { type Telling, whose } from './telling.ts';

export function verdict(telling: Telling, parts: Part[]): Part[] {
  const {
    answer: { plan, confirmed },
    naming,
    say,
  } = telling;
  if (confirmed?.stands)
    return [{ kind: 'headline', text: standing(telling, confirmed.holds, confirmed.stands) }, ...parts];
  if (plan.claim === null || confirmed === undefined) return parts;
  // Whether all of them do: how many do not.
  if (plan.operation === 'count')
    return [
      {
        kind: 'headline',
        text: say.all(
          confirmed.holds,
          showValue({ value: confirmed.value, unit: confirmed.unit }, naming.language, say),
        ),
      },
      ...parts.map((part) => (part.kind === 'headline' ? { ...part, kind: 'text' as const } : part)),
    ];
  const unit = plan.rate !== null || plan.share !== null ? '%' : confirmed.unit;
  const show = (value: number) => showFigure(value, unit, naming.language);
  const scale = unit === '%' ? 100 : 1;
  const { comparison, value, upper } = plan.claim;
  const said = say.compared(comparison, show(value * scale), upper === undefined ? '' : show(upper * scale));
  const is = confirmed.value === null ? null : show(confirmed.value);
  const [first, ...rest] = parts;
  const some = value === 0 && (comparison === 'gt' || comparison === 'eq');
  const text =
    plan.statement !== null && plan.operation === 'lookup'
      ? say.written(confirmed.holds, is, said)
      : some
        ? say.some(confirmed.holds, comparison === 'eq', is)
        : say.claimed(confirmed.holds, comparison, is ?? '', said);
  const told: Part = { kind: 'headline', text };
  return [
    told,
    ...(first?.kind === 'headline' ? [{ kind: 'text' as const, text: first.text }] : first ? [first] : []),
    ...rest,
  ];
}

/** 对：… 1 件，… 0 件 · "No: … is 4th". */
function standing(
  { answer: { plan }, naming, say }: Telling,
  holds: boolean,
  { own, other, rank, among, tied, open }: Standing,
): string {
  const tell = (row: Row) => say.is(whose(row, naming), showValue(row, naming.language, say));
  if (plan.stands?.where) return say.place(tell(own), rank ?? 0, among ?? 0, tied, open);
  return other === null
    ? say.ranks(holds, tell(own), rank ?? 0, tied, open)
    : say.stands(holds, tell(own), tell(other));
}
