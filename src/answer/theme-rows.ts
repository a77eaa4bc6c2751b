/** Rows of themes: how many reports name each, which ones do, and how many of each year, place or kind. */
import type { ReportHead } from '../store/store.ts';
import { rankBy } from './aggregate.ts';
import type { Row } from './answer.ts';
import type { Desk } from './desk.ts';
import { groupBy } from './groups.ts';
import type { Sentence } from './themed.ts';

/** A report, and its sentences that name what is asked for. */
export interface Naming {
  readonly head: ReportHead;
  readonly sentences: readonly Sentence[];
}

/** The themes asked for: those named, else all of the side asked for. */
export function wantedOf({ plan, lexicon }: Desk): ReadonlySet<string> {
  if (plan.themes.length > 0) return new Set(plan.themes);
  const fitting = lexicon.themes.filter(({ kind }) => plan.themeKind === null || kind === plan.themeKind);
  return new Set(fitting.map(({ id }) => id));
}

/** Themes with the reports that name them, the most frequent first. */
function tally(desk: Desk, found: readonly Naming[]): [string, string[]][] {
  const wanted = wantedOf(desk);
  const counts = new Map<string, Set<string>>();
  for (const { head, sentences } of found)
    for (const id of sentences.flatMap((each) => each.themes))
      if (wanted.has(id)) counts.set(id, (counts.get(id) ?? new Set()).add(head.report));
  return [...counts]
    .map(([id, reports]): [string, string[]] => [id, [...reports]])
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
}

/** The most named, or the least, of as many as the plan asks for; those that equal the last come with it. */
function ordered<T>(desk: Desk, all: readonly T[], size: (item: T) => number): readonly T[] {
  const { order } = desk.plan;
  return order === null ? all : rankBy(all, size, order.direction, order.limit, order.ends).map(({ item }) => item);
}

/** How many reports name each theme. */
export const countRows = (desk: Desk, found: readonly Naming[]): Row[] =>
  ordered(desk, tally(desk, found), ([, reports]) => reports.length).map(([theme, reports]) => ({
    agency: null,
    year: null,
    report: reports.length === 1 ? (reports[0] ?? null) : null,
    value: reports.length,
    label: desk.names[desk.plan.language].theme(theme),
    theme,
    reports,
  }));

/** Who names a theme: a row for each report. */
export const namingRows = (desk: Desk, found: readonly Naming[]): Row[] =>
  tally(desk, found).flatMap(([theme, reports]) =>
    reports.map((report) => {
      const head = desk.library.byId.get(report);
      const label = desk.names[desk.plan.language].theme(theme);
      return { agency: head?.agency ?? null, year: head?.year ?? null, report, value: null, label, theme };
    }),
  );

/** Who says something of a topic. */
export const reportRows = (found: readonly Naming[]): Row[] =>
  found.map(({ head: { agency, year, report } }) => ({ agency, year, report, value: null }));

/**
 * Of each year, place or kind the themes that its reports name most; `n` reports of it have the section. Where the themes are named, or
 * a topic is, how many of each name them at all.
 */
export function groupRows(desk: Desk, found: readonly Naming[]): Row[] {
  const { plan } = desk;
  const groups = groupBy(desk, plan.groupBy, found, ({ head }) => head).map(({ label, items }) => {
    const year = plan.groupBy === 'year' ? (items[0]?.head.year ?? null) : null;
    const naming = items.filter(({ sentences }) => sentences.length > 0);
    return { label, year, items: naming, row: { agency: null, year, report: null, n: items.length } };
  });
  if (plan.themes.length > 0 || plan.topic !== null)
    return ordered(desk, groups, ({ items }) => items.length).map(({ label, year, items, row }) => ({
      ...row,
      ...(year === null ? { label } : {}),
      value: items.length,
      theme: plan.themes[0],
      reports: items.map(({ head }) => head.report),
    }));
  return groups.flatMap(({ label, year, items, row }) =>
    countRows(desk, items).map((each) => ({
      ...each,
      ...row,
      label: year === null ? `${label} · ${each.label}` : each.label,
    })),
  );
}
