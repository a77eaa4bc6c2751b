/** So much above a named agency, or so many times its figure: 比盐池多10件以上的单位 · "at least twice as many as Ankang". */
import { parseNumeral } from '../../../text/numerals.ts';
import { asksAgencies, type Draft } from '../../hearing.ts';
import type { Body } from '../bodies/body.ts';
import { numerals } from '../shapes/amounts.ts';
import { measuredFigure } from '../yardstick.ts';
import type { Asked } from './asked.ts';
import { drafted, type Operation } from './operation.ts';
import { theOne } from './stands.ts';

type Comparison = 'eq' | 'gt' | 'ge' | 'lt' | 'le';

interface Apart {
  readonly body: Body;
  readonly agency: string;
  readonly comparison: Comparison;
  readonly times?: number;
  readonly more?: number;
  /** Where the words stand that say so. */
  readonly start: number;
  readonly end: number;
}

export const byHowMuch: Operation = {
  name: 'so much above or below one of them',
  fits: (asked) => {
    const apart = apartIn(asked);
    if (apart === null || asked.figures.length > 1 || asked.when.years.length > 1 || asked.groupBy !== null)
      return false;
    // A number that bounds something else is no part of it.
    return asked.comparing.every(({ marks }) => marks.every(({ start }) => apart.start <= start && start < apart.end));
  },
  plan(asked): Draft | null {
    const apart = apartIn(asked);
    if (apart === null) return null;
    // 公开率高10个百分点: of rates only so many times is said.
    if (apart.more !== undefined && (asked.rate !== null || asked.share !== null)) return null;
    const { marks, counted } = asked;
    const { agency, comparison, times, more, body } = apart;
    const than = { agency, ...(times === undefined ? {} : { times }), ...(more === undefined ? {} : { more }) };
    const rate = asked.rate === 'unknown' ? null : asked.rate;
    const measured = { than, comparison, body, spoken: false, marks: [] };
    const condition = measuredFigure({ ...asked, rate }, measured);
    if (condition === null) return null;
    marks.use(...marks.all.filter((mark) => mark.start < apart.end && mark.end > apart.start));
    marks.useRule('count', 'which', 'op.rate', 'op.sum');
    const draft = drafted(asked, counted ? 'count' : 'list', 'many', {
      conditions: [condition],
      groupBy: counted || asksAgencies(marks) ? 'agency' : null,
    });
    return { ...draft, of: 'all', bodies: asked.bodies.filter((each) => each !== body) };
  },
};

/** The one agency that is named, and by how much others stand apart from it. */
function apartIn({ bodies, question: { text }, language }: Asked): Apart | null {
  const found = bodies.flatMap((body): Apart[] => {
    const agency = body.plural ? null : (body.missing ?? theOne(body)?.key ?? null);
    const [first, last] = [body.marks[0], body.marks.at(-1)];
    if (agency === null || first === undefined || last === undefined) return [];
    const [before, behind] = [text.slice(0, first.start), text.slice(last.end)];
    const said = language === 'zh' ? chinese(before, behind) : english(before);
    if (said === null) return [];
    const { ahead, after, ...what } = said;
    return [{ body, agency, ...what, start: first.start - ahead, end: last.end + after }];
  });
  const [only, ...more] = found;
  // Of two that are named the other would be dropped, unless it is a kind or a place.
  const others = bodies.some((body) => body !== only?.body && body.by === 'name' && !body.plural);
  return only === undefined || more.length > 0 || others ? null : only;
}

/** What is said, and how much of the words before and behind the name says it. */
type Said = Pick<Apart, 'comparison' | 'times' | 'more'> & { readonly ahead: number; readonly after: number };

const numeral = '(\\d+|[一二两三四五六七八九十百]+)';
const over = '超过|超出|多于|大于|高于|不止|大于等于';
const under = '不到|不足|少于|低于|小于';
const least = '至少|最少|起码|不少于|不低于|达到|达';
const unit = '(?:件|个|份|宗|起|次|条|项|家|人)?';
const tail = '(?:申请|诉讼|复议|案件)?(?:的申请)?(以上|及以上|或以上|或更多|以下|以内|)';

const much = new RegExp(
  `^(?:收到的|的)?(?:申请)?(?:要|还)?(?:${least}|)(多|高|少|低)(?:出|了|收了|收到了|收到|收)?(${over}|${under}|${least}|)${numeral}${unit}${tail}`,
);
const timesMore = new RegExp(`^(?:的)?(?:要|还)?多(?:出|了)?(${over}|${least}|)${numeral}倍(以上|及以上|)`);
const timesOf = new RegExp(
  `^(?:收到的|的)?(?:申请)?(?:的)?(${over}|${least}|)${numeral}倍(以上|及以上|或以上|多|还多|不止|以下|)`,
);
const halfOf = /^(?:收到的|的)?(?:申请)?(?:的)?(?:一半|二分之一)(以上|以下|都不到|不到|)/;

