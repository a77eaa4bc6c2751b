/** Section five names problems and what is planned against them, often with the same words: which of the two a clause does. Pure. */

export type Side = 'problem' | 'measure';

/** Something is lacking, wrong or slow. */
const lack =
  /[不未无缺欠少弱低慢迟难偏]|滞后|薄弱|单一|差距|短板|兼职|变动|流动|错误|失误|疏漏|短缺|紧张|问题|较为?简单|粗放|以文字/;
/** Said of what should become better: 有待提高, 需进一步提高, 还需加强. */
const need = /有待|亟待|(?:仍|还|尚|均)需|需(?:要)?(?:进一步|继续)/;
/** A plan or a promise, and what it guards against (防止…错字). */
const plan =
  /下一步|今后|将|拟|计划|加强|加大|增强|强化|提升|提高|完善|健全|建立|推进|规范(?!性|性文件|化)|拓宽|拓展|丰富(?!$)|严格|确保|注重|落实|切实|着力|努力|创新|改进|整改|杜绝|防止|避免|克服|解决|针对|做好|做到|及时(?:更新|发布|公开|上传)|充分/;
/** 不够丰富 and 不规范 say what lacks, whatever the word after it. */
const short = /(?:不够|不太|不|未能?|没有?|缺乏|缺少|较少)[\u4e00-\u9fff]{0,6}$/;

/** What the clause does; null where it does neither. */
export function sideOf(clause: string): Side | null {
  if (need.test(clause)) return 'problem';
  const promise = plan.exec(clause);
  if (promise === null) return lack.test(clause) ? 'problem' : null;
  if (short.test(clause.slice(0, promise.index))) return 'problem';
  return 'measure';
}

/** The side that a heading gives to what stands under it: 存在问题, 改进措施; null for one that names both or neither. */
export function sideOfHeading(text: string): Side | null {
  if (text.length > 24 || !/^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]/.test(text)) return null;
  const problem = /问题|不足|困难/.test(text);
  const measure = /改进|措施|打算|下一步|整改|计划/.test(text);
  return problem === measure ? null : problem ? 'problem' : 'measure';
}
