/** 共 N 条，其中 a、b、c: the parts add up to N; above it an error, below it only to be checked (其中 need not be complete). */
import type { Figures } from './figures.ts';
import { apart, listsIn, type Part, type PartList, withoutBrackets } from './lists.ts';
import { type PartRows, partRowsIn } from './part-rows.ts';
import type { Locator, Passage } from './passage.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';
import { type Check, type Draft, merge, open, passed, type Rule, type Subject } from './rule.ts';
import { isPrinted } from './text-against-table.ts';

export const partsRule: Omit<Rule, 'check'> = {
  id: 'text.parts',
  title: { zh: '正文“共…其中…”：分项之和与总数一致', en: 'Parts named in the text add up to their total' },
  nouns: ['text'],
  severity: 'error',
};

/** Compares every "共 N 条，其中 …" of the text with the sum of its parts. */
export function checkParts(subject: Subject, locator: Locator): Check {
  const checks: Check[] = [];
  for (const passage of subject.passages) {
    if (passage.part !== 'section' && passage.part !== 'preamble') continue;
    if (!/其中|包[括含]|,含|分[别为,]|看[,:]|统计[,:]|划分|具体|中[,\d]|合计|共计|总计|[(:—]/.test(passage.text))
      continue;
    checks.push(...forward(passage, locator, subject), ...backward(passage, locator));
  }
  for (const rows of partRowsIn(subject.passages, subject.report.year)) checks.push(judgeRows(rows, locator));
  return checks.length > 0 ? merge(checks) : open('正文没有“其中”一类的分项', 'the text breaks no total down');
}

function forward(passage: Passage, locator: Locator, subject: Subject): Check[] {
  const { figures, report } = subject;
  const printed = new Set<number>();
  for (const claim of subject.claims)
    if (claim.passage === passage && claim.sure && isPrinted(claim, subject)) printed.add(claim.at);
  return listsIn(passage.text, report.year).map((list) =>
    list.parts.some(({ label }) =>
      /(?:予以?|不予|部分|同意|准予|全部)公开|无法提供|不予处理|办结|答复|结转/.test(label),
    ) && withCarriedOver(figures, list)
      ? passed
      : judge(passage, list, locator, ({ start }) => printed.has(start)),
  );
}

function judge(
  passage: Passage,
  { total, parts, certain, incomplete, begin }: PartList,
  locator: Locator,
  printed: (quantity: Quantity) => boolean,
): Check {
  // Two breakdowns may follow each other (by applicant; by outcome): the first that is complete is the one to compare.
  let sum = 0;
  for (const [index, part] of parts.entries()) {
    sum = Math.round((sum + part.value) * 1e6) / 1e6;
    if (sum === total.value && index > 0 && !goesOn(parts, index + 1)) return passed;
  }
  if (total.approximate) return passed;
  // 受理12件，其中自然人10件；办结13件: where the tables print each of them, nothing is left to be checked.
  if (!certain || sum < total.value) if (printed(total) && parts.every(printed)) return passed;
  if (sum > total.value) return failure(certain && !overlaps(parts, total.value) ? 'error' : 'info', parts);
  return incomplete || !certain || !isDivision(passage.text, parts) ? passed : failure('info', parts);

  function failure(severity: 'error' | 'info', group: readonly Part[]): Check {
    const found = add(group);
    const terms = group.map((part) => part.value).join('+');
    const unit = total.unit ?? '';
    const relation = found > total.value ? '大于' : '小于';
    const last = group.at(-1)!;
    const evidence = [locator.evidence(passage, clauseStart(passage.text, total.start), last.end, total.start)];
    const second = locator.evidence(passage, begin, last.end, last.start);
    if (second.line !== evidence[0]!.line) evidence.push(second);
    const draft: Draft = {
      severity,
      message: {
        zh: `正文称共 ${total.value} ${unit}，其中各项 ${terms}=${found}，${relation}总数${severity === 'error' ? '' : found > total.value ? '（各项可能不是同一层次，请核对）' : '（“其中”可能没有列全，请核对）'}。`,
        en: `The text gives a total of ${total.value}, but the parts it names give ${terms}=${found}, ${found > total.value ? 'more than' : 'less than'} the total${severity === 'error' ? '' : found > total.value ? ' (they may not be of one level: to be checked)' : ' (the list may be incomplete: to be checked)'}.`,
      },
      evidence,
      concerns: [],
    };
    return { assessed: 1, failures: [draft], open: [] };
  }
}

/** Rows that stop short may go on elsewhere; more than their total they cannot be. */
function judgeRows({ passage, total, rows }: PartRows, locator: Locator): Check {
  const sum = rows.reduce((all, { value }) => all + value, 0);
  if (sum === total.value) return passed;
  const above = sum > total.value;
  const terms = rows.map(({ value }) => value).join('+');
  const last = rows.at(-1)!;
  const draft: Draft = {
    severity: above ? 'error' : 'info',
    message: {
      zh: `正文称共 ${total.value} ${total.unit}，下列各项 ${terms}=${sum}，${above ? '大于总数' : '小于总数（可能没有列全，请核对）'}。`,
      en: `The text gives a total of ${total.value}, but the rows below it give ${terms}=${sum}, ${above ? 'more than the total' : 'less than the total (they may be incomplete: to be checked)'}.`,
    },
    evidence: [
      locator.evidence(passage, clauseStart(passage.text, total.start), passage.text.length, total.start),
      locator.evidence(last.passage, 0, last.end),
    ],
    concerns: [],
  };
  return { assessed: 1, failures: [draft], open: [] };
}

/** Outcomes are of what was received and of what was carried over from last year. */
function withCarriedOver(figures: Figures, { total, parts }: PartList): boolean {
  const carried = figures.total('applications.carriedOver');
  return !carried.known || (carried.sum > 0 && add(parts) <= total.value + carried.sum);
}

/** 部门文件12件、规划文件4件: what follows a complete list is of its kind, and no second breakdown. */
const goesOn = (parts: readonly Part[], from: number): boolean =>
  parts.slice(from).some(({ label }) => parts.slice(0, from).some((each) => each.label.endsWith(label.slice(-2))));

/** Two parts or more, of what is not only illustrated by them: 公告12条、公示5条等. */
const isDivision = (text: string, parts: readonly Part[]): boolean =>
  parts.length > 2 || !/^[^。,;]{0,6}等/.test(text.slice(parts[1]!.end));

/** "网站 297 条、微信 297 条、公告栏 112 条，共计 438 条". */
function backward(passage: Passage, locator: Locator): Check[] {
  const checks: Check[] = [];
  for (const sentence of passage.sentences) {
    for (const match of sentence.text.matchAll(/,(?:以上)?(?:共计|合计|总计)(?=[\u4e00-\u9fff]{0,8}\d)/g)) {
      const after = quantitiesIn(sentence.text.slice(match.index));
      const total = after[0];
      if (total === undefined || total.unit === null) continue;
      const list = withoutBrackets(sentence.text.slice(0, match.index));
      const parts = quantitiesIn(list).filter((each) => each.unit === total.unit && !each.approximate);
      const tight = rowAtEnd(list, total.unit);
      const own = parts.filter((each) => each.start >= list.length - tight.length);
      if (own.length < 2 || (tight.match(/[、,;]/g) ?? []).length < own.length - 1) continue;
      const sum = add(own);
      if (sum === total.value || add(parts) === total.value || total.approximate) checks.push(passed);
      else {
        const start = sentence.start + (list.length - tight.length);
        const end = sentence.start + match.index + total.end;
        const plain =
          !apart.test(tight) &&
          /^[,以上共合总计公开发布政府务信息各类为:]*$/.test(
            sentence.text.slice(match.index, match.index + total.start),
          );
        const severity = sum > total.value && plain ? 'error' : 'info';
        checks.push({
          assessed: 1,
          open: [],
          failures: [
            {
              severity,
              message: {
                zh: `正文各项 ${own.map((each) => each.value).join('+')}=${sum}，却称共计 ${total.value} ${total.unit}。`,
                en: `The parts named in the text give ${own.map((each) => each.value).join('+')}=${sum}, but it says ${total.value} in total.`,
              },
              evidence: [locator.evidence(passage, start, end, sentence.start + match.index + total.start)],
              concerns: [],
            },
          ],
        });
      }
    }
  }
  return checks;
}

/** The items before 合计: between 、 all in one clause, or else clause after clause, each with one figure. */
function rowAtEnd(list: string, unit: string): string {
  const clause = list.slice(list.lastIndexOf(',') + 1);
  if (quantitiesIn(clause).length > 1) return clause;
  let at = list.length;
  while (at > 0) {
    const begin = Math.max(list.lastIndexOf(',', at - 1), list.lastIndexOf(';', at - 1)) + 1;
    const [figure, ...more] = quantitiesIn(list.slice(begin, at));
    if (figure === undefined || more.length > 0 || figure.unit !== unit) break;
    // 张贴信息39条；按载体统计，…: the row begins behind what announces it.
    at = begin - 1;
  }
  return list.slice(at + 1);
}

function clauseStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('。', at), text.lastIndexOf(',', at), text.lastIndexOf(';', at)) + 1;
}

/** Of four or more parts all but one add up to the total: that one may be counted within another. */
function overlaps(parts: readonly Part[], total: number): boolean {
  const sum = add(parts);
  return parts.length >= 4 && total >= 100 && parts.some((part) => sum - part.value === total);
}

function add(parts: readonly Quantity[]): number {
  return Math.round(parts.reduce((sum, part) => sum + part.value, 0) * 1e6) / 1e6;
}