function chinese(before: string, behind: string): Said | null {
  const than = /(?:比|比起|较)$/.exec(before)?.[0];
  if (than !== undefined) {
    const times = timesMore.exec(behind);
    if (times) return { ...saying(times, 1, 3, 'ge'), times: number(times[2]!) + 1, ahead: than.length };
    const found = much.exec(behind);
    if (!found || /^(?:[%％成]|个?百分)/.test(behind.slice(found[0].length))) return null;
    const fewer = /[少低]/.test(found[1]!);
    const atLeast = new RegExp(`^(?:收到的|的)?(?:申请)?(?:要|还)?(?:${least})`).test(behind);
    const said = saying(found, 2, 4, atLeast ? 'ge' : 'eq');
    const comparison = fewer ? mirrored[said.comparison] : said.comparison;
    return { ...said, comparison, more: fewer ? -number(found[3]!) : number(found[3]!), ahead: than.length };
  }
  const lead = new RegExp(
    `(?:(${over}|${under}|${least})(?:是|为|有|相当于)|(?:是|为|有|相当于|)(${over}|${under}|${least}|))$`,
  ).exec(before);
  const bound = lead?.[1] ?? lead?.[2] ?? '';
  const half = halfOf.exec(behind);
  const times = half ? null : timesOf.exec(behind);
  const found = half ?? times;
  if (found === null || lead === null) return null;
  const own = half ? ['', half[1] ?? ''] : [times![1] ?? '', times![3] ?? ''];
  const comparison = signOf(bound || own[0]!, own[1]!, half ? 'eq' : 'ge');
  return { comparison, times: half ? 0.5 : number(times![2]!), ahead: lead[0].length, after: found[0].length };
}

const number = (text: string): number => (/^\d+$/.test(text) ? Number(text) : (parseNumeral(text) ?? Number.NaN));

const saying = (found: RegExpExecArray, bound: number, end: number, plain: Comparison) => ({
  comparison: signOf(found[bound] ?? '', found[end] ?? '', plain),
  after: found[0].length,
});

/** 多10件以上 is at least so many; 少10件以上 at least so many fewer. */
const mirrored = { eq: 'eq', gt: 'lt', ge: 'le', lt: 'gt', le: 'ge' } as const;

function signOf(bound: string, end: string, plain: Comparison): Comparison {
  if (new RegExp(`^(?:${under})$`).test(bound) || /不到/.test(end)) return 'lt';
  if (/^以[下内]$/.test(end)) return 'le';
  if (new RegExp(`^(?:${over})$`).test(bound)) return bound === '大于等于' ? 'ge' : 'gt';
  return new RegExp(`^(?:${least})$`).test(bound) || end !== '' ? 'ge' : plain;
}

const count = '(\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred)';
const counts = new Map<string, number>([...numerals, ['twice', 2], ['double', 2], ['triple', 3], ['half', 0.5]]);
const amount = (text: string): number => counts.get(text) ?? Number(text);
const bounds = '(at least |more than |over |no fewer than |fewer than |less than |under |at most |exactly |)';
const noun = '(?:[a-z-]+ ){0,4}?';
const muchMore = new RegExp(
  `${bounds}${count} (?:or more )?(more|fewer|less) ${noun}than (?:that of |those of |what |in )?(?:the )?$`,
);
const manyTimes = new RegExp(
  `${bounds}(?:(twice|double|triple|half)|${count} times)(?: (?:as|the number of|the amount of|of))?(?: many| much)? ${noun}(?:as |of |than |that of |those of )*(?:the )?$`,
);

function english(before: string): Said | null {
  const found = muchMore.exec(before);
  if (found) {
    const fewer = found[3] !== 'more';
    const said = bounding(found[1]!, / or more /.test(found[0]) ? 'ge' : 'eq');
    const n = amount(found[2]!);
    return { comparison: fewer ? mirrored[said] : said, more: fewer ? -n : n, ahead: found[0].length, after: 0 };
  }
  const times = manyTimes.exec(before);
  if (!times) return null;
  const n = amount(times[2] ?? times[3]!);
  return { comparison: bounding(times[1]!, n < 1 ? 'eq' : 'ge'), times: n, ahead: times[0].length, after: 0 };
}

function bounding(words: string, plain: Comparison): Comparison {
  if (/^(?:at least|no fewer)/.test(words)) return 'ge';
  if (/^(?:more than|over)/.test(words)) return 'gt';
  if (/^(?:fewer|less|under)/.test(words)) return 'lt';
  if (/^exactly/.test(words)) return 'eq';
  return /^at most/.test(words) ? 'le' : plain;
}
