/** Who: agencies, regions and kinds of departments that the question names, held by the library or not. */
import type { Division, Lexicon } from '../../lexicon/lexicon.ts';
import { isPlain } from '../../lexicon/plain.ts';
import { fires, type Mark, type Marks, type SenseOf, sense } from '../marks.ts';
import type { CatalogAgency, RegionFilter } from '../plan.ts';
import type { Roster } from '../roster.ts';
import { originalOf, type Typed } from '../typed.ts';

/** One body or group of bodies that the question names. */
export interface Body {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
  /** Held agencies that the name itself can mean; several where it is ambiguous, none where the library lacks it. */
  readonly agencies: readonly CatalogAgency[];
  /** Held agencies below the named region, of the named kind: what the name means as a filter. */
  readonly within: readonly CatalogAgency[];
  /** As a filter. */
  readonly regions: readonly RegionFilter[];
  readonly kind: string | null;
  /** "science bureaus": never one agency. */
  readonly plural: boolean;
  /** A region alone, a kind alone, or a name that says which agency. */
  readonly by: 'region' | 'kind' | 'name';
  /** "Other than Ankang": all but this one are meant. */
  readonly excluded: boolean;
  /** Canonical name of a named agency that the library does not hold. */
  readonly missing: string | null;
}

/** An agency that the question does not name but goes on with. */
export const bodyOf = (agency: CatalogAgency): Body => ({
  start: 0, end: 0, marks: [], agencies: [agency], within: [agency], regions: [], kind: null, plural: false, by: 'name', excluded: false, missing: null,
}); // biome-ignore format: fields

