/** Picked: a row of the last answer told by its place (第二个的电话, "what is wrong in the first one") is asked about by its name. */

import type { Turn } from '../context.ts';
import type { Hearing } from '../hearing.ts';
import type { Mark } from '../marks.ts';
import { displayName } from '../refine/naming.ts';
import { type Place, placed } from './places.ts';
import { saidIn } from './said.ts';

/** Operations whose rows stand in an order that a person can count. */
const rows = new Set(['list', 'rank', 'count', 'sum', 'compare', 'audit', 'metadata', 'lookup', 'search', 'library']);

/** Nothing but the place, or who stands there: the row itself is asked for. */
const alone =
  /^(?:的|呢|是谁|是哪家|是哪个|是哪一家|是什么|who is|who's|which is|what is|what about|how about|and|in|'s|is|was|,|\s)*$/u;

/** Turns that a place may be counted in. */
const FAR = 5;

/**
 * Told by their places: the question with the agencies and the years of the rows in the place of them; or `unknown`, where there is no
 * such row.
 */
export function picked(hearing: Hearing, turns: readonly Turn[]): string | 'unknown' | null {
  const last = turns.at(-1);
  const { question, bodies, marks } = hearing;
  const places = placed(question.text);
  const [place] = places;
  if (last === undefined || last.asked || place === undefined || bodies.length > 0) return null;
  const apart = ({ start, end }: Mark) => places.every((each) => end <= each.start || start >= each.end);
  if (marks.firing('order').some(apart) || marks.with('measure').length > 1) return null;
  const counted = turns.slice(-FAR).filter(severalRows).at(-1);
  const said = saidIn(question);
  const bare = alone.test(
    [...placed(said)].reverse().reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), said),
  );
  // 第三名是谁 of a ranking is its own question; after a question about one row it goes on to another.
  if (bare && (places.length > 1 || counted === undefined || counted === last)) return null;
  let named = question.original;
  for (const each of [...places].reverse()) {
    const name = nameOf(hearing, each, counted);
    if (name === null) return 'unknown';
    const start = question.starts[each.start] ?? 0;
    const end = question.ends[each.end - 1] ?? start;
    named = `${named.slice(0, start)}${name}${named.slice(end)}`;
  }
  return named;
}

/** The agency of the row, with its year where the question names none; null where there is no such row. */
function nameOf(hearing: Hearing, place: Place, counted: Turn | undefined): string | null {
  const { when, language, roster } = hearing;
  const lines = counted?.lines ?? [];
  const line = place.at < 0 ? lines.at(-1) : lines[place.at];
  const agency = roster.byKey.get(line?.agency ?? '');
  if (line === undefined || agency === undefined || (place.at < 0 && counted?.rows !== lines.length)) return null;
  const dated = line.year !== null && when.mode === 'open';
  const year = dated ? (language === 'zh' ? `${line.year}年` : ` ${line.year}`) : '';
  return `${displayName(hearing, agency)}${year}`;
}

/** The rows that a place is counted in are of several reports; two that were only set side by side are no list. */
const severalRows = ({ plan, lines = [], asked }: Turn): boolean =>
  asked !== true &&
  rows.has(plan.operation) &&
  !(plan.operation === 'compare' && plan.assumptions.some(({ slot }) => slot === 'question')) &&
  new Set(lines.map(({ report }) => report)).size > 1;
