/** search: full text, passages grouped by report, with what was not found named. */
import { isPlain } from '../../lexicon/plain.ts';
import type { SearchHit, SearchResult } from '../../store/store.ts';
import type { Answer, Excerpt, Row } from '../answer.ts';
import { cite, distinct, verbatim } from '../cite.ts';
import { answer, type Desk, noData, nothingFound, shownOf } from '../desk.ts';
import { baseOf } from '../figures.ts';
import { also, reason } from '../reasons.ts';
import { filterFor } from '../scope.ts';
import { without } from '../without.ts';

/** Passages whose words one search takes from the store; of more it says where they are. */
const LIMIT = 200;

export async function search(desk: Desk): Promise<Answer> {
  const words = desk.plan.topic?.trim() ?? '';
  if (words === '')
    return noData(desk, reason('noTopic', '没有说明要找什么词。', 'The plan names no words to search for.'));
  if (desk.plan.having === 'without') return silent(desk, words);
  const all = await everyOne(desk, await find(desk, words, LIMIT, true));
  const base = baseOf(desk.heads);
  const { kept: full, strange } = await restricted(desk, all);
  if (full.hits.length === 0 && all.hits.length > 0 && strange.length === 0)
    return nothingFound(desk, holdBoth(desk), { base });
  if (full.hits.length === 0 || strange.length > 0) {
    const nearest = await find(desk, words, 3);
    // Of several words some are there: that no passage holds them all does not say that their matter is nowhere.
    const partly = nearest.hits.length > 0;
    const none =
      strange.length > 0
        ? unknownWords(strange)
        : reason(
            'noMatch',
            partly
              ? `这 ${base.reports} 份报告里没有一段同时提到“${words}”的全部字词。`
              : `这 ${base.reports} 份报告的正文里没有提到“${words}”。`,
            partly
              ? `No passage of the ${base.reports === 1 ? 'report' : `${base.reports} reports`} in scope holds all the words of “${words}”.`
              : `The text of the ${base.reports === 1 ? 'report' : `${base.reports} reports`} in scope does not mention “${words}”.`,
          );
    const why = partly
      ? also(
          none,
          '下面是最接近的段落，只含其中一部分词。',
          'Below are the nearest passages, which hold only some of the words.',
        )
      : none;
    const near = await excerptsOf(desk, nearest.hits);
    // A word of another language that stands for none of the text's: whether its matter is there is not known.
    const translated = partly && /[a-z]{3}/i.test(words);
    const outcome = desk.plan.whole || strange.length > 0 || translated ? noData : nothingFound;
    return outcome(desk, why, { excerpts: near, citations: distinct(near.map((each) => each.citation)), base });
  }
  const grouped = byReport(full.hits);
  const excerpts = await excerptsOf(desk, shownOf(desk, grouped));
  return answer(desk, 'answered', {
    rows: [...grouped.map(rowOf), ...(full.rest ?? []).map(placeOf)],
    excerpts,
    citations: distinct(excerpts.map((each) => each.citation)),
    base,
    subject: { zh: words, en: words },
  });
}

/** Of several matters, the passages on any of them in the reports that mention each; where one passage always does, it alone. */
async function everyOne(desk: Desk, whole: SearchResult): Promise<SearchResult> {
  const { each } = desk.plan;
  if (each.length < 2) return whole;
  const found = await Promise.all(each.map((words) => find(desk, words, LIMIT, true)));
  const mentioning = found.map((one) => new Set([...one.hits, ...(one.rest ?? [])].map(({ report }) => report)));
  const all = new Set([...(mentioning[0] ?? [])].filter((report) => mentioning.every((some) => some.has(report))));
  const together = new Set([...whole.hits, ...(whole.rest ?? [])].map(({ report }) => report));
  if (all.size === together.size) return whole;
  const among = ({ report }: { report: string }) => all.has(report);
  const first = new Map(found.flatMap((one) => one.hits.filter(among)).map((hit) => [placed(hit), hit]));
  const rest = new Map(
    found.flatMap((one) => (one.rest ?? []).filter(among)).map((place) => [JSON.stringify(place), place]),
  );
  return {
    ...whole,
    absent: found.flatMap(({ absent }) => absent),
    hits: [...first.values()],
    rest: [...rest.values()],
  };
}

const placed = ({ report, line, snippet }: SearchHit): string => JSON.stringify([report, line, snippet]);

