/** The cover: of all that was found in a question the pieces that explain it best; what nothing covers is kept as unknown. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mark, Sense } from './marks.ts';

export interface Candidate {
  readonly start: number;
  readonly end: number;
  senses: Sense[];
}

const wordCharacter = /[\p{L}\p{N}]/u;
const latinWord = /[a-z]/;
const chinese = /[\u4e00-\u9fff]/;
/** Particles and verbs of one character: next to an unknown word they are not a part of it. */
const particle =
  /[的了在是有过着和与及将被把给对由从到于以其这那也都就还又吗呢吧啊呀么嘛请我问能可来去会要让看查说讲您你它为因当各每该此很做写提]/;

/** 公开的部门文件: 的部门 names no bodies where a longer name begins with its noun. */
export function unparted(candidates: readonly Candidate[], text: string): readonly Candidate[] {
  const named = (from: number, end: number) =>
    candidates.some((each) => each.start === from && each.end > end && each.senses.some(({ kind }) => kind !== 'word'));
  return candidates.filter(
    ({ start, end, senses }) =>
      !(
        end - start > 1 &&
        text.charAt(start) === '的' &&
        senses.every(({ kind }) => kind === 'word') &&
        named(start + 1, end)
      ),
  );
}

/** "For public security bureaus", "by the public security bureau": what ends inside a department's name does not cut it. */
export function uncut(candidates: readonly Candidate[], text: string): readonly Candidate[] {
  const names = candidates.filter(
    ({ start, end, senses }) =>
      latinWord.test(text.charAt(start)) &&
      text.slice(start, end).includes(' ') &&
      senses.some(({ kind }) => kind === 'department') &&
      !senses.some((sense) => sense.kind === 'word' && sense.rule === 'department.field'),
  );
  if (names.length === 0) return candidates;
  return candidates.filter(
    ({ start, end, senses }) =>
      senses.some(({ kind }) => /^(agency|department|region)$/.test(kind)) ||
      !names.some((name) => start <= name.start && end > name.start && end < name.end),
  );
}

/** Words that say nothing by themselves, or only frame what is asked. */
const bare = (sense: Sense): boolean => sense.kind === 'word' && /^(filler|frame|plain)$/.test(sense.rule);

const isSolid = (sense: Sense): boolean => !bare(sense);
const isNamed = ({ kind }: Sense): boolean =>
  kind === 'agency' || kind === 'years' || kind === 'quoted' || kind === 'form';
const isField = (sense: Sense): boolean => sense.kind === 'word' && sense.rule === 'department.field';
const isWordOrDepartment = ({ kind }: Sense): boolean => kind === 'word' || kind === 'department';

/** Worth of a candidate: what it covers, less a little for each piece, so that few long pieces win. */
function worth({ start, end, senses }: Candidate): number {
  const length = end - start;
  const solid = senses.some(isSolid);
  const named = senses.some(isNamed);
  // A department's field alone ("police") never wins against its name ("police bureaus").
  const field = senses.some(isField) && senses.every(isWordOrDepartment);
  return length * 10 - (field ? 8 : solid ? 3 : 4) + (named ? 2 : 0);
}

const none: readonly Candidate[] = [];

/** The best cover without overlaps; stretches that nothing covers become marks without senses. */
export function cover(text: string, candidates: readonly Candidate[], lexicon: Lexicon): Mark[] {
  const endingAt = new Array<Candidate[] | undefined>(text.length + 1);
  for (const candidate of candidates) {
    const ending = endingAt[candidate.end];
    if (ending) ending.push(candidate);
    else endingAt[candidate.end] = [candidate];
  }
  const best = new Int32Array(text.length + 1);
  const chosen = new Array<Candidate | null>(text.length + 1).fill(null);
  for (let end = 1; end <= text.length; end++) {
    best[end] = best[end - 1]!;
    for (const candidate of endingAt[end] ?? none) {
      const total = best[candidate.start]! + worth(candidate);
      if (total > best[end]!) {
        best[end] = total;
        chosen[end] = candidate;
      }
    }
  }
  const picked: Candidate[] = [];
  for (let at = text.length; at > 0; ) {
    const candidate = chosen[at];
    if (candidate) picked.push(candidate);
    at = candidate ? candidate.start : at - 1;
  }
  return withUnknown(text, words(text, picked.reverse(), lexicon));
}

