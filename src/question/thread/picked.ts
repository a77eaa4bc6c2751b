/** Picked: a row of the last answer told by its place (第二个的电话, "what is wrong in the first one") is asked about by its name. */
import type { Hearing } from '../hearing.ts';
import type { Turn } from '../plan.ts';
import { displayName } from '../refine/naming.ts';
import { placed } from './places.ts';
import { saidIn } from './said.ts';

/** Operations whose rows stand in an order that a person can count. */
const rows = new Set(['list', 'rank', 'count', 'sum', 'compare', 'audit', 'metadata', 'lookup', 'search', 'library']);

/** Nothing but the place, or who stands there: the row itself is asked for. */
const alone =
  /^(?:的|呢|是谁|是哪家|是哪个|是哪一家|是什么|who is|who's|which is|what is|what about|how about|and|in|'s|is|was|,|\s)*$/u;

/** Turns that a place may be counted in. */
const FAR = 5;

/** Told by its place: the question with the agency and the year of the row in the place of it; or `unknown`, where there is no such row. */
export function picked(hearing: Hearing, turns: readonly Turn[]): string | 'unknown' | null {
  const last = turns.at(-1);
  const { question, bodies, when, marks, language, roster } = hearing;
  const [place, ...more] = placed(question.text);
  if (last === undefined || last.asked || place === undefined || more.length > 0 || bodies.length > 0) return null;
  const orders = marks.firing('order').filter(({ start, end }) => end <= place.start || start >= place.end);
  if (orders.length > 0 || marks.with('measure').length > 1) return null;
  const counted = turns.slice(-FAR).filter(severalRows).at(-1);
  const said = saidIn(question);
  const [within] = placed(said);
  const bare = within === undefined || alone.test(said.slice(0, within.start) + said.slice(within.end));
  // 第三名是谁 of a ranking is its own question; after a question about one row it goes on to another.
  if (bare && (counted === undefined || counted === last)) return null;
  const lines = counted?.lines ?? [];
  const line = place.at < 0 ? lines.at(-1) : lines[place.at];
  const agency = roster.byKey.get(line?.agency ?? '');
  if (line === undefined || agency === undefined || (place.at < 0 && counted?.rows !== lines.length)) return 'unknown';
  const start = question.starts[place.start] ?? 0;
  const end = question.ends[place.end - 1] ?? start;
  const name = displayName(hearing, agency);
  const dated = line.year !== null && when.mode === 'open';
  const year = dated ? (language === 'zh' ? `${line.year}年` : ` ${line.year}`) : '';
  const { original } = question;
  return `${original.slice(0, start)}${name}${year}${original.slice(end)}`;
}

/** The rows that a place is counted in are of several reports; two that were only set side by side are no list. */
const severalRows = ({ plan, lines = [], asked }: Turn): boolean =>
  asked !== true &&
  rows.has(plan.operation) &&
  !(plan.operation === 'compare' && plan.assumptions.some(({ slot }) => slot === 'question')) &&
  new Set(lines.map(({ report }) => report)).size > 1;
