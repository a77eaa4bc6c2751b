/**
 * What of an answer can be drawn: a trend as a line, a rank or a rate as bars, the shares of a whole as a pie. Only where
 * every point is a known number: a gap drawn as nothing, or as 0, would say something that no report says.
 */
import type { Answer, Row } from '../answer/answer.ts';
import type { Naming } from '../lexicon/naming.ts';
import type { Part } from './message.ts';

type Chart = Extract<Part, { kind: 'chart' }>;

/** Points of a chart, segments of a pie, lines of a trend: more than these are not drawn (Slack, November 2026). */
const POINTS = 20;
const SEGMENTS = 6;
const SERIES = 6;

/** The chart of an answer's first window, if it has one. */
export function chartOf(answer: Answer, naming: Naming): Chart[] {
  const { plan, status, window, rows } = answer;
  if (status !== 'answered' || window.from > 0 || plan.show !== 'answer' || plan.export !== null) return [];
  const shown = rows.slice(0, window.size).filter((row) => !isTotal(row));
  const drawn = drawnOf(answer, shown, naming);
  if (drawn === null) return [];
  const units = new Set(shown.map((row) => row.unit ?? null));
  if (units.size !== 1) return [];
  const title = answer.subject?.[naming.language] ?? '';
  return [{ kind: 'chart', title, unit: [...units][0] ?? null, ...drawn }];
}

function drawnOf({ plan }: Answer, rows: readonly Row[], naming: Naming): Pick<Chart, 'shape' | 'series'> | null {
  if (!rows.every(isKnown)) return null;
  switch (plan.operation) {
    case 'trend':
      return trend(rows, naming);
    case 'rank':
    case 'rate':
      return bars(rows, naming);
    case 'sum':
    case 'average':
      return plan.groupBy === null ? null : bars(rows, naming);
    case 'lookup':
      return plan.groupBy === 'outcome' || plan.groupBy === 'applicant' ? shares(rows, naming) : null;
    default:
      return null;
  }
}

const isKnown = (row: Row) => typeof row.value === 'number' && Number.isFinite(row.value);
/** The pooled row of rates, and the whole of a breakdown: no part beside its parts. */
const isTotal = (row: Row) =>
  (row.numerator !== undefined && row.agency === null && row.report === null && typeof row.n === 'number') ||
  row.measure === 'applications.handled';

/** A line for each series; every one has a figure for every year. */
function trend(rows: readonly Row[], naming: Naming): Pick<Chart, 'shape' | 'series'> | null {
  const years = [...new Set(rows.map((row) => row.year))];
  if (years.length < 3 || years.length > POINTS || years.includes(null)) return null;
  const lines = new Map<string, Row[]>();
  for (const row of rows) lines.set(nameOf(row, naming), [...(lines.get(nameOf(row, naming)) ?? []), row]);
  if (lines.size > SERIES) return null;
  const series = [...lines].map(([name, own]) => ({
    name,
    points: own.map((row) => ({ label: String(row.year), value: row.value as number })),
  }));
  const whole = series.every(({ points }) => points.length === years.length && unique(points));
  return whole ? { shape: 'line', series } : null;
}

const nameOf = (row: Row, naming: Naming) => row.label ?? (row.agency === null ? '' : naming.agency(row.agency));

function bars(rows: readonly Row[], naming: Naming): Pick<Chart, 'shape' | 'series'> | null {
  if (rows.length < 2 || rows.length > POINTS) return null;
  const years = new Set(rows.map((row) => row.year)).size > 1;
  const points = rows.map((row) => ({
    label: [nameOf(row, naming), years && row.year !== null ? String(row.year) : ''].filter(Boolean).join(' '),
    value: row.value as number,
  }));
  return points.some(({ value }) => value !== 0) && unique(points)
    ? { shape: 'bar', series: [{ name: '', points }] }
    : null;
}

/** Parts of one report's whole; those that are 0 have no share. */
function shares(rows: readonly Row[], naming: Naming): Pick<Chart, 'shape' | 'series'> | null {
  if (new Set(rows.map((row) => row.report)).size !== 1) return null;
  const several = new Set(rows.map((row) => row.applicant)).size > 1;
  const points = rows
    .filter((row) => (row.value as number) > 0 && !(several && row.applicant === 'total'))
    .map((row) => ({
      label: naming.measure({ measure: row.measure ?? '', applicant: row.applicant ?? null }),
      value: row.value as number,
    }));
  if (points.length < 2 || points.length > SEGMENTS || !unique(points)) return null;
  return { shape: 'pie', series: [{ name: '', points }] };
}

const unique = (points: readonly { label: string }[]) =>
  new Set(points.map(({ label }) => label)).size === points.length;
