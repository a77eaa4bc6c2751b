/** How much a decoded text looks like a Chinese report: tells the right encoding from a wrong one. */

/**
 * The commonest characters of running Chinese and of these reports, simplified and traditional. In any wrong decoding
 * they turn up a hundred times more rarely; in a right one they are a third of the text or more.
 */
const common = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经' +
    '政府信息公开报告申请数量本单位部门工作县市区省局情况办理结果处理总计件项条其他复议诉讼维持纠正存在问题改进度依规章文件许可处罚' +
    '這個國為時來們會發動過說產種後學經開報請數單門縣區處總計項條復議訴訟維糾問題進規許罰務機關項目內容月日共通过网站' +
    '第号及并与按照全无新增加强建设管理平台监督保障服务制作收费采购金额自然法律组织机构企业科研社会公益',
);

const ideograph = /[\u3400-\u9fff\uf900-\ufaff]/g;
const wrong = /[\ufffd\ue000-\uf8ff\u0080-\u009f]/g;
const half = /[\uff61-\uff9f]/g;

/** From this score on a text is taken to be rightly decoded Chinese. */
export const enough = 0.2;

/**
 * From 0 (no Chinese, or garbage) to about 0.7 (plain Chinese): the share of common characters among all ideographs, less
 * the share of characters that only wrong decodings hold.
 */
export function chineseness(sample: string): number {
  const ideographs = sample.match(ideograph) ?? [];
  const bad = (sample.match(wrong)?.length ?? 0) + (sample.match(half)?.length ?? 0);
  if (ideographs.length === 0) return 0;
  let known = 0;
  for (const each of ideographs) if (common.has(each)) known += 1;
  return Math.max(0, known / ideographs.length - (3 * bad) / (bad + ideographs.length));
}
