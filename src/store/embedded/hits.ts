/** What was found as it is shown: a snippet with its line, around what was looked for. */
import type { Kysely, Selectable } from 'kysely';
import { foldWithOffsets } from '../../lexicon/fold.ts';
import { lineAt } from '../lines.ts';
import { type Marked, type Snippet, snippetOf } from '../snippet.ts';
import type { SearchHit } from '../store.ts';
import { readMarks } from './cuts.ts';
import type { Found, Weighed } from './find.ts';
import type { Followed } from './follow.ts';
import type { Phrase } from './phrase.ts';
import { run } from './statement.ts';
import type { Tables } from './tables.ts';

/** What is marked in a passage. */
export interface Looked {
  readonly terms: readonly Weighed[];
  /** Whole words among the terms. */
  readonly words: ReadonlySet<string>;
  readonly phrases: readonly Phrase[];
}

type Row = Selectable<Tables['passages']> & Pick<Selectable<Tables['cuts']>, 'tokens' | 'offsets'>;
const passagesAsked = `select passages.*, cuts.tokens, cuts.offsets from passages
  join cuts on cuts.report_id = passages.report_id where passages.id in (select value from json_each(?))`;

export async function hitsOf(
  db: Kysely<Tables>,
  found: readonly (Found & { similar: number })[],
  { terms, words, phrases }: Looked,
  { index, heads }: Followed,
): Promise<SearchHit[]> {
  if (found.length === 0) return [];
  const weights = new Map(terms.map(({ id, term, idf }) => [id, { term, weight: idf }]));
  const all = terms.reduce((sum, { idf }) => sum + idf, 1);
  const numbers = found.map(({ passage }) => index.row(passage));
  const rows = await run<Row>(db, passagesAsked, JSON.stringify(numbers));
  const byNumber = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ passage, score, similar }): SearchHit[] => {
    const row = byNumber.get(index.row(passage));
    const head = row && heads.get(row.report_id);
    if (!row || !head) return [];
    const marks = readMarks(row, row.id).flatMap(({ term, start, end }): Marked[] => {
      const wanted = weights.get(term);
      return wanted === undefined ? [] : [{ ...wanted, start, end }];
    });
    // Parts of words are marked only where no whole one is: not 开放 beside 开放日.
    const whole = marks.filter(({ term }) => words.has(term));
    const quoted = phrases.flatMap((phrase) => standing(row.text, phrase, all));
    const shown = [...quoted, ...(whole.length > 0 ? whole : marks)];
    const starts = JSON.parse(row.line_starts) as number[];
    const { line, snippet } = fromBestLine(snippetOf(row.text, shown), shown, starts);
    const { report, agency, year } = head;
    const { section, page, text } = row;
    return [
      {
        ...{ report, agency, year, section, line, page, score: Math.round(score * 1e4) / 1e4 },
        ...{ snippet: snippet.text, highlights: snippet.highlights, text, similar },
      },
    ];
  });
}

/** Where a phrase stands in a text, character by character. */
function standing(text: string, { folded: phrase, typed }: Phrase, weight: number): Marked[] {
  const { text: folded, starts, ends } = foldWithOffsets(text);
  let plain = '';
  const places: number[] = [];
  for (let at = 0; at < folded.length; at++) {
    if (folded[at] === ' ') continue;
    plain += folded[at];
    places.push(at);
  }
  const marks: Marked[] = [];
  for (let at = plain.indexOf(phrase); at >= 0 && phrase !== ''; at = plain.indexOf(phrase, at + phrase.length))
    marks.push({ start: starts[places[at]!]!, end: ends[places[at + phrase.length - 1]!]!, weight, term: typed });
  return marks;
}

/**
 * The snippet and the line that it is cited by, on which it begins: of several lines the one that says most of what was looked for.
 * What stands above that line (a sub-heading) is left out.
 */
function fromBestLine(
  { text, start, highlights }: Snippet,
  marks: readonly Marked[],
  starts: readonly number[],
): { line: number | null; snippet: Snippet } {
  const worth = new Map<number, Map<string, number>>();
  for (const [from, to] of highlights) {
    const mark = marks.find((each) => each.start === start + from && each.end === start + to);
    const line = lineAt(starts, start + from);
    if (!mark || line === null) continue;
    const terms = worth.get(line) ?? new Map<string, number>();
    worth.set(line, terms.set(mark.term, mark.weight));
  }
  const sums = [...worth].map(([line, terms]) => ({ line, sum: [...terms.values()].reduce((a, b) => a + b, 0) }));
  const [best] = sums.sort((a, b) => b.sum - a.sum || a.line - b.line);
  const line = best?.line ?? lineAt(starts, start);
  let from = start;
  for (let i = 0; i + 1 < starts.length; i += 2) if (starts[i + 1] === line) from = starts[i]!;
  const cut = Math.max(0, from - start);
  const kept = highlights.filter(([at]) => at >= cut).map(([a, b]) => [a - cut, b - cut] as const);
  return { line, snippet: { text: text.slice(cut), start: start + cut, highlights: kept } };
}
