/**
 * Clauses that the grammar does not read to the last word, read by the words that are known in them: what they claim is never
 * sure. What says that a figure is of something else stands in `by-words/`.
 */
import type { Report } from '../report.ts';
import { denialIn } from './by-words/denial.ts';
import { casesOfOthers, otherwiseCounted, otherwiseNamed } from './by-words/other.ts';
import type { Claim } from './claim.ts';
import {
  applicationWord,
  asksForInformation,
  type ClaimKind,
  caseWord,
  isCase,
  kindsOf,
  speaksOfThings,
  type Topic,
} from './claim-kinds.ts';
import { isOtherYear, isOutOfScope, isPlain, namesAnother, ofChannel } from './claim-scope.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { namesReason } from './grounds.ts';
import type { Sentence } from './passage.ts';
import { mayCount, numeral, type Quantity, quantitiesIn } from './quantity.ts';
import { any, caseCounters, notThisYear, partOfYear } from './words.ts';

/** 收到公民申请52件, and behind it 企业申请4件: of some who asked. */
const ofSome = (words: string): boolean =>
  /公民|企业|法人/.test(words) && !/(?:公民|自然人|个人|群众|企业)(?:、|和|及|以及|与|或者?)|组织/.test(words);

/** How far back in a sentence its subject is looked for, in characters: hostile text must not make this quadratic. */
const context = 400;
const units = new Set<string | null>([...caseCounters, null]);
const partWord = new RegExp(any(partOfYear));
const differenceWord = new RegExp(any(notThisYear));

/** A clause's figure: what stands before it and behind it, of its own. */
interface Around {
  readonly prefix: string;
  readonly suffix: string;
}

/** Reads one sentence. `topic` is what the sentences before spoke of, and then what this one did. */
export class WordReader {
  topic: Topic;
  readonly #report: Report;
  readonly #sentence: Sentence;
  /** Names of documents and what stands in quotation marks are blanked: 《2022年…》 says nothing of this year's figures. */
  readonly #text: string;
  readonly #claims: Claim[] = [];
  readonly #heading: Topic;
  #foreign = false;
  #plain = true;

