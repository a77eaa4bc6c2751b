/** Who is left out: "other than Ankang", 教育局除外. */
import { isPlain } from '../../../lexicon/plain.ts';
import { fires, type Mark, type Marks, sense } from '../../marks.ts';
import type { Typed } from '../../typed.ts';
import { type Body, type Group, parted } from './body.ts';

/** 除了盐池和安康, "leaving out those of Zhejiang", 教育局不算: before the name, behind it, or joined to one that is left out. */
export function excludes(
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
  if (before && opens(before) && !behind(before) && !parted(text, before, all[at + 1]!)) {
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

/** Words that leave out what follows; 加上 only closes (别把盐池加上), and before a name it adds. */
const opens = (mark: Mark): boolean =>
  mark.senses.some((each) => each.kind === 'word' && /^except(?!\.close)/.test(each.rule));

/** Words that stand only behind what they leave out: 以外, 除外, "aside". */
const behind = (mark: Mark): boolean =>
  fires(mark, 'except.after') || (fires(mark, 'except.behind') && mark.senses.length === 1);

/** 政府那份除外, "not counting the governments' own reports": a word for government beside one that leaves out. */
export const leftOut = (mark: Mark, marks: Marks): boolean =>
  /^(政府|人民政府|governments?)$/.test(mark.text) && marks.has('except');
