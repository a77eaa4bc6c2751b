/**
 * Tables of another body in a report: an annex with another agency's figures, a sample of how the form is filled in, the
 * tables of subordinate units, the sum of a whole system. What stands above a table says whose it is.
 */
import { fold } from '../../text/normalize.ts';
import { longestAnnex } from '../annex.ts';
import { isGovernment, isOwnName } from '../own-name.ts';
import type { Region } from '../report.ts';
import { headsIn, isAbove, isAnnex, kindsOf, sectionAt } from './captions.ts';
import { copiesOf } from './copies.ts';
import { longestLabel, type Row } from './row.ts';

/** Who publishes the report. */
export interface Publisher {
  readonly agency: string | null;
  readonly region: Region;
}

export const unknownPublisher: Publisher = { agency: null, region: { province: null, city: null, county: null } };

/**
 * What a caption says: the report's own; another's, by name or expressly; a sample; or words that tell the table from the
 * report's own where it has one (下属单位, 汇总).
 */
type Said = 'own' | 'other' | 'sample' | 'apart';

/** Rows under a caption. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly said: Said;
  /** Behind the report's end, or an annex of it. */
  readonly annexed: boolean;
}

/** A table that is not the report's, by its caption. */
export interface Decoy {
  readonly row: Row;
  /** It is the only one there is: its figures are not certain. */
  readonly alone: boolean;
}

export interface Owned {
  readonly rows: readonly Row[];
  readonly decoys: readonly Decoy[];
  /** Blocks whose figures may be another body's. */
  readonly doubtful: ReadonlySet<number>;
}

/** What a caption is known by before it is read. */
const mayName =
  /附[件表录錄注：:]|^附|样|樣|示例|示范|示範|范例|範例|模板|式样|[填报報编編].{0,2}(?:说明|說明|单位|單位|机关|機關|部门)|无关|無關|另行|参考|參考|对照|對照|不属|不屬|下属|下屬|所属|所屬|直属|直屬|下辖|下轄|派出|二级|各|其他单位|汇总|匯總|彙總|系统|系統|[全合]|[表据據况況报報告计計：:）)]\s*$/;

const disowned =
  /与本[^,，。]{1,6}无关|不属于?本|非本(?:报告|机关|单位|部门|局|委|办|厅|院)|另行(?:公布|公开|发布)|[供作](?:参考|对照|对比|比较|参照)/;
const sample = /样表|示例|样例|范例|示范(?:表|文本)|模板|式样|空白表|举例|填[报表写](?:示范|样)/;
const manual = /填[报表写]说明|填报要求/;
const ownWords =
  /(?<![非与])本(?:机关|单位|部门|级|局|委(?!托)|办|厅|院|镇|乡|街道|报告(?!无关))|我(?:局|委|办|厅|院|镇|乡|县|市|区|单位|机关|街道)/;
const withOwn = /[含及和与](?:其?(?:下属|所属|直属|下辖|派出|二级))|包括/;
const units =
  /(?:下属|所属|直属|下辖|派出|二级|基层)[^,，。]{0,4}(?:单位|机构|部门|乡镇|街道|分局|所|中心)|各(?:乡镇|镇|街道|部门|单位|科室|县区|区县|市县|县市|地区)|其[他它]单位/;
const sums = /汇总|全系统|系统(?:合计|总体|数据|统计|情况)|全[省市县区州旗]|合并(?:数据|统计|表)/;

