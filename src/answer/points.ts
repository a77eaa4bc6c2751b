/** Points: what a text counts one by one (一是…二是…三是…, 1.…2.…), in its paragraphs. Pure. */
import { matchesOf } from '../text/matches.ts';
import { clauses } from '../text/sentences.ts';
import { type Side, sideOf, sideOfHeading } from './sides.ts';

export interface Point {
  readonly text: string;
  /** Which of the paragraphs it begins in. */
  readonly paragraph: number;
}

/** Points that are counted together; what they are, where their heading or the first of them says so. */
export interface Points {
  readonly points: readonly Point[];
  readonly side: Side | null;
}

const ordinals = '一二三四五六七八九十';
/** Inside of a paragraph, and at its beginning only. */
const inside = /(?<=^|[。；;：:，,、\s”])(?:第?([一二三四五六七八九十])(?:是|要|则|、在|，在)|(首先|其次|再次)[，,]?)/g;
const ahead =
  /^\s*(?:[（(]([一二三四五六七八九十])[)）]|([一二三四五六七八九十])[、.．]|(\d{1,2})[、.．](?!\d{1,2}[日号%])|第([一二三四五六七八九十])[，,、])/;

interface Mark {
  readonly paragraph: number;
  readonly at: number;
  readonly number: number;
}

const numberOf = (word: string): number =>
  /^\d+$/.test(word)
    ? Number(word)
    : word === '首先'
      ? 1
      : word === '其次'
        ? 2
        : word === '再次'
          ? 3
          : ordinals.indexOf(word) + 1;

/** Runs of marks that count 1, 2, 3 …; at least two of them. */
function runs(marks: readonly Mark[]): Mark[][] {
  const found: Mark[][] = [];
  let open: Mark[] = [];
  for (const mark of marks) {
    if (mark.number === open.length + 1) open.push(mark);
    else if (mark.number === 1) {
      found.push(open);
      open = [mark];
    }
  }
  return [...found, open].filter(({ length }) => length > 1);
}

/** The lists of these paragraphs: those counted inside of paragraphs, else those whose paragraphs are numbered. */
export function pointsOf(paragraphs: readonly string[]): Points[] {
  const within = paragraphs.flatMap((text, paragraph) =>
    matchesOf(text, inside).map(
      (match): Mark => ({ paragraph, at: match.index, number: numberOf(match[1] ?? match[2] ?? '') }),
    ),
  );
  const numbered = paragraphs.flatMap((text, paragraph): Mark[] => {
    const match = ahead.exec(text);
    const word = match?.slice(1).find((each) => each !== undefined);
    return word === undefined ? [] : [{ paragraph, at: 0, number: numberOf(word) }];
  });
  const lists = runs(within);
  return (lists.length > 0 ? lists : runs(numbered)).map((list) =>
    listOf(paragraphs, list, within.length > 0 && lists.length > 0),
  );
}

function listOf(paragraphs: readonly string[], marks: readonly Mark[], inline: boolean): Points {
  const points = marks.map((mark, index): Point => {
    const next = marks[index + 1];
    const last = next ? next.paragraph : inline ? mark.paragraph : paragraphs.length - 1;
    const parts = paragraphs.slice(mark.paragraph, last + 1).map((text, at) => {
      const end = next && mark.paragraph + at === next.paragraph ? next.at : text.length;
      return text.slice(at === 0 ? mark.at : 0, end);
    });
    const kept = parts.filter((text, at) => at === 0 || !heading(text));
    return { text: kept.join('\n').trim(), paragraph: mark.paragraph };
  });
  const [first] = marks;
  const above = paragraphs.slice(0, first!.paragraph + (first!.at > 0 ? 1 : 0)).findLast(heading);
  const opening = clauses(points[0]!.text.replace(/^[一首][是要则先][，,]?/u, ''))[0]?.text ?? '';
  return { points, side: sideOfHeading(above?.trim() ?? '') ?? sideOf(opening) };
}

const heading = (text: string): boolean => sideOfHeading(text.trim()) !== null;
