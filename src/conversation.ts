/** What a conversation remembers: its last answered turns, bounded in number and age. */
import type { Answer } from './answer/answer.ts';
import type { Line, Turn } from './question/context.ts';
import { Plan } from './question/plan.ts';
import type { Reading } from './question/reading.ts';
import { standing } from './question/thread/turn.ts';
import type { Store } from './store/store.ts';

/** Turns that a question may refer back to, and hours that they last. */
const TURNS = 24;
const HOURS = 24;
/** Reports that "those" can mean, and rows that can be told by their place. */
const REPORTS = 200;
const LINES = 50;

/** The turns that still count, oldest first. A turn that an older version wrote and that no longer fits is left out. */
export async function turnsOf(store: Store, conversation: string, now: string): Promise<Turn[]> {
  const since = Date.parse(now) - HOURS * 3_600_000;
  const stored = await store.turns(conversation, TURNS);
  const turns = stored.filter((each) => Date.parse(each.at) >= since).flatMap((each) => parse(each.turn) ?? []);
  return standing(turns.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)));
}

function parse(text: string): Turn | null {
  try {
    const turn = JSON.parse(text) as Turn;
    const plan = Plan.safeParse(turn.plan);
    return plan.success ? { ...turn, plan: plan.data } : null;
  } catch {
    return null;
  }
}

/** Keeps a turn; a plan that starts over forgets the ones before. */
export async function remember(
  store: Store,
  conversation: string,
  question: string,
  answer: Answer,
  at: string,
  /** The agency of a report, as the catalog knows it. */
  keyOf: (report: string) => string | null = () => null,
  /** Turns that the question takes back. */
  back = 0,
): Promise<void> {
  const { plan, rows } = answer;
  if (plan.operation === 'help') {
    if (plan.help === 'reset') await store.clearTurns(conversation);
    return;
  }
  const named = [...new Set(wanted(answer).flatMap(reportsOf))];
  const reports = named.slice(0, REPORTS);
  const turn: Turn = {
    ...{ question, plan, reports, cut: named.length > REPORTS || grouped.has(plan.groupBy) },
    agencies: [...new Set(reports.flatMap((report) => keyOf(report) ?? []))],
    ...{ lines: linesOf(answer, keyOf), rows: rows.length, seen: seenOf(answer) },
    found:
      plan.operation === 'audit'
        ? [...new Set(rows.flatMap(({ rule }) => (typeof rule === 'string' ? rule : [])))]
        : [],
    ...{ back, at },
  };
  await store.addTurn({ conversation, turn: JSON.stringify(turn), at });
}

/** Rows of these are groups: reports that stand in them alone are not what was named. */
const grouped = new Set<string | null>(['province', 'city', 'county', 'kind', 'form', 'year']);

/** The report of a row; of a theme all that name it. */
const reportsOf = ({ report, reports }: Answer['rows'][number]): readonly string[] =>
  report !== null ? [report] : Array.isArray(reports) ? (reports as readonly string[]) : [];

/** The rows that were asked for: all, or those of a window. */
const wanted = ({ plan: { window }, rows }: Answer): Answer['rows'] =>
  window === null ? rows : rows.slice(window.from, window.size === null ? undefined : window.from + window.size);

/** The last row that the text showed, counted from the first of all. */
function seenOf({ plan, rows, window }: Answer): number {
  return Math.min(
    rows.length,
    plan.window?.size == null ? window.from + window.size : plan.window.from + plan.window.size,
  );
}

/** The rows that were shown, where each is of a report. */
function linesOf(answer: Answer, keyOf: (report: string) => string | null): Line[] {
  if (grouped.has(answer.plan.groupBy)) return [];
  const shown = answer.rows.slice(answer.window.from, seenOf(answer)).slice(0, LINES);
  const lines = shown.flatMap(({ report, year }) => (report === null ? [] : [{ report, agency: keyOf(report), year }]));
  return lines.length === shown.length ? lines : [];
}

/** Keeps what was asked back: which agency the question named, and the questions that were offered. */
export async function rememberAsked(
  store: Store,
  conversation: string,
  { about, choices, language, question }: Reading,
  at: string,
): Promise<void> {
  if (about === undefined && choices.length === 0) return;
  const agencies = about === undefined ? [] : [about.agency];
  const scope = { agencies, years: [...(about?.years ?? [])] };
  const plan = Plan.parse({ language, operation: 'metadata', scope });
  const turn: Turn = { question, plan, reports: [], agencies, asked: true, choices: [...choices], at };
  await store.addTurn({ conversation, turn: JSON.stringify(turn), at });
}
