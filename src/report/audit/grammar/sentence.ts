/** A sentence piece by piece: what each claims, and whether the pieces around it leave that certain. */
import { matchesOf } from '../../../text/matches.ts';
import { remembered } from '../../../text/remembered.ts';
import { isGovernment, isOwnName, namesIn } from '../../own-name.ts';
import type { Report } from '../../report.ts';
import { applicationWord, asksForInformation, type ClaimKind, isCase, type Topic } from '../claim-kinds.ts';
import { namesReason } from '../grounds.ts';
import type { Sentence } from '../passage.ts';
import { setAgainst, withoutBrackets } from './brackets.ts';
import { ClauseReader } from './clause.ts';
import type { Found } from './found.ts';
import {
  disturbanceOf,
  isAside,
  isDividing,
  isDoneWithAll,
  isHeading,
  isInTime,
  isRate,
  isTakenBack,
  leadOf,
} from './frame.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { shapeOf } from './shapes.ts';
import { codesOf, type Token, tokensOf } from './tokens.ts';

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
const numberingOf =
  /^(?:[·•●◆■▲★◇□▪※*○-]+)?(?:[((]?[一二三四五六七八九十\d]{1,2}(?:[))、.]|是)(?!\d{1,3}(?!\d|[件起宗份条次])))?/;

const contrast =
  /(?:个人|公民|自然人)[^,、;\d]{0,14}[\d一二两三四五六七八九十百]+[件份宗起]?[,、;](?:另?有)?(?:商业|社会公益|科研|法律服务)?(?:法人|企业|组织|单位|机构|其[他它](?:组织|单位))[^,、;\d]{0,12}[\d零一二两三四五六七八九十]/;

/** No sentence of a report is longer; hostile text is. */
const longest = 600;

/** What the sentences before leave open: the last of them was of another time, or of another body. */
export interface SentencesBefore {
  readonly time: boolean;
  readonly body: boolean;
  /** Its last figure was of a part: what divides it, divides no whole. */
  readonly part: boolean;
  readonly topic: Topic;
}

export class SentenceReader {
  readonly #report: Report;
  readonly #sentence: Sentence;
  readonly #before: SentencesBefore;
  readonly #own: RegExp | null;
  readonly #clauses: ClauseReader;
  #period = false;
  #time = false;
  #body = false;
  #odd = false;
  #untilNow = false;
  /** Words that are not known speak of applications for information: they are what the next figures are of. */
  #named = false;
  /** 个人提出6件，法人及其他组织提出27件: people are set against organisations. */
  readonly #contrasted: boolean;

  constructor(report: Report, sentence: Sentence, before: SentencesBefore) {
    this.#report = report;
    this.#sentence = sentence;
    this.#before = before;
    this.#own = report.year === null ? null : ownYear(`${report.year}`);
    const { text, passage } = sentence;
    const named = /公开/.test(text) || passage.section === 4;
    this.#contrasted = contrast.test(text);
    const unnamed = decides(report) ? 'wide' : 'alone';
    const tied = /不涉及|无关|非(?:政府)?信息公开/.test(text) ? 'no' : named ? 'yes' : unnamed;
    this.#clauses = new ClauseReader(before, tied, decides(report));
  }

