/** When something of the text happened: the days that stand in the sentences which tell of it, never one that is only near. */

import type { SearchHit } from '../../store/store.ts';
import { daysIn, type FoundDay } from '../../text/days.ts';
import type { Answer, Row } from '../answer.ts';
import { cite, distinct, verbatim } from '../cite.ts';
import { answer, type Desk, noData, shownOf } from '../desk.ts';
import { baseOf } from '../figures.ts';
import { generalTerms } from '../matching.ts';
import { reason } from '../reasons.ts';
import { type Topic, topicOf } from '../topical.ts';
import { excerptsOf, find, search } from './search.ts';

/** Passages that are looked at. */
const PASSAGES = 200;

interface Told {
  readonly hit: SearchHit;
  readonly sentence: string;
  readonly day: FoundDay;
}

export async function happened(desk: Desk, words: string): Promise<Answer> {
  const { hits } = await find(desk, words, PASSAGES, true);
  const base = desk.heads.length > 1 ? baseOf(desk.heads) : null;
  if (hits.length === 0) return search(desk);
  const topic = topicOf(words, desk.lexicon);
  const told = onceEach(hits.flatMap((hit) => toldIn(hit, topic, generalTerms(desk.lexicon))));
  const subject = { zh: words, en: words };
  if (told.length === 0) {
    const excerpts = await excerptsOf(desk, hits.slice(0, 3));
    const citations = distinct(excerpts.map((each) => each.citation));
    return noData(desk, undated(words), { subject, excerpts, citations, base });
  }
  const placed = await Promise.all(told.map((each) => atItsLine(desk, each)));
  const shown = shownOf(desk, placed).map(({ told: { hit, sentence, day }, line, text }) => {
    const head = desk.library.byId.get(hit.report);
    const { section, page } = hit;
    return head === undefined
      ? null
      : cite(head, { section, line, page, quote: verbatim(text, line, sentence, day.text) });
  });
  return answer(desk, 'answered', {
    subject,
    rows: placed.map((each) => rowOf(each, words)),
    citations: distinct(shown),
    base,
  });
}

/** A passage may be several lines: that of the sentence, with the report's text. */
interface Placed {
  readonly told: Told;
  readonly line: number | null;
  readonly text: string | null;
}

async function atItsLine(desk: Desk, told: Told): Promise<Placed> {
  const { hit, sentence } = told;
  const text = await desk.store.text(hit.report);
  if (text === null || hit.line === null) return { told, line: hit.line, text };
  const bare = (each: string) => each.replace(/\s+/g, '');
  const begins = bare(sentence).slice(0, BEGINNING);
  const lines = text.split('\n').slice(hit.line - 1, hit.line - 1 + LINES);
  const at = lines.findIndex((each) => bare(each).includes(begins));
  return { told, line: hit.line + Math.max(0, at), text };
}

/** So much of a sentence tells its line, among so many of its passage. */
const BEGINNING = 12;
const LINES = 30;

function rowOf({ told: { hit, day }, line }: Placed, words: string): Row {
  const { agency, year, report, section } = hit;
  return { agency, year, report, value: day.text, label: words, section, line };
}

/** Days of the sentences of a passage that tell of the matter. */
function toldIn(hit: SearchHit, topic: Topic, general: ReadonlySet<string>): Told[] {
  return hit.text.split(/[。；;！!\n]/).flatMap((sentence) => {
    if (!topic.holdsAll([sentence], general) || topic.score(sentence) === 0) return [];
    const days = daysIn(sentence);
    const own = new Set(topic.highlights(sentence).flatMap((place) => daysOf(sentence, days, place)));
    return [...own].map((day) => ({ hit, sentence: sentence.trim(), day }));
  });
}

/** 5月10日培训，11月开会: a day is that of what follows it up to the next one; where none stands before, the first behind. */
function daysOf(sentence: string, days: readonly FoundDay[], place: readonly [number, number]): FoundDay[] {
  const last = days.findLastIndex(({ end }) => end <= place[0]);
  const at = last < 0 ? 0 : last;
  const day = days[at];
  if (day === undefined || elsewhere(sentence, day, place)) return [];
  const beside = (one: FoundDay, other: FoundDay) => /^[、和及与\s]*$/.test(sentence.slice(one.end, other.start));
  let [from, to] = [at, at];
  while (from > 0 && beside(days[from - 1]!, days[from]!)) from -= 1;
  while (to < days.length - 1 && beside(days[to]!, days[to + 1]!)) to += 1;
  return days.slice(from, to + 1);
}

/** 3月印发通知，要求开展培训: what happened on that day is the notice. */
const elsewhere = (sentence: string, day: FoundDay, [at]: readonly [number, number]): boolean =>
  day.end <= at && /印发|制定|下发|出台|修订|要求|根据|按照/.test(sentence.slice(day.end, at));

/** A report may tell of it twice, once without the year. */
function onceEach(told: readonly Told[]): Told[] {
  const same = (one: Told, other: Told) =>
    one.hit.report === other.hit.report &&
    one.day.month === other.day.month &&
    one.day.day === other.day.day &&
    (one.day.year === other.day.year || one.day.year === null || other.day.year === null);
  const full = (each: Told) => (each.day.year === null ? 0 : 1);
  return told.filter(
    (each, at) =>
      !told.some(
        (other, index) =>
          index !== at && same(each, other) && (full(other) > full(each) || (full(other) === full(each) && index < at)),
      ),
  );
}

const undated = (words: string) =>
  reason(
    'noDate',
    `正文写到“${words}”，没有写明是哪一天。写到它的地方：`,
    `The text tells of “${words}”, but not when that was. Where it does:`,
  );
