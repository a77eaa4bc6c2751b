/**
 * Statements that are certain: every word of the clause belongs to a closed vocabulary, the item with the figure has a plain
 * shape, and nothing around it speaks of another time, body or scope. A claim that this reader does not make may still be
 * worth a look; an error it is not.
 */

import { isGovernment } from '../own-name.ts';
import type { Report } from '../report.ts';
import { applicationWord, type ClaimKind, namesTopic, type Topic } from './claim-kinds.ts';
import {
  disturbanceOf,
  isAside,
  isDividing,
  isHeading,
  isRate,
  isTakenBack,
  isTakenBackNext,
} from './grammar/frame.ts';
import { splitItems } from './grammar/items.ts';
import { type Piece, piecesOf } from './grammar/pieces.ts';
import { deniedBy, isPending, isRemainder, naughtOf, type Shape, shapeOf } from './grammar/shapes.ts';
import { codesOf, rawCodesOf, type Token, tokensOf } from './grammar/tokens.ts';
import type { Passage, Sentence } from './passage.ts';
import { mayCount } from './quantity.ts';

export interface Certain {
  readonly kinds: readonly ClaimKind[];
  readonly value: number;
  /** False: of a part (按时, 网上), which can be smaller than the whole, never larger. */
  readonly whole: boolean;
  /** Offsets in the passage: the clause, and the figure or negation. */
  readonly start: number;
  readonly end: number;
  readonly at: number;
}

/** (一), 2., 三是: but 12.5 is a figure. */
const numberingOf = /^(?:[·•●◆■▲★◇□▪※*○-]+)?(?:[((]?[一二三四五六七八九十\d]{1,2}(?:[))、.]|是)(?!\d{1,3}(?!\d)))?/;

/** No sentence of a report is longer; hostile text is. */
const longest = 600;

interface Found extends Omit<Certain, 'start' | 'end'> {
  readonly group: 'applicant' | 'outcome' | 'main';
}

/** Reads the passage's sentences one after the other; `heading` is what its section or title is about. */
export function certainIn(report: Report, passage: Passage, heading: Topic): Certain[] {
  const found: Certain[] = [];
  let before: Sentences = { time: false, body: false, part: false, topic: heading };
  for (const [index, sentence] of passage.sentences.entries()) {
    const next = passage.sentences[index + 1]?.text ?? '';
    // What claims nothing is read only for what it leaves open to the next.
    if (!mayClaim(sentence.text, before.topic) && !mayClaim(next, heading)) {
      before = { time: false, body: false, part: false, topic: heading };
      continue;
    }
    const reader = new PlainReader(report, sentence, before);
    const read = reader.read();
    before = reader.after(read.length > 0, heading);
    if (read.length > 0 && !isTakenBackNext(next)) found.push(...read);
  }
  return found;
}

/** Without a figure or a negation nothing is claimed; a figure under no topic is of applications or cases only where they are named. */
const mayClaim = (text: string, topic: Topic): boolean =>
  /[零未无没]|[为是:]0/.test(text) || ((topic !== null || namesTopic.test(text)) && mayCount(text));

/** What the sentences before leave open: the last of them was of another time, or of another body. */
interface Sentences {
  readonly time: boolean;
  readonly body: boolean;
  /** Its last figure was of a part: what divides it, divides no whole. */
  readonly part: boolean;
  readonly topic: Topic;
}

class PlainReader {
  readonly #report: Report;
  readonly #sentence: Sentence;
  readonly #before: Sentences;
  readonly #own: RegExp | null;
  /** Cases are tied to disclosure by a word, or by nothing else that the sentence speaks of. */
  readonly #tied: 'yes' | 'alone' | 'no';
  #topic: Topic;
  #court: 'review' | 'litigation' | null = null;
  #period = false;
  #time = false;
  #body = false;
  #odd = false;
  /** The figure that the next parts break down is not certain, or of a part. */
  #loose = false;
  /** The last figure of applications is of a part of them. */
  #part = false;
  /** What was handled stands in the sentence. */
  #handled = false;
  #groups = new Set<Found['group']>();

  constructor(report: Report, sentence: Sentence, before: Sentences) {
    this.#report = report;
    this.#sentence = sentence;
    this.#before = before;
    this.#topic = before.topic;
    this.#loose = before.part;
    this.#own = report.year === null ? null : ownYear(report.year);
    const { text, passage } = sentence;
    const named = /公开/.test(text) || passage.section === 4;
    this.#tied = /不涉及|无关|非(?:政府)?信息公开/.test(text) ? 'no' : named ? 'yes' : decides(report) ? 'no' : 'alone';
  }