/** Words that may stand between the parts of one name. */
const links =
  /^(的|'s|s|'|of|in|at|for|the|county|municipal|city|district|provincial|province|prefecture|local|people's|人民|市|县|区|省|本|位于|a)$/;

interface Group {
  readonly marks: Mark[];
  agency: SenseOf<'agency'>[];
  divisions: readonly Division[] | null;
  department: SenseOf<'department'> | null;
  unknown: Mark | null;
  /** 哪些科技局: a kind, never one agency. */
  several: boolean;
  /** 宁夏的科技局: those of the place, where the place has none of its own. */
  below: boolean;
}

/** Every body that the question names, in order; the marks are used up. */
export function bodiesIn(marks: Marks, roster: Roster, lexicon: Lexicon, question: Typed): Body[] {
  const groups = grouped(marks, lexicon.words.plain, question.text);
  shareKind(groups, marks, roster, lexicon);
  const bodies: Body[] = [];
  for (const group of groups) {
    marks.use(...group.marks);
    const excluded = excludes(group, bodies.at(-1), marks, question, lexicon.words.plain);
    // 政府 alone is no body but where it is left out.
    if (!excluded && group.marks.every((mark) => leftOut(mark, marks) && fires(mark, 'filler'))) continue;
    bodies.push({ ...resolve(group, roster, lexicon, question), excluded });
  }
  return bodies;
}

/** 除了盐池和安康, "leaving out those of Zhejiang", 教育局不算: before the name, behind it, or joined to one that is left out. */
function excludes(
  { marks: own }: Group,
  last: Body | undefined,
  marks: Marks,
  { text }: Typed,
  plain: ReadonlySet<string>,
): boolean {
  const { all } = marks;
  const [first, end] = [all.indexOf(own[0]!), all.indexOf(own.at(-1)!)];
  let at = first - 1;
  while (at > 0 && idle(all[at]!, plain) && !parted(text, all[at]!, all[at + 1]!)) at--;
  let to = end + 1;
  while (all[to] && (idle(all[to]!, plain) || fires(all[to]!, 'op.sum')) && !parted(text, all[to - 1]!, all[to]!)) to++;
  const after = all[to];
  // "Leave the government's own report aside": what belongs to the name, and the word that closes.
  const closes =
    after !== undefined && ((fires(after, 'except.behind') && behind(after)) || fires(after, 'except.close'));
  const rest = all.slice(end + 1, to + (closes ? 1 : 0));
  const before = all[at];
  if (before && fires(before, 'except') && !behind(before) && !parted(text, before, all[at + 1]!)) {
    marks.use(before, ...all.slice(at + 1, first), ...rest);
    return true;
  }
  const follows = after !== undefined && !parted(text, all[to - 1]!, after);
  // 科技局不算教育局: what stands before another name is about that one.
  const next = all[to + 1];
  const another = next && !parted(text, after!, next) && (sense(next, 'department') || sense(next, 'region'));
  if (follows && fires(after, 'except.behind') && (behind(after) || !another)) {
    marks.use(...all.slice(end + 1, to + 1));
    return true;
  }
  return last?.excluded === true && before !== undefined && fires(before, 'and') && all[at - 1] === last.marks.at(-1);
}

/** Words between a name and what leaves it out: "the ones in", 那份汇总的, "own consolidated report". */
const idle = (mark: Mark, plain: ReadonlySet<string>): boolean =>
  (mark.senses.length === 0 && isPlain(mark.text, plain)) ||
  fires(mark, 'filler') ||
  fires(mark, 'all') ||
  fires(mark, 'except.own') ||
  /^(those|the ones|ones|any)( in| of| from)?$/.test(mark.text);

/** Words that stand only behind what they leave out: 以外, 除外, "aside". */
const behind = (mark: Mark): boolean =>
  fires(mark, 'except.after') || (fires(mark, 'except.behind') && mark.senses.length === 1);

/** A comma or a bracket parts two clauses. */
const parted = (text: string, one: Mark, two: Mark): boolean => /[,;:.()[\]?!。]/.test(text.slice(one.end, two.start));

function grouped(marks: Marks, plain: ReadonlySet<string>, text: string): Group[] {
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
      open = {
        marks: [],
        agency: [],
        divisions: null,
        department: null,
        unknown: unknownBefore(mark, index, marks, department, plain),
        several,
        below: false,
      };
      if (open.unknown) open.marks.push(open.unknown);
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
    if (department && after && (those || fires(after, 'count'))) open.several = true;
    if (department && after?.text === '有' && marks.all[index + 2] && fires(marks.all[index + 2]!, 'count'))
      open.several = true;
    // 宁夏的科技局: a province's agencies below it, where it has none of that name itself.
    if (department && linked && open.divisions?.every(({ level }) => level === 'province')) open.below = true;
  }
  return groups;
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

/** Divisions of one list that lie in a division of the other. */
function nested(first: readonly Division[], second: readonly Division[]): readonly Division[] {
  const below = (deep: readonly Division[], high: readonly Division[]) =>
    deep.filter((each) => high.some((above) => above !== each && inside(each.region, above.region)));
  const down = below(second, first);
  return down.length > 0 ? down : below(first, second);
}

function inside(region: RegionFilter, filter: RegionFilter): boolean {
  return (['province', 'city', 'county'] as const).every(
    (level) => filter[level] === null || filter[level] === region[level],
  );
}

/** A word such as "government" or 法院 names a department only beside a place; a department's own name always does. */
function departmentOf(mark: Mark, index: number, marks: Marks): SenseOf<'department'> | null {
  const found = sense(mark, 'department') ?? null;
  if (!found) return null;
  const own = mark.senses.every((each) => each.kind === 'department');
  if (own) return found;
  const near = [index - 1, index + 1, index - 2, index + 2].filter((at) => {
    const between = marks.all[at < index ? index - 1 : index + 1];
    return Math.abs(at - index) === 1 || (between !== undefined && links.test(between.text));
  });
  const named = near.some((at) => marks.all[at] && sense(marks.all[at], 'region'));
  return named || leftOut(mark, marks) || field(mark, index, marks) ? found : null;
}

/** "Drop the police": what a department looks after, right behind a word that leaves out. */
const field = (mark: Mark, index: number, { all }: Marks): boolean =>
  fires(mark, 'department.field') &&
  all
    .slice(Math.max(0, index - 2), index)
    .some((each, at, near) => fires(each, 'except') && near.slice(at + 1).every((word) => fires(word, 'filler')));

/** 政府那份除外, "not counting the governments' own reports": a word for government beside one that leaves out. */
const leftOut = (mark: Mark, marks: Marks): boolean =>
  /^(政府|人民政府|governments?)$/.test(mark.text) && marks.has('except');

/** 科技局有哪些不足: what a body has, so that 有哪些 asks for no bodies. */
const owned = (mark: Mark): boolean =>
  (['section', 'theme', 'part', 'topic'] as const).some((kind) => sense(mark, kind) !== undefined) ||
  fires(mark, 'themes') ||
  fires(mark, 'audit');

/** An unknown word right before a department is a part of its name: 火星科技局. */
function unknownBefore(
  mark: Mark,
  index: number,
  marks: Marks,
  department: SenseOf<'department'> | null,
  plain: ReadonlySet<string>,
): Mark | null {
  if (!department) return null;
  let at = index - 1;
  while (at > 0 && links.test(marks.all[at]!.text) && /[\u4e00-\u9fff]/.test(marks.all[at]!.text)) at--;
  const before = marks.all[at];
  if (before && isPlain(before.text, plain)) return null;
  return before && before.senses.length === 0 && mark.start - before.end <= index - 1 - at + 1 ? before : null;
}

/** "盐池和彭阳科技局", "Yanchi and Pengyang science bureaus": the kind holds for both. */
function shareKind(groups: readonly Group[], marks: Marks, roster: Roster, lexicon: Lexicon): void {
  for (let i = groups.length - 2; i >= 0; i--) {
    const [one, two] = [groups[i]!, groups[i + 1]!];
    const gap = marks.all.slice(marks.all.indexOf(one.marks.at(-1)!) + 1, marks.all.indexOf(two.marks[0]!));
    // "Ankang 2020 vs Yanchi 2023 science bureau": the years of each stand between.
    const joined =
      gap.some((mark) => !sense(mark, 'years')) &&
      gap.every(
        (mark) =>
          fires(mark, 'and') ||
          fires(mark, 'op.compare') ||
          links.test(mark.text) ||
          (sense(mark, 'years') !== undefined && marks.has('op.compare')),
      );
    if (joined && one.agency.length === 1 && two.department && !two.divisions)
      two.divisions = placeOf(one.agency[0]!.key, roster, lexicon);
    if (!joined || one.agency.length > 0 || two.agency.length > 0) continue;
    if (one.divisions && two.divisions && (one.department === null) !== (two.department === null)) {
      const department = { ...(one.department ?? two.department)!, plural: false };
      one.department = department;
      two.department = department;
    } else if (one.divisions && one.department && !two.divisions && two.department) {
      // 西安市教育局和财政局: the place holds for both.
      two.divisions = one.divisions;
    }
  }
}

/** The division that an agency belongs to. */
function placeOf(key: string, roster: Roster, lexicon: Lexicon): readonly Division[] | null {
  const region = roster.byKey.get(key)?.region;
  const name = region?.county ?? region?.city ?? region?.province ?? null;
  const division = name === null ? null : lexicon.division(name, region);
  return division ? [division] : null;
}

function resolve(group: Group, roster: Roster, lexicon: Lexicon, question: Typed): Omit<Body, 'excluded'> {
  const start = Math.min(...group.marks.map((mark) => mark.start));
  const end = Math.max(...group.marks.map((mark) => mark.end));
  const base = {
    start,
    end,
    marks: group.marks,
    kind: group.department?.id ?? null,
    plural: group.several || (group.department?.plural ?? false),
  };
  const named = originalOf(question, start, end);
  if (group.agency.length > 0) {
    const agencies = group.agency.flatMap(({ key }) => roster.byKey.get(key) ?? []);
    const fitting = group.divisions
      ? agencies.filter(({ region }) => group.divisions!.some((each) => inside(region, each.region)))
      : agencies;
    const held = fitting.length > 0 ? fitting : agencies;
    return { ...base, kind: null, agencies: held, within: held, regions: [], by: 'name', missing: null };
  }
  const short = group.unknown ? ofPinyin(group.unknown.text, base.kind, roster, lexicon) : [];
  if (short.length > 0) return { ...base, agencies: short, within: short, regions: [], by: 'name', missing: null };
  if (group.unknown)
    return {
      ...base,
      agencies: [],
      within: [],
      regions: [],
      by: 'name',
      missing: (/[\u4e00-\u9fff]/.test(named) && lexicon.agency(named).key) || named,
    };
  const divisions = likeliest(group.divisions ?? [], roster);
  const ofKind = (list: readonly CatalogAgency[]) =>
    base.kind === null ? list : list.filter(({ kind }) => kind === base.kind);
  if (divisions.length === 0) {
    const agencies = roster.kind(base.kind ?? '');
    return { ...base, agencies, within: agencies, regions: [], by: 'kind', missing: null };
  }
  const agencies = divisions.flatMap((division) => ofKind(roster.own(division)));
  const within = divisions.flatMap((division) => ofKind(roster.within(division)));
  const regions = divisions.map((division) => division.region);
  const by = base.kind === null ? 'region' : 'name';
  const below = group.below && within.length > 0;
  const missing =
    by === 'name' && agencies.length === 0 && !base.plural && !below
      ? missingName(divisions[0]!, group, named, lexicon)
      : null;
  return { ...base, plural: base.plural || (below && agencies.length === 0), agencies, within, regions, by, missing };
}

/** "Lang finance bureau": pinyin of one syllable is an ordinary word, and a place only beside a department that is held. */
function ofPinyin(text: string, kind: string | null, roster: Roster, lexicon: Lexicon): readonly CatalogAgency[] {
  if (kind === null || !/^[a-z]{2,12}$/.test(text)) return [];
  return roster.kind(kind).filter(({ region }) => {
    const place = region.county ?? region.city ?? region.province;
    return place !== null && lexicon.division(place, region)?.pinyin.toLowerCase() === text;
  });
}

/** Of several divisions with one name, those of which the library holds something. */
function likeliest(divisions: readonly Division[], roster: Roster): readonly Division[] {
  const held = divisions.filter((division) => roster.within(division).length > 0);
  if (held.length > 0) return held.length > 1 ? preferOwn(held, roster) : held;
  return divisions.slice(0, 1);
}

/** 安康 is the city where the city's own agencies are held. */
function preferOwn(divisions: readonly Division[], roster: Roster): readonly Division[] {
  const own = divisions.filter((division) => roster.own(division).length > 0);
  return own.length > 0 ? own : divisions;
}

/** The canonical name of an agency that the library lacks. */
function missingName(division: Division, group: Group, named: string, lexicon: Lexicon): string {
  const kind = lexicon.kinds.find(({ id }) => id === group.department?.id);
  const printed = /[\u4e00-\u9fff]/.test(named) ? named : division.zh + (kind?.zh ?? '');
  const { key } = lexicon.agency(printed, division.region);
  return key === '' ? printed : key;
}
