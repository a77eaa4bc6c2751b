/** Levels of bodies: 省级单位, "county-level agencies". A place beside the word says of which province or city. */
import type { Hearing } from '../hearing.ts';
import type { Mark, Marks } from '../marks.ts';
import { fires, sense } from '../marks.ts';
import type { Level } from '../plan.ts';
import { departmentOf, governmentsAt } from './bodies/departments.ts';

const levels: readonly Level[] = ['province', 'city', 'county', 'township'];

/** What is named so; "Hubei provincial department" is a name, and no level besides. */
const named = ({ marks }: { marks: Marks }, level: Level): Mark[] =>
  marks.firing(`level.${level}`).filter((mark) => {
    const beside = [marks.all[marks.all.indexOf(mark) - 1], marks.all[marks.all.indexOf(mark) + 1]];
    const within = beside[0] !== undefined && sense(beside[0], 'region') !== undefined;
    return !(within && beside[1] !== undefined && sense(beside[1], 'department') !== undefined);
  });

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
  marks.with('department').some(({ mark: { text } }) => /^county governments$/.test(text));

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
  marks.use(...levels.flatMap((level) => marks.all.filter((mark) => fires(mark, `level.${level}`))));
