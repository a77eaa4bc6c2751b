/** Bodies named as a noun, and what is true of them: 2023年被起诉的四川单位, "finance bureaus without any requests". */

import type { Hearing } from '../../hearing.ts';
import { fires, type Mark, type Marks, sense } from '../../marks.ts';

/** Nothing else is asked of them: those of whom it is true are. */
export const describesBodies = ({ marks, bodies }: Pick<Hearing, 'marks' | 'bodies'>): boolean =>
  !marks.has('op.average', 'whichYear', 'by') &&
  marks.firing('ask').every(({ text }) => text === 'any') &&
  ['op.sum', 'op.trend', 'group'].every((rule) => marks.firing(rule).every(({ text }) => ofYears.test(text))) &&
  bodies.every(({ by, plural }) => by !== 'name' || plural) &&
  (endsInBodies(marks) || beginsWithBodies(marks));

/** "In all of 2021 and 2022", 每年: of each of the years. */
const ofYears = /^(?:in all|(?:in |for )?(?:every|each)(?: single)? year|(?:每|每一|各|历|年)年(?:都|均|皆)?)$/;

const particle = /^[呢吗啊呀]$/;

/** 收到申请的浙江单位, 被复议的教育局: behind a clause about a figure the word for bodies, with a place or a level before it. */
function endsInBodies({ all }: Marks): boolean {
  const last = all.findLastIndex(({ text }) => !particle.test(text));
  const noun = all[last];
  if (noun === undefined || !(/^(?:单位|部门|机关|机构)$/.test(noun.text) || sense(noun, 'department'))) return false;
  const before = all.slice(0, last).findLastIndex((mark) => !places(mark));
  return all[before]?.text.endsWith('的') === true && all.slice(0, before).some(tells);
}

/** "Zhejiang education bureaus whose requests fell": plural bodies first, and right behind them a clause. */
function beginsWithBodies({ all }: Marks): boolean {
  const at = all.findIndex(({ text }) => relative.test(text));
  const nouns = all.slice(0, Math.max(0, at));
  return (
    nouns.some((mark) => sense(mark, 'department')?.plural === true || bodyNoun.test(mark.text)) &&
    nouns.every((mark) => places(mark) || sense(mark, 'department') || opening.test(mark.text)) &&
    all[at + 1]?.text !== 'their' &&
    all.slice(at).some(tells)
  );
}

const relative =
  /^(?:facing|having) |^(?:that|which|who|whose|where|with|without|having|facing)(?: (?:any|no|a|an|a single|not|never|did not|didn't))*$/;
const places = (mark: Mark): boolean => sense(mark, 'region') !== undefined || fires(mark, 'level');
const tells = (mark: Mark): boolean => sense(mark, 'measure') !== undefined || sense(mark, 'rate') !== undefined;
const bodyNoun = /^(?:agencies|bodies|bureaus|bureaux|departments|offices|authorities|units)$/;
const opening = /^(?:the|all|those|any|list|name|show|all the|agencies|bodies|bureaus|bureaux|departments|offices|authorities|units|in|of|from)$/; // biome-ignore format: a list of words
