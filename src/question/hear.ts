/** Hearing: a question becomes marks, the best cover of it by names, phrases and shapes; what is left over is kept. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import { beside } from './beside.ts';
import { type Candidate, cover, uncut, unparted } from './cover.ts';
import { fires, type Mark, Marks, type Sense, sense } from './marks.ts';
import { requestsIn } from './requested.ts';
import type { Roster } from './roster.ts';
import { whichOfLevel } from './rules/levels.ts';
import { outcome } from './rules/measures/cluster.ts';
import { shapesIn } from './rules/shapes.ts';
import { type Slip, slipAt } from './slips.ts';
import { correction, heardAs } from './spelling.ts';
import { replaced, type Typed, typed } from './typed.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Heard {
  readonly typed: Typed;
  readonly marks: Marks;
  /** Misspelt words and what they were taken for. */
  readonly corrected: readonly { readonly from: string; readonly to: string }[];
}

const latin = /[a-z0-9]/;
const chinese = /[\u4e00-\u9fff]/;

/** Signs of comparison. */
const sign = /^[<>=≤≥≠]{1,2}$/;

/** 最后 ends a story, but 最后三名 counts from the end. */
const counted = /^(?:最后|最终|最末|末尾|后面|开头).{0,1}[\d零一二两三四五六七八九十几]$/;

/** Longest text that is matched; what is longer is refused before. */
const longest = 2000;

/**
 * Marks of the question. Unknown English words are taken for the one known word that is near enough, once. With `plain` its
 * ordinary words are marks too, so that 最后 is not cut into 最 and 后.
 */
export function hear(question: string, lexicon: Lexicon, vocabulary: Vocabulary, roster: Roster, plain = false): Heard {
  let text = typed(question.slice(0, longest));
  let marks = mark(text, lexicon, vocabulary, roster, plain);
  const corrected: { from: string; to: string }[] = [];
  const misspelt = marks
    .filter((each) => each.senses.length === 0)
    .flatMap((each) =>
      [...each.text.matchAll(/[a-z]{5,}/g)].map((found) => ({ start: each.start + found.index, word: found[0] })),
    )
    .slice(0, 8)
    .reverse();
  for (const { start, word } of misspelt) {
    // Names of places are often misspelt; another word within two edits is often just another word.
    // An ordinary English word is meant as it stands, however near a known one is: a director is no directory.
    if (lexicon.words.ordinary.has(word) || lexicon.words.plain.has(word)) continue;
    const to =
      correction(word, roster.words, word.length >= 8 ? 2 : 1) ??
      heardAs(word, roster.words) ??
      (word.length >= 6 ? correction(word, vocabulary.words, 1) : correction(word, vocabulary.offices, 1));
    if (to === null) continue;
    corrected.unshift({ from: word, to });
    text = replaced(text, start, start + word.length, to);
  }
  for (const { start, end, to } of slips(text.text, marks, lexicon, vocabulary, roster)) {
    corrected.unshift({ from: text.text.slice(start, end), to });
    text = replaced(text, start, end, to);
  }
  if (corrected.length > 0) marks = mark(text, lexicon, vocabulary, roster, plain);
  return {
    typed: text,
    marks: new Marks(acted(asking(everyOne(beside(whichOfLevel(marks)), roster)), text.text, vocabulary)),
    corrected,
  };
}

/** 导出五家的复议情况, "the five agencies": as many as the library holds are all of them, where none is named. */
function everyOne(marks: readonly Mark[], roster: Roster): readonly Mark[] {
  const size = roster.byKey.size;
  if (size < 2 || marks.some(({ senses }) => senses.some(({ kind }) => /^(?:region|department|agency)$/.test(kind))))
    return marks;
  return marks.map((each, at) => {
    const [before, after] = [marks[at - 1], marks[at + 1]];
    const counted =
      each.senses.some((sense) => sense.kind === 'number' && sense.value === size) &&
      /^(?:家|个|家单位|个单位|个部门|个机关|agencies|bodies|bureaus|departments|offices)$/.test(after?.text ?? '') &&
      !(before !== undefined && (fires(before, 'order') || fires(before, 'cmp') || fires(before, 'op')));
    return counted ? { ...each, senses: [...each.senses, { kind: 'word' as const, rule: 'all' }] } : each;
  });
}

