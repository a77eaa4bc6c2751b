/** Sentences of a section with the themes that they name: problems, and what is done about them. */
import { setImmediate } from 'node:timers/promises';
import type { Theme } from '../lexicon/lexicon.ts';
import type { Paragraph } from '../report/report.ts';
import type { ReportHead, Store } from '../store/store.ts';
import { clauses, sentences } from '../text/sentences.ts';
import type { Desk } from './desk.ts';
import { type Side, sideOf, sideOfHeading } from './sides.ts';
import { topicOf } from './topical.ts';

/** A sentence of a section with the themes that it names. */
export interface Sentence {
  readonly text: string;
  readonly line: number | null;
  readonly page: number | null;
  readonly themes: readonly string[];
}

/** Sentences by report and sections: a report's text never changes under its id. */
const known = new WeakMap<Store, Map<string, readonly Sentence[] | null>>();
const KEPT = 20_000;
/** Reports that are read in one go. */
const AT_ONCE = 50;

/** Those that name a theme; null where the report has no such section. */
export async function sentencesOf(
  desk: Desk,
  head: ReportHead,
  numbers: readonly number[],
): Promise<readonly Sentence[] | null> {
  const cache = known.get(desk.store) ?? new Map<string, readonly Sentence[] | null>();
  known.set(desk.store, cache);
  const key = `${head.report}/${numbers.join()}`;
  const kept = cache.get(key);
  if (kept !== undefined) return kept;
  const sections = (await desk.store.sections(head.report)) ?? [];
  // Other work goes on while a large library is read for the first time.
  if (cache.size % AT_ONCE === 0) await setImmediate();
  const chosen = sections.filter((each) => each.number !== null && numbers.includes(each.number));
  const read = chosen.length === 0 ? null : chosen.flatMap((each) => inSection(each.paragraphs, desk.lexicon.themes));
  if (cache.size >= KEPT) cache.clear();
  cache.set(key, read);
  return read;
}

/** Those that name a theme. */
const inSection = (paragraphs: readonly Paragraph[], all: readonly Theme[]): Sentence[] =>
  bySide(paragraphs, (parts, side) => {
    const named = all.filter((theme) => names(parts, theme, side)).map((theme) => theme.id);
    return named.length === 0 ? null : named;
  });

/** A heading in the section says whether problems or measures stand under it; elsewhere each clause says so itself. */
function bySide(
  paragraphs: readonly Paragraph[],
  themesOf: (clauses: readonly string[], under: Side | null) => readonly string[] | null,
): Sentence[] {
  let under: Side | null = null;
  return paragraphs
    .filter((paragraph) => !paragraph.tabular)
    .flatMap(({ text, lines, page }) => {
      const heading = sideOfHeading(text.trim());
      if (heading !== null) under = heading;
      return sentences(text).flatMap((each): Sentence[] => {
        const parts = clauses(each.text).map((clause) => clause.text);
        const themes = themesOf(parts, under);
        return themes === null ? [] : [{ text: each.text, line: lines?.[0] ?? null, page, themes }];
      });
    });
}

/**
 * A clause of the sentence has a name of the theme and is of its side. What is named as lacking under measures is no problem had;
 * what is named there and lacks nothing is done.
 */
const names = (sentence: readonly string[], { kind, zhNames }: Theme, under: Side | null): boolean =>
  sentence.some(
    (clause) =>
      zhNames.some((name) => clause.includes(name)) &&
      (sideOf(clause) ?? (under === 'measure' ? under : null)) === kind &&
      under !== (kind === 'problem' ? 'measure' : 'problem'),
  );

const nothing: ReadonlySet<string> = new Set();

/** Those of which a clause treats the topic, and is of this side where one is asked for; null where the report has no such section. */
export async function treating(
  desk: Desk,
  head: ReportHead,
  numbers: readonly number[],
  topic: string,
  side: Side | null,
): Promise<readonly Sentence[] | null> {
  const sections = (await desk.store.sections(head.report)) ?? [];
  const chosen = sections.filter((each) => each.number !== null && numbers.includes(each.number));
  if (chosen.length === 0) return null;
  const { holdsAll } = topicOf(topic, desk.lexicon);
  const treats = (clause: string, under: Side | null) =>
    holdsAll([clause], nothing) &&
    (side === null || ((under === null || under === side) && (sideOf(clause) ?? under) === side));
  return chosen.flatMap(({ paragraphs }) =>
    bySide(paragraphs, (parts, under) => (parts.some((clause) => treats(clause, under)) ? [] : null)),
  );
}
