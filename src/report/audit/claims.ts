/**
 * What the text claims of applications, reviews and lawsuits: "全年受理依申请公开政府信息 1 件" is a claim of received = 1,
 * "我局未收到政府信息公开申请" of received = 0. Claims of other bodies, other years, parts of a year, goals and differences are
 * not read at all; a claim that is narrowed by words nobody knows is kept, but not `sure`.
 */
import type { Report } from '../report.ts';
import { isGovernment, isOwnName, namesIn } from './own-name.ts';
import type { Passage, Sentence } from './passage.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';
import {
  any,
  caseCounters,
  channels,
  faults,
  narrowerScopes,
  notThisYear,
  otherThings,
  partOfYear,
  plain,
  widerScopes,
} from './words.ts';

export type ClaimKind =
  | 'received' // 收到, 受理: newly received, or with what was carried over
  | 'newlyReceived' // 新收
  | 'carriedOver'
  | 'handled' // 办结, 答复
  | 'processed' // 办理, or no verb: any of the above
  | 'carriedForward'
  | 'disclosed'
  | 'partlyDisclosed'
  | 'refused'
  | 'unavailable'
  | 'unprocessed'
  | 'other'
  | 'natural'
  | 'organisation'
  | 'review'
  | 'litigation'
  | 'review.upheld'
  | 'review.corrected'
  | 'review.pending'
  | 'litigation.upheld'
  | 'litigation.corrected'
  | 'litigation.pending';

export interface Claim {
  /** Several: the figure is of all of them together (予以公开及部分公开258件). */
  readonly kinds: readonly ClaimKind[];
  readonly value: number;
  readonly approximate: boolean;
  /** Nothing in the clause narrows the claim. */
  readonly sure: boolean;
  /** False: of a part only (网络申请), which can be smaller than the whole, never larger. */
  readonly whole: boolean;
  readonly passage: Passage;
  /** Folded offsets in the passage: the clause, and the figure or negation. */
  readonly start: number;
  readonly end: number;
  readonly at: number;
}

type Topic = 'application' | 'case' | null;

const units = new Set<string | null>([...caseCounters, null]);
const applicationWord =
  /依申请(?!公开(?:工作|制度|指南|目录|渠道|平台|栏目|专栏|程序|流程)[^\d]{0,4}$)|信息公开(?:的)?申请|公开申请|信息申请|申请公开|信息公开件|申请/;
const caseWord = /复议|诉讼|起诉|应诉/;
const channelWord = new RegExp(any(channels));
const partWord = new RegExp(any(partOfYear));
const differenceWord = new RegExp(any(notThisYear));
const widerWord = new RegExp(any(widerScopes));
const narrowerWord = new RegExp(any(narrowerScopes));
const thingWord = new RegExp(any(otherThings));
const faultWord = new RegExp(any(faults));
const plainWord = new RegExp(any(plain), 'g');

