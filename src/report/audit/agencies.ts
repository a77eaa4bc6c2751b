/** Names in the text fit the report: another body as the one that does this report's work is a text copied from elsewhere. */
import { matchesOf } from '../../text/matches.ts';
import { core, isGovernment, isOwnName, type Name, nameAt, sameKind } from '../own-name.ts';
import type { Severity } from '../report.ts';
import { clausesOf } from './clauses.ts';
import type { Locator, Passage, Sentence } from './passage.ts';
import { type Check, merge, open, passed, type Rule, type Subject } from './rule.ts';
import { any, deedPhrase, deeds as deedWords } from './words.ts';

export const agencyRule: Omit<Rule, 'check'> = {
  id: 'text.agency',
  title: { zh: '正文机关名称与报告机关相符', en: 'Agency names in the text fit the report' },
  nouns: ['text', 'agency'],
  severity: 'error',
};

const deeds = new RegExp(
  `^(?:党组|党委|党工委)?(?:20\\d\\d年度?)?,?(?:${any(deedWords)}|${deedPhrase}|在[^,;。]{1,24}(?:领导|指导|支持|关心)下|的?(?:政府信息公开|政务公开|信息公开)工作(?!领导|办公室|主管|年度)|编制|把|将|下一步|下步|今后)`,
);
/** What only the one that reports does, before the first section: …局对2020年度政府信息公开工作进行总结. */
const reports =
  /^(?:(?:现)?(?:对|就|将|依据|依照|遵照|编制|公布|发布|报告|汇总|总结|形成|撰写)|在(?:全面)?(?:总结|汇总|梳理)|组织(?:编制|编写|撰写))/;
/** The same wherever a clause begins: 为保障公众知情权, …局发布本报告. */
const reporting =
  /^(?:特|现|已|组织|认真|全面)*(?:对|就|将|编制|编写|公布|发布|形成|撰写|起草|总结|汇总)[^,;。]{0,30}(?:报告|年报|公开工作|公开情况)/;
/** Bodies that lead, check or train in disclosure: their deeds stand in everyone's report. */
const supervisors =
  /(?:办公室|办公厅|政府办|府办|公开办|党委|县委|市委|区委|省委|领导小组|国务院|中共|编办|网信|宣传部|人大|政协|法院|检察院)/;
/** 配合县审计局做好…: the one that reports is not named, and does it. */
const withOthers =
  /^(?:配合|协助|协同|联合|会同|参加|邀请|组织|督促|指导|委托|对接|报请|商请|依托|借助|通过|接受|学习|转发|落实|贯彻|执行)/;
/** A clause before the subject: 在县委领导下，按照《条例》规定，下一步，. */
const opening =
  /^(?:(?:在[^,;。]{2,40}下|(?:按照|根据|依据|遵照)[^,;。]{2,50}),|(?:下一步|下步|今后|接下来|下一年度?|新的一年),?)/;
/** A piece before the subject of a sentence: a numbering, a time. */
const lead =
  /^(?:[((]?[一二三四五六七八九十\d]{1,2}(?:[))、.]|是))?(?:(?:截至|截止)?20\d\d年(?:度)?(?:\d{1,2}月(?:底|末|\d{1,2}日)?)?(?:以来)?,?|今年以来,?|一年来,?|全年,?|本年度,?)?(?:[现特](?:[将就对]|(?=[公发])))?/;

export function checkAgencies(subject: Subject, locator: Locator): Check {
  const agency = subject.report.agency;
  if (agency === null) return open('不知道报告机关', 'the agency is not known');
  const checks: Check[] = [];
  for (const passage of subject.passages) {
    checks.push(...subjects(subject, agency, passage, locator), ...frames(subject, agency, passage, locator));
  }
  // The agency's own name is known, so the text was read against it.
  return merge([passed, ...checks]);
}