  /** A topic goes on behind a sentence that made it certain. */
  after(certain: boolean, heading: Topic): Sentences {
    return {
      time: this.#time && !this.#period,
      body: this.#body,
      part: this.#part,
      topic: certain ? this.#topic : heading,
    };
  }

  read(): Certain[] {
    const numbering = numberingOf.exec(this.#sentence.text)?.[0].length ?? 0;
    const text = this.#sentence.text.slice(numbering);
    if (text.length > longest) return [];
    const pieces = piecesOf(text);
    const read: { piece: Piece; found: Found[] }[] = [];
    for (const [index, piece] of pieces.entries()) {
      const found = this.#readPiece(piece, pieces[index + 1]);
      if (found === null)
        this.#disturb(
          piece.text,
          read.some((each) => each.found.length > 0),
          pieces[index + 1]?.mark === ':',
        );
      else read.push({ piece, found });
    }
    const held = read.flatMap(({ piece, found }) => found.map((each) => ({ piece, ...each })));
    const tail = pieces.filter((piece) => !read.some((each) => each.piece === piece));
    const certain = held.filter(
      (each) =>
        (this.#tied === 'yes' ||
          tail.length === 0 ||
          !each.kinds.some((kind) => /^(?:review|litigation)/.test(kind))) &&
        !tail.some((piece) => piece.start > each.piece.start && (piece.mark === '(' || isTakenBack(piece.text))) &&
        // 新收12件, 办结11件; 上年结转2件, 办结2件: said twice, each is of a part.
        !held.some(
          (other) => other !== each && other.kinds.join() === each.kinds.join() && other.value !== each.value,
        ) &&
        !(
          each.kinds[0] === 'handled' &&
          held.some((other) => other.kinds[0] === 'carriedOver') &&
          !held.some((other) => /eceived/.test(other.kinds[0]!))
        ),
    );
    const offset = this.#sentence.start + numbering;
    return certain.map(({ piece, kinds, value, whole, at }) => ({
      kinds,
      value,
      whole,
      start: offset + piece.start,
      end: offset + piece.start + piece.text.length,
      at: offset + piece.start + at,
    }));
  }

  /** Words that are not known: they may say of what the figures behind them are. */
  #disturb(text: string, behind: boolean, heads: boolean): void {
    if ((behind && isAside(text)) || isDividing(text) || isRate(text)) return;
    let rest = this.#own === null ? text : text.replace(this.#own, '');
    rest = rest.replace(/全年度?|本年度?|今年|《[^《》]*》|[我本](?:局|委|厅|办|单位|机关|部门|中心|院|会)/g, '');
    if (this.#report.agency !== null) rest = rest.replace(this.#report.agency, '');
    const { time, body, scope } = disturbanceOf(rest);
    this.#time ||= time;
    this.#body ||= body;
    const compared = this.#isOfOtherYear(text);
    this.#odd ||= scope && !behind && !compared && !(heads && isHeading(rest));
    const figure = /\d/.test(rest);
    if (figure || time || body) this.#loose = true;
    if (figure) this.#topic = compared ? 'application' : null;
    this.#part ||= figure && !compared && applicationWord.test(rest);
  }

