/** Whose a name is that stands where only the reporting body's own belongs, and how sure it is that it does not fit. */
import { core, isGovernment, isOwnName, type Name, sameKind } from '../../own-name.ts';
import type { Report, Severity } from '../../report.ts';
import type { Locator, Passage } from '../passage.ts';
import { type Check, passed } from '../rule.ts';

/** A report whose agency is known. */
export interface Named {
  readonly report: Report;
  readonly agency: string;
  readonly locator: Locator;
}

/** Own, another's (how severe), or null: a body that may well stand there. */
export type Verdict = 'own' | Severity | null;

/** Bodies that lead, check or train in disclosure: their deeds stand in everyone's report. */
const supervisors =
  /(?:办公室|办公厅|政府办|府办|公开办|党委|县委|市委|区委|省委|领导小组|国务院|中共|编办|网信|宣传部|人大|政协|法院|检察院)/;

/** `framed`: nothing but the own name can stand there. */
export function judge(found: Name, { report: { region }, agency }: Named, framed: boolean): Verdict {
  // 县水利局办公室 is an office of the bureau; 原县林业局 is no more.
  const name = found.name.replace(/^(?:本|我)/, '').replace(/(?<=[局委厅院心])办公室$/, '');
  // 局机关 is the bureau itself, whichever it is.
  if (name.length < 3 || name.startsWith('原') || /^[\u4e00-\u9fff]{1,2}机关$/.test(name)) return null;
  if (isOwnName(name, agency, region)) return 'own';
  if (supervisors.test(name)) return null;
  const severity = framed ? 'error' : 'warning';
  const here = core(agency);
  const there = core(name);
  // A government's report tells of its departments, and of those below it.
  if (isGovernment(agency)) {
    if (isSibling(name, agency, region)) return severity;
    if (!/政府$/.test(name) || there.place === '' || there.place.length < 3) return null;
    return framed && !/[镇乡]|街道/.test(name) && !agency.includes(there.place) ? 'warning' : null;
  }
  if (isGovernment(name)) return null;
  const known = `${region.province ?? ''}${region.city ?? ''}${region.county ?? ''}${here.place}`;
  if (sameKind(name, agency)) {
    // The bureau above (自治区科技厅, 市科技局) is named in many reports; one of another place is not.
    if (!isPlace(there.place) || known.includes(there.place) || /[省厅]/.test(name)) return null;
    const places =
      there.place.match(/[\u4e00-\u9fff]{1,8}?(?:自治区|自治州|自治县|省|市|县|区|旗|州(?![市县区])|盟)/g) ?? [];
    return places.every((place) => known.includes(place.slice(0, 2))) ? null : severity;
  }
  return there.core.length < 2 ? null : severity;
}

/** 康县 is a place; 我县, 全县, 邻县 are none, and 城区 may be any. */
const isPlace = (place: string): boolean =>
  place.length >= 3 ||
  /^[^我本全该各原同外邻两三几某有跨到在于由向和与及对从为是经使让副正出入进回省市县驻]县$/.test(place);

/** Another place of the same level, by its government: 敬安镇人民政府 in a report of 龙固镇人民政府. A city above a city is none. */
function isSibling(name: string, agency: string, { province, city, county }: Report['region']): boolean {
  const [own, other] = [agency, name].map((each) => placeOf.exec(each));
  if (own == null || other == null) return false;
  const [here, there] = [own[1]!, other[1]!];
  // A county beside a city: a sibling where the city that the county lies in is known, and is another.
  const ofCounty = /[县市区旗]/.test(own[2]!) && /[县市区旗]/.test(other[2]!) && city !== null && county !== null;
  if (own[2] !== other[2] && !ofCounty) return false;
  if (`${province ?? ''}${city ?? ''}${county ?? ''}`.includes(`${there}${other[2]}`)) return false;
  return !here.endsWith(there) && !there.endsWith(here);
}
const placeOf = /([\u4e00-\u9fff]{1,7}?)(街道|[省市县区旗镇乡])(?:人民政府|办事处)?$/;

/** What a verdict comes to: nothing, a pass, or a failure that quotes `length` characters of the passage from `start`. */
export function checksOf(
  verdict: Verdict,
  found: Name,
  { agency, locator }: Named,
  passage: Passage,
  start: number,
  length: number,
): Check[] {
  if (verdict === null) return [];
  if (verdict === 'own') return [passed];
  const message = {
    zh: `报告机关是“${agency}”，这里写的却是“${found.name}”，可能误抄了其他单位的文字。`,
    en: `The report is by “${agency}”, but here it names “${found.name}” as the one reporting: probably copied from another body.`,
  };
  const end = start + Math.min(length, 120);
  const evidence = [locator.evidence(passage, start, end, Math.max(start, found.start))];
  return [{ assessed: 1, open: [], failures: [{ severity: verdict, message, evidence, concerns: [] }] }];
}
