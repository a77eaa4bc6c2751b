/** Places where only the agency's own name can stand: 本报告由…编制, the signature, the report's own title. */
import { matchesOf } from '../../../text/matches.ts';
import { nameAt } from '../../own-name.ts';
import type { Severity } from '../../report.ts';
import type { Passage } from '../passage.ts';
import type { Check } from '../rule.ts';
import { checksOf, judge, type Named } from './judge.ts';

const announced =
  /本(?:年度)?报告(?:是|由|系)|现将(?!全)|现公布|现发布|向社会(?:公布|公开|发布)(?=[\u4e00-\u9fff]{4,24}20\d\d年)|(?:编制|填报|报告|发布|公开)(?:单位|机关|部门|主体)(?:名称)?:|[我本](?:局|委|厅|办|中心|单位|机关)(?:\(|”?(?:是指|系指|均指|指|即))/g;
const asked =
  /(?:直接与|请与|可与|欢迎与|请联系|敬请联系|请致电|请向)(?=[\u4e00-\u9fff]{4,20}(?:联系|咨询|反映|[(,;。]|$))/g;
/** 推动…局政务公开工作再上新台阶, 为做好…局政府信息公开工作. */
const furthered =
  /(?:推动|促进|推进|确保|提升|提高|(?<=为(?:切实|进一步|扎实|持续)?)(?:做好|抓好|加强|规范))(?=[\u4e00-\u9fff]{4,20}(?:政府信息公开|政务公开|信息公开)工作)/g;
const shortened = /\((?:以下|下文)?(?:统一)?简称:?“?[我本](?:局|委|厅|办|中心|单位|机关)/g;

export function frames(named: Named, passage: Passage): Check[] {
  const { part, text } = passage;
  const places: [start: number, severe: Severity][] = [];
  for (const match of matchesOf(text, announced)) places.push([match.index + match[0].length, 'error']);
  for (const match of matchesOf(text, shortened)) places.push([beginOf(text, match.index), 'error']);
  if (part === 'signature') places.push([0, 'error']);
  if (part === 'title') places.push([/^(?:20\d\d年度?)?(?:关于)?/.exec(text)?.[0].length ?? 0, 'error']);
  if (part === 'section' || part === 'preamble')
    for (const match of matchesOf(text, asked)) places.push([match.index + match[0].length, 'warning']);
  if (part === 'section')
    for (const match of matchesOf(text, furthered)) places.push([match.index + match[0].length, 'warning']);
  return places.flatMap(([start, severe]) => {
    const found = nameAt(text, start);
    if (found === null) return [];
    const verdict = judge(found, named, true);
    return checksOf(
      verdict === 'error' ? severe : verdict,
      found,
      named,
      passage,
      found.start,
      found.end - found.start,
    );
  });
}

/** Where the run of characters before an offset begins, without 现将, 由. */
function beginOf(text: string, end: number): number {
  const run = /[\u4e00-\u9fff]{0,26}$/.exec(text.slice(Math.max(0, end - 26), end))?.[0] ?? '';
  return end - run.replace(/^.*(?:现将|按照|根据|本报告由|由)/, '').length;
}
