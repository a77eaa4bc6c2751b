/** The texts that say what a figure of the text counts. Pure. */
import type { Statement } from '../report/report.ts';

type Said = Pick<Statement, 'subject' | 'quote' | 'quantity'>;

/** Clauses before the figure's own that may say what it counts (开展“政府开放日”活动，邀请…企业，25人参加). */
const LEAD = 3;

export type Texts = readonly [string, string, string];

/** The last member of the subject, the subject, and the clause with those before it: the nearest to the figure first. */
export const textsOf = (statement: Said): Texts => [
  lastMember(statement.subject),
  statement.subject,
  clauseOf(statement),
];

/** "公告栏等形式主动公开政府信息" of "通过网站、公众号、公告栏等形式主动公开政府信息". */
const lastMember = (subject: string) => subject.split(/[、，,；;：:]/).at(-1) ?? subject;

/** The clause that holds the figure, and those that lead to it in its sentence: what stands beyond them is another matter. */
function clauseOf({ quote, quantity }: Said): string {
  const parts = quote
    .split(/[；;。]/)
    .find((part) => part.includes(`${quantity}`))
    ?.split(/[，,]/) ?? [quote];
  const at = parts.findIndex((part) => part.includes(`${quantity}`));
  return at < 0 ? quote : parts.slice(Math.max(0, at - LEAD), at + 1).join('，');
}
