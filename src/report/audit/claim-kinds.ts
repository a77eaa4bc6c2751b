/** What a figure in a sentence counts: words of applications, outcomes, reviews and lawsuits → kinds of claims. */
import { type Ground, groundsIn, needsOutcome } from './grounds.ts';
import { any, otherThings } from './words.ts';

/** What became of a case, and of a case of one of the two kinds of lawsuits. */
export const caseOutcomes = ['upheld', 'corrected', 'otherOutcome', 'pending'] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];
export type Court = 'review' | 'litigation' | Route;
type Route = 'litigation.direct' | 'litigation.afterReview';

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
  | 'business'
  | 'enterprise' // 企业: commercial ones, or every organisation
  | 'research'
  | 'publicInterest'
  | 'legalService'
  | 'review'
  | 'litigation'
  | 'dispute' // 行政争议: a reconsideration, or a lawsuit
  | 'litigation.direct' // 未经复议直接起诉
  | 'litigation.afterReview' // 复议后起诉
  | `${Court}.${CaseOutcome}`
  | Ground;

export const isCase = (kind: ClaimKind): boolean => /^(?:review|litigation|dispute)/.test(kind);

/** Figures of these are parts of all applications. */
export const isApplicant = (kind: ClaimKind): boolean =>
  /^(?:natural|organisation|business|enterprise|research|publicInterest|legalService)$/.test(kind);

/** What the clauses before spoke of. */
export type Topic = 'application' | 'case' | null;

export const applicationWord =
  /依申请(?!公开(?:工作|制度|指南|目录|渠道|平台|栏目|专栏|程序|流程)[^\d]{0,4}$)|信息公开(?:的)?申请|公开申请|信息申请|申请公开|信息公开件|申请/;
export const caseWord = /复议|诉讼|[起应被]诉|诉[至到](?:人民)?法院/;
/** The text speaks of other things that are counted. */
export const speaksOfThings = new RegExp(any(otherThings));
/** Without one of these a clause names neither: every word for applications and cases holds one. */
export const namesTopic = /申请|信息公开件|复议|诉|行政争议|行政纠纷/;
const informationWord = /依申请|信息公开|政务公开|公开申请|信息申请|申请公开/;
/** 申请 after a word that says how, by whom or when, or after nothing at all; any other word says for what: 行政许可申请, 低保申请. */
const bareApplication =
  /(?<=^|[^\u4e00-\u9fff]|[到理收接办结完述项类余件份分宗条次个起的新该各类等年度共有效复络上面函寄台线场口子邮真信人织业民众构体他它位转])申请/;

/** The text speaks of applications, and of applications for information. */
export function asksForInformation(text: string): boolean {
  if (!applicationWord.test(text) || /(?:公共|政务|便民|办事)?服务事项(?:的)?申请/.test(text)) return false;
  return informationWord.test(text) || bareApplication.test(text) || /^申请|申请人/.test(text);
}

/** 公民、法人或者其他组织, 公民个人及企业: whoever asked. */
const everybody =
  /(?:公民个人|公民|个人|自然人|群众|市民)(?:(?:、|,|和|及|以及|与|或者?|)(?:企业|法人|单位|机构|(?:其[他它]|社会)组织)){1,3}/g;

/** The kinds that a figure's words name, several where it is of all together; null where they name none. `before` is the sentence up to them. */
export function kindsOf(text: string, topic: Topic, before: string): ClaimKind[] | null {
  if (topic === null) return null;
  if (caseWord.test(text) || (topic === 'case' && !applicationWord.test(text))) return caseKinds(text, before);
  if (topic === 'case' && !/申请/.test(text)) return null;
  if (/申请/.test(text) && !asksForInformation(text)) return null;
  // 上年未办结、转入本年的3件 came from last year.
  if (/(?:年初|期初)(?:的)?(?:结转|在办|未办结|存量|遗留)/.test(text)) return ['carriedOver'];
  if (/(?:上一?|去)年(?:度)?[^,]{0,4}(?:未办结|未结|未办完|未完成|未答复|遗留|剩余)/.test(text)) return ['carriedOver'];
  // 年末未办结7件, 跨年办理2件 go on into the next year; 逾期未答复 is a fault, and counts neither.
  if (/(?:逾期|超期|超时|按期|按时)[^,]{0,4}未|未(?:按期|按时|及时)/.test(text)) return null;
  if (
    /(?:未|没有)(?:办结|办完|答复|处理完)|(?:收到|受理|提出|提交)的?(?:时间|日期)[^,]{0,3}晚|跨年|待办|在办(?!理的)|正在办理|(?:仍|尚|还)(?:在|处于)[^,]{0,10}(?:办理|期限)/.test(
      text,
    )
  )
    return ['carriedForward'];
  if (
    /上一?年(?:度)?转|结转|转(?:至|入|到)?(?:下|次)|顺延|(?:下一?年度?|次年)(?:度)?(?:继续)?(?:办理|答复)/.test(text)
  ) {
    if (/(?:上一?|去)年(?:度)?(?:的)?(?:结转|转)|结转自/.test(text)) return ['carriedOver'];
    return /下一?年|次年|下年|明年|\d{4}年/.test(text) ? ['carriedForward'] : null;
  }
  const outcomes = outcomesIn(text);
  const grounds = groundsIn(text).filter((kind) =>
    outcomes.length > 0
      ? outcomes.includes(kind.split('.')[0] as ClaimKind)
      : !needsOutcome(kind) || /(?:信访|举报|投诉)类(?:的)?申请/.test(text),
  );
  if (grounds.length > 0) return grounds.length === 1 ? grounds : null;
  if (outcomes.length > 0) return outcomes;
  const applicants = text.replace(everybody, '');
  // 办理公民信息公开申请5件 is anybody's; 其中公民3件 is what people sent.
  const natural = /自然人|个人/.test(applicants) || (/公民/.test(applicants) && /其中|分别/.test(before + text));
  // 自然人申请30件、组织申请7件; 组织申请答复培训 organises.
  const organisation =
    /法人|其他组织|其它组织/.test(applicants) || (/组织/.test(applicants) && /自然人|个人|公民/.test(before));
  if (natural !== organisation) return [natural ? 'natural' : 'organisation'];
  if (/新收|新受理|新增/.test(text)) return ['newlyReceived'];
  // 回收问卷, 征收补偿 came in otherwise.
  const received = /(?<![回征吸验签代招])收(?![集录费取入回看益获])|收取|受理|接到|登记/.test(text);
  const answered = /办结|答复|回复|办理完|处理完|已办/.test(text);
  if (received && answered) return ['processed'];
  if (received) return ['received'];
  if (answered) return ['handled'];
  if (/办理|处理|处置/.test(text) || applicationWord.test(text)) return ['processed'];
  return null;
}

