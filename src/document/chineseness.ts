/** How much a decoded text looks like a Chinese report: tells the right encoding from a wrong one. */

/**
 * The commonest characters of running Chinese and of these reports, simplified and traditional. In any wrong decoding
 * they turn up a hundred times more rarely; in a right one they are a third of the text or more.
 */
const common =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经' +
  '政府信息公开报告申请数量本单位部门工作县市区省局情况办理结果处理总计件项条其他复议诉讼维持纠正存在问题改进度依规章文件许可处罚' +
  '這個國為時來們會發動過說產種後學經開報請數單門縣區處總計項條復議訴訟維糾問題進規許罰務機關項目內容月日共通过网站' +
  '第号及并与按照全无新增加强建设管理平台监督保障服务制作收费采购金额自然法律组织机构企业科研社会公益';

/** What a character says: nothing, an ideograph, a common one, or one that only wrong decodings hold. */
const kinds = new Uint8Array(0x10000);
const [anIdeograph, aCommonOne, aWrongOne] = [1, 2, 3];
kinds.fill(anIdeograph, 0x3400, 0xa000);
kinds.fill(anIdeograph, 0xf900, 0xfb00);
kinds.fill(aWrongOne, 0x80, 0xa0);
kinds.fill(aWrongOne, 0xe000, 0xf900);
// Half-width katakana: what Big5 and GBK bytes turn into elsewhere.
kinds.fill(aWrongOne, 0xff61, 0xffa0);
kinds[0xfffd] = aWrongOne;
for (const each of common) kinds[each.charCodeAt(0)] = aCommonOne;

/** From this score on a text is taken to be rightly decoded Chinese. */
export const enough = 0.2;

/**
 * From 0 (no Chinese, or garbage) to about 0.7 (plain Chinese): the share of common characters among all ideographs, less
 * the share of characters that only wrong decodings hold.
 */
export function chineseness(sample: string): number {
  let [rare, known, bad] = [0, 0, 0];
  for (let at = 0; at < sample.length; at += 1) {
    const kind = kinds[sample.charCodeAt(at)];
    if (kind === anIdeograph) rare += 1;
    else if (kind === aCommonOne) known += 1;
    else if (kind === aWrongOne) bad += 1;
  }
  if (rare + known === 0) return 0;
  return Math.max(0, known / (rare + known) - (3 * bad) / (bad + rare + known));
}
