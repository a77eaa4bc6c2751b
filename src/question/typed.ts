/** A question as typed, in one form for matching, with the way back to every character. */
import { simplify } from '../text/normalize.ts';

export interface Typed {
  /** As typed. */
  readonly original: string;
  /** Full width, traditional characters and capitals folded; hyphens in words and runs of white space are one space. */
  readonly text: string;
  /** For each UTF-16 unit of `text`: where its original begins, and where it ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const marks: Readonly<Record<string, string>> = {
  '’': "'", '‘': "'", '`': "'", '“': '"', '”': '"', '「': '"', '」': '"', '『': '"', '』': '"', '＂': '"',
  '–': '-', '—': '-', '―': '-', '−': '-', '～': '~', '〜': '~', '？': '?', '！': '!', '。': '.', '；': ';', '：': ':',
}; // biome-ignore format: pairs

const lately = new Map<string, Typed>();
/** Questions that are held: one is folded by several rules, one after the other. */
const mostLately = 16;

/** Folds character by character, so that every folded character knows the original it came from. */
export function typed(original: string): Typed {
  let made = lately.get(original);
  if (made === undefined) {
    made = folded(original);
    if (lately.size >= mostLately) lately.clear();
    lately.set(original, made);
  }
  return made;
}

function folded(original: string): Typed {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let offset = 0;
  for (const character of original) {
    const end = offset + character.length;
    for (const unit of foldCharacter(character)) {
      if (unit === ' ' && (text === '' || text.endsWith(' '))) continue;
      text += unit;
      for (let i = 0; i < unit.length; i++) {
        starts.push(offset);
        ends.push(end);
      }
    }
    offset = end;
  }
  // A hyphen between letters joins words; between digits it is a range.
  return { original, text: text.replace(/(?<=[a-z0-9])-(?=[a-z])/g, ' '), starts, ends };
}

const folds = new Map<string, string>();

/** The folded character; remembered, since there are few and folding is dear. */
function foldCharacter(character: string): string {
  let folded = folds.get(character);
  if (folded === undefined) {
    folded = foldOne(character);
    if (folds.size < 20_000) folds.set(character, folded);
  }
  return folded;
}

function foldOne(character: string): string {
  const mark = marks[character];
  if (mark !== undefined) return mark;
  if (/[\s\u00a0\u3000]/u.test(character)) return ' ';
  if (/[\p{Cf}\p{Mn}]/u.test(character)) return '';
  let folded = '';
  for (const each of character.normalize('NFKC').toLowerCase()) folded += simplify(each);
  return folded;
}

/** The words as typed between two offsets of the folded text. */
export function originalOf(question: Typed, start: number, end: number): string {
  return question.original.slice(question.starts[start] ?? 0, question.ends[end - 1] ?? 0);
}

/** The same question with one stretch of the folded text replaced (a corrected word); the way back stays. */
export function replaced(question: Typed, start: number, end: number, by: string): Typed {
  const from = question.starts[start] ?? 0;
  const to = question.ends[end - 1] ?? from;
  return {
    original: question.original,
    text: question.text.slice(0, start) + by + question.text.slice(end),
    starts: [...question.starts.slice(0, start), ...Array.from(by, () => from), ...question.starts.slice(end)],
    ends: [...question.ends.slice(0, start), ...Array.from(by, () => to), ...question.ends.slice(end)],
  };
}

/** A name of a word file in the same form. */
export const foldName = (name: string): string => typed(name).text.trim();
