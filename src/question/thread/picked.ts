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

/** The question with the agency and the year of the row in place of its place; null where none is told, or it is all that is asked. */
export function picked(hearing: Hearing, turns: readonly Turn[]): string | null {
  const last = turns.at(-1);
  const { question, bodies, when, marks, language, roster } = hearing;
  const [place, ...more] = placed(question.text);
  if (last === undefined || last.asked || place === undefined || more.length > 0) return null;
  if (
    !rows.has(last.plan.operation) ||
    bodies.length > 0 ||
    when.mode === 'given' ||
    marks.has('order.top', 'order.bottom')
  )
    return null;
  const said = saidIn(question);
  const [within] = placed(said);
  if (within === undefined || alone.test(said.slice(0, within.start) + said.slice(within.end))) return null;
  const lines = last.lines ?? [];
  const line = place.at < 0 ? lines.at(-1) : lines[place.at];
  const agency = roster.byKey.get(line?.agency ?? '');
  if (line === undefined || agency === undefined || (place.at < 0 && last.rows !== lines.length)) return null;
  const start = question.starts[place.start] ?? 0;
  const end = question.ends[place.end - 1] ?? start;
  const name = displayName(hearing, agency);
  const year = line.year === null ? '' : language === 'zh' ? `${line.year}年` : ` ${line.year}`;
  const { original } = question;
  return `${original.slice(0, start)}${name}${year}${original.slice(end)}`;
}
