/**
 * What the text claims of applications, reviews and lawsuits: "全年受理依申请公开政府信息 1 件" is a claim of received = 1,
 * "我局未收到政府信息公开申请" of received = 0. Claims of other bodies, other years, parts of a year, goals and differences are
 * not read at all. Only what `grammar.ts` reads to the last word is `sure`; the rest is found by words and may be looked at.
 */
import type { Watch } from '../../document/document.ts';
import { isGovernment } from '../own-name.ts';
import type { Report } from '../report.ts';
import {
  applicationWord,
  asksForInformation,
  type ClaimKind,
  caseWord,
  kindsOf,
  namesTopic,
  outcomesIn,
  type Topic,
} from './claim-kinds.ts';
import { isOtherYear, isOutOfScope, isPlain, namesAnother, ofChannel } from './claim-scope.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { certainIn } from './grammar.ts';
import type { Passage, Sentence } from './passage.ts';
import { mayCount, numeral, type Quantity, quantitiesIn } from './quantity.ts';
import { any, caseCounters, faults, madeThings, notThisYear, otherThings, partOfYear } from './words.ts';

export interface Claim {
  /** Several: the figure is of all of them together (予以公开及部分公开258件). */
  readonly kinds: readonly ClaimKind[];
  readonly value: number;
  readonly approximate: boolean;
  /** The clause is read to its last word by `grammar.ts`: what contradicts it is an error. */
  readonly sure: boolean;
  /** No word is left that narrows it, as far as words are known: what contradicts it is worth a look. */
  readonly plain: boolean;
  /** False: of a part only (网络申请), which can be smaller than the whole, never larger. */
  readonly whole: boolean;
  readonly passage: Passage;
  /** Folded offsets in the passage: the clause, and the figure or negation. */
  readonly start: number;
  readonly end: number;
  readonly at: number;
}

/** How far back in a sentence its subject is looked for, in characters: hostile text must not make this quadratic. */
const context = 400;
const units = new Set<string | null>([...caseCounters, null]);
const partWord = new RegExp(any(partOfYear));
const differenceWord = new RegExp(any(notThisYear));
const thingWord = new RegExp(any(otherThings));
const faultWord = new RegExp(any(faults));
const madeWord = new RegExp(`(?:${any(madeThings)})(?:共|共计|等)?$`);

const speaks = new RegExp(`${namesTopic.source}|[零未无没]|[为是:]0`);

/** All claims of the passages of sections 1 to 6 (and of sections without number). */
export function claimsOf(report: Report, passages: readonly Passage[], watch: Watch): Claim[] {
  const claims: Claim[] = [];
  let heading: Topic = null;
  let order = -9;
  for (const passage of passages) {
    if (passage.part !== 'section') continue;
    if (passage.order !== order)
      heading = passage.section === 3 ? 'application' : passage.section === 4 ? 'case' : null;
    order = passage.order;
    if (/^[((][一二三四五六七八九十\d]{1,3}[))、.]/.test(passage.text))
      heading = /依申请|申请公开|公开申请/.test(passage.text.slice(0, 24).split('。')[0]!) ? 'application' : null;
    // Under no topic a figure is of applications or cases only where they are named.
    if (heading === null && !speaks.test(passage.text)) continue;
    if (!/\d|未|无|没|零|[一二两三四五六七八九十](件|起|宗|份|条)/.test(passage.text)) continue;
    let topic: Topic = heading;
    const certain = certainIn(report, passage, heading);
    for (const { start, end, ...each } of certain)
      claims.push({ ...each, passage, start, end, approximate: false, sure: true, plain: true });
    for (const sentence of passage.sentences) {
      watch.look();
      if (topic === null && !maySpeak(sentence.text)) {
        topic = heading;
        continue;
      }
      const reader = new SentenceReader(report, sentence, topic, heading);
      // What is certain of a clause is all that there is to say of it.
      const here = certain.filter(
        (each) => each.start >= sentence.start && each.start <= sentence.start + sentence.text.length,
      );
      for (const claim of reader.read())
        if (!here.some((each) => claim.at >= each.start && claim.at < each.end)) claims.push(claim);
      topic = /^(其中|均|已|全部|另)/.test(sentence.text) ? topic : heading;
      if (reader.topic !== null && /申请|复议|诉讼/.test(sentence.text)) topic = reader.topic;
    }
  }
  return claims;
}

