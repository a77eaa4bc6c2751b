/** Several kinds of figures of the text added up in each report (网站和公众号一共): all of them, or the report is left out and said. */
import { sumOf } from '../aggregate.ts';
import type { Answer, Row } from '../answer.ts';
import { citeStatement, distinct } from '../cite.ts';
import { answer, type Desk, noData } from '../desk.ts';
import { baseOf, exact } from '../figures.ts';
import { separate } from '../governments.ts';
import { generalTerms, type Match, matches } from '../matching.ts';
import { listed, reason, reportName } from '../reasons.ts';
import { oneOfEach } from '../statement-kinds.ts';
import { approximate } from '../statement-series.ts';
import { topicOf } from '../topical.ts';
import { consolidatedLeftOut, findingsAt, warning } from '../warnings.ts';

export async function added(desk: Desk): Promise<Answer> {
  const asked = desk.plan.statement;
  const { kept, consolidated } = separate(desk.heads);
  const found = await Promise.all(
    (asked?.parts ?? []).map((part) =>
      matches({ ...desk, plan: { ...desk.plan, statement: { ...asked!, ...part } } }, part.subject, part.unit),
    ),
  );
  const whole = (await matches(desk, asked?.subject ?? '', asked?.unit ?? null)).filter(({ statement: { subject } }) =>
    namesAll(desk, subject, asked?.parts ?? []),
  );
  const sums = kept.flatMap(({ report }) => {
    const of = (some: readonly Match[]) => some.filter(({ head }) => head.report === report);
    // 通过网站和公众号发布信息: where the text gives no figure of each, one that names these and no other.
    const both = of(whole).filter(({ statement: { subject } }) => subject.split(/[、和及与]/).length <= found.length);
    const sum = oneOfEach(found.map(of)) ?? oneOfEach([both]);
    return sum === null ? [] : [sum];
  });
  const used = sums.flat();
  const subject = { zh: asked?.subject ?? '', en: asked?.subject ?? '' };
  const counted = new Set(used.map(({ head }) => head.report));
  const out = kept.filter(({ report }) => !counted.has(report));
  const base = baseOf(
    kept,
    out.map((head) => ({ head, state: 'missing' as const })),
  );
  const warnings = [
    ...consolidatedLeftOut(desk, consolidated),
    ...approximate(desk, used),
    ...(await findingsAt(
      desk,
      used.map(({ statement }) => statement),
    )),
    ...leftOut(desk, out),
  ];
  if (sums.length === 0) return noData(desk, none, { subject, base, warnings });
  const units = new Set(used.map(({ statement }) => statement.unit));
  const unit = units.size === 1 ? (used[0]?.statement.unit ?? null) : null;
  const rows = sums.map((own): Row => {
    const [first] = own;
    const { agency, year, report } = first!.head;
    return { agency, year, report, value: exact(totalOf(own)), unit, label: own.map(named).join(' + ') };
  });
  return answer(desk, 'answered', {
    subject,
    value: exact(sumOf(sums.map(totalOf)) ?? 0),
    unit,
    rows,
    base,
    warnings,
    citations: distinct(used.map(({ head, statement }) => citeStatement(head, statement))),
  });
}

/** 通过网站和公众号发布信息: the figure is one of all the things that are asked for. */
export function namesAll({ lexicon }: Desk, subject: string, parts: readonly { subject: string }[]): boolean {
  const general = generalTerms(lexicon);
  return parts.every((part) => topicOf(part.subject, lexicon).holdsAll([subject], general));
}

const totalOf = (own: readonly Match[]): number => own.reduce((total, { statement }) => total + statement.quantity, 0);

const named = ({ statement: { subject, quantity } }: Match): string =>
  `${subject.slice(subject.lastIndexOf('：') + 1)} ${quantity}`;

const none = reason(
  'noStatement',
  '没有一份报告的正文把这几项都写明一个确定的数，所以没有合计；请分开问各项。',
  'No report states one certain figure for each of these in its text: there is no sum. Please ask for each by itself.',
);

/** Reports that lack one of the kinds, or give several figures of it: their sum would be of something else. */
function leftOut(desk: Desk, out: readonly Desk['heads'][number][]): Answer['warnings'] {
  if (out.length === 0) return [];
  const names = listed(out.map((head) => reportName(desk, head)));
  const text = {
    zh: `${out.length} 份报告没有把各项都写明一个确定的数，没有计入：${names.zh}。`,
    en: `Left out, since not each of these has one certain figure in the text: ${names.en}.`,
  };
  return [warning(desk, 'unknownLeftOut', text)];
}