/** All claims of the passages of sections 1 to 6 (and of sections without number). */
export function claimsOf(report: Report, passages: readonly Passage[]): Claim[] {
  const claims: Claim[] = [];
  let heading: Topic = null;
  let order = -9;
  for (const passage of passages) {
    if (passage.part !== 'section') continue;
    if (passage.order !== order)
      heading = passage.section === 3 ? 'application' : passage.section === 4 ? 'case' : null;
    order = passage.order;
    const title = /^[((]?[一二三四五六七八九十\d]{1,3}[))、.]/.test(passage.text) ? passage.text.slice(0, 24) : null;
    if (title !== null && /^[((]/.test(passage.text))
      heading = /依申请|申请公开|公开申请/.test(title.split('。')[0]!) ? 'application' : null;
    if (!/\d|未|无|没|零|[一二两三四五六七八九十](件|起|宗|份|条)/.test(passage.text)) continue;
    let topic: Topic = heading;
    for (const sentence of passage.sentences) {
      const reader = new SentenceReader(report, sentence, topic);
      claims.push(...reader.read());
      topic = /^(其中|均|已|全部|另)/.test(sentence.text) ? topic : heading;
      if (reader.topic !== null && /申请|复议|诉讼/.test(sentence.text)) topic = reader.topic;
    }
  }
  return claims;
}

interface Clause {
  readonly text: string;
  readonly start: number;
}

class SentenceReader {
  topic: Topic;
  readonly #report: Report;
  readonly #sentence: Sentence;
  /** Names of documents and what stands in quotation marks are blanked: 《2022年…》 says nothing of this year's figures. */
  readonly #text: string;
  readonly #claims: Claim[] = [];
  #foreign = false;
  #sure = true;

  constructor(report: Report, sentence: Sentence, topic: Topic) {
    this.#report = report;
    this.#sentence = sentence;
    this.topic = topic;
    this.#text = sentence.text.replace(/《[^《》]{0,120}》|“[^“”]{0,120}”/g, (found) => '□'.repeat(found.length));
  }

  read(): Claim[] {
    for (const clause of clausesOf(this.#text)) this.#readClause(clause);
    return this.#claims;
  }

  #readClause(clause: Clause): void {
    const { text } = clause;
    if (caseWord.test(text)) this.topic = 'case';
    else if (applicationWord.test(text)) this.topic = 'application';
    else if (thingWord.test(text)) this.topic = null;
    this.#noteForeign(text);
    if (this.#foreign || this.#otherYear(clause) || partWord.test(text) || this.#outOfScope(text)) return;
    if (this.#readNegation(clause)) return;
    // 办结一件申请、解决一个问题: a slogan.
    if (/一[件个][^,]{0,8}、[^,]{0,8}一[个件颗批]/.test(text)) return;
    const all = quantitiesIn(text);
    const quantities = all.filter((each) => units.has(each.unit));
    if (this.#readRespectively(clause, quantities)) return;
    for (const quantity of quantities) this.#readQuantity(clause, quantity, all);
  }

  /** "行政复议、行政诉讼分别为2件、1件". */
  #readRespectively(clause: Clause, quantities: readonly Quantity[]): boolean {
    const at = clause.text.indexOf('分别');
    if (at < 0 || quantities.length < 2) return at >= 0;
    const head = clause.text.slice(0, at);
    const order = (['review', 'litigation'] as const)
      .map((kind) => ({ kind, at: head.search(kind === 'review' ? /复议/ : /诉讼/) }))
      .filter((each) => each.at >= 0)
      .sort((a, b) => a.at - b.at);
    if (order.length === quantities.length) {
      for (const [index, { kind }] of order.entries()) this.#add([kind], quantities[index]!, clause, true, true);
    }
    return true;
  }

  #readQuantity(clause: Clause, quantity: Quantity, all: readonly Quantity[]): void {
    const { text } = clause;
    const before = all.filter((each) => each.end <= quantity.start).at(-1);
    const after = all.find((each) => each.start >= quantity.end);
    const prefix = text.slice(before?.end ?? 0, quantity.start).replace(/^[、和及以]+/, '');
    const tail = text.slice(quantity.end, after?.start ?? text.length);
    const suffix = after === undefined ? tail : (/^[^、]*(?=、)/.exec(tail)?.[0] ?? (prefix === '' ? tail : ''));
    // The text before a difference (较上年增加3件) names something else than a figure of this year.
    if (differenceWord.test(prefix) && !/上年(度)?结转|新增/.test(prefix)) return;
    if (quantity.unit === null && quantity.value !== 0) return;
    const kinds = this.#kindsOf(prefix) ?? this.#kindsOf(prefix + suffix);
    if (kinds === null) return;
    const words = `${prefix}${suffix}`;
    if (kinds.includes('processed') && thingWord.test(words) && !applicationWord.test(words)) return;
    const whole = !channelWord.test(words);
    // 备案…行政复议案件134件,行政诉讼案件57件: without a verb of its own a clause counts as the one before it does.
    const verb = /收|受理|接|办|答|处理|发生|引|被|提|涉|转|公开|审|维持|纠正/.test(words);
    const inherited = verb || this.#sure;
    const named = !kinds.some((kind) => /^(?:review|litigation)$/.test(kind)) || caseWord.test(words);
    const sure = (this.#isPlain(words) || this.#isPlain(prefix)) && inherited && named;
    this.#sure = sure;
    this.#add(kinds, quantity, clause, whole, sure);
  }

  /** What was not seen: 未收到, 没有受理, 无, 零. True where the clause is a negation, read or not. */
  #readNegation(clause: Clause): boolean {
    const match =
      /(?:未|没有|没|尚无|暂无|均无|也无|无|零)(?!经|按|法|需|正当|误|关|条件|偿|缝|障碍|论|审结|结案|获|能|达|来|公开|纠|败|售|距离|死角|基础|星)/.exec(
        clause.text,
      );
    if (!match) return false;
    const object = clause.text.slice(match.index + match[0].length);
    const subject = clause.text.slice(0, match.index);
    if (/\d/.test(object.replace(/\d{4}年/g, ''))) return false;
    if (faultWord.test(object)) return true;
    const zero: Quantity = { value: 0, unit: '件', approximate: false, start: match.index, end: clause.text.length };
    const seen =
      /^(?:收到|受理|接到|接收|接|收|办理|发生|出现|产生|有|被|涉及|因|存在|提起|引发|公民|人|任何|政府信息|依申请|行政|信息公开|申请|诉讼|复议|上年|结转|新收)/.test(
        object,
      );
    if (!seen && object !== '') return true;
    const whole = !channelWord.test(object.replace(/因[^,]{0,24}(?=行政复议|行政诉讼)/, ''));
    const sure = this.#isPlain(object) && this.#isPlain(subject.replace(/^.*(方面|情况)/, ''));
    const about = caseWord.test(object)
      ? object
      : object === '' || !applicationWord.test(object)
        ? `${subject}${object}`
        : object;
    const cases: ClaimKind[] = [];
    if (/复议/.test(about)) cases.push('review');
    if (/诉讼|起诉/.test(about)) cases.push('litigation');
    for (const kind of cases) this.#add([kind], zero, clause, whole, sure);
    const rest = about
      .replace(/因[^,]{0,30}?(?=(?:申请|提起|引发|引起|产生|导致|被)?(?:的)?(?:行政复议|行政诉讼|复议|诉讼))/g, '')
      .replace(/申请(?:人)?(?=行政复议|复议)|(?<=复议|诉讼)(?:的)?申请/g, '')
      .replace(/(?:政府)?信息公开(?:工作|类|相关)?(?:的)?(?=行政复议|行政诉讼|复议|诉讼)/g, '');
    const outcome = this.#outcomesIn(rest);
    if (outcome.length > 0) for (const kind of outcome) this.#add([kind], zero, clause, whole, sure);
    else if (/结转/.test(rest))
      this.#add([/上|去年/.test(rest) ? 'carriedOver' : 'carriedForward'], zero, clause, whole, sure);
    else if (
      applicationWord.test(rest) ||
      (cases.length === 0 && this.topic === 'application' && /^(?:收到|受理|接到)$/.test(object))
    ) {
      this.#add(['received'], zero, clause, whole, sure);
    }
    return true;
  }

  #kindsOf(text: string): ClaimKind[] | null {
    if (this.topic === null) return null;
    if (caseWord.test(text) || (this.topic === 'case' && !applicationWord.test(text))) return this.#caseKinds(text);
    if (this.topic === 'case' && !/申请/.test(text)) return null;
    if (/结转|转(?:至|入|到)?(?:下|次)|顺延|(?:下一?年度?|次年)(?:度)?(?:继续)?(?:办理|答复)/.test(text)) {
      if (/(?:上一?|去)年(?:度)?(?:的)?(?:结转|转)|结转自/.test(text)) return ['carriedOver'];
      return /下一?年|次年|下年|明年|\d{4}年/.test(text) ? ['carriedForward'] : null;
    }
    const outcomes = this.#outcomesIn(text);
    if (outcomes.length > 0) return outcomes;
    const applicants = text.replace(/公民[、,和及]?法人(?:或者|或|和|及|、)(?:其他|其它)组织/g, '');
    const natural = /自然人|公民|个人/.test(applicants);
    const organisation = /法人|其他组织|其它组织/.test(applicants);
    if (natural !== organisation) return [natural ? 'natural' : 'organisation'];
    if (/新收|新受理|新增/.test(text)) return ['newlyReceived'];
    const received = /收到|受理|接收|接到|收办|收/.test(text);
    const answered = /办结|答复|回复|办理完|处理完|已办/.test(text);
    if (received && answered) return ['processed'];
    if (received) return ['received'];
    if (answered) return ['handled'];
    if (/办理|处理|处置/.test(text) || applicationWord.test(text)) return ['processed'];
    return null;
  }

  #caseKinds(text: string): ClaimKind[] | null {
    const review = /复议/.test(text);
    const litigation = /诉讼|起诉|应诉/.test(text);
    const context = this.#caseContext(text);
    const courts: ('review' | 'litigation')[] = review || litigation ? [] : context;
    if (review) courts.push('review');
    if (litigation) courts.push('litigation');
    if (courts.length === 0) return null;
    const outcome = /未审结|尚未|未结|审理中|正在审理/.test(text)
      ? 'pending'
      : /维持|驳回/.test(text)
        ? 'upheld'
        : /纠正|撤销|责令|确认违法|变更/.test(text)
          ? 'corrected'
          : null;
    return outcome === null ? courts : courts.map((court) => `${court}.${outcome}` as const);
  }

  /** The nearest word before, in this sentence, that says which: 复议 or 诉讼. */
  #caseContext(text: string): ('review' | 'litigation')[] {
    const before = this.#text.slice(0, Math.max(0, this.#text.indexOf(text)));
    const review = before.lastIndexOf('复议');
    const litigation = Math.max(before.lastIndexOf('诉讼'), before.lastIndexOf('应诉'));
    if (review < 0 && litigation < 0) return [];
    // Both in one clause (行政复议、行政诉讼案件的应诉工作，…): the figure can be of either, or of both.
    const clause = before.slice(before.replace(/[,;]$/, '').search(/[^,;]*$/));
    if (/复议/.test(clause) && /诉讼/.test(clause)) return ['review', 'litigation'];
    return review > litigation ? ['review'] : ['litigation'];
  }

  #outcomesIn(text: string): ClaimKind[] {
    const found: ClaimKind[] = [];
    if (/(?:予以|同意|准予|全部)公开|公开答复/.test(text) && !/部分公开答复|不予公开答复/.test(text))
      found.push('disclosed');
    if (/部分公开/.test(text)) found.push('partlyDisclosed');
    if (/不予公开/.test(text)) found.push('refused');
    if (/无法提供/.test(text)) found.push('unavailable');
    if (/不予处理/.test(text)) found.push('unprocessed');
    if (/其他处理|其它处理/.test(text)) found.push('other');
    return found;
  }

  /** From here to the end of the sentence the text speaks of another body. 我局 turns it back. */
  #noteForeign(text: string): void {
    if (/我局|本局|我委|本委|我单位|本单位|本机关|我中心|本中心|我厅|我办|我县政府|我市政府/.test(text))
      this.#foreign = false;
    const agency = this.#report.agency;
    if (agency === null) return;
    for (const { name } of namesIn(text.replace(/政府(?=信息|网|门户|公报|采购|开放)/g, '□□'))) {
      const clean = name
        .split(
          /[年由向对与和的共代表是系受理收到坚持以依法规范答复通过在按据被将把为从经]|全(?=[县市区省州])|[我本](?=[县市区省州])/,
        )
        .at(-1)!;
      if (clean.length < 3 || !/(?:局|厅|委员会|委|政府|街道|镇|乡)$/.test(clean)) continue;
      this.#foreign = !isOwnName(clean, agency, this.#report.region);
    }
  }

  /** The last year named before the clause's figure, if any, is another one. */
  #otherYear(clause: Clause): boolean {
    const year = this.#report.year;
    const text = this.#text.slice(0, clause.start) + clause.text;
    if (/(?:去年|上年度?|上一年度?)(?!.{0,3}结转)[^,]{0,4}(?:收到|受理|办理|共)/.test(clause.text)) return true;
    if (year === null) return false;
    const figure = clause.text.search(/\d(?!\d{0,3}年)|未|无|没有/);
    const before = figure < 0 ? text : text.slice(0, clause.start + figure);
    const named = [...before.matchAll(/(?<!\d)(20\d\d)年?(?=[年度,至-]|[\u4e00-\u9fff])/g)].at(-1);
    if (!named) return false;
    const other = Number(named[1]) !== year;
    return other && !/结转|继续办理|顺延|转(?:至|入)/.test(clause.text);
  }

  /** Figures of a whole county in a department's report, of one office in a government's. */
  #outOfScope(text: string): boolean {
    const agency = this.#report.agency;
    const before = this.#text.slice(0, this.#text.indexOf(text) + text.length);
    if (agency !== null && isGovernment(agency)) return narrowerWord.test(text) && !/全[县市区省州旗]/.test(text);
    return widerWord.test(before) && !/我局|本局|我委|本单位|我单位|本机关|我中心/.test(text);
  }

  /** True where nothing but known words is left in it. */
  #isPlain(text: string): boolean {
    const agency = this.#report.agency;
    let rest = text.replace(/20\d\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?/g, '').replace(channelWord, '');
    rest = rest
      .replace(/^[((]?[一二三四五六七八九十\d]{1,2}(?:[))、.]|是)/, '')
      .replace(/全[县市区省州旗镇乡]|我[县市区省州旗镇乡]/g, '');
    if (agency !== null) {
      for (const { name } of namesIn(rest))
        if (isOwnName(name, agency, this.#report.region)) rest = rest.replace(name, '');
    }
    return rest.replace(plainWord, '').replace(/[^\u4e00-\u9fff]/g, '').length <= 2;
  }

  #add(kinds: readonly ClaimKind[], quantity: Quantity, clause: Clause, whole: boolean, sure: boolean): void {
    const offset = this.#sentence.start;
    this.#claims.push({
      kinds,
      value: quantity.value,
      approximate: quantity.approximate,
      sure,
      whole,
      passage: this.#sentence.passage,
      start: offset + clause.start,
      end: offset + clause.start + clause.text.length,
      at: offset + clause.start + quantity.start,
    });
  }
}

/** Pieces between commas, semicolons, colons and brackets. */
function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (
      at < text.length &&
      !(/[;:()]/.test(text[at]!) || (text[at] === ',' && !/\d,\d{3}/.test(text.slice(at - 1, at + 4))))
    )
      continue;
    if (at > start) clauses.push({ text: text.slice(start, at), start });
    start = at + 1;
  }
  return clauses;
}