/** Names at the beginning of a sentence, with the deeds of the one that reports. */
function subjects(subject: Subject, agency: string, passage: Passage, locator: Locator): Check[] {
  if (passage.part === 'title' || passage.part === 'signature') return [];
  const checks: Check[] = [];
  for (const sentence of passage.sentences) {
    if (!/公开|信息|年度报告|报告/.test(sentence.text)) continue;
    if (passage.part === 'preamble') checks.push(...reporters(subject, agency, sentence, locator));
    const time = lead.exec(sentence.text)?.[0] ?? '';
    const opened = opening.exec(sentence.text.slice(time.length))?.[0] ?? '';
    const begun = time + opened;
    const before = opened === '' ? time : begun + (lead.exec(sentence.text.slice(begun.length))?.[0] ?? '');
    const found = nameAt(sentence.text, before.length);
    if (found === null || /机关$/.test(found.name) || withOthers.test(found.name)) continue;
    const rest = sentence.text.slice(found.end);
    const deed = deeds.exec(rest)?.[0] ?? (passage.part === 'preamble' ? reports.exec(rest)?.[0] : undefined);
    if (deed === undefined) continue;
    // 按照要求，县财政局把经费纳入预算: another's deed, told for its own sake; 下一步，…局将 is the plan of the one that reports.
    if (passage.part === 'section' && /^(?:在|按照|根据|依据|遵照)/.test(opened) && /^[把将]$/.test(deed)) continue;
    // A figure of another body may well be told; only with the year before it, it stands where the own one belongs.
    const told = /^(?:20\d\d年度?)?,?(?:共|全年|累计|未|没有|收到|受理)/.test(sentence.text.slice(found.end));
    const framed = /20\d\d年/.test(before) || passage.part === 'preamble';
    if (told && !framed) continue;
    const verdict = weaken(judge(found, agency, subject, framed), told);
    if (verdict === 'own') checks.push(passed);
    else if (verdict !== null)
      checks.push(failure(verdict, found, agency, passage, sentence.start, sentence.text.length, locator));
  }
  return checks;
}

/** Names behind the first clause of a preamble's sentence, with the deed of reporting. */
function reporters(subject: Subject, agency: string, { passage, start, text }: Sentence, locator: Locator): Check[] {
  return clausesOf(text)
    .slice(1)
    .flatMap((clause) => {
      const begin = clause.start + (lead.exec(clause.text)?.[0].length ?? 0);
      const found = nameAt(text, begin);
      if (found === null || !reporting.test(text.slice(found.end))) return [];
      const verdict = judge(found, agency, subject, true);
      if (verdict === null) return [];
      return verdict === 'own' ? passed : failure(verdict, found, agency, passage, start, text.length, locator);
    });
}

