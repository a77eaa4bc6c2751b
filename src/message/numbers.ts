/** Figures as they are shown: whole numbers plainly, others with two decimals at most, without a thousands separator. */
import type { Row } from '../answer/answer.ts';
import type { Say } from './phrases.ts';

export function showNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(2)));
}

const ENGLISH: Record<string, string> = { 万元: ' wan yuan (万元)', 元: ' yuan', 人: ' people', 人次: ' visits' };
const COUNTERS = /^[件条项份次个家篇期场]$/;

/** A figure with its unit; in English a mere counter word is left out. */
export function showFigure(value: number, unit: string | null, language: 'zh' | 'en'): string {
  const number = showNumber(value);
  if (unit === null || unit.includes('未注明')) return number;
  if (unit === '%') return `${number}%`;
  if (language === 'zh') return `${number} ${unit}`;
  return COUNTERS.test(unit) ? number : `${number}${ENGLISH[unit] ?? ` ${unit}`}`;
}

/** The value of a row, or how it is unknown. */
export function showValue(
  row: Pick<Row, 'value' | 'unit' | 'state' | 'denominator'> & { readonly approximate?: unknown },
  language: 'zh' | 'en',
  say: Say,
): string {
  if (typeof row.value === 'number') {
    const figure = showFigure(row.value, row.unit ?? null, language);
    return row.approximate === true ? say.about(figure) : figure;
  }
  if (typeof row.value === 'string') return row.value;
  if (row.state === 'blank') return say.blank();
  if (row.state === 'missing') return say.missing();
  if (row.state === 'uncertain') return say.uncertain();
  return row.denominator === 0 ? say.undefinedRate() : say.notStated();
}
