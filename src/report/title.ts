/** The head of a report: its title, and which lines between the title and the first heading are text. */
import { yearsIn } from '../text/dates.ts';
import { ideographsOrRadicals } from '../text/ideographs.ts';
import { fold } from '../text/normalize.ts';
import { isChrome, isMetadata } from './chrome.ts';
import { agencyOfTitle } from './names.ts';
import { isEmpty, type Piece } from './pieces.ts';
import { isAgencyLine, isDateLine } from './signature.ts';

export interface Title {
  /** As printed; the lines of a title over several lines joined. */
  readonly text: string;
  /** Indexes of its first and last piece. */
  readonly first: number;
  readonly last: number;
}

const whole = /(?:信息|政务|政府)公开.{0,16}(?:年度?报告|年报|工作报告|报告|总结)/;
const yearly = /^\(?\d{4}年?度?.{0,8}报告\)?$/;
const prose = /[。；]|^(?:根据|按照|依据|为|现(?:将|予|公布|发布|公开)|本报告|本年度报告)|编制|如下|统计期限/;
const ended = /(?:报告|年报|总结)[)）”》]?$/;
const longest = 90;

const clean = (text: string) => text.replace(/^[#*\s]+|[*\s]+$/g, '').trim();

/** How much a line looks like the title; 0: not at all. */
function looks(text: string): number {
  if (text.length > longest * 2) return 0;
  const folded = fold(clean(text));
  if (folded.length > longest || folded.length < 4 || prose.test(folded) || isMetadata(text)) return 0;
  if (folded.split(/[>»›|]/).length > 2) return 0;
  const named = whole.test(folded);
  if (!named && !yearly.test(folded) && !/^(?:工作)?年度报告$/.test(folded)) return 0;
  let score = named ? 6 : 2;
  if (yearsIn(text).length > 0 || /\d{4}/.test(folded)) score += 2;
  if (ended.test(folded)) score += 2;
  if (/附件|下载|\.(?:pdf|docx?)/i.test(folded)) score -= 6;
  return score;
}

/** Joined as one line: a space only between Latin letters or digits. */
function join(a: string, b: string): string {
  return /[A-Za-z0-9]$/.test(a) && /^[A-Za-z0-9]/.test(b) ? `${a} ${b}` : a + b;
}

/** The nearest filled piece above or below, over at most three empty lines. */
function neighbour(pieces: readonly Piece[], from: number, step: 1 | -1): number | null {
  let empty = 0;
  for (let i = from + step; i >= 0 && i < pieces.length; i += step) {
    if (!isEmpty(pieces[i]!)) return i;
    if (++empty > 3) return null;
  }
  return null;
}

const place = new RegExp(`^[${ideographsOrRadicals}]{1,11}(?:省|市|县|区|州|盟|旗|镇|乡|街道)$`, 'u');
const isPlace = (text: string): boolean => place.test(text);

/** What else the document says of itself, to tell its own title from the titles of other reports that a site lists. */
export interface Witness {
  /** The page's own title. */
  readonly page: string | null;
  /** The text that is the report's for sure, folded; asked for only where titles differ. */
  readonly text: () => string;
}

interface Candidate {
  readonly index: number;
  readonly score: number;
}

/** Of lines that look alike, the one that the rest of the document bears out; else the nearest to the report's text. */
function ownOf(head: readonly Piece[], alike: readonly Candidate[], witness: Witness): Candidate {
  const [first] = alike;
  const titles = alike.map(({ index }) => fold(clean(head[index]!.text)));
  if (new Set(titles).size === 1) return first!;
  const page = fold(witness.page ?? '');
  const text = witness.text();
  const borne = titles.map((title) => {
    const agency = agencyOfTitle(title);
    const year = yearsIn(title)[0]?.year;
    return (
      (page.includes(title) ? 4 : 0) +
      (agency !== null && text.includes(fold(agency)) ? 2 : 0) +
      (year !== undefined && text.includes(`${year}年`) ? 1 : 0)
    );
  });
  return alike[borne.lastIndexOf(Math.max(...borne))]!;
}

/** Finds the title among the pieces before the first heading (or among the first ones, where there is no heading). */
export function findTitle(head: readonly Piece[], witness: Witness): Title | null {
  const candidates: Candidate[] = [];
  for (const [index, piece] of head.entries()) {
    if (isEmpty(piece) || piece.filled.length > 1) continue;
    const score = looks(piece.text.trim());
    if (score > 0) candidates.push({ index, score });
  }
  const most = candidates.reduce((highest, { score }) => Math.max(highest, score), 0);
  const alike = candidates.filter(({ score }) => score === most);
  const best = alike.length === 0 ? null : ownOf(head, alike, witness);
  // 政府信息公开年报 in a menu is no title where one with a year stands over several lines.
  const titled = best !== null && best.score >= 6;
  const split = titled && hasYear(head[best.index]!.text) ? null : splitTitle(head, titled ? best.index : null);
  if (best === null && split === null) return null;
  let text = split?.text ?? clean(head[best!.index]!.text);
  let first = split?.first ?? best!.index;
  let last = split?.last ?? best!.index;
  // 2024年上海市科委政府信息公开工作 / 年度报告
  if (!ended.test(fold(text))) {
    const below = neighbour(head, last, 1);
    const more = below === null ? '' : clean(head[below]!.text);
    if (below !== null && more.length <= 20 && /^.{0,12}(?:报告|年报)[)）]?$/.test(fold(more))) {
      text = join(text, more);
      last = below;
    }
  }
  // The agency on a line of its own above: 盐池县科学技术局 / 2023年政府信息公开工作年度报告.
  const above = neighbour(head, first, -1);
  if (above !== null) {
    const name = clean(head[above]!.text);
    const begins = /^(?:\d|[〇零二一九]{4}年|\(|政府信息公开|政务公开|信息公开|年度)/.test(fold(text));
    const site = name.length > 40 || isChrome(name) || isMetadata(name);
    if (begins && !site && (isAgencyLine(name) || isPlace(name) || (/^关于.{0,30}$/.test(name) && !isOther(name)))) {
      text = join(name, text);
      first = above;
    }
  }
  return { text, first, last };
}

/** 关于印发2025年政务公开工作要点的通知: another paper's title, of a site's list. */
const isOther = (text: string): boolean =>
  hasYear(text) || /(?:通知|意见|办法|方案|要点|公告|决定|批复|[^公]函)$/.test(text);

const hasYear = (text: string): boolean => yearsIn(text).length > 0 || /\d{4}/.test(fold(text));

/**
 * A title of which no line says enough: 某县民政局2020年政府信息 / 公开工作年度报告, broken anywhere. `beside` is a line that looks
 * like one and names no year: only lines apart from it, and with a year, are a better one.
 */
function splitTitle(head: readonly Piece[], beside: number | null): Title | null {
  for (let i = 0; i < head.length; i++) {
    const text = clean(head[i]!.text);
    const below = isEmpty(head[i]!) ? null : neighbour(head, i, 1);
    if (below === null || text.length > 60 || prose.test(fold(text)) || isMetadata(text)) continue;
    const joined = join(text, clean(head[below]!.text));
    if (looks(joined) >= 6 && (beside === null || (hasYear(joined) && i !== beside && below !== beside)))
      return { text: joined, first: i, last: below };
  }
  return null;
}

/** Whether a piece of the head is text of the report: a sentence, and neither the site's nor a signature. */
export function isIntroduction(piece: Piece): boolean {
  const text = piece.text.trim();
  if (text.length < 12 || piece.filled.length > 1) return false;
  return (
    !isChrome(text) &&
    !isMetadata(text) &&
    !isDateLine(text) &&
    !isAgencyLine(text) &&
    /[，。；、,]|^(?:根据|按照|依据|为|本|现)/.test(text)
  );
}
