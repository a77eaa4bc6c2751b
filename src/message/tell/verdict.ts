/** Wording of whether what a question said of a figure is so: it comes first, the figure itself behind it. */
import type { Part } from '../message.ts';
import { showFigure } from '../numbers.ts';
import type { Telling } from './telling.ts';

export function verdict({ answer: { plan, confirmed }, naming, say }: Telling, parts: Part[]): Part[] {
  if (plan.claim === null || confirmed === undefined) return parts;
  const unit = plan.rate !== null || plan.share !== null ? '%' : confirmed.unit;
  const show = (value: number) => showFigure(value, unit, naming.language);
  const scale = unit === '%' ? 100 : 1;
  const { comparison, value, upper } = plan.claim;
  const said = say.compared(comparison, show(value * scale), upper === undefined ? '' : show(upper * scale));
  const is = confirmed.value === null ? null : show(confirmed.value);
  const [first, ...rest] = parts;
  const some = value === 0 && (comparison === 'gt' || comparison === 'eq');
  const text =
    plan.statement !== null
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
