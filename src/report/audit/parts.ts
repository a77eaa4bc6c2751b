/** 共 N 条，其中 a、b、c: the parts add up to N; above it an error, below it only to be checked (其中 need not be complete). */
import type { Figures } from './figures.ts';
import type { Locator, Passage } from './passage.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';
import { type Check, type Draft, merge, open, passed, type Rule, type Subject } from './rule.ts';

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
    if (!/其中|包[括含]|分别|合计|共计|总计|\(/.test(passage.text)) continue;
    checks.push(...forward(passage, locator, subject.figures), ...backward(passage, locator));
  }
  return checks.length > 0 ? merge(checks) : open('正文没有“其中”一类的分项', 'the text breaks no total down');
}

const opener =
  /(?:其中|包括|包含|分别为|分别是)(?:有|:|,|包括|含)*|(?<=\d[条件个份次篇期项])\((?=[^()\d]{2,14}\d{1,6}[条件个份次篇期项][、,;])/g;
/** A clause that counts something new, no part of what went before. */
const another =
  /(?:^|[,;。])(?:[^,;。\d]{0,12})(?:共计|总计|合计|累计|全年|今年|另外?|此外|同时|还|(?<!公)共(?![享同建]))/;

interface Part extends Quantity {
  /** What stands between this part and the one before: the separator that ended it. */
  readonly separator: '、' | ',' | ';';
}

function forward(passage: Passage, locator: Locator, figures: Figures): Check[] {
  const checks: Check[] = [];
  const { text } = passage;
  for (const match of text.matchAll(opener)) {
    const begin = match.index + match[0].length;
    const total = totalBefore(text, match.index);
    if (total === null) continue;
    // 26 条。其中 …: the parts may be the next sentence. They end with it, or where the next breakdown begins.
    const bracket = match[0] === '(';
    const next = text.slice(begin).search(bracket ? /[)。]/ : /其中|[。!?]/);
    const end = next < 0 ? text.length : begin + next;
    const parts = partsOf(text.slice(begin, end), total, clauseOf(text, total), begin);
    // A nested 其中 breaks the last part down.
    if (parts.length < 2) continue;
    if (
      /予以公开|部分公开|不予公开|无法提供|不予处理/.test(text.slice(begin, end)) &&
      withCarriedOver(figures, total, parts)
    ) {
      checks.push(passed);
      continue;
    }
    checks.push(judge(passage, total, parts, bracket || /包括|含/.test(match[0]), begin, locator));
  }
  return checks;
}

/** The last quantity before 其中 that can be its total: in the same sentence, or at the end of the one before. */
function totalBefore(text: string, at: number): Quantity | null {
  const from = Math.max(0, at - 120);
  let before = text.slice(from, at);
  const adjacent = /[。]$/.test(before);
  before = before.replace(/[。,;:]+$/, '');
  const sentence = before.slice(before.lastIndexOf('。') + 1);
  const offset = from + before.length - sentence.length;
  const found = quantitiesIn(sentence).filter((each) => each.unit !== null && each.unit !== '%');
  const last = found.at(-1);
  if (last === undefined) return null;
  // Over a full stop only a sentence that ends with its figure is broken down by the next.
  if (adjacent && sentence.length - last.end > 6) return null;
  return { ...last, start: last.start + offset, end: last.end + offset };
}

const channel = /网站|微信|公众号|微博|抖音|视频号|头条|客户端|新媒体|公告栏|公示栏|公开栏|公报|报刊|广播|电视/g;

/** 网站222条，其中公示50条；微信公众号发布310条: a total of one channel has no part in a channel that it does not name. */
function ofOtherChannel(between: string, total: string): boolean {
  if (!/[,;]/.test(between) || !/公开|发布|推送|编发|更新|刊|发/.test(between)) return false;
  const named = new Set(total.match(channel));
  const here = between.match(channel) ?? [];
  return named.size > 0 && here.length > 0 && here.every((each) => !named.has(each));
}

/** The words of the clause that the total stands in. */
const clauseOf = (text: string, total: Quantity): string => text.slice(clauseStart(text, total.start), total.start);

/** Quantities of the total's unit, until a clause counts something else. */
function partsOf(text: string, total: Quantity, context: string, offset: number): Part[] {
  const parts: Part[] = [];
  let cursor = 0;
  for (const quantity of quantitiesIn(text)) {
    const between = text.slice(cursor, quantity.start);
    if (another.test(between) && cursor > 0) break;
    if (parts.length > 0 && ofOtherChannel(between, context)) break;
    if (/(?:增加|减少|增长|下降|较|比|约|占)/.test(between) && quantity.unit !== total.unit) {
      cursor = quantity.end;
      continue;
    }
    if (/(?:较|比|同比)[^,;、]*(?:增加|减少|增长|下降|多|少)/.test(between)) {
      cursor = quantity.end;
      continue;
    }
    if (quantity.unit === total.unit && !quantity.approximate) {
      // 网站35条、新媒体38条,其他渠道23条: the rest belongs to the same list.
      const rest = /[,;](?:其[他它余]|剩余|另)/.test(between);
      const separator = rest
        ? (parts.at(-1)?.separator ?? '、')
        : between.includes(';')
          ? ';'
          : between.includes(',')
            ? ','
            : '、';
      parts.push({ ...quantity, start: quantity.start + offset, end: quantity.end + offset, separator });
    }
    cursor = quantity.end;
  }
  return parts;
}

