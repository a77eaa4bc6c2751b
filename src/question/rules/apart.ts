/** Several figures of the text asked for at once: where one ends and the next begins. */
import type { Hearing } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';

/** 网站占多少, "how many of each": a number is asked of this piece. */
export const asksNumber = (mark: Mark): boolean =>
  fires(mark, 'unit.text') ||
  fires(mark, 'ask.quantity') ||
  /^(?:占|涨|增|增加|新增|收|收到|办|办理|发|开)(?:了|)(?:多少|几)/.test(mark.text);

/** 纠正的几次, 自然人的呢: a number is asked in this clause. */
export const asks = (clause: readonly Mark[]): boolean =>
  clause.some((mark) => asksNumber(mark) || askedOf.test(mark.text) || goesOn.test(mark.text));
const askedOf = /多少|几[件次起宗个项份例]|how many|number of/;
const goesOn = /^(?:呢|what about)$/;

/** 部门文件和重点工作各几条, "respectively": a number of each. */
const each = /各[\u4e00-\u9fff]{0,3}(?:多少|几)|分别|\beach\b|respectively/;

/** Something that is counted, whatever else is said of it. */
const counted = (mark: Mark): boolean =>
  mark.senses.length === 0 ||
  cell(mark) ||
  ['topic', 'part', 'quoted'].some((kind) => sense(mark, kind as 'topic') !== undefined);

/** A cell of the tables. */
export const cell = (mark: Mark): boolean =>
  sense(mark, 'measure') !== undefined &&
  sense(mark, 'topic') === undefined &&
  !['verb', 'filler', 'unit'].some((rule) => fires(mark, rule));

export interface Apart {
  readonly pieces: readonly (readonly Mark[])[];
  /** One number is asked of them all (通过网站和公众号发了几条): a figure that names them all is the answer, if there is one. */
  readonly together: boolean;
}

/**
 * 网站发了几条、公告栏发了几条 · "how many posts and how many followers" · 人大建议和政协提案各几件: the pieces of each figure; null where
 * one thing is asked for.
 */
export function apart({ marks, question }: Hearing): Apart | null {
  const held = (piece: readonly Mark[]) => piece.some((mark) => !marks.used(mark) && counted(mark));
  const pieces: Mark[][] = [];
  for (const piece of cut(marks.all, question.text)) {
    const last = pieces.at(-1);
    // What stands before the first thing that is counted belongs to it: the agency, the year.
    if (last === undefined || (held(piece) && held(last))) pieces.push([...piece]);
    else last.push(...piece);
  }
  if (pieces.length < 2) return null;
  const asking = pieces.filter((piece) => piece.some(asksNumber)).length;
  return { pieces, together: asking < 2 && !each.test(question.text) };
}

/** The marks between the words and signs that join. */
export function cut(all: readonly Mark[], text: string): readonly (readonly Mark[])[] {
  const found: Mark[][] = [[]];
  let end = 0;
  for (const mark of all) {
    if (fires(mark, 'and') || /[,;，；、]/.test(text.slice(end, mark.start))) found.push([]);
    if (!fires(mark, 'and')) found.at(-1)?.push(mark);
    end = mark.end;
  }
  return found;
}