/** Whether a sentence under no topic claims anything: what is denied may be an outcome, or a carrying over. */
const maySpeak = (text: string): boolean =>
  namesTopic.test(text) || (/[零未无没]/.test(text) && /公开|提供|处理|结转/.test(text));

class SentenceReader {
  topic: Topic;
  readonly #report: Report;
  readonly #sentence: Sentence;
  /** Names of documents and what stands in quotation marks are blanked: 《2022年…》 says nothing of this year's figures. */
  readonly #text: string;
  readonly #claims: Claim[] = [];
  readonly #heading: Topic;
  #foreign = false;
  #sure = true;

  constructor(report: Report, sentence: Sentence, topic: Topic, heading: Topic) {
    this.#report = report;
    this.#heading = heading;
    this.#sentence = sentence;
    this.topic = topic;
    this.#text = sentence.text.replace(/《[^《》]{0,120}》|“[^“”]{0,120}”/g, (found) =>
      // 依申请公开“零申请”, 复议诉讼“零发生” say it in quotation marks.
      /^“零(?:申请|受理|收件|发生|复议|诉讼|案件)/.test(found) ? `□${found.slice(1, -1)}□` : '□'.repeat(found.length),
    );
  }

  read(): Claim[] {
    // A sentence without a figure or a negation claims nothing; it may still say what the next is about.
    const claims = mayCount(this.#text) || /[未没无零]/.test(this.#text);
    for (const clause of clausesOf(this.#text)) {
      this.#readTopic(clause.text);
      if (claims) this.#readClause(clause);
    }
    return this.#claims;
  }

  #readTopic(text: string): void {
    if (caseWord.test(text)) this.topic = 'case';
    else if (asksForInformation(text)) this.topic = 'application';
    else if (applicationWord.test(text) || thingWord.test(text)) this.topic = null;
  }

  #readClause(clause: Clause): void {
    const { text } = clause;
    this.#foreign = namesAnother(text, this.#report) ?? this.#foreign;
    const denies = /[零未无没]/.test(text);
    if (this.#foreign || !(denies || (this.topic !== null && numeral.test(text)))) return;
    const before = this.#text.slice(Math.max(0, clause.start - context), clause.start);
    if (isOtherYear(text, before, this.#report.year) || partWord.test(text)) return;
    if (isOutOfScope(text, before, this.#report.agency)) return;
    if (this.#readNegation(clause) || this.#readAllZero(clause)) return;
    // 办结一件申请、解决一个问题: a slogan.
    if (/一[件个][^,]{0,8}、[^,]{0,8}一[个件颗批]/.test(text)) return;
    const all = quantitiesIn(text);
    const quantities = all.filter((each) => units.has(each.unit));
    if (this.#readRespectively(clause, quantities)) return;
    for (const quantity of quantities) this.#readQuantity(clause, quantity, all);
  }

  /** "新收申请、上年结转以及结转下年度的申请均为0": nothing of any of them. */
  #readAllZero(clause: Clause): boolean {
    const match = /均(?:为|是)?(?:0|零)(?:[件宗起]|$)/.exec(clause.text);
    if (!match) return false;
    const items = clause.text.slice(0, match.index).split(/、|以及|和(?!其他组织)|及/);
    const zero: Quantity = { value: 0, unit: '件', approximate: false, start: match.index, end: clause.text.length };
    for (const item of items) {
      const kinds = this.#kindsOf(clause, item);
      if (kinds === null) continue;
      const sure = isPlain(item, this.#report);
      for (const kind of kinds)
        this.#add([kind === 'processed' ? 'received' : kind], zero, clause, !ofChannel(item), sure);
    }
    return true;
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
    const own = text.slice(before?.end ?? 0, quantity.start).replace(/^[、和及以]+/, '');
    const prefix = own === '' && before === undefined ? this.#label(clause) : own;
    const tail = text.slice(quantity.end, after?.start ?? text.length);
    // 37件申请中自然人申请30件: what stands after 中 is the next figure's.
    const among = /^[^、]{0,10}?(?:申请|案件|事项|诉讼|复议)(?=中(?!心))/.exec(tail)?.[0];
    const suffix =
      among !== undefined
        ? among
        : after === undefined
          ? tail
          : (/^[^、]*(?=、)/.exec(tail)?.[0] ?? (prefix === '' ? tail : ''));
    // The text before a difference (较上年增加3件) names something else than a figure of this year.
    if (differenceWord.test(prefix) && !/上年(度)?结转|新增/.test(prefix)) return;
    if (quantity.unit === null && quantity.value !== 0 && !/(?:数量?|总量|申请量)为$/.test(prefix)) return;
    const kinds = this.#kindsOf(clause, prefix) ?? this.#kindsOf(clause, prefix + suffix);
    if (kinds === null) return;
    const words = `${prefix}${suffix}`;
    // 案卷评查3次, 咨询依申请公开事宜15人次: what is done several times counts no applications, unless they themselves stand there.
    if (
      /^人?次$/.test(quantity.unit ?? '') &&
      !/(?:收到|受理|接到|申请|公开|答复|复议|诉讼|[起被]诉)(?:[共了约]|累计)*$/.test(prefix)
    )
      return;
    const application = !kinds.some((kind) => /^(?:review|litigation)/.test(kind));
    if (
      application &&
      /接听|咨询|接待|电话|超期|逾期|转办|移送|转送|转交|移交|代收|协办|会办|指导|督促|协助|帮助|抽查|审查/.test(words)
    )
      return;
    // 收到执行异议4件, after a sentence about applications: what came in is named, and is something else.
    const counted = /^(?:received|newlyReceived|processed|handled)$/.test(kinds[0]!);
    if (counted && !applicationWord.test(words) && !isPlain(words, this.#report) && !isPlain(prefix, this.#report)) {
      this.topic = null;
      return;
    }
    if (madeWord.test(prefix) || (madeWord.test(suffix) && !/收到|受理|申请$/.test(prefix))) return;
    if (kinds.includes('processed') && thingWord.test(words) && !applicationWord.test(words)) return;
    if (this.#casesOfOthers(kinds, words, suffix)) return;
    const whole = !ofChannel(words);
    // 备案…行政复议案件134件,行政诉讼案件57件: without a verb of its own a clause counts as the one before it does.
    const verb = /收|受理|接|办|答|处理|发生|引|被|提|涉|转|公开|审|维持|纠正/.test(words);
    const inherited = verb || this.#sure;
    const named = !kinds.some((kind) => /^(?:review|litigation)$/.test(kind)) || caseWord.test(words);
    const sure = (isPlain(words, this.#report) || isPlain(prefix, this.#report)) && inherited && named;
    this.#sure = sure;
    // 行政复议、行政诉讼均为0件: each of them; 2件 may be of both together.
    const each = kinds.length > 1 && kinds.every((kind) => /^(?:review|litigation)/.test(kind));
    if (each && (quantity.value === 0 || /均/.test(words)))
      for (const kind of kinds) this.#add([kind], quantity, clause, whole, sure);
    else this.#add(kinds, quantity, clause, whole, sure);
  }

  /**
   * Cases that nothing ties to disclosure: 行政应诉案件30件均与征地有关, and 司法局办理行政复议案件300件, which it decides for others.
   * The sentence may say 公开; section 4 and what stands under 依申请公开 speak of disclosure all the same.
   */
  #casesOfOthers(kinds: readonly ClaimKind[], words: string, suffix: string): boolean {
    if (!kinds.every((kind) => /^(?:review|litigation)/.test(kind))) return false;
    const { text } = this.#sentence;
    if (/(?:不涉及|无关|非)[^,;]{0,6}信息公开|信息公开[^,;]{0,4}无关/.test(text)) return true;
    if (/(?:处罚|许可|征收|征地|拆迁|强制|工伤|确权|裁决)[^,;]{0,8}(?:引发|引起|导致|产生|提起)/.test(words))
      return true;
    if (/公开|年报/.test(text) || this.#sentence.passage.section === 4) return false;
    const deciding = /(?:办理|审理|审结|承办|立案|代理|出庭)[^,;]{0,6}(?:复议|诉讼|应诉)/.test(words);
    const agency = this.#report.agency ?? '';
    if (deciding && (isGovernment(agency) || /司法/.test(agency) || this.#heading !== 'application')) return true;
    if (/应诉/.test(words) && !/诉讼|起诉/.test(words)) return true;
    return !isPlain(suffix, this.#report);
  }

  /** What was not seen: 未收到, 没有受理, 无, 零. True where the clause is a negation, read or not. */
  #readNegation(clause: Clause): boolean {
    const match =
      /(?:未|没有|没|尚无|暂无|均无|也无|无|零(?![件起宗例份条项]))(?!经|按|法|需|正当|误|关|条件|偿|缝|障碍|论|审结|结案|获|能|达|来|公开|纠|败|售|距离|死角|基础|星)/.exec(
        clause.text,
      );
    if (!match) return false;
    const object = clause.text.slice(match.index + match[0].length).replace(/^曾经?/, '');
    // 依申请公开事项：无: what there is none of stands before the colon.
    const subject = clause.text === match[0] ? this.#label(clause) : clause.text.slice(0, match.index);
    if (/\d/.test(object.replace(/\d{4}年/g, ''))) return false;
    if (faultWord.test(object.replace(/因[^,]{0,16}?问题/, ''))) return true;
    const zero: Quantity = { value: 0, unit: '件', approximate: false, start: match.index, end: clause.text.length };
    const seen =
      /^(?:收到|受理|接到|接收|接|收|办理|发生|出现|产生|有|被|涉及|因|存在|提起|引发|公民|人|任何|政府信息|依申请|行政|信息公开|申请|诉讼|复议|上年|结转|新收)/.test(
        object,
      );
    if (!seen && object !== '') return true;
    // 没有被复议机关纠正的情形, 没有复议后起诉案件: of some cases only.
    if (/纠正|维持|撤销|败诉|驳回|直接起诉|复议(?:决定)?后|应诉/.test(object)) return true;
    // 既没有收到书面申请, 也没有收到网上申请: none by either, so none at all.
    const both = /既(?:未|没有|无)[^。;]{2,40},也(?:未|没有|无)/.test(this.#text);
    const whole = both || !ofChannel(object.replace(/因[^,]{0,24}(?=行政复议|行政诉讼)/, ''));
    const sure = isPlain(object, this.#report) && isPlain(subject.replace(/^.*(方面|情况)/, ''), this.#report);
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
    // 无申请、无结转: each piece is denied of itself.
    for (const piece of rest.split(/、(?=[无没未零])/)) {
      const outcome = outcomesIn(piece);
      if (outcome.length > 0) for (const kind of outcome) this.#add([kind], zero, clause, whole, sure);
      else if (/结转/.test(piece))
        this.#add([/上|去年/.test(piece) ? 'carriedOver' : 'carriedForward'], zero, clause, whole, sure);
      else if (
        applicationWord.test(piece) ||
        (cases.length === 0 && this.topic === 'application' && /^(?:收到|受理|接到)$/.test(object))
      ) {
        this.#add(['received'], zero, clause, whole, sure);
      }
    }
    return true;
  }

  /** The clause that a colon sets before this one; else nothing. */
  #label({ start }: Clause): string {
    if (this.#text[start - 1] !== ':') return '';
    return /[^,;:]{0,40}(?=:$)/.exec(this.#text.slice(Math.max(0, start - 41), start))?.[0] ?? '';
  }

  #kindsOf(clause: Clause, words: string): ClaimKind[] | null {
    const at = Math.max(0, clause.text.indexOf(words));
    // In a report of 2024, what 2023年结转 came from the year before.
    const year = this.#report.year;
    const relative = words.replace(/(20\d\d)年(?=度?的?结转(?![至到入下]))/g, (found, named: string) =>
      year !== null && Number(named) < year ? '上年' : found,
    );
    return kindsOf(relative, this.topic, this.#text.slice(Math.max(0, clause.start + at - context), clause.start + at));
  }

  #add(kinds: readonly ClaimKind[], quantity: Quantity, clause: Clause, whole: boolean, plain: boolean): void {
    const offset = this.#sentence.start;
    this.#claims.push({
      kinds,
      value: quantity.value,
      approximate: quantity.approximate,
      sure: false,
      plain,
      whole,
      passage: this.#sentence.passage,
      start: offset + clause.start,
      end: offset + clause.start + clause.text.length,
      at: offset + clause.start + quantity.start,
    });
  }
}
