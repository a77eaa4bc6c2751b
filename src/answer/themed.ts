/** Sentences of a section with the themes that they name: problems, and what is done about them. */
import { setImmediate } from 'node:timers/promises';
import type { Theme } from '../lexicon/lexicon.ts';
import type { Paragraph } from '../report/report.ts';
import type { Store } from '../store/store.ts';
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

/** A sentence of a section as it is judged: its clauses, and what it stands under. */
interface Said {
  readonly text: string;
  readonly line: number | null;
  readonly page: number | null;
  readonly clauses: readonly Clause[];
  readonly under: Side | null;
}

interface Clause {
  readonly text: string;
  readonly side: Side | null;
}

/** What was read of a section. Null: the report has no such section. */
export interface Read {
  readonly said: readonly Said[] | null;
  /** Those that name a theme, once they were asked for. */
  themed?: readonly Sentence[];
}
/** By sections and report: a report's text never changes under its id. */
const known = new WeakMap<Store, Map<string, Map<string, Read>>>();
const KEPT = 20_000;
/** Reports that are read in one go. */
const AT_ONCE = 50;

/** The sections of these numbers, a reading for each of the reports in scope, in their order. */
export async function readSections(desk: Desk, numbers: readonly number[]): Promise<readonly Read[]> {
  const bySections = known.get(desk.store) ?? new Map<string, Map<string, Read>>();
  known.set(desk.store, bySections);
  const key = numbers.join();
  const cache = bySections.get(key) ?? new Map<string, Read>();
  bySections.set(key, cache);
  const reads: Read[] = [];
  for (const { report } of desk.heads) {
    let read = cache.get(report);
    if (read === undefined) {
      const sections = (await desk.store.sections(report)) ?? [];
      // Other work goes on while a large library is read for the first time.
      if (cache.size % AT_ONCE === 0) await setImmediate();
      const chosen = sections.filter((each) => each.number !== null && numbers.includes(each.number));
      read = { said: chosen.length === 0 ? null : chosen.flatMap((each) => saidIn(each.paragraphs)) };
      if (cache.size >= KEPT) cache.clear();
      cache.set(report, read);
    }
    reads.push(read);
  }
  return reads;
}

/** Those that name a theme; null where the report has no such section. */
export function sentencesOf({ lexicon }: Desk, read: Read): readonly Sentence[] | null {
  if (read.said === null) return null;
  read.themed ??= read.said.flatMap((each): Sentence[] => {
    const named = lexicon.themes.filter((theme) => names(each.clauses, theme, each.under)).map(({ id }) => id);
    return named.length === 0 ? [] : [sentence(each, named)];
  });
  return read.themed;
}

/** The first sentence of this side, else the first under a heading of it. */
export function firstOf({ said }: Read, side: Side): Sentence | null {
  const own = said?.find(({ clauses: parts }) => parts.some((clause) => clause.side === side));
  const found = own ?? said?.find(({ under, text }) => under === side && sideOfHeading(text.trim()) === null);
  return found === undefined ? null : sentence(found, []);
}

const sentence = ({ text, line, page }: Said, themes: readonly string[]): Sentence => ({ text, line, page, themes });

/** A heading in the section says whether problems or measures stand under it; elsewhere each clause says so itself. */
function saidIn(paragraphs: readonly Paragraph[]): Said[] {
  let under: Side | null = null;
  return paragraphs
    .filter((paragraph) => !paragraph.tabular)
    .flatMap(({ text, lines, page }) => {
      under = sideOfHeading(text.trim()) ?? under;
      return sentences(text).map((each): Said => {
        const parts = clauses(each.text).map((clause) => ({ text: clause.text, side: sideOf(clause.text) }));
        return { text: each.text, line: lines?.[0] ?? null, page, clauses: parts, under };
      });
    });
}

/**
 * A clause of the sentence has a name of the theme and is of its side. What is named as lacking under measures is no problem had;
 * what is named there and lacks nothing is done.
 */
const names = (sentence: readonly Clause[], { kind, zhNames }: Theme, under: Side | null): boolean =>
  under !== (kind === 'problem' ? 'measure' : 'problem') &&
  // The side first: names are many, and are looked for in the text.
  sentence.some(
    ({ text, side }) =>
      (side ?? (under === 'measure' ? under : null)) === kind && zhNames.some((name) => text.includes(name)),
  );

const nothing: ReadonlySet<string> = new Set();

/** Which sentences treat the topic in a clause, of this side where one is asked for; null where the report has no such section. */
export function treating(desk: Desk, topic: string, asked: Side | null): (read: Read) => readonly Sentence[] | null {
  const { holdsAll } = topicOf(topic, desk.lexicon);
  const treats = ({ text, side }: Clause, under: Side | null) =>
    (asked === null || ((under === null || under === asked) && (side ?? under) === asked)) && holdsAll([text], nothing);
  return ({ said }) =>
    said
      ?.filter(({ clauses: parts, under }) => parts.some((clause) => treats(clause, under)))
      .map((each) => sentence(each, [])) ?? null;
}
