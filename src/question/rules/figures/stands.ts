/** How figures are said to stand to each other, to be confirmed: 盐池比安康多，对吧 · "is Yanchi the one with the most". */

import type { CatalogAgency } from '../../catalog.ts';
import type { Draft, Hearing } from '../../hearing.ts';
import type { Marks } from '../../marks.ts';
import type { Plan } from '../../plan.ts';
import type { Body } from '../bodies/body.ts';
import type { Asked } from './asked.ts';
import { asksWhether, useAsking } from './claim.ts';
import { drafted, type Operation } from './operation.ts';
import { figureConditions } from './rank.ts';

type Stands = NonNullable<Plan['stands']>;

/** 最多的是安康吗, "does Ankang rank first in Shaanxi": the rank over all, and whether that one is there. */
export const firstOf: Operation = {
  name: 'whether it is the first',
  fits: (asked) => asked.order !== null && whether(asked) && holderOf(asked) !== null && !asked.marks.has('whichYear'),
  plan(asked): Draft | null {
    const { marks, order } = asked;
    const holder = holderOf(asked);
    if (holder === null) return null;
    marks.useRule('op.compare', 'op.sum', 'which');
    useAsking(marks);
    const place = marks.has('order.third') ? 3 : marks.has('order.second') ? 2 : null;
    const stands: Stands = { of: holder.agency.key, comparison: null, than: null, place, where: false };
    const conditions = figureConditions(asked);
    const draft = drafted(asked, 'rank', 'many', { order, conditions, stands });
    return { ...draft, of: 'all', bodies: asked.bodies.filter((body) => body !== holder.body) };
  },
};

/** 排第几, "where does Ankang rank": the rank over all, and the place of that one. */
export const placeAsked: Operation = {
  name: 'its place',
  fits: (asked) =>
    asked.order !== null &&
    asksPlace(asked) &&
    holderOf(asked) !== null &&
    !asked.marks.has('whichYear', 'by', 'outcomes'),
  plan(asked): Draft | null {
    const { marks, order } = asked;
    const holder = holderOf(asked);
    if (holder === null) return null;
    marks.useRule('op.compare', 'op.sum', 'which', 'ask', 'search');
    const conditions = figureConditions(asked);
    const stands: Stands = { of: holder.agency.key, comparison: null, than: null, place: null, where: true };
    const draft = drafted(asked, 'rank', 'many', { order, conditions, stands });
    return { ...draft, of: 'all', bodies: asked.bodies.filter((body) => body !== holder.body) };
  },
};

const asksPlace = ({ question: { text }, marks }: Asked): boolean =>
  /第几|几名|名次|排名|排位|排行|位次/.test(text) ||
  marks
    .firing('order')
    .some(
      (mark) =>
        /^rank|ranked|ranking/.test(mark.text) &&
        /^(?:where|how|what|(?:in |at )?(?:what|which) (?:place|rank|position))\b/.test(text),
    );

/** 比安康多吗, "did Yanchi get fewer than Ankang", 比上年多，对吧: two figures, and whether the one stands so to the other. */
export const moreThan: Operation = {
  name: 'whether it is more',
  fits: (asked) =>
    asked.order === null && whether(asked) && asked.measures.length + (asked.rate === null ? 0 : 1) === 1,
  plan(asked): Draft | null {
    const sides = sidesOf(asked);
    const comparison = sides && comparisonOf(wordsOf(asked), sides);
    if (!sides || !comparison) return null;
    asked.marks.useRule('op.compare', 'op.change', 'cmp', 'op.rate', 'not');
    useAsking(asked.marks);
    const [one, other] = sides;
    const stands: Stands = { of: one.is, comparison, than: other.is, place: null, where: false };
    return drafted(asked, 'compare', 'many', { stands });
  },
};

/** Whether it is so is asked, and nothing else. */
const whether = ({ marks, when, counted, comparing, question }: Asked): boolean =>
  (asksWhether(marks) || /吧[?？。!！]?$/.test(question.text)) &&
  comparing.length === 0 &&
  !counted &&
  !marks.has('ask.quantity', 'ask.what', 'group', 'op.sum', 'op.average') &&
  when.mode !== 'all' &&
  !asksWho(marks);

/** 最多的单位, "the one": which ones are meant is said; 哪个单位 asks for it. */
const asksWho = (marks: Marks): boolean =>
  marks.firing('which').some(({ text }) => !/^的?(?:单位|部门|机关|机构|局|报告)$|^(?:the )?ones?$|^any/.test(text));