/** Less the reports that hold the words which they must lack, and those of other years than the first or last that hold any. */
async function restricted(desk: Desk, found: SearchResult): Promise<{ kept: SearchResult; strange: string[] }> {
  const { lacking, occurring } = desk.plan;
  const other = lacking === null ? null : await find(desk, lacking, LIMIT, true);
  const naming = new Set([...(other?.hits ?? []), ...(other?.rest ?? [])].map(({ report }) => report));
  const years = [...found.hits, ...(found.rest ?? [])].flatMap(({ year }) => year ?? []);
  const year = occurring === 'first' ? Math.min(...years) : occurring === 'last' ? Math.max(...years) : null;
  const meets = (each: { report: string; year: number | null }) =>
    !naming.has(each.report) && (year === null || each.year === year);
  const kept = { ...found, hits: found.hits.filter(meets), rest: (found.rest ?? []).filter(meets) };
  return { kept, strange: [...strangeIn(desk, found), ...(other === null ? [] : strangeIn(desk, other))] };
}

const holdBoth = ({ plan: { topic, lacking } }: Desk) =>
  reason(
    'none',
    `提到“${topic}”的报告也都提到“${lacking}”。`,
    `Every report that mentions “${topic}” mentions “${lacking}” as well.`,
  );

/** English words that stand for no Chinese one and that no text holds: a search that leaves them out is another search. */
const strangeIn = ({ lexicon }: Desk, { absent }: SearchResult): string[] =>
  absent.filter((word) => /^[a-z]{3,}$/i.test(word) && !isPlain(word, lexicon.words.plain));

function unknownWords(strange: readonly string[]) {
  const words = strange.slice(0, 3);
  return reason(
    'unknownWords',
    `报告里没有“${words.join('”“')}”，也不知道它对应哪个中文词；写没写到这件事无法判断。`,
    `No report prints “${words.join('”, “')}”, and it stands for no Chinese word that is known here: whether the reports treat it cannot be said.`,
  );
}

/** The reports in which no passage holds the words: every one of the scope that the whole search does not name. */
async function silent(desk: Desk, words: string): Promise<Answer> {
  const full = await find(desk, words, LIMIT, true);
  const naming = new Set([...full.hits, ...(full.rest ?? [])].map(({ report }) => report));
  const subject = { zh: words, en: words };
  return without(
    desk,
    desk.heads.filter(({ report }) => !naming.has(report)),
    subject,
    {
      zh: `这 ${desk.heads.length} 份报告都提到“${words}”。`,
      en: `All ${desk.heads.length} reports in scope mention “${words}”.`,
    },
  );
}

/** The passages nearest to some words, where nothing better answers. */
export async function nearest(desk: Desk, words: string): Promise<Excerpt[]> {
  if (words.trim() === '') return [];
  const { hits } = await find(desk, words, 3);
  return excerptsOf(desk, hits);
}

export async function find(desk: Desk, text: string, limit: number, every = false): Promise<SearchResult> {
  const { scope, sections } = desk.plan;
  const all = desk.heads.length === desk.library.heads.length;
  const found = await desk.store.search({
    ...(all ? {} : filterFor(desk.heads, scope)),
    text,
    limit,
    every,
    ...(sections.length > 0 ? { sections } : {}),
  });
  const held = new Set(desk.heads.map((head) => head.report));
  const inScope = ({ report }: { report: string }) => held.has(report);
  return { ...found, hits: found.hits.filter(inScope), rest: (found.rest ?? []).filter(inScope) };
}

/** Hits in order of their reports' best one, so that a report's passages stand together. */
function byReport(hits: readonly SearchHit[]): SearchHit[] {
  const order = new Map<string, number>();
  for (const hit of hits) if (!order.has(hit.report)) order.set(hit.report, order.size);
  return [...hits].sort((a, b) => (order.get(a.report) ?? 0) - (order.get(b.report) ?? 0));
}

function rowOf({ report, agency, year, section, line, page, snippet, similar }: SearchHit): Row {
  return { agency, year, report, value: null, section, line, page, snippet, similar };
}

/** A passage beyond those whose words are given: where it is. */
function placeOf({ report, agency, year, section }: NonNullable<SearchResult['rest']>[number]): Row {
  return { agency, year, report, value: null, section };
}

export async function excerptsOf(desk: Desk, hits: readonly SearchHit[]): Promise<Excerpt[]> {
  const texts = new Map<string, string | null>();
  for (const { report } of hits) if (!texts.has(report)) texts.set(report, await desk.store.text(report));
  return hits.flatMap((hit): Excerpt[] => {
    const head = desk.library.byId.get(hit.report);
    if (head === undefined) return [];
    const [from, to] = hit.highlights[0] ?? [0, 0];
    const printed = texts.get(hit.report) ?? null;
    const snippet = hit.snippet.replace(/^…|…$/g, '').trim();
    const quote = verbatim(printed, hit.line, snippet, hit.snippet.slice(from, to));
    const { section, line, page } = hit;
    return [
      {
        ...{ report: hit.report, agency: head.agency, year: head.year, section, title: null, text: hit.snippet },
        highlights: hit.highlights.map(([start, end]) => [start, end]),
        citation: cite(head, { section, line, page, quote }),
      },
    ];
  });
}
