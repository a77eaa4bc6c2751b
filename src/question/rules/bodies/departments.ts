/** Which kinds: the departments that the question names, and the names that share one. */
import type { Lexicon } from '../../../lexicon/lexicon.ts';
import { isPlain } from '../../../lexicon/plain.ts';
import { fires, type Mark, type Marks, type SenseOf, sense } from '../../marks.ts';
import type { Roster } from '../../roster.ts';
import { type Group, links } from './body.ts';
import { placeOf } from './divisions.ts';
import { leftOut } from './exceptions.ts';

/** A word such as "government" or 法院 names a department only beside a place; a department's own name always does. */
export function departmentOf(mark: Mark, index: number, marks: Marks): SenseOf<'department'> | null {
  const found = sense(mark, 'department') ?? null;
  if (!found || (sense(mark, 'applicant') !== undefined && applies(mark, marks))) return null;
  const own = mark.senses.every((each) => each.kind === 'department');
  if (own) return found;
  const governments = governmentsAt(index, marks);
  if (governments) return { ...found, plural: governments.plural };
  const near = [index - 1, index + 1, index - 2, index + 2].filter((at) => {
    const between = marks.all[at < index ? index - 1 : index + 1];
    return Math.abs(at - index) === 1 || (between !== undefined && links.test(between.text));
  });
  const named = near.some((at) => marks.all[at] && sense(marks.all[at], 'region'));
  return named || leftOut(mark, marks) || field(mark, index, marks) ? found : null;
}

/** 县级政府, 各县政府, 市政府: governments of a level, or of all, that no place is named beside. 县政府网站 is none. */
export function governmentsAt(
  index: number,
  { all }: Marks,
): { readonly plural: boolean; readonly county: boolean } | null {
  const mark = all[index]!;
  const before = all[index - 1];
  if (!/^(?:人民)?政府(?:们)?$/.test(mark.text) || before === undefined || before.end !== mark.start) return null;
  const after = all
    .slice(index + 1, index + 3)
    .map(({ text }) => text)
    .join('');
  if (
    /^的?(?:网|门户|官网|信息|办|工作|部门|机关|单位|机构|文件|采购|开放|公报|规章|常务|系统|平台|数据|服务|信箱)/.test(
      after,
    )
  )
    return null;
  const level = fires(before, 'level') || fires(before, 'group.county') || fires(before, 'group.city');
  const place = /^(?:县|区|旗|市|省|州)$/.test(before.text);
  const every = /^(?:各|各个|各级|各地|所有|全部|几个|几家|多少个|多少家|每个|每家|哪些|有?哪(?:一|几)?[家个]|地方)$/;
  if (!level && !place && !every.test(before.text)) return null;
  const ahead = place ? all[index - 2] : undefined;
  return {
    plural:
      level || every.test(before.text) || (ahead !== undefined && ahead.end === before.start && every.test(ahead.text)),
    county: /^(?:县|区|旗)$/.test(before.text),
  };
}

/** "Requests from universities", 高校提的申请: who applied, and nobody that publishes a report. */
export function applies(mark: Mark, { all }: Marks): boolean {
  const at = all.indexOf(mark);
  const before = all.slice(Math.max(0, at - 3), at).filter(({ text }) => !/^(?:the|any|all|local|some)$/.test(text));
  const [asked, link] = before.slice(-2);
  const from =
    link !== undefined && /^(?:(?:filed |submitted |made |lodged |sent |brought )?(?:from|by))$/.test(link.text);
  const request =
    asked !== undefined &&
    (sense(asked, 'measure') !== undefined ||
      /appl|request|came|come|filed|submitted|made|lodged|sent/.test(asked.text));
  return (from && request) || /^(?:提|递|申请|来申请|来提)/.test(all[at + 1]?.text ?? '');
}

/** "Drop the police", "only the police": what a department looks after, right behind a word that leaves out, or at the end behind one that leaves it in. */
const field = (mark: Mark, index: number, { all }: Marks): boolean =>
  fires(mark, 'department.field') &&
  all
    .slice(Math.max(0, index - 2), index)
    .some(
      (each, at, near) =>
        (fires(each, 'except') || (index === all.length - 1 && leaves.test(each.text))) &&
        near.slice(at + 1).every((word) => fires(word, 'filler')),
    );

const leaves = /^(?:only|just|plus|add|add the|what about|how about|keep only|show only|only show|just show)$/;

/** An unknown word right before a department is a part of its name: 火星科技局. */
export function unknownBefore(
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
  // 其他科技局 is no name.
  if (before && (isPlain(before.text, plain) || /^(?:其他|其它|别的|其余|另外|另外的|剩下)$/.test(before.text)))
    return null;
  return before && before.senses.length === 0 && mark.start - before.end <= index - 1 - at + 1 ? before : null;
}

/** "盐池和彭阳科技局", "Yanchi and Pengyang science bureaus": the kind holds for both. */
export function shareKind(groups: readonly Group[], marks: Marks, roster: Roster, lexicon: Lexicon): void {
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
      const [bare, named] = one.department === null ? [one, two] : [two, one];
      bare.shared = named.marks.find((mark) => sense(mark, 'department'))?.text ?? null;
      one.department = department;
      two.department = department;
    } else if (one.divisions && one.department && !two.divisions && two.department) {
      // 西安市教育局和财政局: the place holds for both.
      two.divisions = one.divisions;
    }
  }
}
