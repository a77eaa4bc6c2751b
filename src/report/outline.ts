/**
 * The outline: which pieces begin the sections. A statutory report has six sections in order, however they are numbered,
 * repeated or cut short: every line that may begin one is scored, and the best ascending chain is taken. A free-form
 * report has the sections that its own headings make.
 */
import type { Watch } from '../document/document.ts';
import { fold, foldsFrom } from '../text/normalize.ts';
import { isAnnexLine } from './annex.ts';
import { type Heading, meaningOf, readHeading, type SectionNumber } from './headings.ts';
import { isEmpty, type Piece } from './pieces.ts';

/** Where a section begins. */
interface Start {
  readonly number: SectionNumber | null;
  /** Index of the first piece: the heading, or where there is none, the body's first piece. */
  readonly piece: number;
  /** Index of the body's first piece. */
  readonly body: number;
  /** As printed, without its number; empty where no heading is printed. */
  readonly title: string;
}

export interface Outline {
  readonly starts: readonly Start[];
  /** The report follows no statutory form: any number of sections, some without a number. */
  readonly free: boolean;
  /** Pieces that are a table of contents or a repeated heading, and no text. */
  readonly contents: ReadonlySet<number>;
  /** Where the report ends, and an annex with tables begins; the number of pieces where there is none. */
  readonly end: number;
}

/** What the tables themselves begin with: signs that a section's body begins here, heading or not. */
const tableHeads: readonly { number: SectionNumber; pattern: RegExp }[] = [
  { number: 2, pattern: /^第二十条第?\(一\)[项款]|^信息内容本年/ },
  { number: 3, pattern: /勾稽关系|^申请人情况|^一、本年新收政府信息公开申请数量/ },
  { number: 4, pattern: /^行政复议(?:行政诉讼)?$|^行政复议行政诉讼|^结果维持/ },
];
const tableHead = /第二十条|信息内容|勾稽关系|申请人情况|本年新收|行政复议|结果维持/;
/** Any row of table 2, 3 or 4: after a heading it proves that this is the one with the table. */
const tableRows: Readonly<Record<number, RegExp>> = {
  2: /第二十条第|信息内容|^规章|规范性文件\d*$|^行政许可\d*$/,
  3: /勾稽关系|申请人情况|^自然人|本年新收政府信息公开申请数量|法人或其他组织/,
  4: /^行政复议|结果维持|未经复议直接起诉|^结果$/,
};
/** Each word of a table that is looked for holds one of these. */
const ofTables = foldsFrom('条容章范许系况人收复维结');
const near = 14;
/** A body without a heading begins at the first of its signs: less than any heading, and a little less with each line. */
const firstOf = (index: number): number => 1 - index / 1e7;

/** Far more than any report has: there can be many in a hostile file. */
const mostCandidates = 400;

interface Candidate extends Start {
  readonly number: SectionNumber;
  readonly score: number;
}

interface Line {
  readonly index: number;
  readonly folded: string;
  readonly heading: Heading | null;
  /** A row of several cells: never a heading. */
  readonly row: boolean;
}

