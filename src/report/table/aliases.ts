/**
 * How the rows of the forms are also printed: shortened, or with what the official label adds. Data: a new wording is a
 * new line here. Keys are measures (table 2: their first part); the canonical labels come from forms.json.
 */
export const aliases: Readonly<Record<string, readonly string[]>> = {
  normative: ['规范性文件', '行政规范性文件'],
  otherServices: ['其他对外管理服务事项', '其他对外管理服务'],
  fees: ['行政事业性收费', '行政事业收费'],
  procurement: ['政府集中采购', '政府采购'],
  'applications.received': ['本年新收政府信息公开申请数量', '本年新收申请数量', '新收政府信息公开申请数量'],
  'applications.carriedOver': ['上年结转政府信息公开申请数量', '上年结转申请数量', '上年度结转政府信息公开申请数量'],
  'applications.partlyDisclosed': ['部分公开', '部分公开（区分处理的，只计这一情形，不计其他情形）'],
  'applications.refused.stateSecret': ['属于国家秘密'],
  'applications.refused.prohibitedByLaw': ['其他法律行政法规禁止公开'],
  'applications.refused.threeSecuritiesOneStability': ['危及三安全一稳定'],
  'applications.unprocessed.petition': ['信访举报投诉类申请'],
  'applications.other': ['其他处理', '其他'],
  'applications.other.notCorrected': ['逾期不补正', '申请人无正当理由逾期不补正'],
  'applications.other.feeUnpaid': ['逾期不缴费', '申请人逾期未按收费通知要求缴纳费用'],
  'applications.other.else': ['其他'],
  'applications.handled': ['总计', '合计'],
  'applications.carriedForward': ['结转下年度继续办理', '结转下年度'],
  review: ['行政复议'],
  'litigation.direct': ['未经复议直接起诉', '行政诉讼未经复议直接起诉'],
  'litigation.afterReview': ['复议后起诉', '行政诉讼复议后起诉'],
};

/** Words that show table 3's （六） to have the three sub-rows of the 2021 form. */
export const subRowWords = /不补正|收费通知|缴纳费用|逾期不缴|申请人逾期|3[.、]其他$/;

/** Words of table 4's head. */
export const headWordsOfTable4 = /结果维持|结果纠正|尚未审结|维持.{0,6}纠正|未经复议|复议后起诉/;

/** Words of table 3's head: what stands in such a line is no row label. */
export const headWordsOfTable3 = /申请人情况|勾稽关系|法人或其他组织|商业企业|科研机构|社会公益|法律服务|自然人/;

/** Words of table 2's heads, with the form that prints them. */
export const headWordsOfTable2: readonly { readonly word: RegExp; readonly form: '2019' | '2021' }[] = [
  { word: /新制作|本年新(?!收)|新公开/, form: '2019' },
  { word: /对外公开/, form: '2019' },
  { word: /上一年|上年项目/, form: '2019' },
  { word: /本年增|增\/减/, form: '2019' },
  { word: /采购项目|采购总/, form: '2019' },
  { word: /制发/, form: '2021' },
  { word: /废止/, form: '2021' },
  { word: /现行有效/, form: '2021' },
  { word: /收费金额/, form: '2021' },
  { word: /本年(?:度)?处理决定/, form: '2021' },
];

/** The outcomes of each block of table 4, in the form's order, as they are also worded. */
export const outcomeNames: readonly (readonly string[])[] = [
  ['结果维持', '维持', '维持结果'],
  ['结果纠正', '纠正', '纠正结果', '纠错'],
  ['其他结果', '其他', '其它结果', '其它'],
  ['尚未审结', '未审结', '尚未结案', '未结案'],
  ['总计', '合计', '小计'],
];

/** The columns of table 3, likewise. */
export const applicantNames: readonly (readonly string[])[] = [
  ['自然人', '公民', '个人'],
  ['商业企业', '企业'],
  ['科研机构'],
  ['社会公益组织', '公益组织', '社会组织'],
  ['法律服务机构'],
  ['其他', '其它', '其他组织'],
  ['总计', '合计', '小计'],
];

/** The columns of the blocks of table 2, likewise. */
export const columnNames: readonly (readonly (readonly string[])[])[] = [
  [
    ['本年新制作数量', '新制作数量', '本年新制作', '新制作'],
    ['本年新公开数量', '新公开数量', '本年新公开', '新公开'],
    ['对外公开总数量', '对外公开总数', '对外公开数量', '对外公开'],
  ],
  [
    ['本年制发件数', '制发件数', '本年制发', '制发'],
    ['本年废止件数', '废止件数', '本年废止', '废止'],
    ['现行有效件数', '现行有效'],
  ],
  [
    ['上一年项目数量', '上年项目数量', '上一年项目数'],
    ['本年增/减', '本年增减', '增/减', '增减'],
    ['处理决定数量', '处理决定'],
  ],
  [
    ['上一年项目数量', '上年项目数量', '上一年项目数'],
    ['本年增/减', '本年增减', '增/减', '增减'],
  ],
  [['本年处理决定数量', '处理决定数量', '本年处理决定', '处理决定']],
  [['本年收费金额', '收费金额']],
  [
    ['采购项目数量', '采购项目数', '采购项目'],
    ['采购总金额', '采购金额'],
  ],
];