  constructor(report: Report, sentence: Sentence, topic: Topic, heading: Topic) {
    this.#report = report;
    this.#heading = heading;
    this.#sentence = sentence;
    this.topic = topic;
    this.#text = sentence.text.replace(/《[^《》]{0,120}》|“[^“”]{0,120}”/g, (found) =>
      // 依申请公开“零申请”, 复议诉讼“零发生” say it in quotation marks.
      /^“(?:零(?:申请|受理|收件|发生|复议|诉讼|案件)|(?:予以|部分|不予)公开|无法提供|不予处理|其他处理)/.test(found)
        ? `□${found.slice(1, -1)}□`
        : '□'.repeat(found.length),
    );
  }

  /** What is certain of a clause is all that there is to say of it: of those clauses only the topic is read. */
  read(certain: readonly Pick<Claim, 'start' | 'end'>[]): Claim[] {
    // A sentence without a figure or a negation claims nothing; it may still say what the next is about.
    const claims = mayCount(this.#text) || /[未没无零]/.test(this.#text);
    for (const clause of clausesOf(this.#text)) {
      this.#readTopic(clause.text);
      if (!claims) continue;
      const end = this.#sentence.start + clause.start + clause.text.length;
      if (certain.some((each) => each.start < end && end <= each.end)) {
        this.#foreign = namesAnother(clause.text, this.#report) ?? this.#foreign;
        this.#plain = true;
      } else this.#readClause(clause);
    }
    return this.#claims;
  }

  #readTopic(text: string): void {
    if (caseWord.test(text)) this.topic = 'case';
    else if (asksForInformation(text)) this.topic = 'application';
    else if (applicationWord.test(text) || speaksOfThings.test(text)) this.topic = null;
  }

  #readClause(clause: Clause): void {
    const { text } = clause;
    this.#foreign = namesAnother(text, this.#report) ?? this.#foreign;
    const denies = /[零未无没]/.test(text);
    if (this.#foreign || !(denies || (this.topic !== null && numeral.test(text)))) return;
    const before = this.#text.slice(Math.max(0, clause.start - context), clause.start);
    if (isOtherYear(text, before, this.#report.year) || partWord.test(text)) return;
    if (isOutOfScope(text, before, this.#report.agency)) return;
    if (this.#readDenial(clause) || this.#readAllZero(clause)) return;
    // 办结一件申请、解决一个问题: a slogan.
    if (/一[件个][^,]{0,8}、[^,]{0,8}一[个件颗批]/.test(text)) return;
    const all = quantitiesIn(text);
    const quantities = all.filter((each) => units.has(each.unit));
    if (this.#readRespectively(clause, quantities)) return;
    for (const quantity of quantities) this.#readQuantity(clause, quantity, all);
  }

  #readDenial(clause: Clause): boolean {
    const label = () => this.#label(clause);
    const denial = denialIn(clause.text, label, this.#text, this.topic, this.#report);
    if (denial === null) return false;
    for (const kind of denial.kinds)
      this.#add([kind], zeroAt(denial.at, clause.text.length), clause, denial.whole, denial.plain);
    return true;
  }

  /** "新收申请、上年结转以及结转下年度的申请均为0": nothing of any of them. */
  #readAllZero(clause: Clause): boolean {
    const match = /均(?:为|是)?(?:0|零)(?:[件宗起]|$)/.exec(clause.text);
    if (!match) return false;
    for (const item of clause.text.slice(0, match.index).split(/、|以及|和(?!其他组织)|及/)) {
      const plain = isPlain(item, this.#report);
      for (const kind of this.#kindsOf(clause, item) ?? []) {
        const zero = zeroAt(match.index, clause.text.length);
        this.#add([kind === 'processed' ? 'received' : kind], zero, clause, !ofChannel(item), plain);
      }
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
    const { prefix, suffix } = this.#around(clause, quantity, all);
    // The text before a difference (较上年增加3件) names something else than a figure of this year.
    // 与上年的65件相比: what it was then.
    if (/(?:与|同|和|较|比)(?:上一?|去)年(?:度|同期)?的?$/.test(prefix)) return;
    if (differenceWord.test(prefix) && !/上年(度)?结转|新增/.test(prefix)) return;
    if (quantity.unit === null && quantity.value !== 0 && !/(?:数量?|总量|申请量)为$/.test(prefix)) return;
    // 另有0件尚未审结: what became of it stands behind the figure.
    const behind = this.topic === 'case' && !caseWord.test(prefix) && /审结|审理|维持|纠正|纠错/.test(suffix);
    const kinds = (behind ? null : this.#kindsOf(clause, prefix)) ?? this.#kindsOf(clause, prefix + suffix);
    if (kinds === null) return;
    const words = `${prefix}${suffix}`;
    if (otherwiseCounted(kinds, prefix, `${this.#outer(clause)}${words}`, quantity.unit)) return;
    const plain = isPlain(words, this.#report) || isPlain(prefix, this.#report);
    // 尚在审理的2件: a word that is not known may be what makes them a part, and 0 of a part is no 0 of the whole.
    const bare = isPlain(words, this.#report, 0);
    // 收到执行异议4件, after a sentence about applications: what came in is named, and is something else.
    const counted = /^(?:received|newlyReceived|processed|handled)$/.test(kinds[0]!);
    if (counted && !applicationWord.test(words) && !plain) {
      this.topic = null;
      return;
    }
    if (otherwiseNamed(kinds, prefix, suffix)) return;
    if (casesOfOthers(kinds, words, suffix, this.#sentence, this.#report, this.#heading)) {
      this.topic = null;
      return;
    }
    // 备案…行政复议案件134件,行政诉讼案件57件: without a verb of its own a clause counts as the one before it does.
    const verb = /收|受理|接|办|答|处理|发生|引|被|提|涉|转|公开|审|维持|纠正/.test(words);
    const named = !kinds.some((kind) => kind === 'review' || kind === 'litigation') || caseWord.test(words);
    this.#plain = plain && (verb || this.#plain) && named;
    // 行政复议、行政诉讼均为0件: each of them; 2件 may be of both together.
    const each = kinds.length > 1 && kinds.every(isCase) && (quantity.value === 0 || /均/.test(words));
    const whole = bare && !ofChannel(words) && !ofSome(words) && !this.#isForReason(kinds, clause);
    for (const group of each ? kinds.map((kind) => [kind]) : [kinds])
      this.#add(group, quantity, clause, whole, this.#plain);
  }

  /** 因涉及…，不予公开2件: of a part, whatever the reason is. */
  #isForReason(kinds: readonly ClaimKind[], { text, start }: Clause): boolean {
    if (!kinds.some((kind) => /^(?:refused|unavailable|unprocessed|other)$/.test(kind))) return false;
    return namesReason(text) || namesReason(/[^,;:]*(?=[,;:]$)/.exec(this.#text.slice(0, start))?.[0] ?? '');
  }

  #around(clause: Clause, { start, end }: Quantity, all: readonly Quantity[]): Around {
    const { text } = clause;
    const before = all.filter((each) => each.end <= start).at(-1);
    const after = all.find((each) => each.start >= end);
    const own = text.slice(before?.end ?? 0, start).replace(/^[、和及以]+/, '');
    const prefix = own === '' && before === undefined ? this.#label(clause) : own;
    const tail = text.slice(end, after?.start ?? text.length);
    // 37件申请中自然人申请30件: what stands after 中 is the next figure's.
    const among = /^[^、]{0,10}?(?:申请|案件|事项|诉讼|复议)(?=中(?!心))/.exec(tail)?.[0];
    if (among !== undefined || after === undefined) return { prefix, suffix: among ?? tail };
    return { prefix, suffix: /^[^、]*(?=、)/.exec(tail)?.[0] ?? (prefix === '' ? tail : '') };
  }

  /** What stands before a bracket in the middle of the clause: 指导乡镇(街道)办理申请16件. */
  #outer({ start }: Clause): string {
    if (this.#text[start - 1] !== ')') return '';
    const open = this.#text.lastIndexOf('(', start);
    return /[^,;:]{0,40}$/.exec(this.#text.slice(Math.max(0, open - 40), Math.max(0, open)))?.[0] ?? '';
  }

  /** The clause that a colon sets before this one; else nothing. */
  #label({ start }: Clause): string {
    if (this.#text[start - 1] !== ':') return '';
    return /[^,;:]{0,40}(?=:$)/.exec(this.#text.slice(Math.max(0, start - 41), start))?.[0] ?? '';
  }

  #kindsOf(clause: Clause, words: string): ClaimKind[] | null {
    const at = Math.max(0, clause.text.indexOf(words));
    // In a report of 2024, what 2023年结转 came from the year before, and 2025年继续办理 goes on into the next.
    const year = this.#report.year;
    const relative = words
      .replace(/(20\d\d)年[底末]?(?=度?的?(?:结转|转入|遗留|未办结)(?![至到入下]))/g, (found, named: string) =>
        year !== null && Number(named) < year ? '上年' : found,
      )
      .replace(/(20\d\d)年(?=度?(?:内|继续|依法|按期)*(?:办理|答复|办结))/g, (found, named: string) =>
        year !== null && Number(named) > year ? '下年' : found,
      );
    return kindsOf(relative, this.topic, this.#text.slice(Math.max(0, clause.start + at - context), clause.start + at));
  }

  #add(kinds: readonly ClaimKind[], quantity: Quantity, clause: Clause, whole: boolean, plain: boolean): void {
    const { passage } = this.#sentence;
    const { value, approximate } = quantity;
    const start = this.#sentence.start + clause.start;
    const end = start + clause.text.length;
    const at = start + quantity.start;
    this.#claims.push({ kinds, value, approximate, sure: false, plain, whole, passage, start, end, at });
  }
}

const zeroAt = (start: number, end: number): Quantity => ({ value: 0, unit: '件', approximate: false, start, end });