function judge(
  passage: Passage,
  total: Quantity,
  parts: readonly Part[],
  incomplete: boolean,
  begin: number,
  locator: Locator,
): Check {
  // Two breakdowns may follow each other (by applicant; by outcome): the first that is complete is the one to compare.
  let sum = 0;
  for (const [index, part] of parts.entries()) {
    sum = Math.round((sum + part.value) * 1e6) / 1e6;
    if (sum === total.value && index > 0) return passed;
  }
  if (total.approximate) return passed;
  const groups = groupsOf(parts);
  const over = groups.find((group) => group.length > 1 && add(group) > total.value);
  if (over) return failure(overlaps(over, total.value) ? 'warning' : 'error', over);
  if (sum < total.value) return incomplete || !isDivision(passage.text, parts) ? passed : failure('info', parts);
  // Each group stays below the total, only together they pass it: they may be two breakdowns.
  return passed;

  function failure(severity: 'error' | 'warning' | 'info', group: readonly Part[]): Check {
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
        zh: `正文称共 ${total.value} ${unit}，其中各项 ${terms}=${found}，${relation}总数${severity === 'info' ? '（“其中”可能没有列全，请核对）' : ''}。`,
        en: `The text gives a total of ${total.value}, but the parts it names give ${terms}=${found}, ${found > total.value ? 'more than' : 'less than'} the total${severity === 'info' ? ' (the list may be incomplete: to be checked)' : ''}.`,
      },
      evidence,
      concerns: [],
    };
    return { assessed: 1, failures: [draft], open: [] };
  }
}

/** Outcomes are of what was received and of what was carried over from last year. */
function withCarriedOver(figures: Figures, total: Quantity, parts: readonly Part[]): boolean {
  const carried = figures.total('applications.carriedOver');
  return !carried.known || (carried.sum > 0 && add(parts) <= total.value + carried.sum);
}

/** Three parts or more, or two that each name who asked, or by which channel: a whole is divided, not only illustrated. */
function isDivision(text: string, parts: readonly Part[]): boolean {
  if (parts.length !== 2) return parts.length > 2;
  const [first, second] = parts as [Part, Part];
  if (/^[^。,;]{0,6}等/.test(text.slice(second.end))) return false;
  const words = [text.slice(Math.max(0, first.start - 16), first.start), text.slice(first.end, second.start)];
  return [/网站|微信|公众号|微博|公告栏|公示栏|新媒体/, /自然人|个人|公民|法人|组织/].some((kind) =>
    words.every((each) => kind.test(each)),
  );
}

/** Parts that stand in one list: a list of 、 ends at a comma or semicolon; a list without 、 is one. */
function groupsOf(parts: readonly Part[]): Part[][] {
  const inner = parts.slice(1);
  const mixed = new Set(inner.map((part) => part.separator));
  if (mixed.size <= 1) return [[...parts]];
  const strongest = mixed.has(';') ? ';' : ',';
  const groups: Part[][] = [[]];
  for (const [index, part] of parts.entries()) {
    if (index > 0 && part.separator === strongest) groups.push([]);
    groups.at(-1)!.push(part);
  }
  return groups;
}

/** "网站 297 条、微信 297 条、公告栏 112 条，共计 438 条". */
function backward(passage: Passage, locator: Locator): Check[] {
  const checks: Check[] = [];
  for (const sentence of passage.sentences) {
    for (const match of sentence.text.matchAll(/,(?:以上)?(?:共计|合计|总计)(?=[\u4e00-\u9fff]{0,8}\d)/g)) {
      const after = quantitiesIn(sentence.text.slice(match.index));
      const total = after[0];
      if (total === undefined || total.unit === null) continue;
      const list = sentence.text.slice(0, match.index);
      const parts = quantitiesIn(list).filter((each) => each.unit === total.unit && !each.approximate);
      const tight = list.slice(list.lastIndexOf(',') + 1);
      const own = parts.filter((each) => each.start >= list.length - tight.length);
      if (own.length < 2 || (tight.match(/、/g) ?? []).length < own.length - 1) continue;
      const sum = add(own);
      if (sum === total.value || add(parts) === total.value || total.approximate) checks.push(passed);
      else {
        const start = sentence.start + (list.length - tight.length);
        const end = sentence.start + match.index + total.end;
        const severity = sum > total.value ? 'error' : 'info';
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