  /** A topic goes on behind a sentence that made it certain, or that named it in other words. */
  after(certain: boolean, heading: Topic): SentencesBefore {
    const { topic } = this.#clauses;
    const otherwise = countsOtherwise(this.#sentence.text);
    return {
      time: this.#time && !this.#period && !otherwise,
      // 走访企业60家 leaves no body as the one that acts in what follows.
      body: this.#body && !(otherwise && !bodyAhead.test(this.#sentence.text)),
      part: this.#clauses.part && !otherwise,
      topic: certain || this.#named ? (topic ?? heading) : heading,
    };
  }

  read(): Certain[] {
    const numbering = numberingOf.exec(this.#sentence.text)?.[0].length ?? 0;
    const text = this.#sentence.text.slice(numbering);
    if (text.length > longest) return [];
    const pieces = piecesOf(text).map(withoutLead);
    const read: { piece: Piece; found: Found[] }[] = [];
    for (const [index, piece] of pieces.entries()) {
      const next = pieces[index + 1];
      const onward = pieces.slice(index + 1).find((each) => !isInTime(each.text));
      const found = this.#readPiece(piece, onward);
      if (found !== null) read.push({ piece, found });
      else {
        const behind = read.some((each) => each.found.length > 0);
        this.#disturb(piece.text, behind, next?.mark === ':');
      }
    }
    const unread = pieces.filter((piece) => !read.some((each) => each.piece === piece));
    const held = read.flatMap(({ piece, found }) => found.map((each) => ({ piece, ...each })));
    const offset = this.#sentence.start + numbering;
    return held
      .filter((each) => this.#holds(each, held, unread))
      .map(({ piece, kinds, value, whole, at }) => ({
        kinds,
        value,
        whole,
        start: offset + piece.start,
        end: offset + piece.start + piece.text.length,
        at: offset + piece.start + at,
      }));
  }

  /** Nothing that is said besides takes it back, or makes it one of a part. */
  #holds(
    found: Found & { readonly piece: Piece },
    held: readonly (Found & { readonly piece: Piece })[],
    unread: readonly Piece[],
  ): boolean {
    const { kinds, piece, value } = found;
    if (this.#clauses.tied !== 'yes' && unread.length > 0 && isCase(kinds[0]!)) return false;
    if (unread.some(({ start, mark, text }) => start > piece.start && (mark === '(' || isTakenBack(text))))
      return false;
    // 新收12件, 办结11件; 上年结转2件, 办结2件: said twice, each is of a part.
    const others = held.filter((other) => other !== found);
    const twice = (other: Found) => found.whole && other.whole && other.kinds.join() === kinds.join();
    if (others.some((other) => twice(other) && other.value !== value)) return false;
    const carried = held.some((other) => other.kinds[0] === 'carriedOver');
    return !(kinds[0] === 'handled' && carried && !held.some((other) => /eceived|processed/.test(other.kinds[0]!)));
  }

  /** Words that are not known: they may say of what the figures behind them are. */
  #disturb(text: string, behind: boolean, heads: boolean): void {
    if ((behind && isAside(text)) || isDividing(text) || isRate(text)) return;
    if (untilNow.test(text)) {
      this.#untilNow = true;
      return;
    }
    let rest = this.#own === null ? text : text.replace(this.#own, '');
    rest = rest.replace(
      /全年度?|本年度?|今年|《[^《》]*》|[我本](?:局|委|厅|办|单位|机关|部门|中心|院|会)|我们|[局委厅]机关/g,
      '',
    );
    if (this.#report.agency !== null) rest = rest.replace(this.#report.agency, '');
    const disturbance = disturbanceOf(rest);
    const { time, scope } = disturbance;
    const body = disturbance.body && disturbanceOf(this.#withoutOwnNames(rest)).body;
    this.#time ||= time;
    const acts = body && !(behind && isDoneWithAll(text));
    this.#body ||= acts;
    const compared = this.#isOfOtherTime(text);
    this.#odd ||=
      scope && !behind && !compared && !(heads && isHeading(this.#withoutOwnNames(rest).replace(everybody, '')));
    const figures = /\d/.test(rest);
    const named = !time && !body && !figures && asksForInformation(rest);
    this.#named ||= named;
    this.#clauses.disturb({
      loose: figures || time || acts,
      part: figures && !compared && applicationWord.test(rest),
      topic: figures && !compared ? 'other' : named || compared ? 'application' : null,
      reason: !figures && namesReason(text),
    });
  }

  /** 县统计局 is 平罗县统计局. */
  #withoutOwnNames(text: string): string {
    const { agency, region } = this.#report;
    if (agency === null) return text;
    return namesIn(text).reduce(
      (rest, { name }) => (name.length >= 3 && isOwnName(name, agency, region) ? rest.replace(name, '') : rest),
      text,
    );
  }

  /** 2022年收到申请20件, 上半年收到5件, and then this year's: read with the own year in its place it is a plain statement. */
  #isOfOtherTime(text: string): boolean {
    const { year } = this.#report;
    if (year === null || !otherTime.test(text)) return false;
    const codes = codesOf(tokensOf(text.replace(otherTime, `${year}年`), this.#report) ?? []);
    const about = shapeOf(codes, null)?.about;
    return about === 'own' || (about === 'led' && this.#clauses.topic === 'application' && /^T[^Q]*R/.test(codes));
  }

  /** Figures of a clause that is read to its last word; null where it is not. */
  #readPiece(piece: Piece, next: Piece | undefined): Found[] | null {
    const tokens = this.#tokensOf(piece);
    if (tokens === null) return null;
    const codes = codesOf(tokens);
    if (/[Te]/.test(codes)) this.#period = true;
    this.#clauses.ended ||= codes.includes('e');
    const goesOn = () => (piece.excepted ? /^其余/.test(next?.text ?? '') : this.#goesOn(next));
    const becomes = () => this.#becomes(next);
    const found = this.#clauses.read(tokens, codes, { goesOn, becomes }, piece.mark === '(');
    this.#clauses.excepted ||= piece.excepted === true && found?.[0]?.kinds[0] === 'carriedForward';
    if (found === null || found.length === 0 || this.#isClear(codes, found)) return found;
    this.#clauses.disturb({ loose: true, part: false, topic: null });
    return [];
  }

  #tokensOf({ text }: Piece): Token[] | null {
    const tokens = tokensOf(text, this.#report) ?? this.#beforeWhatWasDone(text);
    // 受理各类申请15件 may be of any kind.
    if (tokens === null || (/各[类种]/.test(text) && !/公开/.test(text))) return null;
    const named = this.#contrasted ? tokens.map(setAgainst) : tokens;
    return withoutBrackets(named);
  }

  /** 收到的12件申请全部做到件件有登记: behind the figure, what was done with all of them. */
  #beforeWhatWasDone(text: string): readonly Token[] | null {
    const at = text.search(/(?<=\d[^\d]{1,12})(?:均|全部|都)/);
    return at > 0 && !/\d/.test(text.slice(at)) && isDoneWithAll(text.slice(at))
      ? tokensOf(text.slice(0, at), this.#report)
      : null;
  }

  /** Nothing around the clause lets it be of another time, body or scope. */
  #isClear(codes: string, found: readonly Found[]): boolean {
    const period = /[Te]/.test(codes);
    const body = /S/.test(codes);
    const time = (!this.#time || period) && (!this.#before.time || this.#period);
    const own = !(this.#body || (this.#before.body && !this.#period)) || body;
    const counted = !/k/.test(codes) || this.#period || !found.some((each) => /eceived/.test(each.kinds[0]!));
    // 渠道进一步畅通，另有7件转入下年: what goes on into the next year is of all applications, whatever was praised before.
    const named = !this.#odd || (period && /[OVI]/.test(codes)) || found.every(({ onward }) => onward);
    const ended = !this.#untilNow || found.every(({ value }) => value === 0);
    return time && own && counted && named && ended;
  }

  /** 3件属于信访投诉, 依法不予处理. */
  #becomes(next: Piece | undefined): string | null {
    const tokens = next === undefined ? null : tokensOf(next.text, this.#report);
    return tokens === null ? null : (/^[akTdw]*([3-6])$/.exec(codesOf(tokens))?.[1] ?? null);
  }

  /** 在办29件, 依规结转下年度. */
  #goesOn(next: Piece | undefined): boolean {
    const tokens = next === undefined ? null : tokensOf(next.text, this.#report);
    return tokens !== null && /^[akTdw]*G$/.test(codesOf(tokens));
  }
}

/** 答复结果分别为予以公开6件: without the words that lead up to the first item. */
function withoutLead(piece: Piece): Piece {
  const lead = leadOf(piece.text);
  return lead === 0 ? piece : { ...piece, text: piece.text.slice(lead), start: piece.start + lead };
}

/** 全县, 我县: whom a government answers for. */
const everybody = /^[全我本][省市县州区旗镇乡](?:政府)?/;
const otherTime = /^(?:20\d\d年(?:度|[上下]半年)?|[上下]半年|第?[一二三四]季度)/;
/** 目前为止 reaches into the next year: where nothing came by then, nothing came in this one. */
const untilNow = /^(?:截[至止]到?)?(?:目前|现在|至今)(?:为止)?$/;
const bodyAhead = /^[^,;]{0,16}(?:局|委|厅|府|办|部门|单位|街道|镇|乡|中心|公司|集团|系统|法院|机关)/;

/** 力争2024年答复时间缩短4个工作日, 2022年培训3期: the figures behind it are of something else, and of no other time for that. */
function countsOtherwise(text: string): boolean {
  if (/力争|计划|预计|争取|明年|下一?年度?将/.test(text)) return true;
  const figures = matchesOf(text.replace(/20\d\d年度?|\d{1,2}[月日]/g, ''), /\d+(?:\.\d+)?([^\d]?)/g);
  return figures.length > 0 && figures.every((figure) => !'件份起宗例条项笔封'.includes(figure[1] || '件'));
}

/** The report's year as a sentence names it. */
const ownYear = remembered((year) => new RegExp(`${year}年(?:度|底|末|12月31日)?`, 'g'));

/** It decides the cases of others, or is a party to cases of every kind. */
function decides({ agency }: Report): boolean {
  return agency === null || isGovernment(agency) || /司法|法制|复议/.test(agency);
}
