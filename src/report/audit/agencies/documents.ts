/** Rules that a body makes for its own disclosure bear its own name: 修订《…局政务公开工作制度》. */
import { matchesOf } from '../../../text/matches.ts';
import { nameAt } from '../../own-name.ts';
import type { Passage } from '../passage.ts';
import type { Check } from '../rule.ts';
import { checksOf, judge, type Named } from './judge.ts';

const title = /《([^《》]{6,60})》/g;
/** What was done with it, in its own clause. */
const made = /(?:制定|制订|修订|修改|完善|健全|编制|编写|出台|印发|更新|建立|拟定|起草)[^,;。:]{0,14}$/;
/** Made by others, or with them. */
const ofOthers = /联合|会同|配合|协助|转发|学习|贯彻|落实|执行|按照|根据|依据|参照|对照/;
/** What follows the name: its subject, and what kind of paper it is. */
const ownPaper =
  /^(?:关于)?(?:20\d\d年度?)?(?:进一步)?(?:做好|加强|规范)?[^》]{0,10}(?:信息公开|政务公开|信息发布|依申请公开|主动公开|保密审查|新媒体|公众号|网站|舆情|政策解读|权责清单|权力清单|责任清单)[^》]*$/;

export function papers(named: Named, passage: Passage): Check[] {
  const { part, text } = passage;
  if (part !== 'section' || !text.includes('《')) return [];
  return matchesOf(text, title).flatMap(({ index, 1: words }) => {
    const clause = /[^,;。:]{0,80}$/.exec(text.slice(Math.max(0, index - 80), index))![0].replace(/《[^《》]*》/g, '');
    if (!made.test(clause) || ofOthers.test(clause)) return [];
    const found = nameAt(text, index + 1);
    if (found === null || !ownPaper.test(words!.slice(found.end - index - 1))) return [];
    return checksOf(judge(found, named, false), found, named, passage, index, words!.length + 2);
  });
}
