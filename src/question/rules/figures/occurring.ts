/** In which years something was so: 每年都收到申请的单位 · "when did it first have a lawsuit" · 最近一次被复议是哪年. */
import { asksAgencies, type Hearing } from '../../hearing.ts';
import { fires, type Mark, type Marks, sense } from '../../marks.ts';
import type { Plan } from '../../plan.ts';
import { conditionsOf } from '../conditions.ts';
import { drafted, type Operation } from './operation.ts';

/** Each of the years, and not the years one by one: 每年哪些单位 lists those of each year. */
export function inEveryYear(hearing: Hearing): boolean {
  const { marks, when, question } = hearing;
  const { text } = question;
  if (when.years.length === 1) return false;
  if (when.mode === 'given' && !marks.has('whichYear', 'order') && ofAllNamed(hearing)) return true;
  const said = marks.all.some((mark, at) => {
    const next = marks.all[at + 1];
    if (fires(mark, 'every') || haveEach.test(mark.text)) return true;
    // 一直没有收到申请, "never".
    if (fires(mark, 'not') && /^(?:一直|从来|从)|never/.test(mark.text)) return true;
    if (/^(?:每年|每一年|每年度|每个年度|各年|历年)$/.test(mark.text))
      return !(next && fires(next, 'which')) && /[都均皆]/.test(text.slice(mark.end));
    return /^(?:in |for |during )?(?:each|every)(?: single)? year$/.test(mark.text);
  });
  return said && !marks.has('whichYear', 'order');
}

/** 2021年和2022年都没有收到, "in both 2021 and 2022": of years that are named all are meant, also where it is denied of them together. */
function ofAllNamed({ marks, when, question: { text } }: Hearing): boolean {
  const last = Math.max(...when.marks.map(({ end }) => end));
  const behind = text.slice(last);
  const all = ofAllBehind.test(behind) || bodiesAll.test(behind) || boundsAll.test(behind);
  const both = marks.all.some((mark, at) => {
    if (!/^(?:both|(?:in )?(?:each|every|every one|all)(?: of)?)$/.test(mark.text)) return false;
    const next = marks.all.slice(at + 1).find((each) => !/^(?:one|in|of|the|years|for)$/.test(each.text));
    return next !== undefined && sense(next, 'years') !== undefined;
  });
  const together = /\bboth (?:of (?:the|these|those) )?years\b|\d{4},? as well as (?:in )?\d{4}|\d{4} alike\b/.test(
    text,
  );
  return all || both || together || (deniedOfThem(marks, text) && asksAgencies(marks));
}

const ofAllBehind =
  /^(?:年|年度|度|这|那|[两二三四五几]个?年度?|里|中|间|期间|之间|内|以来|[,，、\s])*(?:都|均|皆|全都)(?!有(?:哪|几|多少|谁)|是(?:哪|谁))/;

/** 有几家单位都没有收到. */
const bodiesAll = /(?<![各每])(?:单位|部门|机关|机构|家|局)(?:都|均|皆)(?!有哪|是哪)/;

/** 2023年和2024年收到的申请都超过2件. */
const boundsAll =
  /(?<!各[^,，]{0,8}|每[^,，]{0,8}|所有[^,，]{0,8})(?:都|均|皆)(?:要|有|在|是|能|)(?:超过|超出|多于|大于|高于|不少于|不低于|达到|至少|少于|低于|小于|不到|不足|未满|不超过|没超过|介于|为零|为0)/;

/** "No requests in 2021 and 2022": none in either of them. */
const deniedOfThem = (marks: Marks, text: string): boolean =>
  marks.firing('not').some(({ text: word }) => !/^(?:有没有|是不是|有无|是否有)$/.test(word)) &&
  !/或|\bor\b|[各每]|\b(?:each|every|either)\b/.test(text);

/** 连续三年, "three years running": in so many of the years one after another, whichever they are. */
export function yearsRunning({ marks, when }: Hearing): number | null {
  const [said] = marks.firing('every.year').flatMap(({ text }) => running.exec(text)?.slice(1).find(Boolean) ?? []);
  const count = said === undefined ? 0 : (counts[said] ?? Number(said));
  return count < 2 || when.years.length === count ? null : count;
}

const running =
  /^(?:连续|接连|一连|连着|连)([两三四五2-5])个?年|(two|three|four|five|[2-5]) (?:consecutive years|years running|years in a row|years straight|straight years|successive years)$/;
const counts: Readonly<Record<string, number>> = { 两: 2, 三: 3, 四: 4, 五: 5, two: 2, three: 3, four: 4, five: 5 };

/** 年年都有申请: a figure that there is in each of the years, where no figure is named reports. */
const haveEach = /^年年$|^(?:每年|年年|历年|每一年)(?:都|均)有$/;

/** Their words are read. */
export function useEveryYear(marks: Marks): void {
  marks.useRule('every', 'group.year', 'year.all', 'op.trend');
  marks.use(...marks.all.filter(({ text }) => haveEach.test(text)));
}

export const occurring: Operation = {
  name: 'the first or last year',
  fits: (asked) =>
    edgeOf(asked) !== null &&
    asked.figures.length > 0 &&
    asked.rate === null &&
    asked.share === null &&
    asked.bodies.every(({ by, plural }) => by === 'name' && !plural),
  plan(asked) {
    const edge = edgeOf(asked);
    if (edge === null) return null;
    asked.marks.use(edge.mark);
    asked.marks.useRule('whichYear', 'edge', 'year.latest', 'year.earliest', 'definition', 'ask', 'which', 'verb');
    const conditions = conditionsOf(asked, asked.figures, asked.comparing, () => true);
    // Of whom is not said: it is asked back, and never answered by what came in all the years.
    const needs = asked.bodies.length === 0 ? 'one' : 'many';
    return drafted(asked, 'list', needs, { conditions, groupBy: 'year', occurring: edge.which });
  },
};

/** First or last, where a year is asked for. */
function edgeOf({ marks }: Hearing): { mark: Mark; which: NonNullable<Plan['occurring']> } | null {
  const opens = /^when\b/.test(marks.all[0]?.text ?? '');
  const asksYear = marks.has('whichYear') || opens;
  for (const [at, mark] of marks.all.entries()) {
    const next = marks.all[at + 1];
    if (next !== undefined && sense(next, 'number') !== undefined && sense(next, 'years') === undefined) continue;
    if (fires(mark, 'edge') && (asksYear || /year|什么时候|何时|啥时候|几时|哪年|哪一年|年份/.test(mark.text)))
      return { mark, which: fires(mark, 'edge.first') ? 'first' : 'last' };
    if (opens && (mark.text === 'first' || mark.text === 'last')) return { mark, which: mark.text };
  }
  return null;
}

/** 有几年打过官司, "in how many of the years did it have lawsuits": the years of one body are counted. */
export const yearsCounted: Operation = {
  name: 'number of years',
  fits: ({ marks, figures, rate, share, bodies }) =>
    marks.has('years.count') &&
    figures.length > 0 &&
    rate === null &&
    share === null &&
    bodies.length === 1 &&
    bodies.every(({ by, plural }) => by === 'name' && !plural),
  plan(asked) {
    asked.marks.useRule('years.count', 'count', 'ask', 'whichYear', 'op.trend', 'op.compare', 'which', 'year');
    const conditions = conditionsOf(asked, asked.figures, asked.comparing, () => true);
    return drafted(asked, 'count', 'many', { conditions, groupBy: 'year' });
  },
};
