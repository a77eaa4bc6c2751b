/** Wording of what is text: sections, passages, themes, findings, particulars. */
import type { Row } from '../../answer/answer.ts';
import { fieldNames } from '../../lexicon/fields.ts';
import { captionOf } from '../caption.ts';
import { kindsOf } from '../interpretation/details.ts';
import type { Part } from '../message.ts';
import { showValue } from '../numbers.ts';
import { windowOf } from '../table.ts';
import { about, allAlike, head, quotes, rest, subject, type Telling, table } from './telling.ts';

export function reading({ answer, naming, say }: Telling): Part[] {
  return answer.excerpts.flatMap((each): Part[] => {
    const title = [each.section === null ? '' : say.section(each.section), each.title ?? '']
      .filter((part) => part !== '')
      .join(' ');
    const whose =
      each.year === null
        ? naming.agency(each.agency)
        : naming.language === 'zh'
          ? `${naming.agency(each.agency)} ${each.year} 年`
          : `${naming.agency(each.agency)}, ${each.year}`;
    return [
      head(`${whose} · ${title}`),
      { kind: 'quote', text: each.text, caption: captionOf(each.citation, naming, say), highlights: each.highlights },
    ];
  });
}

/** Reports that have, or lack, what was asked for. */
function held(telling: Telling): Part[] {
  const { answer, say } = telling;
  const { having, operation } = answer.plan;
  const n = new Set(answer.rows.map((row) => row.report)).size;
  // Of one section nothing is said of the others.
  const where = operation === 'metadata' ? null : operation === 'search' ? answer.plan.sections : [];
  const title = say.held(n, answer.base?.reports ?? n, having === 'with', subject(telling), where);
  return [head(title), ...listed(telling), ...named(telling)];
}

/** The sentences of section five that an answer about themes shows. */
const named = ({ answer, naming, say }: Telling): Part[] =>
  answer.excerpts.map((each) => ({
    kind: 'quote',
    text: each.text,
    caption: [each.title, captionOf(each.citation, naming, say)].filter(Boolean).join(' · '),
    highlights: [],
  }));

export function searching(telling: Telling): Part[] {
  const { answer, say } = telling;
  if (answer.plan.having !== null) return held(telling);
  const reports = new Set(answer.rows.map((row) => row.report)).size;
  const { lacking, occurring } = answer.plan;
  const found =
    lacking === null
      ? say.found(subject(telling), reports, answer.rows.length)
      : say.foundOnly(subject(telling), lacking, reports, answer.base?.reports ?? reports);
  const [year] = answer.rows.flatMap((row) => row.year ?? []);
  const edge = occurring === 'first' || occurring === 'last' ? occurring : null;
  const when = edge === null || year === undefined ? '' : say.edgeYear(edge, year);
  return [head(`${when}${found}`), ...quotes(telling), ...rest(telling)];
}

export function themed(telling: Telling): Part[] {
  const { answer, say } = telling;
  if (answer.plan.having !== null) return held(telling);
  return [
    head(say.themes(answer.base?.reports ?? 0, whatOf(telling), namingOf(telling))),
    ...table(telling),
    ...named(telling),
  ];
}

/** How many reports name the one theme that was asked for; null where there are several, or groups. */
const namingOf = ({ answer: { plan, rows, base } }: Telling): number | null => {
  const reports = new Set(rows.flatMap(({ report }) => report ?? []));
  return plan.themes.length === 1 && plan.groupBy === null && reports.size > 0 && (base?.reports ?? 0) > 1
    ? reports.size
    : null;
};

/** The themes that were asked for, or the topic. */
function whatOf({ answer: { plan }, naming }: Telling): string {
  const named = plan.themes.map((id) => naming.theme(id)).join(naming.language === 'zh' ? '”“' : '”, “');
  return named === '' ? (plan.topic ?? '') : named;
}

