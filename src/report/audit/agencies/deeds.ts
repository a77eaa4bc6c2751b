/** Names at the beginning of a sentence, with what only the one that reports has done, or plans for itself. */
import { isGovernment, type Name, nameAt } from '../../own-name.ts';
import { clausesOf } from '../clauses.ts';
import type { Sentence } from '../passage.ts';
import type { Check } from '../rule.ts';
import { any, deedPhrase, deeds as deedWords, planAims } from '../words.ts';
import { checksOf, judge, type Named, type Verdict } from './judge.ts';
import { later, numberingOrTime, type Preface, prefaceOf } from './preface.ts';

const party = '(?:党组|党委|党工委)?';
/** 成立政务公开工作领导小组, 多次研究部署政务公开工作. */
const founded = '(?:成立|组建|调整|充实)[^,;。]{0,14}(?:公开|信息)[^,;。]{0,10}(?:小组|专班|机构|队伍)';
/** 主要领导亲自过问、分管领导具体负责. */
const leaders =
  '(?:主要|分管)(?:领导|负责人|负责同志)(?:亲自|具体|高度|定期|全程|直接|牵头|靠前)[^。]{0,30}(?:公开|信息)';
const resolved =
  '(?:多次|专题|定期|先后|主要领导|领导班子|主要负责人|班子)*(?:研究|部署|听取|召开|学习)[^,;。]{0,14}(?:政务公开|信息公开)';
const deeds = new RegExp(
  `^${party}(?:20\\d\\d年度?)?,?(?:${leaders}|${any(deedWords)}|${deedPhrase}|在[^,;。]{1,24}(?:领导|指导|支持|关心)下|的?(?:政府信息公开|政务公开|信息公开)工作(?!领导|办公室|主管|年度)|在(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:中|方面|上)|编制|把|将|下一步|下步|今后|${founded}|${resolved})`,
);
/** What only the one that reports does, before the first section: …局对2020年度政府信息公开工作进行总结. */
const reports =
  /^(?:(?:现)?(?:对|就|将|依据|依照|遵照|编制|公布|发布|报告|汇总|总结|形成|撰写)|在(?:全面)?(?:总结|汇总|梳理)|组织(?:编制|编写|撰写))/;
/** The same wherever a clause begins: 为保障公众知情权, …局发布本报告. */
const reporting =
  /^(?:特|现|已|组织|认真|全面)*(?:对|就|将|编制|编写|公布|发布|形成|撰写|起草|总结|汇总)[^,;。]{0,30}(?:报告|年报|公开工作|公开情况)/;
/** 配合县审计局做好…: the one that reports is not named, and does it. */
const withOthers =
  /^(?:配合|协助|协同|联合|会同|参加|邀请|组织|督促|指导|委托|对接|报请|商请|依托|借助|通过|接受|学习|转发|落实|贯彻|执行)/;
const aims = any(planAims);
const plans = new RegExp(`^${party}(?:${later})?,?(?:将|拟|计划|要(?=${aims}))`);
/** Without 下一步 or the like before the name: plain aims for itself. */
const aimsAlone = new RegExp(`^${party}(?:${later},?将?|将)(?:${aims})`);
/** What others do for it, or for everybody: they are named for their own sake. */
const forOthers =
  /经费|资金|考核|督[查导办]|监督|监管|检查|通报|评估|(?:对|指导|组织|督促|为)[各全]|各(?:部门|单位|乡镇|股室)|全[县市区省州旗]|统一(?:培训|平台|组织|建设)|数据共享|联合|牵头/;
/** The one that reports stands there beside the other. */
const self = /[我本](?:局|委|厅|办|院|会|镇|乡|街道|县|市|区|单位|机关|部门|中心)|我们|[局委厅]里/;

export function deedsIn(named: Named, sentence: Sentence): Check[] {
  const { passage, start, text } = sentence;
  if (passage.part === 'title' || passage.part === 'signature') return [];
  const speaks = /公开|信息|年度报告|报告/.test(text);
  const late = passage.section === 5 || passage.section === 6;
  if (!speaks && !(late && /[局委厅府道会镇乡]/.test(text))) return [];
  const preface = prefaceOf(text, named.report.year);
  const found = nameAt(text, preface.end) ?? placeAt(text, preface.end, named.agency);
  if (found === null || /机关$/.test(found.name) || withOthers.test(found.name)) return [];
  const rest = text.slice(found.end);
  const verdict = () => judge(found, named, preface.dated || passage.part === 'preamble');
  const check = (given: Verdict) => checksOf(given, found, named, passage, start, text.length);
  if (passage.part === 'section' && isPlan(preface, rest, late)) {
    if (self.test(rest)) return [];
    const sure = !forOthers.test(rest) && !/[心站所队]$/.test(found.name);
    const whose = judge(found, named, false);
    return check(sure ? whose : weaken(whose));
  }
  if (!speaks) return [];
  const deed = deeds.exec(rest)?.[0] ?? (passage.part === 'preamble' ? reports.exec(rest)?.[0] : undefined);
  if (deed === undefined) return [];
  // 按照要求，县财政局把经费纳入预算: another's deed, told for its own sake; 县司法局将开展检查，我局将配合.
  if (passage.part === 'section' && /[把将]$/.test(deed) && (preface.guided || self.test(rest))) return [];
  // A figure of another body may well be told; only with the year before it, it stands where the own one belongs.
  const told = /^(?:20\d\d年度?)?,?(?:共|全年|累计|未|没有|收到|受理)/.test(rest);
  if (told && !(preface.dated || passage.part === 'preamble')) return [];
  return check(told ? weaken(verdict()) : verdict());
}

/** 龙固镇将…, where a town reports: its government goes by the name of its place. */
function placeAt(text: string, start: number, agency: string): Name | null {
  if (!isGovernment(agency)) return null;
  const level = /([省市县区旗镇乡])(?:人民政府)?$/.exec(agency)?.[1];
  const name = /^[\u4e00-\u9fff]{2,8}?[省市县区旗镇乡](?![\u4e00-\u9fff]{0,2}[省市县区旗镇乡局委])/.exec(
    text.slice(start, start + 12),
  )?.[0];
  if (name === undefined || !name.endsWith(level!) || /^[各全我本该]|[各全我本该乡城集村][县区镇乡]$/.test(name))
    return null;
  return { name, start, end: start + name.length };
}

const isPlan = ({ ahead, guided }: Preface, rest: string, late: boolean): boolean =>
  ahead ? plans.test(rest) : late && !guided && aimsAlone.test(rest);

/** Names behind the first clause of a preamble's sentence, with the deed of reporting. */
export function reportersIn(named: Named, { passage, start, text }: Sentence): Check[] {
  if (passage.part !== 'preamble' || !/公开|信息|报告/.test(text)) return [];
  return clausesOf(text)
    .slice(1)
    .flatMap((clause) => {
      const found = nameAt(text, clause.start + (numberingOrTime.exec(clause.text)?.[0].length ?? 0));
      if (found === null || !reporting.test(text.slice(found.end))) return [];
      return checksOf(judge(found, named, true), found, named, passage, start, text.length);
    });
}

/** 县司法局受理行政复议77件: what another body counted may be copied, and may be told. */
const weaken = (verdict: Verdict): Verdict => (verdict === 'error' || verdict === 'warning' ? 'info' : verdict);
