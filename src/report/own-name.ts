/**
 * Is a name in the text the report's own agency? Abbreviations keep the order of the characters: 科技局 in 科学技术局, 人社局 in
 * 人力资源和社会保障局. So a name is the agency's own where one of the two holds the other's characters in order.
 */
import { matchesOf } from '../text/matches.ts';
import type { Region } from './report.ts';

/**
 * Endings of the names of public bodies. Words of everyday prose end alike: 部署 is no 署, 督办 no 办, 查处 no 处, 场所 no 所, and of
 * all that is called 会 few are bodies and most are meetings.
 */
const ending =
  '(?:人民政府|管理委员会|委员会|领导小组|办事处|办公厅|办公室|服务中心|中心|总队|支队|大队|政府|街道|机关|局|厅|委|(?<![督承主举催交协查经代领批转补帮会开])办|(?<!部)署|院|(?<!网)站|(?<![场有无])所|(?<![查惩之到深好长短妥])处|(?<=[协学商工联合理常职员事])会)';
/** The last character of each. */
const lastOfName = /[府会组处厅室心队道关局委办署院站所]/;
const stop = '在由按据向与及同等被对受经为以从到将把使让请是系即并或的了我本该各其';
const joining = new RegExp(`[${stop}]`);
const namedFirst = new RegExp(
  `^[\\u4e00-\\u9fff]{1,22}?${ending}(?!(?:长|员|内|信|议|务|后|前|时|有|理|于|于|所|领导|主任|干部|班子))`,
);
const namePattern = new RegExp(`[\\u4e00-\\u9fff]{1,22}?${ending}`, 'g');

export interface Name {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The name of a body that begins at an offset, in its longest form within the run of characters; null where none does. */
export function nameAt(text: string, start: number): Name | null {
  const run = /^[\u4e00-\u9fff]{2,26}/.exec(text.slice(start, start + 26))?.[0];
  if (run === undefined) return null;
  let name = namedFirst.exec(run)?.[0];
  if (name === undefined) return null;
  // Places are named with characters that else join words: 同心县, 和田市, 从化区.
  const { place: before } = core(name);
  const placed = before.replace(/[同和从即将本各其等系]/g, '');
  const rest = name.slice(before.length, -1).replace(/和(?=[\u4e00-\u9fff]{2,8}$)/, '');
  if (joining.test(`${placed}${rest}`)) return null;
  // 人民政府办公室, 委员会办公室: a longer name begins with this one.
  const longer = /^(?:人民政府)?(?:办公室|办公厅|办事处|委员会|局|中心)/.exec(run.slice(name.length))?.[0];
  if (longer !== undefined) name += longer;
  return { name, start, end: start + name.length };
}

/** Names of bodies inside a clause, shortest readings first in each place. */
export function namesIn(text: string): Name[] {
  if (!lastOfName.test(text)) return [];
  return matchesOf(text, namePattern).map((match) => ({
    name: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Is every character of `short` in `long`, in order? */
function abbreviates(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
}

/** The name says nothing else than the agency's own name does. */
export function isOwnName(name: string, agency: string, region: Region): boolean {
  const own = `${region.province ?? ''}${region.city ?? ''}${region.county ?? ''}${agency}`;
  return abbreviates(name, agency) || abbreviates(agency, name) || abbreviates(name, own);
}

const place = /^[\u4e00-\u9fff]{1,12}?(?:自治区|自治州|自治县|省|市|县|区|旗|州(?![市县区])|盟)(?=[\u4e00-\u9fff])/;

/** A name without its place and ending: what the body does. */
export function core(name: string): { place: string; core: string } {
  let rest = name;
  let prefix = '';
  for (let match = place.exec(rest); match !== null && rest.length - match[0].length >= 2; match = place.exec(rest)) {
    prefix += match[0];
    rest = rest.slice(match[0].length);
  }
  return {
    place: prefix,
    core: rest.replace(/(?:人民政府|管理局|管理委员会|委员会|服务中心|中心|局|厅|委|办公室|办)$/, ''),
  };
}

/** Two bodies of one kind, by what they do: 科技 and 科技和工信; not 财政 and 政务服务. */
export function sameKind(a: string, b: string): boolean {
  const [one, other] = [core(a).core, core(b).core];
  if (one === '' || other === '') return one === other;
  return abbreviates(one, other) || abbreviates(other, one) || commonLength(one, other) >= 2;
}

/** Length of the longest common subsequence. */
function commonLength(a: string, b: string): number {
  let previous = new Array<number>(b.length + 1).fill(0);
  for (const character of a) {
    const current = [0];
    for (let index = 1; index <= b.length; index += 1) {
      current.push(
        character === b[index - 1] ? previous[index - 1]! + 1 : Math.max(previous[index]!, current[index - 1]!),
      );
    }
    previous = current;
  }
  return previous[b.length]!;
}

/** A government (its report is consolidated), as against a department: its name ends in 人民政府, or it is a bare place. */
export function isGovernment(agency: string): boolean {
  if (!'府省市县区旗州盟镇乡'.includes(agency.slice(-1))) return false;
  return agency.endsWith('政府') || /^[\u4e00-\u9fff]{2,12}(?:省|市|县|区|旗|州|盟|镇|乡|自治区)$/.test(agency);
}
