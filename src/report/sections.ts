/** A document's text: title, preamble, sections and signature, each with the lines that it stands on. */
import { unwatched } from '../document/budget.ts';
import type { Document, Watch } from '../document/document.ts';
import { fold } from '../text/normalize.ts';
import { isChrome, isMetadata } from './chrome.ts';
import { type Outline, readOutline } from './outline.ts';
import { type PlacedParagraph, paragraphsOf, wrapWidth } from './paragraphs.ts';
import { isEmpty, type Piece, piecesOf } from './pieces.ts';
import type { Section } from './report.ts';
import { findSignature, signatureInside } from './signature.ts';
import { findTitle, isIntroduction, type Witness } from './title.ts';

/** A section whose paragraphs know their lines. */
interface ReadSection extends Omit<Section, 'paragraphs'> {
  readonly paragraphs: readonly PlacedParagraph[];
}

/** A passage that belongs to no section. */
export interface ReadPassage {
  readonly text: string;
  readonly lines: [number, number] | null;
  readonly paragraphs: readonly PlacedParagraph[];
}

export interface ReadSections {
  /** As printed (lines of one title joined), null where none is printed. */
  readonly title: string | null;
  readonly preamble: ReadPassage | null;
  readonly sections: readonly ReadSection[];
  readonly signature: ReadPassage | null;
  /** The report follows no statutory form: its sections are those of its own headings. */
  readonly free: boolean;
  /** Lines around the report, for whoever looks for dates and addresses: before its first heading and after its end. */
  readonly margins: readonly string[];
}

function spanOf(paragraphs: readonly PlacedParagraph[]): [number, number] | null {
  const from = paragraphs[0]?.lines?.[0];
  const to = paragraphs.at(-1)?.lines?.[1];
  return from === undefined || to === undefined ? null : [from, to];
}

function passage(paragraphs: readonly PlacedParagraph[]): ReadPassage | null {
  if (paragraphs.length === 0) return null;
  return { text: paragraphs.map(({ text }) => text).join('\n'), lines: spanOf(paragraphs), paragraphs };
}

/** Line by line, nothing joined. */
const asPrinted = (pieces: readonly Piece[]): ReadPassage | null =>
  passage(pieces.flatMap((piece) => paragraphsOf([piece], { tables: false, wrap: null })));

/** The last section's pieces without what follows the report: the signature, and the site's footer. */
function tail(pieces: readonly Piece[]): { body: Piece[]; signature: Piece[]; after: Piece[] } {
  const all = [...pieces];
  const last = all.findLastIndex((piece) => !isEmpty(piece) && !isChrome(piece.text));
  const text = all[last]?.text ?? '';
  const inside = last < 0 ? null : signatureInside(text);
  if (inside !== null) {
    const piece = all[last]!;
    const signature = { ...piece, text: text.slice(inside).trim() };
    const body = [...all.slice(0, last), { ...piece, text: text.slice(0, inside).trim() }];
    return { body, signature: [signature], after: all.slice(last + 1) };
  }
  const found = findSignature(all);
  if (found) {
    const [from, to] = found;
    return { body: all.slice(0, from), signature: all.slice(from, to + 1), after: all.slice(to + 1) };
  }
  let end = all.length;
  while (end > 0 && (isEmpty(all[end - 1]!) || isChrome(all[end - 1]!.text))) end--;
  return { body: all.slice(0, end), signature: [], after: all.slice(end) };
}

const isContents = (piece: Piece): boolean => /^(?:目录|contents)$/i.test(fold(piece.text.slice(0, 30)));

function head(pieces: readonly Piece[], outline: Outline, wrap: number | null, witness: Witness) {
  const title = findTitle(pieces, witness);
  const rest = pieces.filter((_, index) => (title === null || index > title.last) && !outline.contents.has(index));
  const from = rest.findIndex(isIntroduction);
  let to = rest.length;
  while (
    from >= 0 &&
    to > from &&
    (isEmpty(rest[to - 1]!) || isChrome(rest[to - 1]!.text) || isContents(rest[to - 1]!))
  )
    to--;
  const preamble = from < 0 ? null : passage(paragraphsOf(rest.slice(from, to), { tables: false, wrap }));
  return { title: title?.text ?? null, preamble };
}

/** What speaks of the report itself: its card, its introduction, its first paragraphs and its signature. */
function witnessing(before: readonly Piece[], sections: readonly ReadSection[], signature: ReadPassage | null): string {
  const own = before.filter((piece) => isMetadata(piece.text) || isIntroduction(piece));
  return [...own.map(({ text }) => text), sections[0]?.text.slice(0, 3_000) ?? '', signature?.text ?? ''].join('\n');
}

/** Where a document without any heading could have its title. */
const headless = 60;

/** Finds title, preamble, sections and signature. Never throws; a document that is no report has no sections. */
export function readSections(document: Document, watch: Watch = unwatched): ReadSections {
  const pieces = piecesOf(document.blocks, watch);
  const outline = readOutline(pieces, watch);
  watch.look();
  const wrap = wrapWidth(pieces);
  const { starts } = outline;
  const before = pieces.slice(0, starts[0]?.piece ?? Math.min(pieces.length, headless));
  let signature: ReadPassage | null = null;
  let after: readonly Piece[] = [];
  const sections = starts.map(({ number, piece, body, title }, index): ReadSection => {
    let part: readonly Piece[] = pieces.slice(body, starts[index + 1]?.piece ?? outline.end);
    if (index === starts.length - 1) {
      const end = tail(part);
      part = end.body;
      // Of an annex only the lines of the site belong to the report.
      const behind = pieces.slice(outline.end).filter(({ text }) => isChrome(text) || isMetadata(text));
      after = [...end.after, ...behind];
      signature = asPrinted(end.signature);
    }
    watch.step();
    const tables = !outline.free && number !== null && number >= 2 && number <= 4;
    const paragraphs = paragraphsOf(part, { tables, wrap });
    const opening = pieces[piece]!.block.place.line;
    const closing = spanOf(paragraphs)?.[1] ?? pieces[Math.max(piece, body - 1)]!.block.place.line;
    const lines: [number, number] | null = opening === null || closing === null ? null : [opening, closing];
    return { number, title, text: paragraphs.map(({ text }) => text).join('\n'), lines, paragraphs };
  });
  const margins = [...before, ...after].filter((each) => !isEmpty(each)).map(({ text }) => text.trim());
  const text = () => fold(witnessing(before, sections, signature));
  const { title, preamble } = head(before, outline, wrap, { page: document.title, text });
  return { title, preamble, sections, signature, free: outline.free, margins };
}

/** The paragraphs of the sections that are no rows of a table, in order. */
export function proseOf({ sections }: Pick<ReadSections, 'sections'>): string[] {
  const prose: string[] = [];
  for (const { paragraphs } of sections) for (const { tabular, text } of paragraphs) if (!tabular) prose.push(text);
  return prose;
}