/** 收了信息处理费没有: at its end 没有 asks whether, where nothing else asks; before that it denies, and asks nothing. */
function asking(marks: readonly Mark[]): readonly Mark[] {
  const last = marks.findLast((each) => !(each.text.length === 1 && /[呢啊呀吗]/.test(each.text)));
  const denying = marks.map((each) =>
    each !== last && fires(each, 'not') && fires(each, 'ask.yesno')
      ? { ...each, senses: each.senses.filter((sense) => !(sense.kind === 'word' && sense.rule === 'ask.yesno')) }
      : each,
  );
  const asks = marks.some((each) => fires(each, 'which') || fires(each, 'ask.quantity') || fires(each, 'count'));
  if (marks.length < 3 || last === undefined || asks || !/^(没有|没|了没有|了没|否)$/.test(last.text)) return denying;
  return denying.map((each) => (each === last ? { ...each, senses: [{ kind: 'word', rule: 'ask.yesno' }] } : each));
}

/**
 * "How many requests did it drop", "requests were dropped because": done to requests, and no change of their number; what is
 * declined is refused. "Did requests drop at Wuzhong" leaves nobody out: as an order, the verb begins a clause.
 */
const acted = (marks: readonly Mark[], text: string, { names }: Vocabulary): readonly Mark[] =>
  marks.map((each) => {
    if (!/^(drop|dropped|dropping|decline|declined)( in| by)?$/.test(each.text)) return each;
    const before = text.slice(0, each.start);
    const without = (...rules: readonly string[]) =>
      each.senses.filter((sense) => sense.kind !== 'word' || !rules.includes(sense.rule));
    const act = done(before, text.slice(each.end));
    if (act && each.text.startsWith('decline'))
      return { ...each, senses: names.in('refused').flatMap(({ values }) => values) };
    if (act)
      return { ...each, senses: [...without('op.change', 'except'), { kind: 'word' as const, rule: 'outcome.act' }] };
    return { ...each, senses: without(orders.test(before) ? 'op.change' : 'except') };
  });

