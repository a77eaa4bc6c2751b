/** A chart as Slack's block `data_visualization` (docs.slack.dev, November 2026); its figures stand in the message's text too. */
import type { Part } from '../message.ts';
import { pieces } from './escape.ts';
import { limits } from './limits.ts';

/** The block's type: a server that refuses it is sent the message without such blocks. */
export const CHART = 'data_visualization';

/** The block, or null where the chart is larger than Slack draws. */
export function chartBlock({ shape, title, unit, series }: Extract<Part, { kind: 'chart' }>): object | null {
  const [first] = series;
  const most = shape === 'pie' ? limits.segments : limits.points;
  if (first === undefined || first.points.length > most || series.length > limits.series) return null;
  const labels = distinct(first.points.map(({ label }) => label));
  const data = (points: typeof first.points) =>
    points.map(({ value }, index) => ({ label: labels[index] as string, value }));
  const heading = short(unit === null ? title : `${title} (${unit})`, limits.chartTitle) || '—';
  if (shape === 'pie') return { type: CHART, title: heading, chart: { type: shape, segments: data(first.points) } };
  const names = distinct(series.map(({ name }) => name || title));
  const chart = {
    type: shape,
    series: series.map(({ points }, index) => ({ name: names[index] as string, data: data(points) })),
    axis_config: { categories: labels, ...(unit === null ? {} : { y_label: short(unit, limits.chartTitle) }) },
  };
  return { type: CHART, title: heading, chart };
}

/** Labels of Slack's length, told apart where cutting made them alike. */
function distinct(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.map((text, index) => {
    const cut = short(text, limits.chartLabel) || '—';
    const label = seen.has(cut) ? short(`${index + 1} ${text}`, limits.chartLabel) : cut;
    seen.add(label);
    return label;
  });
}

/** Text on one line, cut with a mark, without the characters that Slack's markup is made of. */
function short(text: string, limit: number): string {
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[<>&]/g, (mark) => ({ '<': '＜', '>': '＞', '&': '＆' })[mark] as string);
  return line.length <= limit ? line : `${pieces(line, limit - 1)[0]?.trim() ?? ''}…`.slice(0, limit);
}
