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

const word = /[a-z0-9]/;

/** Folds character by character, so that every folded character knows the original it came from. */
export function typed(original: string): Typed {
  const text: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let offset = 0;
  for (const character of original) {
    const end = offset + character.length;
    const folded = foldCharacter(character);
    for (const unit of folded) {
      const last = text[text.length - 1];
      if (unit !== ' ' || (last !== ' ' && last !== undefined)) {
        for (let i = 0; i < unit.length; i++) {
          text.push(unit.charAt(i));
          starts.push(offset);
          ends.push(end);
        }
      }
    }
    offset = end;
  }
  // A hyphen between letters joins words; between digits it is a range.
  for (let i = 1; i + 1 < text.length; i++)
    if (text[i] === '-' && word.test(text[i - 1]!) && /[a-z]/.test(text[i + 1]!)) text[i] = ' ';
  return { original, text: text.join(''), starts, ends };
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
