/**
 * Why an application was refused, could not be met, or was not processed: the rows of table 3 below （三） to （六）. A figure
 * beside one of them is of that row, and never of the outcome as a whole.
 */
import { any } from './words.ts';

export const groundKinds = [
  'refused.stateSecret',
  'refused.prohibitedByLaw',
  'refused.threeSecuritiesOneStability',
  'refused.thirdParty',
  'refused.internalAffairs',
  'refused.process',
  'refused.enforcementFile',
  'refused.enquiry',
  'unavailable.notHeld',
  'unavailable.toBeCreated',
  'unavailable.unclear',
  'unprocessed.petition',
  'unprocessed.repeated',
  'unprocessed.publication',
  'unprocessed.excessive',
  'unprocessed.confirmation',
  'other.notCorrected',
  'other.feeUnpaid',
] as const;
export type Ground = (typeof groundKinds)[number];

/** What a row is called in running text, shortened or in full. */
const said: Readonly<Record<Ground, string>> = {
  'refused.stateSecret': '国家秘密|涉密|涉及秘密',
  'refused.prohibitedByLaw': '(?:其[他它])?法律(?:(?:、|和)?(?:行政)?法规)?(?:规定|明确|明令)*禁止公开',
  'refused.threeSecuritiesOneStability': '(?:可能)?(?:危及|影响)?“?三安全一稳定”?',
  'refused.thirdParty':
    '(?:保护|损害|侵害|侵犯)?(?:商业秘密|个人隐私)(?:(?:、|和|或|及)(?:商业秘密|个人隐私))?(?:等)?(?:第三方|第三人)?(?:合法)?(?:权益)?|(?:保护|损害|侵害|侵犯|影响)?(?:第三方|第三人)(?:的)?(?:合法)?权益',
  'refused.internalAffairs': '(?:三类)?内部(?:事务|管理)(?:类|性)?信息',
  'refused.process': '(?:四类)?过程性信息',
  'refused.enforcementFile': '(?:行政)?执法案卷(?:类)?(?:信息)?',
  'refused.enquiry': '(?:行政)?查询(?:类)?事项',
  'unavailable.notHeld':
    '(?:本机关|本单位|我单位|本局|我局|本部门|我们|行政机关)?(?:均|并|确|实)?(?:不掌握|未掌握|没有掌握|不持有)(?:(?:相关|有关|该|所申请|申请公开)?(?:的)?(?:政府)?信息)?',
  'unavailable.toBeCreated':
    '(?:没有|无)现成(?:的)?(?:政府)?信息(?:、|,|而|且)?(?:(?:需要|需|须)?(?:另行|重新)?(?:制作|加工))?|(?:需要|需|须)(?:另行|重新)(?:制作|加工)(?:的)?(?:、?(?:没有|无)现成(?:的)?信息)?',
  'unavailable.unclear':
    '(?:经)?(?:补正|补充)(?:之)?后?(?:、)?(?:申请)?(?:内容)?(?:仍|依然|还)(?:然)?不(?:明确|清晰|清楚|明)',
  'unprocessed.petition':
    '(?:以(?:政府)?信息公开(?:的)?名义(?:进行|提出|反映|从事)?)?(?:信访|举报|投诉)(?:(?:、|和|及|或)?(?:信访|举报|投诉)){0,2}(?:类|性质)?(?:事项)?',
  'unprocessed.repeated': '重复(?:提出|提交)?(?:的)?申请|重复提出|重复提交',
  'unprocessed.publication': '(?:要求|申请)?(?:行政机关|本机关)?(?:提供)?公开出版物',
  'unprocessed.excessive': '(?:无正当理由)?(?:大量)(?:、)?反复(?:提出)?申请',
  'unprocessed.confirmation': '(?:要求)?(?:行政机关|本机关)?(?:确认或(?:者)?)?重新出具(?:已获取)?(?:的)?(?:政府)?信息',
  'other.notCorrected': '(?:申请人)?(?:无正当理由)?逾期(?:不|未)(?:作)?补正',
  'other.feeUnpaid': '(?:申请人)?逾期(?:未|不)(?:按[^,、;\\d]{0,10})?(?:缴纳|缴)(?:信息处理)?费用?',
};

const before = `(?:${any(['因为', '因', '由于', '属于', '属', '涉及到', '涉及', '以', '经检索', '经查', '经查询', '申请内容', '申请事项', '所申请信息', '申请信息', '内容', '理由', '原因', '为', '是', '系', '答复', '告知', '的'])}){0,4}`;
const behind = `(?:${any(['为由', '理由', '原因', '情形', '事由', '信息', '类', '类申请', '申请', '事项', '的', '而', '等'])}){0,4}(?:、(?:依法)?(?:无法提供|不予公开|不予处理)的?)?`;

/** A ground as it is told, with what leads up to it and what it is joined on by. */
export const groundPattern = (ground: Ground): string => `${before}“?(?:${said[ground]})”?${behind}`;

const cores = groundKinds.map((kind) => [kind, new RegExp(said[kind])] as const);

/** The grounds that a text names. */
export const groundsIn = (text: string): Ground[] => cores.filter(([, core]) => core.test(text)).map(([kind]) => kind);

/** 因…, 以…为由, 属于…的: a reason, be it one that is known or not. */
export const namesReason = (text: string): boolean =>
  /^(?:其中)?[,:]?(?:因|由于|鉴于|属于?|涉及|为(?:了)?(?:保护|维护|避免|防止)|以[^,]{2,24}(?:为由|为理由))|(?:为由|理由|原因)/.test(
    text,
  );

export const isGround = (kind: string): kind is Ground => /^(?:refused|unavailable|unprocessed|other)\./.test(kind);

/** 信访举报2件, 公开出版物1件 are of applications only where the outcome stands with them. */
export const needsOutcome = (kind: string): boolean =>
  /\.(?:petition|publication|stateSecret|confirmation)$/.test(kind);