const opening =
  /^(?:[(（【[《“"\s]|(?:附件|附表|附录|附注|附|表)[\d一二三四五六七八九十]{0,3}[:：、.\s)）-]*|以下(?:为|是|系)?|下[表列面](?:为|是|系)?|现附|(?:填报|报送|填表|编制)?(?:单位|机关|部门)(?:名称)?[:：]|[(（]?[一二三四五六七八九十\d]{1,2}[)）、.]|(?:20\d\d|二[〇○零一二三四五六七八九]{3})年度?)+/;
const body =
  /^[\u4e00-\u9fff]{1,26}?(?:人民政府(?:办公室|办公厅)?|管理委员会|委员会|管委会|办事处|办公厅|办公室|中心|总队|支队|大队|政府(?!信息)|街道|分局|局|厅|委|办|署|法院|检察院|医院|学院|大学|中学|小学|学校|公司|联合会|总工会|协会|镇|乡|村|社区|站|所|处|[省市县区州旗])(?=(?:20)?\d|二[〇○零]|关于|[年的（(:：。,，]|政[府务]|信息|主动|收到|行政(?:复议|诉讼)|统计|数据|情况|报表|一览|年报|报告|依申请|$)/;
/** A caption that names a body names what stands below, too; or nothing else, as 填报单位 does. */
const ofTable = /表|数据|情况|统计|报告|年报|[填报编].{0,2}(?:单位|机关)|单位名称/;

/** The rows without those that a caption gives to another body than the report's. */
export function ofOneBody(rows: readonly Row[], publisher: Publisher): Owned {
  const stretches = stretchesOf(rows, publisher);
  const others = stretches.filter(({ said }) => said !== 'own');
  const doubtful = new Set<number>();
  if (others.length === 0) return { rows, decoys: [], doubtful };
  const inOthers = new Set(others.flatMap(({ from, to }) => rows.slice(from, to)));
  const kept = kindsOf(rows.filter((row) => !inOthers.has(row)));
  const gone = new Set<Row>();
  const decoys: Decoy[] = [];
  for (const { from, to, said, annexed } of others) {
    const own = rows.slice(from, to);
    const kinds = [...headsIn(own)];
    if (kinds.length === 0) continue;
    if (kinds.some((kind) => kept.has(kind)) || (annexed && said === 'other')) {
      for (const row of own) gone.add(row);
      decoys.push({ row: rows[from]!, alone: false });
    } else if (said !== 'apart') {
      // Its caption may have been copied with the form.
      decoys.push({ row: rows[from]!, alone: true });
      for (const { first, last } of own) for (let block = first; block <= last; block += 1) doubtful.add(block);
    }
  }
  return { rows: gone.size === 0 ? rows : rows.filter((row) => !gone.has(row)), decoys, doubtful };
}

function stretchesOf(rows: readonly Row[], publisher: Publisher): Stretch[] {
  const found: Stretch[] = [];
  let passed = 0;
  for (let at = 0; at < rows.length; at += 1) {
    passed = Math.max(passed, sectionIn(rows[at]!));
    const text = captionOf(rows[at]!);
    if (text === null) continue;
    const ended = passed >= 5;
    const annexed = ended || isAnnex(rows[at]!);
    if (!annexed && !isAbove(rows, at)) continue;
    const said = saidBy(text, publisher);
    if (said === null) continue;
    const to = endOf(rows, at, passed, annexed, publisher);
    found.push({ from: at, to, said, annexed });
    at = to - 1;
  }
  return found;
}

/** Sections are headed by lines that may also be long; most rows are none. */
const sectionIn = (row: Row): number => (row.filled === 0 ? (sectionAt(row) ?? 0) : 0);

/**
 * Where what stands below a caption ends: an annex goes on over headings of its own, to one of a section that the report has
 * not had yet; a table in a section ends with it, with running text, or where the same table begins once more.
 */
function endOf(rows: readonly Row[], from: number, passed: number, annexed: boolean, publisher: Publisher): number {
  let end = from + 1;
  for (; end < rows.length; end += 1) {
    const row = rows[end]!;
    const section = sectionIn(row);
    if (section > passed || (section > 0 && !annexed) || (row.prose && !annexed)) break;
    const text = captionOf(row);
    if (text !== null && (annexed ? isAnnex(row) : isAbove(rows, end)) && saidBy(text, publisher) !== null) break;
  }
  if (passed >= 5) return end;
  const kinds = new Set<number>();
  for (const copy of copiesOf(rows.slice(from, end))) {
    if (kinds.has(copy.table)) return from + Math.max(1, copy.from);
    kinds.add(copy.table);
  }
  return end;
}

/** The folded text of a row that may be a caption: a line of words, or a sentence that says what stands below. */
function captionOf({ filled, labels, prose }: Row): string | null {
  if (filled > 0 || labels.length !== 1) return null;
  const { text } = labels[0]!;
  if (text.length > (prose ? longestAnnex : longestLabel) || !mayName.test(text)) return null;
  const folded = fold(text);
  return !prose || /^.?附|以下|下[表列]/.test(folded) ? folded : null;
}

function saidBy(text: string, publisher: Publisher): Said | null {
  const named = bodyIn(text, publisher);
  if (disowned.test(text) && named !== 'own') return 'other';
  if (sample.test(text)) return 'sample';
  if (named === 'other') return 'other';
  if (manual.test(text) || named === 'apart') return 'apart';
  if (withOwn.test(text) || ownWords.test(text)) return 'own';
  if (units.test(text)) return 'apart';
  const government = publisher.agency !== null && isGovernment(publisher.agency);
  if (sums.test(text)) return government ? 'own' : 'apart';
  return named;
}

/** Whose name the caption begins with; `apart`: the government's, in a report of one of its departments. */
function bodyIn(text: string, { agency, region }: Publisher): Said | null {
  if (agency === null || !ofTable.test(text)) return null;
  const rest = text.replace(opening, '');
  const name = body.exec(rest)?.[0];
  if (name === undefined || name.length < 3) return null;
  const [own, other] = [agency, name].map(isGovernment);
  if (own && other) return isSamePlace(placeOf(name), placeOf(agency)) ? 'own' : 'other';
  if (own !== other && (abbreviated(name, agency) || abbreviated(agency, name))) return 'apart';
  return isOwnName(name, agency, region) ? 'own' : 'other';
}

const placeOf = (name: string): string => name.replace(/人?民?政府(?:办公[室厅])?$/, '');
const isSamePlace = (one: string, two: string): boolean => one.endsWith(two) || two.endsWith(one);
const abbreviated = (name: string, whole: string): boolean => whole.startsWith(placeOf(name));