const orders = /(^|[,;.:(] ?|\b(please|and|but|then|now|ok|just|to|can you|could you) )$/;

const done = (before: string, after: string): boolean =>
  /\b(requests?|applications?|cases) did (?!.*\b(requests?|applications?|cases|number)\b)/.test(before) ||
  (/\b(requests?|applications?|cases) (?:[\w']+ ){0,3}(?:were|was|got|been|had been|it) $/.test(before) &&
    !/^ (?:by|from|to) \d/.test(after)) ||
  (/\b(requests?|applications?|cases) $/.test(before) &&
    /^ (by (?![\d a-z]*\d)(?!how)|because|as |since|due)/.test(after));

/** Chinese names with one wrong character, last first, so that they can be replaced one after the other. */
function slips(
  text: string,
  marks: readonly Mark[],
  lexicon: Lexicon,
  vocabulary: Vocabulary,
  roster: Roster,
): readonly Slip[] {
  const found = usualSlips(text, lexicon).filter((slip) => !runsOn(slip, text, vocabulary));
  const taken = (at: number) => found.some(({ start, end }) => at >= start && at < end);
  for (const unknown of marks.filter(({ senses }) => senses.length === 0).slice(0, 8)) {
    if (unknown.end - unknown.start > 12) continue;
    const places = Array.from(unknown.text, (_, index) => unknown.start + index).filter((at) =>
      chinese.test(text.charAt(at)),
    );
    // The longest name explains most: 机关事务服务中兴 is 中心 rather than 服务局 and 兴.
    const [best] = places
      .flatMap(
        (at) =>
          within(
            begun(slipAt(text, at, vocabulary.names, longEnough), at, vocabulary),
            at,
            unknown.end,
            text,
            vocabulary,
          ) ??
          inName(
            slipAt(text, at, roster.places, ({ length }) => length >= 3),
            at,
          ) ??
          [],
      )
      .sort((a, b) => b.end - b.start - (a.end - a.start));
    if (best && !Array.from(best.to, (_, index) => taken(best.start + index)).includes(true)) found.push(best);
  }
  return found.sort((a, b) => b.start - a.start);
}

/**
 * 政务公开体验官 is no slip for 政务公开办: where the unknown word goes on, a name's end is not what is misspelt. Nor is it where the name
 * is whole without it (教育局通过网站).
 */
const within = (slip: Slip | null, at: number, end: number, text: string, { names }: Vocabulary): Slip | null =>
  slip !== null && at === slip.end - 1 && (slip.end < end || isDepartment(names, text.slice(slip.start, at)))
    ? null
    : slip;

/** 安康科 is no slip for 安康市: in a place's name the designation at its end is not what is misspelt. */
const inName = (slip: Slip | null, at: number): Slip | null => (slip !== null && at < slip.end - 1 ? slip : null);

const isDepartment = (names: Vocabulary['names'], name: string): boolean =>
  names.valuesOf(name)?.some(({ kind }) => kind === 'department') === true;

/** 转来的申请 is no slip for 新来的申请: what a cell is called begins as it was typed; departments are known by their ends. */
function begun(slip: Slip | null, at: number, { names }: Vocabulary): Slip | null {
  if (slip === null || at > slip.start) return slip;
  const named = names.in(slip.to).some(({ values }) => values.some(({ kind }) => kind === 'department'));
  return named ? slip : null;
}

/** Names of departments have usual endings; other names need more characters to be known by all but one. */
const longEnough = (name: string, senses: readonly Sense[]): boolean =>
  name.length >= (senses.some(({ kind }) => kind === 'department') ? 4 : 5) &&
  senses.some(({ kind }) => kind !== 'word');

/** 哪一年抱怨: what looks like a slip ends in the first character of a word of more than one. */
const runsOn = ({ start, end }: Slip, text: string, { names }: Vocabulary): boolean =>
  names
    .in(text.slice(start, end + 6))
    .some((word) => word.start > 0 && word.start < end - start && word.end > end - start);

/** Slips that people make often, as index/slips.json lists them (不于公开). */
function usualSlips(text: string, lexicon: Lexicon): Slip[] {
  const found: Slip[] = [];
  for (const { from, to } of lexicon.words.slips)
    for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length)) {
      const end = at + from.length;
      // "u" is you where it is a word; of "sci and tech" the whole is meant.
      if (latin.test(from) && (latin.test(text.charAt(at - 1)) || latin.test(text.charAt(end)))) continue;
      if (!found.some((each) => each.start < end && at < each.end)) found.push({ start: at, end, to });
    }
  return found;
}

function mark(question: Typed, lexicon: Lexicon, vocabulary: Vocabulary, roster: Roster, plain: boolean): Mark[] {
  const { text } = question;
  const candidates = new Map<number, Candidate>();
  const add = (start: number, end: number, senses: readonly Sense[]) => {
    const key = start * 4096 + end;
    const known = candidates.get(key);
    if (known) known.senses.push(...senses);
    else candidates.set(key, { start, end, senses: [...senses] });
  };
  // A stray < or > compares nothing: only before a number that is no year it does.
  const compares = (end: number) =>
    /^ ?(?!(?:19|20)\d\d(?!\d))[\d零一二两三四五六七八九十百千]/.test(text.slice(end, end + 7));
  // 单位里有没有: 有 begins 有没有, and ends nothing.
  const cutsWhether = (start: number, end: number) =>
    end - start > 1 && text.slice(end - 1, end + 2) === '有没有' && text.charAt(start) !== '没';
  for (const { start, end, values } of vocabulary.names.in(text))
    if ((!sign.test(text.slice(start, end)) || compares(end)) && !cutsWhether(start, end)) add(start, end, values);
  if (plain)
    for (const { start, end, values } of vocabulary.plain.in(text))
      if (!counted.test(text.slice(start, end + 2))) add(start, end, values);
  for (const { start, end, value } of vocabulary.wordings.in(text)) add(start, end, [value]);
  for (const { start, end, part } of requestsIn(text))
    add(start, end, [part === 'verb' ? applied : { kind: 'word', rule: 'filler' }]);
  for (const { start, end, values } of roster.names.in(text)) add(start, end, values);
  for (const { start, end, divisions } of lexicon.divisionsIn(text)) {
    add(start, end, [{ kind: 'region', divisions }]);
    // Names overlap: 和龙 in 丹凤县和龙港区, 成安 in 换成安康. What is meant is settled with the rest of the question.
    if (!chinese.test(text.charAt(start))) continue;
    for (const next of lexicon.divisionsIn(text.slice(start + 1, end + 8))) {
      if (next.start + start + 1 >= end) break;
      add(start + 1 + next.start, start + 1 + next.end, [{ kind: 'region', divisions: next.divisions }]);
    }
  }
  for (const { start, end, sense } of shapesIn(text))
    if (!(sense.kind === 'quoted' && cites(sense.text, text, vocabulary))) add(start, end, [sense]);
  // 固原市场监督管理局, 陕西省级单位: one character belongs to the place's full name and to what follows.
  const begins = new Set<number>();
  for (const { start, senses } of candidates.values()) if (senses.some(namesDepartment)) begins.add(start);
  // 平利公安局: a name that is also an ordinary word is a place right before a department.
  for (const start of begins)
    for (const length of [3, 2]) {
      const name = text.slice(Math.max(0, start - length), start);
      const place = name.length === length && /^[\u4e00-\u9fff]+$/.test(name) ? lexicon.division(name) : null;
      if (place) add(start - length, start, [{ kind: 'region', divisions: [place] }]);
    }
  for (const { start, end, senses } of [...candidates.values()])
    for (const each of senses)
      if (
        each.kind === 'region' &&
        end - start > 2 &&
        ((begins.has(end - 1) && /[市县区]/.test(text.charAt(end - 1))) || levelBehind.test(text.slice(end - 1)))
      )
        add(start, end - 1, [each]);
  return withoutFields(cover(text, unparted(uncut(unquoted([...candidates.values()], text), text), text), lexicon));
}

/** Somebody applied. */
const applied: Sense = { kind: 'measure', ids: ['applications.received'], fallback: [] };

const namesDepartment = ({ kind }: Sense): boolean => kind === 'department';

/** 陕西省级单位, 盐池县直部门: the last character of the place's name begins the word for a level. */
const levelBehind = /^[省市县区](?:级|直|本级|一级)/;

/** “现行有效”: the name of a cell in quotation marks is that cell, where nothing is searched for. */
const cites = (quoted: string, text: string, { names }: Vocabulary): boolean =>
  !/提到|提及|写|说|讲|搜|找|含|mention|search|find|contain|word|phrase|\bsa(y|id)/.test(text) &&
  (names.valuesOf(quoted) ?? []).some(({ kind }) => kind === 'measure' || kind === 'rate');

/** 平罗公安2022年, but not 盐池教育经费: right behind a place, and nothing that it could be a part of behind it. */
const standsForOffice = (mark: Mark, before: Mark | undefined, after: Mark | undefined): boolean =>
  before?.end === mark.start &&
  sense(before, 'region') !== undefined &&
  (after === undefined ||
    after.start > mark.end ||
    // 安康科技公众号: the account of the office.
    channel.test(after.text) ||
    (after.senses.length > 0 && !after.senses.some(({ kind }) => /^(topic|part|theme|department)$/.test(kind))));

const channel = /^(?:微信|公众号|官微|微博|抖音|官网|网站|门户网站|账号|视频号|头条号)/;

/** What a department looks after names it in Chinese only there; elsewhere it is a word like others, or none that is known. */
function withoutFields(marks: readonly Mark[]): Mark[] {
  const found: Mark[] = [];
  let parted: Mark | undefined;
  for (const [index, mark] of marks.entries()) {
    const field =
      fires(mark, 'department.field') &&
      (chinese.test(mark.text) || partOfPhrase(mark, marks[index - 1], marks[index + 1]));
    const kept =
      !field || standsForOffice(mark, marks[index - 1], marks[index + 1])
        ? mark
        : { ...mark, senses: mark.senses.filter(({ kind }) => kind !== 'word' && kind !== 'department') };
    const last = found.at(-1);
    const gap = last === undefined ? 0 : kept.start - last.end;
    const joined = last?.senses.length === 0 && kept.senses.length === 0 && (gap === 0 || (gap === 1 && field));
    const phrase = last?.senses.length === 0 && kept.senses.length === 0 && gap === 1 && parted === last;
    if (joined || phrase)
      found[found.length - 1] = { ...last, end: kept.end, text: last.text + (gap === 1 ? ' ' : '') + kept.text };
    else found.push(kept);
    parted = field && kept !== mark ? found.at(-1) : undefined;
  }
  return found;
}

/** "Technology commissioners": no office, where no place stands before it and a word that nothing knows behind. */
const partOfPhrase = (mark: Mark, before: Mark | undefined, after: Mark | undefined): boolean =>
  after?.senses.length === 0 &&
  after.start - mark.end === 1 &&
  latin.test(after.text.charAt(0)) &&
  !(before !== undefined && (sense(before, 'region') ?? sense(before, 'agency')) !== undefined);

/** 以“本机关不掌握”为由答复的有几件: quotation marks around the name of a cell, where nobody is asked for who writes the words. */
function unquoted(candidates: readonly Candidate[], text: string): readonly Candidate[] {
  if (!candidates.some(({ senses }) => senses.some(isQuoted)) || wordsAsked.test(text)) return candidates;
  const named = new Set(
    candidates.filter(({ senses }) => senses.some(cell)).map(({ start, end }) => start * 4096 + end),
  );
  return candidates.filter(
    ({ start, end, senses }) => !senses.some(isQuoted) || !named.has((start + 1) * 4096 + end - 1),
  );
}

const isQuoted = ({ kind }: Sense): boolean => kind === 'quoted';
const cell = (sense: Sense): boolean => sense.kind === 'measure' && sense.ids.every((id) => outcome.test(id));

const wordsAsked =
  /提到|提及|写|讲|搜|查找|检索|含|字样|字眼|这个词|一词|这几个字|原话|mention|search|find|contain|\bword|phrase|wrote|write/;
