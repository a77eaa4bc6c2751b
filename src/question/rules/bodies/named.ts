/** Who is named: the words of one name, in one piece or several, put together. */
import { fires, type Mark, type Marks, type SenseOf, sense } from '../../marks.ts';
import { type Group, links, parted } from './body.ts';
import { departmentOf, governmentsAt, unknownBefore } from './departments.ts';
import { nested } from './divisions.ts';

export function grouped(marks: Marks, plain: ReadonlySet<string>, text: string): Group[] {
  const groups: Group[] = [];
  let open: Group | null = null;
  let between: Mark[] = [];
  for (const [index, mark] of marks.all.entries()) {
    const agencies = mark.senses.filter((each): each is SenseOf<'agency'> => each.kind === 'agency');
    const region = sense(mark, 'region');
    const department = departmentOf(mark, index, marks);
    if (agencies.length === 0 && !region && !department) {
      // "Yanchi 2023 science bureau": a year may stand in a name, and is no part of it.
      const year =
        sense(mark, 'years') !== undefined &&
        open?.divisions != null &&
        open.department === null &&
        !parted(text, open.marks.at(-1)!, mark);
      // 安康和盐池两家科技局: how many they are stands in the name, and is compared with them elsewhere.
      const number = open?.divisions != null && open.department === null && countsThem(marks.all, index);
      if (number) continue;
      if (links.test(mark.text) || year) between.push(mark);
      else open = null;
      continue;
    }
    // "In Sichuan in 2021, education bureaus left out": behind a year and a comma another name begins.
    if (open && between.some((each) => sense(each, 'years')) && parted(text, between.at(-1)!, mark)) open = null;
    if (open && region && ownClause(open, mark, marks, text)) open = null;
    if (open && !joins(open, agencies.length > 0, region ?? null, department)) open = null;
    if (!open) {
      const before = marks.all[index - 1];
      const several =
        !region &&
        before !== undefined &&
        /^(哪些|有哪些|哪几个|有哪几个|哪几家|有几个|有几家|各|各个|所有|所有的|全部|每个|几个|多少个|多少家|几家|which|all|every|each|how many)$/.test(
          before.text,
        );
      const counted = !region && department !== null && countsThem(marks.all, index - 1);
      open = {
        marks: [],
        agency: [],
        divisions: null,
        department: null,
        unknown: unknownBefore(mark, index, marks, department, plain),
        several: several || counted,
        below: false,
      };
      if (open.unknown) open.marks.push(open.unknown);
      // 市政府: the word for the place belongs to it.
      else if (before && governmentsAt(index, marks) && fires(before, 'filler')) open.marks.push(before);
      groups.push(open);
      between = [];
    }
    const linked = between.some(({ text }) => text === '的');
    open.marks.push(...between.filter((each) => !sense(each, 'years')), mark);
    between = [];
    if (agencies.length > 0) open.agency = agencies;
    else if (region) open.divisions = open.divisions ? nested(open.divisions, region.divisions) : region.divisions;
    else if (department) open.department = department;
    // 宁夏的科技局有哪些: asked for one by one.
    const after = marks.all[index + 1];
    const one = marks.all[index + 2] !== undefined && owned(marks.all[index + 2]!);
    const those = after && /^(有哪些|是哪些|有哪几个|都有哪些|有谁)$/.test(after.text) && !one;
    if (!department && region && namesBodies(marks.all, index)) open.several = true;
    if (department && after && (those || fires(after, 'count'))) open.several = true;
    if (department && after?.text === '有' && marks.all[index + 2] && fires(marks.all[index + 2]!, 'count'))
      open.several = true;
    // 宁夏的科技局: a province's agencies below it, where it has none of that name itself.
    if (department && linked && open.divisions?.every(({ level }) => level === 'province')) open.below = true;
  }
  return groups;
}

/** 两 or 家 of 两家科技局, 这 of 这三个局: a number of bodies, its counter, or what points at them. */
function countsThem(all: readonly Mark[], at: number): boolean {
  const [before, mark, after, beyond] = [all[at - 1], all[at], all[at + 1], all[at + 2]];
  const number = (each: Mark | undefined) => each !== undefined && (sense(each, 'number')?.value ?? 0) > 1;
  const counter = (each: Mark | undefined) => each !== undefined && /^[家个所]$/.test(each.text);
  if (mark === undefined || /[a-z]/.test(mark.text)) return false;
  return (
    (counter(mark) && number(before)) ||
    (number(mark) && counter(after)) ||
    (/^[这那]$/.test(mark.text) && number(after) && counter(beyond))
  );
}

/** 武侯区的几个单位, 彭阳县两家单位, "Wuhou bodies": all those in the place. */
function namesBodies(all: readonly Mark[], at: number): boolean {
  const next = all[at + 1]?.text === '的' ? all[at + 2] : all[at + 1];
  const behind = next === undefined ? -1 : all.indexOf(next) + (/^[这那]$/.test(next.text) ? 1 : 0);
  if (countsThem(all, behind + 1) && /^(?:单位|部门|机关|机构)$/.test(all[behind + 2]?.text ?? '')) return true;
  return (
    next !== undefined &&
    /^(?:几个|几家|这几个|那几个|各个?|所有|所有的|全部)(?:单位|部门|机关|机构)$|^(?:bodies|agencies|offices|departments|bureaus|authorities|institutions)$/.test(
      next.text,
    )
  );
}

/** 刨除教育局，四川…, "police bureaus (Jiangsu excluded)": a place behind a department that is no part of its name. */
function ownClause({ marks: own, department }: Group, region: Mark, marks: Marks, text: string): boolean {
  if (department === null || !parted(text, own.at(-1)!, region)) return false;
  const before = marks.all[marks.all.indexOf(own[0]!) - 1];
  const after = marks.all[marks.all.indexOf(region) + 1];
  return (
    /[\u4e00-\u9fff]/.test(region.text) ||
    (before !== undefined && fires(before, 'except')) ||
    (after !== undefined && fires(after, 'except.behind'))
  );
}

/** Whether the next piece belongs to the name so far: 陕西省 安康市 科技局, but not 盐池 彭阳. */
function joins(
  open: Group,
  agency: boolean,
  region: SenseOf<'region'> | null,
  department: SenseOf<'department'> | null,
): boolean {
  if (open.agency.length > 0) return region !== null && open.divisions === null && false;
  if (agency) return open.department === null && open.divisions !== null;
  if (region) return open.divisions === null || nested(open.divisions, region.divisions).length > 0;
  return department !== null && open.department === null;
}

/** 科技局有哪些不足: what a body has, so that 有哪些 asks for no bodies. */
const owned = (mark: Mark): boolean =>
  (['section', 'theme', 'part', 'topic'] as const).some((kind) => sense(mark, kind) !== undefined) ||
  fires(mark, 'themes') ||
  fires(mark, 'audit');
