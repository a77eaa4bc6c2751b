/** What a body's name looks like, and the name in a title. */
import { ideographs } from '../text/ideographs.ts';
import { fold } from '../text/normalize.ts';

/** As printed, without white space and with radicals as the characters that they stand for. */
export const plainName = (text: string): string =>
  text
    .replace(/\s+/g, '')
    .replace(/[\u2e80-\u2fdf]+/g, fold)
    .replace(/[０-９]/g, (digit) => digit.normalize('NFKC'));

const ending =
  '(?:局|委|委员会|办公室|办公厅|办|厅|政府|中心|研究院|医院|法院|检察院|院|研究所|派出所|管理所|所|管理处|办事处|处|站|支队|大队|总队|队|协会|商会|学会|联合会|总工会|会|社|部|公司|大学|学院|学校|中学|小学|银行|街道|镇|乡|管委会|开发区|新区|示范区|园区|署|档案馆|图书馆|博物馆|馆|台|室|组)';
const name = new RegExp(`^[${ideographs}（）()·、]{0,30}${ending}$`, 'u');
const place = new RegExp(`^[${ideographs}]{1,12}(?:省|市|县|区|州|盟|旗|镇|乡|街道)$`, 'u');
/** Words that stand for the agency without naming it. */
const nameless = /^(?:本|我|该|全|各)(?:机关|单位|局|委|办|厅|县|市|区|省|镇|乡|街道|中心|院|行政机关|部门)?$/;
const cut = /政府信息公开|政务公开|信息公开|政府网站|年度工作|年度报告|工作报告|年报|报告/;

/** Traditional characters as simplified ones, to compare with the words here; what is found is taken as printed. */
export function comparable(text: string): string {
  const folded = fold(text);
  return folded.length === text.length ? folded : text;
}

export function isName(text: string): boolean {
  if (text.length < 2 || text.length > 40) return false;
  const folded = comparable(text);
  return !nameless.test(folded) && (name.test(folded) || place.test(folded));
}

/** The agency of a title: what is left without the year and the words that every title has. Null where nothing is. */
export function agencyOfTitle(title: string): string | null {
  const text = plainName(title)
    .replace(/^附件\d{0,2}[:：]?|^[【[].{1,8}[】\]]/, '')
    .replace(/[《》“”"<>〈〉]/g, '')
    .replace(/^现(?:将|公布|发布|公开)/, '')
    .replace(/^(?:关于|關於)(?:印[发發]|公[布佈]|[发發][布佈]|[报報]送)?/, '')
    .replace(/[（(【[]?(?:20\d\d|二[〇零○O]..)年?(?:年度|度)?[）)】\]]?/g, '\u0000');
  for (const part of text.split('\u0000')) {
    const folded = comparable(part);
    const at = folded.search(cut);
    const head = at < 0 ? folded : folded.slice(0, at);
    const from = /^[的年度]*/.exec(head)![0].length;
    const to = head.length - (/(?:关于|的|年度|工作|发布|公布)+$/.exec(head)?.[0].length ?? 0);
    // 洪泽区人民政府信息公开年度报告: 政府 is printed once.
    const found = part.slice(from, to) + (head.slice(0, to).endsWith('人民') ? '政府' : '');
    if (isName(found)) return found;
  }
  return null;
}
