/** Levels of bodies: 省级单位, "county-level agencies". A place beside the word says of which province or city. */
import type { Hearing } from '../hearing.ts';
import type { Mark, Marks } from '../marks.ts';
import { fires, sense } from '../marks.ts';
import type { Level } from '../plan.ts';
import { departmentOf, governmentsAt } from './bodies/departments.ts';

const levels: readonly Level[] = ['province', 'city', 'county', 'township'];

/** "Which county agencies": which of them, and no county that is asked for. */
export function whichOfLevel(marks: readonly Mark[]): readonly Mark[] {
  if (!marks.some(({ text }) => levelAsked.test(text))) return marks;
  return marks.flatMap((mark, at) => {
    const [, which, level] = levelAsked.exec(mark.text) ?? [];
    const next = marks[at + 1];
    if (which === undefined || level === undefined || next === undefined || !isBody(next)) return [mark];
    const cut = mark.start + which.length;
    const of = level === 'district' ? 'county' : level;
    return [
      { ...mark, end: cut, text: which, senses: [{ kind: 'word', rule: 'which' }] },
      { ...mark, start: cut + 1, text: level, senses: [{ kind: 'word', rule: `level.${of}` }] },
    ];
  });
}

const levelAsked = /^(which|what) (province|city|county|district)$/;

/** What is named so; "Hubei provincial department" is a name, and no level besides. */
const named = ({ marks }: { marks: Marks }, level: Level): Mark[] =>
  marks.firing(`level.${level}`).filter((mark) => {
    const beside = [marks.all[marks.all.indexOf(mark) - 1], marks.all[marks.all.indexOf(mark) + 1]];
    const within = beside[0] !== undefined && sense(beside[0], 'region') !== undefined;
    if (bare.test(mark.text)) return beside[1] !== undefined && isBody(beside[1]);
    return !(within && beside[1] !== undefined && sense(beside[1], 'department') !== undefined);
  });

/** "County agencies", 县区单位: a place's designation alone is a level only right before those who are of it. */
const bare = /^(?:province|city|prefecture|county|district|县区|区县|县市区)的?$/;
const isBody = (mark: Mark): boolean =>
  sense(mark, 'department') !== undefined || bodyNoun.test(mark.text) || fires(mark, 'count.agencies');
const bodyNoun =
  /^(?:government )?(?:agenc|bod(?:y|ies)|departments?|bureau|offices?|units?|authorit|organ|governments?)|^(?:的|各|有哪些|哪些|几个|几家|多少|所有)*(?:单位|部门|机关|机构|局)/;

/** Those that are named; of groups by county or city only bodies that belong to one. */
export function levelsIn(marks: Marks): Level[] {
  const said = levels.filter((level) => named({ marks }, level).length > 0);
  if (said.length > 0) return said;
  if (countyGovernments(marks)) return ['county'];
  if (marks.has('group.county')) return ['county', 'township'];
  return marks.has('group.city') ? ['city', 'county', 'township'] : [];
}

/** 县政府, 哪些县政府, "county governments": of no place that is named. */
const countyGovernments = (marks: Marks): boolean =>
  marks.all.some((_, at) => governmentsAt(at, marks)?.county === true) ||
  [...marks.firing('which'), ...marks.firing('count.agencies')].some(({ text }) =>
    /[县区]级?(?:人民)?政府/.test(text),
  ) ||
  marks.with('department').some(
    ({ mark: { text } }) =>
      /^(?:county|district) governments$/.test(text) ||
      // "Per county government": each of them, where no place is named.
      (/^(?:county|district) government$/.test(text) && marks.with('region').length === 0),
  );

/** 县级部门, "county-level departments": not the governments of that level, whose reports hold those of their departments. */
export function kindsLeftOut({ marks, question: { text } }: Pick<Hearing, 'marks' | 'question'>): string[] {
  const said = levels.flatMap((each) => named({ marks }, each));
  const departments = said.some((mark) => {
    const level = sense(mark, 'department') === undefined && !fires(mark, 'level.township');
    return level && departmentsBehind.test(text.slice(mark.end));
  });
  const governments = marks.all.some((mark, at) => departmentOf(mark, at, marks)?.id === 'government');
  return (departments || departmentsOfLevel.test(text)) && !governments ? ['government'] : [];
}

const departmentsBehind =
  /^的?(?:各个?|所有|哪些|哪个|哪几个|几个|多少个)?(?:政府|职能|工作|行政)?(?:部门|委办局|局(?!面|势))|^ (?:government )?(?:departments?|bureaus?|bureaux)(?![a-z])/;
/** 哪些县级政府部门: departments of governments, and no governments. */
const departmentsOfLevel =
  /[省市县区]级政府(?:的)?(?:职能|工作)?部门|-level government(?:s'|'s|) (?:departments|bureaus|bureaux)/;

/** 哪些政府, 哪些县政府, "which governments": a kind that no place stands beside. 哪些县级政府部门 are their departments. */
export const asksGovernments = (marks: Marks, text: string): boolean =>
  !departmentsOfLevel.test(text) &&
  [...marks.firing('which'), ...marks.firing('count.agencies')].some((mark) => /政府|governments?/.test(mark.text));

/** Their words are read. */
export const useLevels = (marks: Marks): void =>
  marks.use(
    ...levels.flatMap((level) => {
      const meant = named({ marks }, level);
      return marks.firing(`level.${level}`).filter((mark) => !bare.test(mark.text) || meant.includes(mark));
    }),
  );