const announced =
  /本(?:年度)?报告(?:是|由|系)|现将(?!全)|现公布|现发布|向社会(?:公布|公开|发布)(?=[\u4e00-\u9fff]{4,24}20\d\d年)|(?:编制|填报|报告|发布|公开)(?:单位|机关|部门|主体)(?:名称)?:|[我本](?:局|委|厅|办|中心|单位|机关)(?:\(|”?(?:是指|系指|均指|指|即))/g;
const asked =
  /(?:直接与|请与|可与|欢迎与|请联系|敬请联系|请致电|请向)(?=[\u4e00-\u9fff]{4,20}(?:联系|咨询|反映|[(,;。]|$))/g;
/** 推动…局政务公开工作再上新台阶. */
const furthered = /(?:推动|促进|推进|确保|提升|提高)(?=[\u4e00-\u9fff]{4,20}(?:政府信息公开|政务公开|信息公开)工作)/g;
const shortened = /\((?:以下|下文)?(?:统一)?简称:?“?[我本](?:局|委|厅|办|中心|单位|机关)/g;

/** Places where only the agency's own name can stand: 本报告由…编制, the signature, the report's own title. */
function frames(subject: Subject, agency: string, passage: Passage, locator: Locator): Check[] {
  const places: [start: number, severe: Severity][] = [];
  for (const match of matchesOf(passage.text, announced)) places.push([match.index + match[0].length, 'error']);
  for (const match of matchesOf(passage.text, shortened)) places.push([beginOf(passage.text, match.index), 'error']);
  if (passage.part === 'signature') places.push([0, 'error']);
  if (passage.part === 'title')
    places.push([/^(?:20\d\d年度?)?(?:关于)?/.exec(passage.text)?.[0].length ?? 0, 'error']);
  if (passage.part === 'section' || passage.part === 'preamble')
    for (const match of matchesOf(passage.text, asked)) places.push([match.index + match[0].length, 'warning']);
  if (passage.part === 'section')
    for (const match of matchesOf(passage.text, furthered)) places.push([match.index + match[0].length, 'warning']);
  const checks: Check[] = [];
  for (const [start, severe] of places) {
    const found = nameAt(passage.text, start);
    const verdict = found && judge(found, agency, subject, true);
    if (found === null || verdict === null) continue;
    if (verdict === 'own') checks.push(passed);
    else {
      const severity = verdict === 'error' ? severe : verdict;
      checks.push(failure(severity, found, agency, passage, found.start, found.end - found.start, locator));
    }
  }
  return checks;
}

/** Where the run of characters before an offset begins, without 现将, 由. */
function beginOf(text: string, end: number): number {
  const run = /[\u4e00-\u9fff]{0,26}$/.exec(text.slice(Math.max(0, end - 26), end))?.[0] ?? '';
  return end - run.replace(/^.*(?:现将|按照|根据|本报告由|由)/, '').length;
}

/** 县司法局受理行政复议77件: what another body counted may be copied, and may be told. */
function weaken<T extends string | null>(verdict: T, told: boolean): T | 'info' {
  return told && (verdict === 'error' || verdict === 'warning') ? 'info' : verdict;
}

/** Own, another's (how severe), or null: a body that may well stand there. */
function judge(found: Name, agency: string, { report }: Subject, framed: boolean): 'own' | Severity | null {
  // 县水利局办公室 is an office of the bureau; 原县林业局 is no more.
  const name = found.name.replace(/^(?:本|我)/, '').replace(/(?<=[局委厅院心])办公室$/, '');
  if (name.length < 3 || name.startsWith('原')) return null;
  if (isOwnName(name, agency, report.region)) return 'own';
  if (supervisors.test(name)) return null;
  const here = core(agency);
  const there = core(name);
  // A government's report tells of its departments, and of those below it.
  if (isGovernment(agency)) {
    if (isSibling(name, agency, report.region)) return framed ? 'error' : 'warning';
    if (!/政府$/.test(name) || there.place === '' || there.place.length < 3) return null;
    return framed && !/[镇乡]|街道/.test(name) && !agency.includes(there.place) ? 'warning' : null;
  }
  if (isGovernment(name)) return null;
  const known = `${report.region.province ?? ''}${report.region.city ?? ''}${report.region.county ?? ''}${here.place}`;
  if (sameKind(name, agency)) {
    // The bureau above (自治区科技厅, 市科技局) is named in many reports; one of another place is not.
    if (there.place.length < 3 || known.includes(there.place) || /[省厅]/.test(name)) return null;
    const places =
      there.place.match(/[\u4e00-\u9fff]{1,8}?(?:自治区|自治州|自治县|省|市|县|区|旗|州(?![市县区])|盟)/g) ?? [];
    if (places.every((place) => known.includes(place.slice(0, 2)))) return null;
    return framed ? 'error' : 'warning';
  }
  if (there.core === '' || there.core.length < 2) return null;
  return framed ? 'error' : 'warning';
}

/** Another place of the same level, by its government: 敬安镇人民政府 in a report of 龙固镇人民政府. A city above a city is none. */
function isSibling(name: string, agency: string, { province, city, county }: Subject['report']['region']): boolean {
  const [own, other] = [agency, name].map((each) => placeOf.exec(each));
  if (own == null || other == null || own[2] !== other[2]) return false;
  const [here, there] = [own[1]!, other[1]!];
  if (`${province ?? ''}${city ?? ''}${county ?? ''}`.includes(`${there}${other[2]}`)) return false;
  return !here.endsWith(there) && !there.endsWith(here);
}
const placeOf = /([\u4e00-\u9fff]{1,7}?)(街道|[省市县区旗镇乡])(?:人民政府|办事处)$/;

function failure(
  severity: Severity,
  found: Name,
  agency: string,
  passage: Passage,
  start: number,
  length: number,
  locator: Locator,
): Check {
  const end = start + length;
  return {
    assessed: 1,
    open: [],
    failures: [
      {
        severity,
        message: {
          zh: `报告机关是“${agency}”，这里写的却是“${found.name}”，可能误抄了其他单位的文字。`,
          en: `The report is by “${agency}”, but here it names “${found.name}” as the one reporting: probably copied from another body.`,
        },
        evidence: [locator.evidence(passage, start, Math.min(end, start + 120), Math.max(start, found.start))],
        concerns: [],
      },
    ],
  };
}