export function auditing(telling: Telling): Part[] {
  const { answer, naming, say } = telling;
  const { plan } = answer;
  if (plan.audit?.sound) return [head(say.sound(answer.rows.length, answer.base?.reports ?? 0)), ...listed(telling)];
  if (plan.audit?.cells != null && answer.rows.every(({ rule }) => rule === undefined)) return cellsOf(telling);
  if (plan.order !== null || plan.groupBy !== null || plan.audit?.byRule)
    return [head(say.tally(kindsOf(plan, naming), answer.base?.reports ?? 0)), ...listed(telling)];
  const { shown, beyond } = windowOf(answer.rows, answer.window, say);
  const several = new Set(answer.rows.map((row) => row.report)).size > 1;
  const items = shown.map((row) => {
    const severity = say[row.severity as 'error' | 'warning' | 'info']();
    const whose = several ? `${naming.agency(row.agency)}${row.year === null ? '' : ` ${row.year}`} · ` : '';
    return `${severity} · ${whose}${row.label}${typeof row.line === 'number' ? (naming.language === 'zh' ? `（${say.line(row.line)}）` : ` (${say.line(row.line)})`) : ''}`;
  });
  const title = `${several ? '' : about(telling)}${say.findings(answer.rows.length, answer.base?.reports ?? 0)}`;
  return [head(title), ...bySeverity(telling), { kind: 'list', items, ...beyond }];
}

/** The rows of the form that have such cells, each with its columns. */
function cellsOf(telling: Telling): Part[] {
  const { answer, naming, say } = telling;
  const { shown, beyond } = windowOf(answer.rows, answer.window, say);
  const several = new Set(answer.rows.map((row) => row.report)).size > 1;
  const items = shown.map((row) => {
    const whose = several ? `${naming.agency(row.agency)} ${row.year ?? ''} · ` : '';
    return `${whose}${say.figure('', String(row.label), String(row.value))}`;
  });
  const state = answer.plan.audit?.cells ?? 'blank';
  const title = `${several ? '' : about(telling)}${say.cells(Number(answer.value), state)}`;
  return [head(title), { kind: 'list', items, ...beyond }];
}

/** Rows side by side; of a single one its name and its figure. */
const listed = (telling: Telling): Part[] => (telling.answer.rows.length === 1 ? allAlike(telling) : table(telling));

function bySeverity({ answer, naming, say }: Telling): Part[] {
  const counts = (['error', 'warning', 'info'] as const).map((each) => ({
    each,
    n: answer.rows.filter((row) => row.severity === each).length,
  }));
  const text = counts.filter(({ n }) => n > 0).map(({ each, n }) => `${say[each]()} ${n}`);
  return [{ kind: 'text', text: text.join(naming.language === 'zh' ? '，' : ', ') }];
}

export function particulars(telling: Telling): Part[] {
  const { answer, say } = telling;
  if (answer.plan.having !== null) return held(telling);
  const [only] = answer.rows;
  if (answer.rows.length === 1 && only)
    return [head(say.figure(about(telling), String(only.label), particular(only, telling)))];
  if (new Set(answer.rows.map((row) => row.report)).size > 1)
    return [head(say.figures(about(telling), particularsOf(telling))), ...table(telling)];
  const items = answer.rows.map((row) => say.figure('', String(row.label), particular(row, telling)));
  return [head(about(telling).replace(/( — | )$/, '')), { kind: 'list', items, more: null }];
}

function particularsOf({ answer: { plan }, naming, say }: Telling): string {
  const date = fieldNames.publishedDate[naming.language];
  return plan.order === null ? say.particulars() : say.byDate(date, plan.order.direction === 'asc');
}

/** What a report states; whether it was on time with the two dates that show it. */
function particular(row: Row, { naming, say }: Telling): string {
  const value = showValue(row, naming.language, say);
  const { deadline, publishedDate } = row;
  return typeof deadline === 'string' && typeof publishedDate === 'string'
    ? say.onTime(value, publishedDate, deadline)
    : value;
}
