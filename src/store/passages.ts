/** Passages: what search finds. A paragraph of a section, short ones joined with their neighbours, long ones cut at sentences. Pure. */
import type { Report, Section } from '../report/report.ts';

export interface StorablePassage {
  /** 1-6; null outside of the six sections. */
  readonly section: number | null;
  readonly title: string;
  /** Verbatim text of the section. */
  readonly text: string;
  readonly lines: readonly [number, number] | null;
  readonly page: number | null;
}

/** Below this a paragraph says too little alone (a sub-heading, a list item). */
const short = 40;
/** Above this a hit would not show what was found. */
const long = 500;

/** The passages of a report in reading order; rows of tables are none. */
export function passagesOf(report: Pick<Report, 'sections' | 'preamble'>): StorablePassage[] {
  const passages: StorablePassage[] = [];
  if (report.preamble) {
    const { text, lines } = report.preamble;
    passages.push(...ofParagraphs([{ text, lines, page: null }], null, ''));
  }
  for (const section of report.sections)
    passages.push(...ofParagraphs(paragraphs(section), section.number, section.title));
  return passages;
}

type Piece = Pick<StorablePassage, 'text' | 'lines' | 'page'>;

function paragraphs(section: Section): Piece[] {
  if (section.paragraphs.length > 0) return section.paragraphs.filter(({ tabular }) => !tabular);
  return section.text.split('\n').map((text) => ({ text, lines: section.lines, page: null }));
}

function ofParagraphs(pieces: readonly Piece[], section: number | null, title: string): StorablePassage[] {
  const passages: StorablePassage[] = [];
  let open: Piece | null = null;
  const close = () => {
    if (open && /[\p{L}\p{N}]/u.test(open.text))
      passages.push(...cut(open).map((piece) => ({ ...piece, section, title })));
    open = null;
  };
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue;
    // A sub-heading opens what follows; the last short piece closes what came before.
    if (open === null) open = piece;
    else if (open.text.length < short) open = joined(open, piece);
    else {
      close();
      open = piece;
    }
  }
  const last = open as Piece | null;
  const before = passages.at(-1);
  if (
    last &&
    before &&
    last.text.length < short &&
    before.text.length + last.text.length < long &&
    before.section === section
  ) {
    const { text, lines, page } = joined(before, last);
    passages[passages.length - 1] = { text, lines, page, section, title };
  } else close();
  return passages;
}

function joined(a: Piece, b: Piece): Piece {
  return {
    text: `${a.text}\n${b.text}`,
    lines:
      a.lines && b.lines ? [Math.min(a.lines[0], b.lines[0]), Math.max(a.lines[1], b.lines[1])] : (a.lines ?? b.lines),
    page: a.page ?? b.page,
  };
}

/** A long piece at its sentence ends, into parts of a few sentences. */
function cut(piece: Piece): Piece[] {
  if (piece.text.length <= long) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const sentence of piece.text.match(/[^。！？；\n]*[。！？；\n]?/g) ?? []) {
    if (part !== '' && part.length + sentence.length > long) {
      parts.push(part);
      part = '';
    }
    // A text without any end of a sentence is cut where it is too long.
    for (let at = 0; at < sentence.length; at += long) {
      if (part.length + Math.min(long, sentence.length - at) > long) {
        parts.push(part);
        part = '';
      }
      part += sentence.slice(at, at + long);
    }
  }
  if (part !== '') parts.push(part);
  return parts.filter((text) => text.trim() !== '').map((text) => ({ ...piece, text }));
}