/** The one agency that is said to be there; what else is named restricts the rank. */
function holderOf({ bodies, when }: Hearing): { readonly agency: CatalogAgency; readonly body: Body } | null {
  if (bodies.length === 0 || bodies.length > 2 || when.years.length > 1) return null;
  const single = bodies.flatMap((body) => {
    const agency = theOne(body);
    return agency === null ? [] : [{ agency, body }];
  });
  const [only, ...more] = single;
  const others = bodies.filter((body) => body !== only?.body);
  const holds = others.every((body) => body.within.some(({ key }) => key === only?.agency.key));
  return only !== undefined && more.length === 0 && holds ? only : null;
}

/** The agency that the body's words mean where one is asked for: of a place its government, where it has one. */
export function theOne({ agencies, within, by, plural, missing }: Body): CatalogAgency | null {
  if (plural || missing !== null) return null;
  if (agencies.length === 1)
    return by === 'region' && within.length > 1 && agencies[0]!.kind !== 'government' ? null : agencies[0]!;
  if (agencies.length === 0) return within.length === 1 ? within[0]! : null;
  const governments = agencies.filter(({ kind }) => kind === 'government');
  return by === 'region' && governments.length === 1 ? governments[0]! : null;
}

interface Side {
  readonly is: string;
  readonly start: number;
  readonly end: number;
}

/** Two agencies, or two years of one. */
export function sidesOf({ bodies, when }: Hearing): readonly [Side, Side] | null {
  const [one, other] = bodies;
  if (bodies.length === 2 && one && other) {
    const [a, b] = [theOne(one), theOne(other)];
    const apart = when.years.length < 2 || when.years.length === when.marks.length;
    return a && b && a !== b && apart
      ? [
          { is: a.key, ...placeOf(one) },
          { is: b.key, ...placeOf(other) },
        ]
      : null;
  }
  const [first, second] = when.marks;
  const years = when.marks.length === 2 && when.years.length === 2 && !when.range && bodies.length === 1;
  if (!years || !first || !second || theOne(bodies[0]!) === null) return null;
  const year = (text: string) => /\d{4}/.exec(text)?.[0];
  const [from, to] = [year(first.text), year(second.text)];
  return from && to
    ? [
        { is: from, ...placeOf(first) },
        { is: to, ...placeOf(second) },
      ]
    : null;
}

const placeOf = ({ start, end }: { readonly start: number; readonly end: number }) => ({ start, end });

type Comparison = NonNullable<Stands['comparison']>;
const mirrored: Readonly<Record<string, Comparison>> = { gt: 'le', lt: 'ge' };

/** Names of cells, and of what a text tells of (人大建议 is not large). */
const named = new Set(['measure', 'rate', 'applicant', 'topic', 'part']);

/** The question's text less the names of what is compared, which may hold words like 不 and 更正. */
export const wordsOf = ({ question: { text }, marks }: Hearing): string =>
  marks.all
    .filter((mark) => mark.senses.some(({ kind }) => named.has(kind)))
    .reduce((rest, { start, end }) => `${rest.slice(0, start)}${' '.repeat(end - start)}${rest.slice(end)}`, text);

/** How the first side is said to stand to the second; null where the words do not say it plainly. */
export function comparisonOf(text: string, [one, other]: readonly [Side, Side]): Comparison | null {
  const between = text.slice(one.end, other.start);
  const after = text
    .slice(other.end)
    .replace(/\b(?:is|are|was|were|do|does|did|has|have|had)n't (?:it|they|that)\b/, '');
  const less = /少|低|小|fewer|less|lower|smaller/;
  const much = /多|高|大|more|higher|larger|greater|bigger|exceed|outnumber/;
  const same = /一样|相同|相等|持平|the same|equal|as many|as high/;
  const english = /[a-z]/.test(`${between} ${after}`);
  // "Fewer in 2022 than in 2021": in English the word may stand before both.
  const said = english ? `${text.slice(0, one.start)} ${between} ${after}` : `${between} ${after}`;
  if (/倍|times|twice|double|百分|percent|%|\d (?:more|fewer)|不一样|不同|不等/.test(said.replace(/\d{4}/g, '')))
    return null;
  const denied = /不|没|未|\bnot\b|n't/;
  if (same.test(said)) return denied.test(said) ? null : 'eq';
  const [more, fewer] = [much.test(said), less.test(said)];
  if (more === fewer) return null;
  const comparison = more ? 'gt' : 'lt';
  if (english)
    return denied.test(`${between} ${after}`) || !/\bthan\b|exceed|outnumber/.test(between) ? null : comparison;
  // 不比安康多: no more than; 没有安康多: fewer.
  if (/没有?$|没有?比|不如/.test(between.replace(/\s/g, ''))) return more ? 'lt' : 'gt';
  if (/不比|并不比/.test(between)) return mirrored[comparison]!;
  return /比|较|高于|多于|少于|低于|大于|小于|超过/.test(between) &&
    !denied.test(said.replace(/是不是|对不对|有没有|多不多|了没有?$/gu, ''))
    ? comparison
    : null;
}
