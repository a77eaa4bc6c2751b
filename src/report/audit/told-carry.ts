/** What the text says of applications carried over and forward, where the table's cell is blank or missing: what the next year is held against. */
import { unwatched } from '../../document/budget.ts';
import type { Fact, Report } from '../report.ts';
import { claimsOf } from './claims.ts';
import { Locator, passagesOf } from './passage.ts';

const rows = { carriedOver: '二、上年结转政府信息公开申请数量', carriedForward: '四、结转下年度继续办理' } as const;
type Kind = keyof typeof rows;

/** A figure of the text, in the place of a cell's. */
type Told = Pick<Fact, 'line' | 'page' | 'place' | 'row'> & { readonly value: number; readonly quote: string };

/** Under the keys of a sketch. `known`: those that the table gives. */
export function toldCarry(report: Report, known: ReadonlySet<string>): Record<string, Told> {
  const told: Record<string, Told> = {};
  const open = (Object.keys(rows) as Kind[]).filter((kind) => !known.has(keyOf(kind)));
  if (open.length === 0 || !report.sections.some(({ text }) => /结转|顺延|转入|遗留|继续办理/.test(text))) return told;
  const claims = claimsOf(report, passagesOf(report), unwatched).filter(
    ({ sure, whole, approximate, kinds }) => sure && whole && !approximate && kinds.length === 1,
  );
  for (const kind of open) {
    const [first, ...others] = claims.filter(({ kinds }) => kinds[0] === kind);
    if (first === undefined || others.some(({ value }) => value !== first.value)) continue;
    const { line, page, place, quote } = new Locator(report, null).evidence(
      first.passage,
      first.start,
      first.end,
      first.at,
    );
    told[keyOf(kind)] = { line, page, place: place ?? null, row: rows[kind], value: first.value, quote };
  }
  return told;
}

const keyOf = (kind: Kind): string => `applications.${kind}/total`;