/**
 * 大数据, 人事: where the segmenter sees one word, a word without meaning of its own (数据) is not cut off an unknown one; and 本地,
 * 再次 are no 本 and 地, 再 and 次.
 */
function words(text: string, picked: readonly Candidate[], lexicon: Lexicon): readonly Candidate[] {
  if (!chinese.test(text)) return picked;
  const covered = new Array<Candidate | undefined>(text.length);
  for (const each of picked) covered.fill(each, each.start, each.end);
  const spoilt = ({ start, end }: { start: number; end: number }) => {
    const pieces = Array.from({ length: end - start }, (_, i) => covered[start + i]);
    return (
      pieces.includes(undefined) ||
      (pieces.every((each) => each !== undefined && each.end - each.start === 1 && slight(each)) &&
        // 一到五, 2023年中: numbers, and the year's own.
        !/[\d一二两三四五六七八九十几]/.test(text.slice(start, end)) &&
        !/^(\d|年[里内中间度底])/.test(text.slice(start - 1, start + 1)))
    );
  };
  const tokens = lexicon
    .analyze(text)
    .filter((token) => !token.part && token.end - token.start > 1 && chinese.test(text.charAt(token.start)))
    .filter(spoilt);
  const within = (each: Candidate) => tokens.some(({ start, end }) => each.start < end && start < each.end);
  return picked.filter(
    (each) => !((empty(each) || (each.end - each.start === 1 && (slight(each) || sound(each)))) && within(each)),
  );
}

/** Pieces that mean nothing by themselves. */
const empty = ({ senses }: Candidate): boolean =>
  senses.every((sense) => sense.kind === 'word' && /^(filler|frame|unit|plain)/.test(sense.rule));
/** 平 balances; of 习近平 it is a part. */
const sound = ({ senses }: Candidate): boolean =>
  senses.length > 0 && senses.every((sense) => sense.kind === 'word' && sense.rule.startsWith('audit'));
const slight = ({ senses }: Candidate): boolean =>
  senses.some((sense) => sense.kind === 'word' && /^(filler|frame|unit|plain|and|follow)/.test(sense.rule));

const unit = (sense: Sense): boolean => sense.kind === 'word' && sense.rule.startsWith('unit');
/** What a unit may stand behind. */
const amount = /[\d一二两三四五六七八九十百千万亿几少数每个]/;

function withUnknown(text: string, picked: readonly Candidate[]): Mark[] {
  const marks: Mark[] = [];
  const whole = (candidate: Candidate): boolean =>
    candidate.end - candidate.start > 1 ||
    !chinese.test(text.charAt(candidate.start)) ||
    particle.test(text.charAt(candidate.start)) ||
    candidate.senses.some((sense) => !(bare(sense) || (unit(sense) && !amount.test(text.charAt(candidate.start - 1)))));
  const isChinese = (at: number) => chinese.test(text.charAt(at));
  const covered = new Uint8Array(text.length);
  for (const { start, end } of picked) covered.fill(1, start, end);
  const isUnknown = (at: number) => at >= 0 && at < text.length && isChinese(at) && covered[at] === 0;
  // 区块链, 中药材, 元宇宙: one character that means nothing by itself belongs to the unknown word that it touches.
  const kept = picked.filter(
    (candidate) => whole(candidate) || !(isUnknown(candidate.end) || isUnknown(candidate.start - 1)),
  );
  const unknown = (from: number, to: number) => {
    let start = -1;
    for (let at = from; at <= to; at++) {
      const character = text.charAt(at);
      const inside =
        at < to &&
        (wordCharacter.test(character) ||
          (start >= 0 && /[ '&.-]/.test(character) && latinWord.test(text.charAt(at - 1)) && at + 1 < to));
      if (inside && start < 0) start = at;
      if (!inside && start >= 0) {
        marks.push({ start, end: at, text: text.slice(start, at), senses: [] });
        start = -1;
      }
    }
  };
  let at = 0;
  for (const { start, end, senses } of kept) {
    unknown(at, start);
    marks.push({ start, end, text: text.slice(start, end), senses });
    at = end;
  }
  unknown(at, text.length);
  return marks;
}
