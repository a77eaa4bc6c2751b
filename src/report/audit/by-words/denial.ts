/** What a clause says was not seen: 未收到, 没有受理, 无, 零. */
import type { Report } from '../../report.ts';
import { applicationWord, type ClaimKind, caseWord, outcomesIn, type Topic } from '../claim-kinds.ts';
import { isPlain, ofChannel } from '../claim-scope.ts';
import { any, faults } from '../words.ts';

export interface Denial {
  /** Of each there was none; empty where what is denied is something else. */
  readonly kinds: readonly ClaimKind[];
  readonly whole: boolean;
  readonly plain: boolean;
  /** Offset of the negation in the clause. */
  readonly at: number;
}

const faultWord = new RegExp(any(faults));
const negation =
  /(?:未|没有|没|尚无|暂无|均无|也无|无|零(?![件起宗例份条项]))(?!予|经|按|法|需|正当|误|关|条件|偿|缝|障碍|论|审结|结案|获|能|达|来|公开|纠|败|售|距离|死角|基础|星)/;
/** What is not seen begins with one of these. */
const seen =
  /^(?:收到|受理|接到|接收|接|收|办理|发生|出现|产生|有|被|涉及|因|存在|提起|引发|公民|人|任何|政府信息|依申请|行政|信息公开|申请|诉讼|复议|上年|结转|新收)/;

/** Reads a clause as a negation; null where it is none. `label` gives what a colon sets before it. */
export function denialIn(
  clause: string,
  label: () => string,
  sentence: string,
  topic: Topic,
  report: Report,
): Denial | null {
  const match = negation.exec(clause);
  if (!match) return null;
  const object = clause.slice(match.index + match[0].length).replace(/^曾经?/, '');
  if (/\d/.test(object.replace(/\d{4}年/g, ''))) return null;
  const nothing: Denial = { kinds: [], whole: false, plain: false, at: match.index };
  if (faultWord.test(object.replace(/因[^,]{0,16}?问题/, ''))) return nothing;
  if (!seen.test(object) && object !== '') return nothing;
  // 没有被复议机关纠正的情形, 没有复议后起诉案件: of some cases only.
  if (/纠正|维持|撤销|败诉|驳回|直接起诉|复议(?:决定)?后|应诉/.test(object)) return nothing;
  // 依申请公开事项：无: what there is none of stands before the colon.
  const subject = clause === match[0] ? label() : clause.slice(0, match.index);
  // 既没有收到书面申请, 也没有收到网上申请: none by either, so none at all.
  const both = /既(?:未|没有|无)[^。;]{2,40},也(?:未|没有|无)/.test(sentence);
  return {
    kinds: kindsDenied(subject, object, topic),
    whole: both || !ofChannel(object.replace(/因[^,]{0,24}(?=行政复议|行政诉讼)/, '')),
    plain: isPlain(object, report) && isPlain(subject.replace(/^.*(方面|情况)/, ''), report),
    at: match.index,
  };
}

function kindsDenied(subject: string, object: string, topic: Topic): ClaimKind[] {
  const named = caseWord.test(object) || (object !== '' && applicationWord.test(object));
  const about = named ? object : `${subject}${object}`;
  const kinds: ClaimKind[] = [];
  if (/复议/.test(about)) kinds.push('review');
  if (/诉讼|起诉/.test(about)) kinds.push('litigation');
  const cases = kinds.length > 0;
  // 无申请、无结转: each piece is denied of itself.
  for (const piece of withoutCases(about).split(/、(?=[无没未零])/)) {
    const outcome = outcomesIn(piece);
    if (outcome.length > 0) kinds.push(...outcome);
    else if (/结转/.test(piece)) kinds.push(/上|去年/.test(piece) ? 'carriedOver' : 'carriedForward');
    else if (applicationWord.test(piece) || (!cases && topic === 'application' && /^(?:收到|受理|接到)$/.test(object)))
      kinds.push('received');
  }
  return kinds;
}

/** 申请行政复议, 因政府信息公开申请引发的行政诉讼 speak of no application. */
const withoutCases = (text: string): string =>
  text
    .replace(/因[^,]{0,30}?(?=(?:申请|提起|引发|引起|产生|导致|被)?(?:的)?(?:行政复议|行政诉讼|复议|诉讼))/g, '')
    .replace(/申请人(?!申请|提出|提交)/g, '')
    .replace(/申请(?:人)?(?=行政复议|复议)|(?<=复议|诉讼)(?:的)?申请/g, '')
    .replace(/(?:政府)?信息公开(?:工作|类|相关)?(?:的)?(?=行政复议|行政诉讼|复议|诉讼)/g, '');
