/** Years, numbers, forms and quoted words: what is recognised by its shape rather than by a list. */
import { matchesOf } from '../../text/matches.ts';
import { numbers } from './shapes/amounts.ts';
import { forms, written } from './shapes/forms.ts';
import { sections } from './shapes/sections.ts';
import type { Shape } from './shapes/shape.ts';
import { recent, spokenYears, yearRanges, years } from './shapes/years.ts';

/** Words in quotation marks are taken as they are where text is searched for; elsewhere they are words like others. */
function* quotes(text: string): Generator<Shape> {
  if (
    !/提到|提及|写|说|讲|搜|找|含|有|现|哪|appear|occur|where|mention|search|find|contain|word|phrase|say|about|quot|cite/.test(
      text,
    )
  )
    return;
  for (const found of matchesOf(text, /["《]([^"《》]{1,100})["》]/g))
    yield { start: found.index, end: found.index + found[0].length, sense: { kind: 'quoted', text: found[1]! } };
}

/** What stands before the number of a document and is no part of it: 提到国办发〔2020〕17号. */
const citing = /^.*(?:提到|提及|引用|援引|依据|根据|按照|参照|落实|发布|印发|包含|含有|[了过的写含引提据照和与及在有])/;

/** 国办发〔2020〕17号: the year in the brackets names the document; one term, the issuer's short name with it. */
function* documents(text: string): Generator<Shape> {
  if (!written.test(text)) return;
  for (const found of matchesOf(text, /([\u4e00-\u9fff]{0,14}) ?([〔[(](?:19|20)\d\d[〕\])] ?第?\d{1,4} ?号)/g)) {
    const before = citing.exec(found[1]!)?.[0].length ?? 0;
    const start = found.index + before;
    const end = found.index + found[0].length;
    yield { start, end, sense: { kind: 'quoted', text: text.slice(start, end) } };
  }
}

/** TOP5: the order and the number, written as one. */
function* tops(text: string): Generator<Shape> {
  for (const found of matchesOf(text, /(?<![a-z0-9])top(\d{1,3})(?!\d)/g)) {
    const at = found.index + 3;
    yield { start: found.index, end: at, sense: { kind: 'word', rule: 'order.n' } };
    yield { start: found.index, end: at, sense: { kind: 'word', rule: 'order.top' } };
    yield { start: at, end: at + found[1]!.length, sense: { kind: 'number', value: Number(found[1]), percent: false } };
  }
}

/** 100+: so many or more. */
function* orMore(text: string): Generator<Shape> {
  for (const found of matchesOf(text, /(?<=\d|\d )\+(?![\d+])/g))
    yield { start: found.index, end: found.index + 1, sense: { kind: 'word', rule: 'cmp.geAfter' } };
}

/** 每几件申请里有一件, "one in how many": a rate, asked for as so many to one. */
function* ones(text: string): Generator<Shape> {
  for (const found of matchesOf(
    text,
    /(?:平均|大约|约)?(?:每隔?)?(?:几|多少)(?:件|条|个|宗|份)(?:申请)?(?:里面?|中|当中|之中)?(?:就|才)?会?有[一1](?:件|条|个|宗|份)(?:是|被|会被|遭)?|\b(?:one|1) (?:in|out of) (?:every )?how many\b/g,
  ))
    yield {
      start: found.index,
      end: found.index + found[0].length,
      sense: { kind: 'word', rule: 'op.rate.oneIn' },
    };
}

/** Everything in the folded text that has such a shape; overlaps are settled later. */
export function shapesIn(text: string): Shape[] {
  return [
    ...yearRanges(text),
    ...years(text),
    ...spokenYears(text),
    ...recent(text),
    ...numbers(text),
    ...sections(text),
    ...forms(text),
    ...quotes(text),
    ...documents(text),
    ...tops(text),
    ...ones(text),
    ...orMore(text),
  ];
}
