/** What the wordings of all answers share: whom they are about, their rows, their quotations. */
import type { Answer, Excerpt, Row } from '../../answer/answer.ts';
import type { Naming } from '../../lexicon/naming.ts';
import { captionOf } from '../caption.ts';
import type { Part } from '../message.ts';
import { showValue } from '../numbers.ts';
import type { Say } from '../phrases.ts';
import { columnsOf, othersOf, tablePart, windowOf } from '../table.ts';

export interface Telling {
  readonly answer: Answer;
  readonly naming: Naming;
  readonly say: Say;
}

export const head = (text: string): Part => ({ kind: 'headline', text });

/** "盐池县科学技术局 2023 年 " where every row is about one report, one agency or one year; else nothing. */
export function about({ answer, naming }: Telling): string {
  const rows = answer.rows.filter((row) => row.agency !== null || row.report !== null);
  const agencies = new Set(rows.map((row) => row.agency));
  const years = new Set(rows.map((row) => row.year));
  const agency = agencies.size === 1 && rows[0]?.agency ? naming.agency(rows[0].agency) : null;
  const year = years.size === 1 ? (rows[0]?.year ?? null) : null;
  if (naming.language === 'zh')
    return [agency, year === null ? null : `${year} 年`]
      .filter(Boolean)
      .join(' ')
      .concat(agency || year ? ' ' : '');
  return agency === null && year === null ? '' : `${[agency, year].filter((each) => each !== null).join(', ')} — `;
}

/** "盐池县科学技术局 2023 年" of one row. */
export const whose = ({ agency, year }: Row, naming: Naming): string =>
  year === null
    ? naming.agency(agency)
    : naming.language === 'zh'
      ? `${naming.agency(agency)} ${year} 年`
      : `${naming.agency(agency)}, ${year}`;

export const subject = ({ answer, naming }: Telling) => answer.subject?.[naming.language] ?? '';

export const table = ({ answer, naming, say }: Telling, rows: readonly Row[] = answer.rows) =>
  tablePart(rows, columnsOf(rows, naming, say), answer.window, say);

/** Of many reports: whose they are is said where the question names no single agency, or year, and all rows happen to be of one. */
export function tableOfMany(telling: Telling): Part[] {
  const { answer, naming, say } = telling;
  const { agencies, years, pairs } = answer.plan.scope;
  const unsaid =
    (pairs ?? []).length > 0
      ? []
      : [...(agencies.length === 1 ? [] : ['agency' as const]), ...(years.length === 1 ? [] : ['year' as const])];
  return tablePart(answer.rows, columnsOf(answer.rows, naming, say, unsaid), answer.window, say);
}

export function quotes({ answer, naming, say }: Telling): Part[] {
  return answer.excerpts.map(
    (each: Excerpt): Part => ({
      kind: 'quote',
      text: each.text,
      caption: captionOf(each.citation, naming, say),
      highlights: each.highlights,
    }),
  );
}

/** One row leaves no column that tells rows apart: its agency and year are said in words. */
export function allAlike({ answer, naming, say }: Telling): Part[] {
  const [only] = answer.rows;
  if (answer.rows.length !== 1 || only === undefined) return [];
  const grouped = only.agency === null && only.report === null && only.label !== undefined;
  const name = grouped ? String(only.label) : whose(only, naming);
  const figure =
    only.value === null && only.state === undefined
      ? ''
      : `${naming.language === 'zh' ? '：' : ': '}${showValue(only, naming.language, say)}`;
  const [colon, comma] = naming.language === 'zh' ? ['：', '，'] : [': ', ', '];
  const others = othersOf(only).map((each) => `${comma}${each.name}${colon}${showValue(each, naming.language, say)}`);
  const own = others.length === 0 ? '' : `${naming.language === 'zh' ? ' ' : ' — '}${only.name}`;
  const text = `${name}${own}${figure}${others.join('')}${ofWhat(only, naming, say)}`;
  return [{ kind: 'list', items: [text], more: null }];
}

/** What a rate is of: （分子 2，分母 2，n = 1）. */
function ofWhat({ numerator, denominator, n }: Row, { language }: Naming, say: Say): string {
  if (typeof numerator !== 'number' || typeof denominator !== 'number') return '';
  const [open, comma, close] = language === 'zh' ? ['（', '，', '）'] : [' (', ', ', ')'];
  return `${open}${say.rateOf(String(numerator), String(denominator))}${comma}n = ${n ?? 1}${close}`;
}

export function rest({ answer, say }: Telling): Part[] {
  const { more, ...beyond } = windowOf(answer.rows, answer.window, say).beyond;
  return more === null ? [] : [{ kind: 'note', text: more, ...beyond }];
}
