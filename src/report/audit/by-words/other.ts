/** Words that make a figure one of something else than this report's applications, reviews and lawsuits. */

import { isGovernment } from '../../own-name.ts';
import type { Report } from '../../report.ts';
import { applicationWord, type ClaimKind, isCase, speaksOfThings, type Topic } from '../claim-kinds.ts';
import { isPlain } from '../claim-scope.ts';
import type { Sentence } from '../passage.ts';
import { any, madeThings } from '../words.ts';

const madeWord = new RegExp(`(?:${any(madeThings)})(?:共|共计|等)?$`);

/** Counted is how often something was done, or what was done for others. */
export function otherwiseCounted(
  kinds: readonly ClaimKind[],
  prefix: string,
  words: string,
  unit: string | null,
): boolean {
  // 案卷评查3次, 咨询依申请公开事宜15人次: what is done several times counts no applications, unless they themselves stand there.
  const times =
    /^人?次$/.test(unit ?? '') &&
    !/(?:收到|受理|接到|申请|公开|答复|复议|诉讼|[起被]诉)(?:[共了约]|累计)*$/.test(prefix);
  if (times) return true;
  // 政务服务窗口受理各类申请795件: for whatever is asked for there.
  if (/(?:政务|便民|公共|办事)服务/.test(words) && !/公开/.test(words)) return true;
  return (
    !kinds.some(isCase) &&
    /评查|案卷|卷宗|接听|咨询|接待|电话|征求[^,]{0,6}意见|征询|超期|逾期|转办|移送|转送|转交|移交|代收|协办|会办|指导|督促|协助|帮助|抽查|审查/.test(
      words,
    )
  );
}

/** What is counted is named, and is a thing that was made for applications, or another one. */
export function otherwiseNamed(kinds: readonly ClaimKind[], prefix: string, suffix: string): boolean {
  if (madeWord.test(prefix) || (madeWord.test(suffix) && !/收到|受理|申请$/.test(prefix))) return true;
  const words = `${prefix}${suffix}`;
  return kinds.includes('processed') && speaksOfThings.test(words) && !applicationWord.test(words);
}

/**
 * Cases that nothing ties to disclosure: 行政应诉案件30件均与征地有关, and 司法局办理行政复议案件300件, which it decides for others.
 * The sentence may say 公开; section 4 and what stands under 依申请公开 speak of disclosure all the same.
 */
export function casesOfOthers(
  kinds: readonly ClaimKind[],
  words: string,
  suffix: string,
  { text, passage }: Sentence,
  report: Report,
  heading: Topic,
): boolean {
  if (!kinds.every(isCase)) return false;
  if (/(?:不涉及|无关|非)[^,;]{0,6}信息公开|信息公开[^,;]{0,4}无关/.test(text)) return true;
  // 作为复议机关, 我局受理行政复议案件300件: of those whom it judges.
  if (/作为(?:行政)?复议(?:机关|机构)|(?:履行|承担)[^,;]{0,4}复议(?:职责|职能|工作)/.test(text)) return true;
  if (/(?:处罚|许可|征收|征地|拆迁|强制|工伤|确权|裁决)[^,;]{0,8}(?:引发|引起|导致|产生|提起)/.test(words)) return true;
  // 行政处罚类复议案件18件, 各类行政复议案件51件.
  if (
    /(?:处罚|许可|征收|强制|执法|确权|工伤|裁决)(?:类|方面|领域)?的?(?:行政)?(?:复议|诉讼)|各[类种](?:行政)?(?:复议|诉讼)/.test(
      words,
    )
  )
    return true;
  const agency = report.agency ?? '';
  const decides = isGovernment(agency) || /司法/.test(agency);
  if (decides && passage.section !== 4 && /(?:办理|审理|审结|受理)[^,;]{0,12}复议/.test(words)) return true;
  if (/公开|年报/.test(text) || passage.section === 4) return false;
  const deciding = /(?:办理|审理|审结|承办|立案|代理|出庭)[^,;]{0,6}(?:复议|诉讼|应诉)/.test(words);
  if (deciding && (decides || heading !== 'application')) return true;
  if (/应诉/.test(words) && !/诉讼|起诉/.test(words)) return true;
  return !isPlain(suffix, report);
}
