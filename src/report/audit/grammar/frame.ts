/** What clauses that are not read to the last word do to the figures beside them: another time, another body, another scope. */
import { any, deeds } from '../words.ts';

/** A time that is not the report's whole year; the report's own year is taken out before. */
const otherTime =
  /\d{2,4}年|以来|半年|季度|\d月|月份|月底|旬|以前|之前|以后|截至|截止|至今|目前|历年|近[两二三四五年几]|[上去前明次往后]一?年|同期|同比|环比|期满|累计|第[一二三四](?!方|时间|条|款|项|十)|阶段|期间|五年|三年|两年|十[三四五]五/;
/** 每季度通报: how often, and of no part of the year. */
const often = /[每按逐](?:个)?(?:季度?|月份?|半年|周|年)(?!底|末|内|\d)/g;
/** A body beside the report's own; its own names are taken out before. */
const otherBody =
  /局|厅|委|部门|单位|[乡村镇]|街道|社区|县|市|区(?!分)|省|州|旗|企业|中心|法院|机关|办公室|系统|下属|所属|各级|兄弟|其[他它](?!处理|组织|结果|情形|途径|渠道|方式|形式|事项)|全国|本级|机构|(?<![全内外干])部(?!分)|学校|医院|管委/;
/** They hold a character that ends a body's name, and name none. */
const noBody =
  /格局|布局|大局|结局|市场|城市|市民|超市|市政(?!府)|景区|老区|小区|园区|专区|区域|库区|县域|乡村(?=振兴|建设|旅游|治理|公路)|农村|城乡|城镇|村镇建设|(?:申请|办理|办公|信息|网络|查询|管理)系统|部署|内部|全部|委托|机关事务|中心工作|中心任务/g;
/** 有关学校食品安全的咨询: what was asked about acts for nobody. */
const subject = /(?:有关|关于|涉及|针对)[^,;\d]{2,20}?的(?=咨询|事项|内容|问题|诉求)/g;
/** Of a slogan (坚持…, 加强…) little is feared; any other clause before a figure may narrow or widen what it counts. */
const otherScopeOfDeed = /其中|仅|除|外|不含|剔除|扣除|部分|个别|转[办来]|计划|拟|力争|目标|预计|相比|较/;
const otherBodyOfDeed =
  /下属|所属|各部门|各单位|各乡镇|各镇|各街道|兄弟|各级|本级|(?:指导|督促|协助|配合|会同|联合)(?=[^,]{0,16}(?:局|厅|委|部门|单位|[乡村镇县市区]|街道|企业|机关|中心|法院|各|基层))/;
/** 与司法行政部门会商, 同申请人沟通: whom it spoke with, and no other one that acts. */
const spokenWith =
  /(?:与|同|和|向|对接)[^,、]{2,14}(?:会商|沟通|对接|衔接|协商|协调|联系|请教|咨询|汇报|请示|征求意见|会审|研判)/g;
const deed = new RegExp(
  `^(?:${any([...deeds, '加强', '畅通', '规范', '严格执行', '严格落实', '认真做好', '拓宽', '拓展', '完成', '建立', '制定', '修订', '明确', '依法依规', '高效', '稳妥', '妥善', '切实做好', '抓实', '抓细', '细化', '重视', '保障', '提高', '更新', '清理', '充实', '丰富', '理顺', '统一', '改进', '压实', '巩固', '营造', '主动', '耐心', '热情', '用心', '紧抓', '做到', '进一步', '不断', '依托', '以'])})`,
);
/** After a figure: it is taken back, or said to be of something else. */
const takenBack =
  /不含|未含|不包[含括]|未包[含括]|除外|剔除|扣除|未计入|不计入|未纳入|不纳入|未统计|不统计|未列入|不列入|不属于|并非|不是|无关|另行统计|单独统计|自行统计|口径|均[系属]|转办|转[来送交]|代收|累计数|合计数|截[至止]|[上下]半年|季度|各[县市区乡镇部单]|本级(?!复议|行政复议|人民|法院)|其余由|下属|所属|以来|含(?!上)|包含(?!上)|包括(?!上)/;
const pointsBack = /^(?:以上|上述|前述|该|这些|此|其中?|本|注)/;

export interface Disturbance {
  readonly time: boolean;
  readonly body: boolean;
  readonly scope: boolean;
}

/** Own year and own names are taken out of `rest` by the caller. */
export function disturbanceOf(rest: string): Disturbance {
  const slogan = deed.test(rest) && !/\d/.test(rest);
  // 因部分申请年末方才收到: a reason narrows nothing of what follows.
  const reason = /^(?:因|由于|鉴于)/.test(rest) && !/\d|仅|只|除|外/.test(rest);
  return {
    time: otherTime.test(rest.replace(often, '')),
    body: (slogan ? otherBodyOfDeed : otherBody).test(
      rest.replace(spokenWith, '').replace(noBody, '').replace(subject, ''),
    ),
    scope: reason || examined.test(rest) || praise.test(rest) ? false : slogan ? otherScopeOfDeed.test(rest) : true,
  };
}

/** 按时办结率100%. */
export const isRate = (text: string): boolean =>
  /^[^\d,]{1,12}率(?:均|都)?(?:为|达到?|保持)?\d{1,3}(?:\.\d+)?%$/.test(text);