function caseKinds(text: string, before: string): ClaimKind[] | null {
  if (/结转|(?:上一?|去)年/.test(text)) return null;
  const outcome = outcomeOf(text);
  const route = routeOf(text) ?? (caseWord.test(text) ? null : routeOf(clauseBefore(before)));
  if (route !== null) return [outcome === null ? route : `${route}.${outcome}`];
  const review = /复议/.test(text);
  const litigation = /诉讼|[起应被]诉/.test(text);
  const context = caseContext(before);
  const courts: ('review' | 'litigation')[] = review || litigation ? [] : context;
  if (review) courts.push('review');
  if (litigation) courts.push('litigation');
  if (courts.length === 0) return null;
  return outcome === null ? courts : courts.map((court) => `${court}.${outcome}` as const);
}

const outcomeOf = (text: string): CaseOutcome | null =>
  /未审结|尚未|未结|审理中|正在审理/.test(text)
    ? 'pending'
    : /维持|驳回/.test(text)
      ? 'upheld'
      : /纠正|纠错|撤销|责令|确认违法|变更/.test(text)
        ? 'corrected'
        : /其[他它](?:结果|处理|情形|$)/.test(text)
          ? 'otherOutcome'
          : null;

/** Which of the two blocks of lawsuits the words name, where they name one. */
function routeOf(text: string): Route | null {
  const direct = /(?:未|不)经(?:行政)?复议|直接(?:提起|起诉|诉讼|向[\u4e00-\u9fff]{0,6}法院)/.test(text);
  const after =
    /(?<![未不])(?:经|对)?(?:行政)?复议(?:决定)?(?:不服)?(?:之)?后(?:再|又)?(?:提起|起诉|诉讼|被)|复议不服/.test(text);
  return direct === after ? null : direct ? 'litigation.direct' : 'litigation.afterReview';
}

/** The nearest word before, in this sentence, that says which: 复议 or 诉讼. */
function caseContext(before: string): ('review' | 'litigation')[] {
  const review = before.lastIndexOf('复议');
  const litigation = Math.max(...['诉讼', '应诉', '被诉'].map((word) => before.lastIndexOf(word)));
  if (review < 0 && litigation < 0) return [];
  // Both in one clause (行政复议、行政诉讼案件的应诉工作，…): the figure can be of either, or of both.
  const clause = clauseBefore(before);
  if (/复议/.test(clause) && /诉讼/.test(clause)) return ['review', 'litigation'];
  return review > litigation ? ['review'] : ['litigation'];
}

const clauseBefore = (before: string): string => before.slice(before.replace(/[,;]$/, '').search(/[^,;]*$/));

/** Outcomes of table 3 that the words name. */
export function outcomesIn(text: string): ClaimKind[] {
  const found: ClaimKind[] = [];
  if (
    /(?:(?<!未)予以|(?<!不)同意|准予|全部)公开|(?<!信息)公开答复/.test(text) &&
    !/部分公开答复|不予公开答复/.test(text)
  )
    found.push('disclosed');
  if (/部分公开/.test(text)) found.push('partlyDisclosed');
  if (/(?:不予|不同意|未予)公开/.test(text)) found.push('refused');
  if (/无法提供/.test(text)) found.push('unavailable');
  if (/不予处理/.test(text)) found.push('unprocessed');
  if (/其他处理|其它处理/.test(text)) found.push('other');
  return found;
}
