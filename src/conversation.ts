/** What a conversation remembers: its last answered turns, bounded in number and age. */
import type { Answer } from './answer/answer.ts';
import { Plan, type Reading, type Turn } from './question/plan.ts';
import type { Store } from './store/store.ts';

/** Turns that a question may refer back to, and hours that they last. */
const TURNS = 10;
const HOURS = 24;
const REPORTS = 50;

/** The turns that still count, oldest first. A turn that an older version wrote and that no longer fits is left out. */
export async function turnsOf(store: Store, conversation: string, now: string): Promise<Turn[]> {
  const since = Date.parse(now) - HOURS * 3_600_000;
  const stored = await store.turns(conversation, TURNS);
  const turns = stored.filter((each) => Date.parse(each.at) >= since).flatMap((each) => parse(each.turn) ?? []);
  return turns.sort((a, b) => (a.at < b.at ? -1 : 1));
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
  { plan, rows }: Answer,
  at: string,
  /** The agency of a report, as the catalog knows it. */
  keyOf: (report: string) => string | null = () => null,
): Promise<void> {
  if (plan.operation === 'help') {
    if (plan.help === 'reset') await store.clearTurns(conversation);
    return;
  }
  const reports = [...new Set(rows.flatMap((row) => row.report ?? []))].slice(0, REPORTS);
  const agencies = [...new Set(reports.flatMap((report) => keyOf(report) ?? []))];
  const turn: Turn = { question, plan, reports, agencies, at };
  await store.addTurn({ conversation, turn: JSON.stringify(turn), at });
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