/** 申请内容主要涉及…等方面: what they were about, behind their figure. */
const about =
  /^(?:所)?(?:申请|答复|办理|公开|咨询)?(?:的)?(?:信息|主要)?(?:内容|事项|领域|主题|诉求)(?:主要|大多|多|基本)?(?:集中在|集中于|聚焦|聚焦于|涉及|涉及到|为|是|涵盖|包括|以)[^\d;]*$/;

/** 两项合计14件: the sum of the figures before. */
const summed = /^(?:两[项者类]|二者|以上)(?:合计|共计|共|总计|相加为?)\d+[件宗份]$/;

/** 依申请公开工作平稳有序: it narrows nothing of what follows. */
const praise =
  /^(?:依申请公开|政府信息公开|信息公开|政务公开|公开|申请|受理|办理|答复|登记|渠道|各项|总体|整体|流程|程序|机制|服务|质量|水平|效率|质效|工作|运行|情况|和|与|、)+(?:总体|整体|保持|平稳|有序|顺畅|畅通|规范|高效|良好|顺利|稳步|扎实|提升|提高|推进|完善|健全|运行|开展|进行|得到|明显|持续|不断|进一步|更加|显著|严谨|便民|优化|有效|全面|正常|、)+$/;

/** 经检索，…: how it was found out. */
const examined = /^经(?:检索|查询?|核实|核查|审查|审核|研究|补正|沟通)[^,\d]{0,6}$/;

/** 占14%: a share, behind the figure that it is of. */
const share = /^(?:均?占比?|约?占(?:比|总数|全部|办结|申请)[^,\d]{0,8}|[增降]幅(?:为|达)?)\d{1,3}(?:\.\d+)?%$/;

/** 比去年增加3件, 同比下降40%: a comparison behind a figure. */
export const isAside = (text: string): boolean =>
  share.test(text) ||
  about.test(text) ||
  summed.test(text) ||
  /^均?(?:同比|环比|[比较与](?:上一?年度?|去年|20\d\d年)(?:度|同期)?(?:相比)?)(?:有所|略有|明显|大幅)?(?:增[加长多]|减少|下降|上升|持平|降低|多|少)/.test(
    text,
  );

/** 均由局办公室登记、督办: what was done with all of them, behind their figure. */
export const isDoneWithAll = (text: string): boolean =>
  /^(?:均|全部|都)(?:已|由(?![^,]*(?:部门|单位|系统|[乡镇各直]))|按|依|做到|在|得到|登记|规范|严格|纳入|归档|建立|实现|能|第一时间|第一时|有|未(?:超|逾|收取|引发|发生|产生)|无|为(?:自然人|个人|公民|企业))/.test(
    text,
  ) && !takenBack.test(text);

/** Before a colon, words that only say what is told next: 群众来问了什么：, 具体数据如下：. */
export const isHeading = (text: string): boolean =>
  /^(?:做好|规范|加强|强化|推进|抓好|群众|公众|社会|大家|来|问|要|能|可以|看到|看|得到|哪些|申请|了|什么|统计|数据|数字|概况|情况|方面|工作|具体|如下|有关|相关|年度|全年|办理|处理|受理|依申请公开|回应|诉求|关切|需求|主要|我们|怎么|办|的|为|是|总体|基本|政府信息公开|信息公开|政务公开|和|与)+$/.test(
    text,
  );

const by = '(?:申请人|申请主体|申请者|申请|办理|处理|答复|办结|结果|主体|提出)';
const way =
  '(?:的)?(?:身份|主体|人员)?(?:情况|结果|类型|类别|性质|身份|方式|形式|构成|结构|分布|来源|意见|数量|总量|件数)?';
/** 从办理结果看, 按申请人类型划分, 在办理结果中, 申请主体以自然人为主: what follows divides all that was said before. */
const dividing = new RegExp(
  `^(?:(?:从|按照?|就|根据|依据?)${by}${way}(?:上)?(?:来?看|来?说|来?讲|而言|划分|分类?|来分|区分|统计|分析|上看)|(?:在)?(?:(?:已经?|全部|所有)(?:作出|做出|办结|办理)的)?${by}(?:情况|结果|类型|类别|性质|身份|方式|结构|构成)?(?:中|方面|上|上看|如下|分别为|具体为|具体如下|为)|(?:申请人|申请主体|办理|处理|答复|办结)(?:情况|结果|类型|类别|身份|方式)|(?:申请人|申请主体|主体)(?:以|主要为|主要是|多为|大多为)(?:自然人|个人|公民|法人|企业|组织)[^,;:\\d]{0,10})$`,
);
export const isDividing = (text: string): boolean => dividing.test(text);

/** 答复结果分别为予以公开6件: how many characters of it lead up to the first item. */
const leadsUp = new RegExp(
  `^(?:从|按照?|就)?${by}(?:情况|结果|类型|方式)(?:上)?(?:来?看)?(?:分别|具体|主要)?(?:为|是|有|:)|^在?(?:申请人|申请主体|申请者)当?中有?(?=自然人|公民|个人|法人)`,
);
export const leadOf = (text: string): number => leadsUp.exec(text)?.[0].length ?? 0;

/** 均未超期, between what is pending and what becomes of it. */
export const isInTime = (text: string): boolean =>
  /^(?:均|都|且|并)*(?:(?:未|没有)(?:超期|逾期|超过?)|(?:仍|尚)?在(?:法定)?(?:办理|答复)?期?限?内)[^,\d]{0,8}$/.test(
    text,
  );

export const isTakenBack = (rest: string): boolean => takenBack.test(rest);

export const isTakenBackNext = (sentence: string): boolean => pointsBack.test(sentence) && takenBack.test(sentence);