const numbered = /^[\s#*>【[（(第]{0,8}[一二三四五六七八九十⼀⼆⼋⼗\d０-９]/;

function linesOf(pieces: readonly Piece[], watch: Watch): Line[] {
  const lines: Line[] = [];
  for (const [index, piece] of pieces.entries()) {
    watch.step();
    if (isEmpty(piece)) continue;
    const row = piece.filled.length > 1;
    const text = piece.text.trim();
    // A bare number is a cell; a long line without a number at its head is a sentence.
    const short = text.length <= 128 && !/^[\d\s.,/-]*$/.test(text);
    const worth = !row && short && (text.length <= 40 || numbered.test(text));
    const heading = worth ? readHeading(text) : null;
    // Of a row only the words of the tables matter.
    const folded = short && (!row || ofTables(text)) ? fold(text) : '';
    lines.push({ index, folded, heading, row });
  }
  return lines;
}

/** A heading that a hard wrap cut in two: the line and the next are together a known title. */
function wrapped(lines: readonly Line[], at: number, pieces: readonly Piece[]): Heading | null {
  const heading = lines[at]!.heading;
  const next = lines[at + 1];
  if (heading === null || heading.fit === 'exact' || heading.level === 'none' || next === undefined || next.row)
    return null;
  if (
    next.index !== lines[at]!.index + 1 ||
    next.folded === '' ||
    next.folded.length > 16 ||
    next.heading?.level !== 'none'
  )
    return null;
  const title = heading.title + pieces[next.index]!.text.trim();
  const meaning = meaningOf(fold(title).replace(/[:：。]$/, ''));
  return meaning.fit === 'exact' ? { ...heading, ...meaning, title } : null;
}

function followedByTable(lines: readonly Line[], at: number, number: SectionNumber): boolean {
  const pattern = tableRows[number];
  if (pattern === undefined) return false;
  for (let i = at + 1; i < Math.min(lines.length, at + near); i++) {
    const line = lines[i]!;
    if (pattern.test(line.folded)) return true;
    if (line.heading?.level === 'main' && line.heading.fit === 'exact') return false;
  }
  return false;
}

const levels = { main: 4, arabic: 2, none: -2, sub: -4 } as const;
const fits = { exact: 10, cut: 6, signs: 4, none: 0 } as const;

/** A heading's next line is another heading of another section: nothing stands between, as in a table of contents. */
function bodyless(lines: readonly Line[], at: number): boolean {
  const next = lines[at + 1]?.heading;
  return (
    next !== undefined &&
    next !== null &&
    (next.level === 'main' || next.level === 'arabic' || next.level === 'none') &&
    next.number !== null &&
    next.fit === 'exact'
  );
}

function candidateAt(lines: readonly Line[], at: number, pieces: readonly Piece[]): Candidate | null {
  const line = lines[at]!;
  const joined = wrapped(lines, at, pieces);
  const heading = joined ?? line.heading;
  const body = (joined ? lines[at + 1]!.index : line.index) + 1;
  if (heading?.number) {
    const { number, fit, level } = heading;
    const marked = pieces[line.index]!.block.heading !== null;
    const table = followedByTable(lines, joined ? at + 1 : at, number);
    const equal = heading.numeral === number;
    const unsure = level === 'none' && (fit === 'signs' || (fit === 'cut' && !marked));
    const inner =
      level === 'sub' && !(fit === 'exact' && (equal || number === 5)) && !(number === 5 && fit === 'signs');
    if (!(unsure && !(marked && table)) && !inner) {
      let score = fits[fit] + levels[level] + (equal ? 3 : 0) + (marked ? 2 : 0) + (table ? 8 : 0);
      if (!table && bodyless(lines, joined ? at + 1 : at)) score -= 5;
      if (heading.contents) score -= 8;
      // （一）主要问题 where its section has no heading of its own: the body begins here.
      const headless = level === 'sub' && !equal;
      if (headless) score = firstOf(line.index);
      if (score > 0)
        return {
          number,
          piece: line.index,
          body: headless ? line.index : body,
          title: headless ? '' : heading.title,
          score,
        };
    }
  }
  if (!tableHead.test(line.folded)) return null;
  for (const { number, pattern } of tableHeads) {
    if (pattern.test(line.folded))
      return { number, piece: line.index, body: line.index, title: '', score: firstOf(line.index) };
  }
  return null;
}

/** The ascending chain of candidates with the highest sum of scores; of equals, the later start wins. */
function bestChain(candidates: readonly Candidate[]): Candidate[] {
  const best: { sum: number; candidate: Candidate; before: number }[] = [];
  for (const candidate of candidates) {
    let sum = 0;
    let before = -1;
    for (let i = 0; i < best.length; i++) {
      const one = best[i]!;
      if (one.candidate.number < candidate.number && one.candidate.piece < candidate.piece && one.sum >= sum) {
        sum = one.sum;
        before = i;
      }
    }
    best.push({ sum: sum + candidate.score, candidate, before });
  }
  let at = -1;
  for (let i = 0; i < best.length; i++) if (at < 0 || best[i]!.sum >= best[at]!.sum) at = i;
  const chain: Candidate[] = [];
  for (; at >= 0; at = best[at]!.before) chain.unshift(best[at]!.candidate);
  return chain;
}

/** A heading with its table below scores so much; one in a table of contents does not. */
const headsTable = 15;

/** The piece that begins an annex with tables, behind the last section of a report that has its own: theirs are no sections. */
function annexOf(lines: readonly Line[], candidates: readonly Candidate[]): number | null {
  const withTable = new Set<number>();
  const last = candidates.find(({ number, score }) => {
    if (number >= 2 && number <= 4 && score >= headsTable) withTable.add(number);
    return number >= 5 && withTable.size >= 2;
  });
  if (last === undefined) return null;
  const at = lines.findIndex(({ index, row, folded }) => index > last.piece && !row && isAnnexLine(folded));
  return at !== -1 && lines.slice(at).some(({ folded }) => tableHead.test(folded)) ? lines[at]!.index : null;
}

function statutory(lines: readonly Line[], pieces: readonly Piece[]): Outline {
  const candidates: Candidate[] = [];
  for (let at = 0; at < lines.length && candidates.length < mostCandidates; at++) {
    const candidate = candidateAt(lines, at, pieces);
    if (candidate) candidates.push(candidate);
  }
  const end = annexOf(lines, candidates) ?? pieces.length;
  const starts = bestChain(candidates.filter(({ piece }) => piece < end));
  const chosen = new Set(starts.map(({ piece }) => piece));
  const first = starts[0]?.piece ?? 0;
  const contents = candidates
    .filter(({ piece, title }) => title !== '' && piece < first && !chosen.has(piece))
    .map(({ piece }) => piece);
  return { starts, free: false, contents: new Set(contents), end };
}

/** Headings of a free-form report: of the level that is used most and highest, each once. */
function free(lines: readonly Line[], pieces: readonly Piece[]): Outline {
  const headings = lines.filter(({ heading }) => heading !== null && heading.title !== '');
  const marked = headings.filter(({ index }) => pieces[index]!.block.heading !== null);
  // Of a heading that is repeated (a table of contents, a running head) the last one begins the section.
  const bodied = (list: readonly Line[]) => {
    const last = new Map(list.map(({ heading, index }) => [heading!.title, index]));
    return list
      .filter(({ heading, index }) => !heading!.contents && last.get(heading!.title) === index)
      .slice(0, mostCandidates);
  };
  for (const level of ['main', 'sub', 'arabic'] as const) {
    const found = headings.filter(
      ({ heading }) => heading!.level === level && (level === 'main' || heading!.title.length <= 24),
    );
    // Sub-headings and arabic ones make sections only where they speak of them.
    if (found.length < 2 || (level !== 'main' && found.filter(({ heading }) => heading!.number !== null).length < 2))
      continue;
    return fromHeadings(bodied(found), found, pieces);
  }
  const plain = headings.filter(
    ({ heading, index }) =>
      heading!.fit === 'exact' || (pieces[index]!.block.heading !== null && heading!.number !== null),
  );
  return fromHeadings(
    bodied(plain.length > 0 ? plain : marked.filter(({ heading }) => heading!.number !== null)),
    plain,
    pieces,
  );
}

function fromHeadings(list: readonly Line[], all: readonly Line[], pieces: readonly Piece[]): Outline {
  const starts = list.map(({ heading, index }) => ({
    number: heading!.number,
    piece: index,
    body: index + 1,
    title: heading!.title,
  }));
  const kept = new Set(starts.map(({ piece }) => piece));
  const contents = new Set(all.map(({ index }) => index).filter((index) => !kept.has(index)));
  return { starts, free: true, contents, end: pieces.length };
}

/** Finds where the sections of a report begin. No start at all where the pieces are no report. */
export function readOutline(pieces: readonly Piece[], watch: Watch): Outline {
  const lines = linesOf(pieces, watch);
  watch.look();
  // Only reports of the statutory forms have these tables, or the heading of the third section in these words.
  const tables = lines.some(({ folded }) =>
    /^第二十条第?\(|本年新收政府信息公开申请数量|结转下年度继续办理|未经复议直接起诉/.test(folded),
  );
  const worded = lines.some(
    ({ heading }) => heading?.number === 3 && heading.fit === 'exact' && heading.title.includes('收到和处理'),
  );
  return tables || worded ? statutory(lines, pieces) : free(lines, pieces);
}