  /** 2022年收到申请20件, and then this year's: read with the own year in its place it is a plain statement. */
  #isOfOtherYear(text: string): boolean {
    const { year } = this.#report;
    if (year === null || !/^20\d\d年/.test(text)) return false;
    const codes = codesOf(tokensOf(text.replace(/^20\d\d/, String(year)), this.#report) ?? []);
    return /O/.test(codes) && shapeOf(codes, null)?.about === 'own';
  }

  /** Figures of a clause that is read to its last word; null where it is not. */
  #readPiece(piece: Piece, next: Piece | undefined): Found[] | null {
    const tokens = tokensOf(piece.text, this.#report);
    // 受理各类申请15件 may be of any kind.
    if (tokens === null || (/各[类种]/.test(piece.text) && !/公开/.test(piece.text))) return null;
    const plain = this.#withoutBrackets(tokens);
    if (plain === null) return null;
    const codes = codesOf(plain);
    if (/[Te]/.test(codes)) this.#period = true;
    const found = this.#itemsOf(plain, codes, next);
    if (found === null) return null;
    if (found.length === 0) {
      if (/[V]/.test(codes)) this.#topic = 'case';
      else if (/O/.test(codes)) this.#topic = 'application';
      // 已办结申请中, 其中: what follows is of these.
      if (/C|[^TeSakRNHOdQn]n$|^x$/.test(codes) && this.#groups.size === 0) this.#loose = /C|n$/.test(codes);
      return found;
    }
    return this.#isClear(codes, found) ? found : [];
  }

  /** Nothing around the clause lets it be of another time, body or scope. */
  #isClear(codes: string, found: readonly Found[]): boolean {
    const period = /[Te]/.test(codes);
    const body = /S/.test(codes);
    const time = !(this.#time || this.#before.time) || period;
    const own = !(this.#body || (this.#before.body && !period)) || body;
    const counted = !/k/.test(codes) || this.#period || !found.some((each) => /eceived/.test(each.kinds[0]!));
    const named = !this.#odd || (period && /[OVI]/.test(codes));
    const clear = time && own && counted && named;
    if (!clear) this.#loose = true;
    return clear;
  }

  /** 含上年结转 narrows nothing of what was answered; a bracket with a plain list is read like the clause around it. */
  #withoutBrackets(tokens: readonly Token[]): Token[] | null {
    const plain: Token[] = [];
    for (const token of tokens) {
      if (token.code !== 'b') plain.push(token);
      else if (
        !/^(?:含|包括|包含|其中含)(?:上年度?|上一年度?|去年)结转(?:的?申请)?件?$/.test(token.inner!) ||
        !/H/.test(codesOf(tokens))
      )
        return null;
    }
    return plain;
  }

  #itemsOf(tokens: readonly Token[], codes: string, next: Piece | undefined): Found[] | null {
    if (/s/.test(codes)) return this.#respectively(tokens);
    if (codes.includes('Y')) return this.#naughts(tokens.filter((token) => token.code !== 'w'));
    if (codes.includes('K'))
      return /^[TeSaOimdwqc]*K(?:,K)*$/.test(codes) ? [this.#main('received', tokens[0]!)] : null;
    if (codes.includes('z')) return this.#naughts(tokens);
    if (codes.includes('Z')) return this.#denials(tokens);
    if (!codes.includes('Q')) return this.#context(codes);
    const shared = this.#shared(tokens);
    if (shared !== undefined) return shared;
    const found: Found[] = [];
    for (const item of splitItems(tokens)) {
      const all = codesOf(item);
      if (all === '') return null;
      const figures = item.filter((token) => token.code === 'Q');
      if (/^[TeSaktqcRNdH]*QO?n$/.test(all)) {
        // 在已办结的7件申请中: what follows is of these, and they are 7.
        const whole = this.#figure(all.slice(0, -1), figures[0]!, next);
        if (whole !== null && whole !== 'loose') found.push(whole);
        continue;
      }
      if (figures.length !== 1) return null;
      const read = this.#figure(all, figures[0]!, next);
      if (read === null) return null;
      if (read !== 'loose') found.push(read);
    }
    return found;
  }

  /** A clause without a figure that is read: a time, a body, a topic, what is done with all of them. */
  #context(codes: string): Found[] | null {
    return /^[TeSakqxOimdcHwntRPGuhr,oN]*$|^[TeSaqcimdVIh,ux]*$/.test(codes) ? [] : null;
  }

  #figure(codes: string, token: Token, next: Piece | undefined): Found | 'loose' | null {
    let shape: Shape | null = shapeOf(codes, this.#court);
    if (
      shape === null &&
      isPending(codes) &&
      (/e/.test(codes) || (/y/.test(codes) && !this.#loose) || this.#goesOn(next))
    )
      shape = { kinds: ['carriedForward'], about: /O/.test(codes) ? 'own' : 'led' };
    // 新收7件、办结5件、结转2件: last of the three, it goes on.
    if (shape === null && this.#handled && isRemainder(codes)) shape = { kinds: ['carriedForward'], about: 'led' };
    if (shape === null) return isPending(codes) ? 'loose' : null;
    if (shape.about === 'case') {
      this.#topic = 'case';
      if (shape.kinds[0] === 'review' || shape.kinds[0] === 'litigation') this.#court = shape.kinds[0];
      if (this.#tied === 'no') return null;
      // 受理, 办理 of a body that decides cases may be of those of others.
      const handles = /P/.test(codes) || (/R/.test(codes) && !/u/.test(codes));
      if (handles && (decides(this.#report) || (/P/.test(codes) && this.#tied !== 'yes'))) return 'loose';
    } else if (shape.about === 'led' && this.#topic !== 'application') return null;
    else this.#topic = 'application';
    const kind = shape.kinds[0]!;
    // 依申请公开政府信息15条: pieces of information, it may be, and no applications.
    if (kind === 'processed' && token.unit === '条' && !/[RNHP]/.test(codes)) return 'loose';
    const group = /^(?:natural|organisation)$/.test(kind)
      ? 'applicant'
      : /^(?:disclosed|partly|refused|unavail|unproc|other)|\.(?:upheld|corrected|other|pending)/.test(kind)
        ? 'outcome'
        : 'main';
    const whole = !/[Ct]/.test(codes);
    this.#handled ||= whole && kind === 'handled';
    if (group === 'main') {
      if (codes.includes('x') && /^(?:handled|carried)/.test(kind) && this.#loose) return 'loose';
      this.#groups = new Set();
      this.#loose = !whole;
      this.#part = !whole;
      // 上年结转2件, 其中予以公开1件: parts of a part.
      if (/^carried/.test(kind)) this.#loose = true;
    } else {
      if (this.#loose || (this.#groups.size > 0 && !this.#groups.has(group))) return 'loose';
      this.#groups.add(group);
    }
    return { kinds: shape.kinds, value: token.value!, whole, at: token.start, group };
  }

  /** 在办29件, 依规结转下年度. */
  #goesOn(next: Piece | undefined): boolean {
    const tokens = next === undefined ? null : tokensOf(next.text, this.#report);
    return tokens !== null && /^[akTdw]*G$/.test(codesOf(tokens));
  }

  #main(kind: ClaimKind, token: Token, value = 0): Found {
    return { kinds: [kind], value, whole: true, at: token.start, group: 'main' };
  }

  /** 行政复议、行政诉讼均为0; 本年新收政府信息公开申请：无. */
  #naughts(tokens: readonly Token[]): Found[] | null {
    const last = tokens.findIndex((token) => /[zY]/.test(token.code));
    if (last !== tokens.length - 1) return null;
    return this.#each(splitItems(tokens.slice(0, last), /[,h]/), naughtOf, tokens[last]!);
  }

  /** 行政复议、行政诉讼均为0件: one figure of each; undefined where the clause is no such thing. */
  #shared(tokens: readonly Token[]): Found[] | null | undefined {
    const figure = tokens.at(-1)!;
    const heads = tokens.findIndex((token) => token.code === 'l');
    if (heads < 0 || !/^lw?Q$/.test(rawCodesOf(tokens.slice(heads)))) return undefined;
    const items = splitItems(tokens.slice(0, heads), /[,h]/);
    return items.length < 2 ? undefined : this.#each(items, naughtOf, figure, figure.value!);
  }

  /** 未收到…, 没有…和…: each item after the negation is denied. */
  #denials(tokens: readonly Token[]): Found[] | null {
    const first = tokens.findIndex((token) => token.code === 'Z');
    // 未发生一起…案件 denies them all.
    const one = (token: Token) => token.code === 'Q' && token.value === 1 && token.unit !== null;
    if (tokens.some((token) => token.code === 'Q' && !one(token))) return null;
    if (!/^[TeSaqxOimdcv]*$/.test(codesOf(tokens.slice(0, first)))) return null;
    const items = splitItems(
      tokens.slice(first + 1).filter((token) => !one(token)),
      /[,h]/,
    ).map((item) => (item[0]?.code === 'Z' ? item.slice(1) : item));
    return this.#each(items, deniedBy, tokens[first]!);
  }

  #each(
    items: readonly Token[][],
    kindOf: (codes: string) => ClaimKind | null | undefined,
    at: Token,
    value = 0,
  ): Found[] | null {
    const found: Found[] = [];
    const kinds = items.map((item) => kindOf(codesOf(item)));
    if (kinds.length === 0 || kinds.includes(undefined)) return null;
    for (const kind of kinds as (ClaimKind | null)[]) {
      if (kind === null || found.some((each) => each.kinds[0] === kind)) continue;
      const isCase = /^(?:review|litigation)/.test(kind);
      if (isCase && this.#tied === 'no') return null;
      this.#topic = isCase ? 'case' : 'application';
      found.push(this.#main(kind, at, value));
    }
    return found;
  }

  /** 行政复议、行政诉讼分别为2件、1件. */
  #respectively(tokens: readonly Token[]): Found[] | null {
    const at = tokens.findIndex((token) => token.code === 's');
    const heads = splitItems(tokens.slice(0, at), /[,h]/);
    const tail = tokens.slice(at + 1).filter((token) => !/[w,ha]/.test(token.code));
    if (tail.some((token) => token.code !== 'Q') || tail.length !== heads.length) return null;
    const found = heads.map((head, index) => this.#figure(`${codesOf(head)}Q`, tail[index]!, undefined));
    return found.every((each): each is Found => each !== null && each !== 'loose') ? found : null;
  }
}

let lastYear = 0;
let lastPattern = /$^/g;

/** The report's year as a sentence names it; of one report after the other it is the same for hundreds of sentences. */
function ownYear(year: number): RegExp {
  if (year !== lastYear) lastPattern = new RegExp(`${year}年(?:度|底|末|12月31日)?`, 'g');
  lastYear = year;
  return lastPattern;
}

/** It decides the cases of others, or is a party to cases of every kind. */
function decides({ agency }: Report): boolean {
  return agency === null || isGovernment(agency) || /司法|法制|复议/.test(agency);
}
