/** Back: an earlier answer again ("undo the last filter", 还是刚才那个范围, "back to the first question"); what came after it is taken back. */

import type { Turn } from '../context.ts';
import { type Hearing, unused } from '../hearing.ts';
import type { Plan } from '../plan.ts';
import { since } from './look.ts';
import { saidIn } from './said.ts';

const first: readonly RegExp[] = [
  /(?:最开始|最初|最早|一开始|开头|起初|开始时?|第一个|头一个|最先)(?:的|那个|那)?(?:的)?(?:问题|提问|那个|范围|名单|结果|答案)/u,
  /\b(?:first|original|initial|very first|opening) (?:question|query|answer|list|one|result|scope|topic)\b|\bwhere we (?:started|began)\b|\bwhat i (?:asked|wanted) (?:first|at first|originally)\b/u,
];
const returns: readonly RegExp[] = [/回到|返回|退回|回去|还是(?:说|看|问)|恢复/u, /\b(?:back|return|revert|resume)\b/u];
const before: readonly RegExp[] = [
  /^(?:我们)?(?:(?:回到|返回|退回到?|回)(?:去|到)?(?:刚才|之前|前面|上面|先前|上一个|前一个|原来)(?:的|那个|那)?(?:的)?(?:问题|提问|那个|名单|结果|答案|范围|话题)?|撤销|撤回|撤销(?:上|这|刚才)?(?:一步|这个|那个)?|取消(?:上一步|刚才的?|这一步)|退一步|上一步|还原|恢复(?:原样|原状|一下)?)$/u,
  /^(?:let'?s |we |i want to )?(?:go |come |get )?back to (?:what|the one|where) (?:we|i) (?:had|were|was|asked)(?: before| earlier| just now)?$|^(?:undo|revert|take (?:that|it) back|go back)(?: (?:that|it|this|the last one|the last step|please))?$|^(?:go |get )?back to the (?:one|question|list|answer) before$/u,
];

export interface Restored {
  readonly plan: Plan;
  /** Turns that are taken back. */
  readonly back: number;
}

/** The earlier answer that is meant; null where none is, or none stands. `turns`: all of them, the oldest first. */
export function earlierAgain({ marks, bodies, when, question }: Hearing, turns: readonly Turn[]): Restored | null {
  const answered = turns.filter(({ asked, plan }) => asked !== true && plan.operation !== 'help');
  if (answered.length === 0 || bodies.length > 0 || when.mode !== 'open') return null;
  const said = saidIn(question);
  const opening = first.some((each) => each.test(said)) && returns.some((each) => each.test(said)) && said.length < 40;
  const words =
    marks.has('go.back') && unused(marks, ['go', 'show', 'section', 'reset', 'search', 'library']).length === 0;
  if (!opening && !words && !before.some((each) => each.test(said))) return null;
  // What was only asked back is taken back first.
  const again = opening ? answered[0] : answered.at(turns.at(-1)?.asked ? -1 : -2);
  // The only one there is stands; to undo it is to begin anew.
  if (again === undefined) return /回|back/.test(said) ? { plan: since(answered[0]!), back: 0 } : null;
  return { plan: since(again), back: turns.length - turns.indexOf(again) };
}

/** "Back to the question before: and in 2023?": what follows stands on the earlier turns. */
const leading =
  /^(?:我们|咱们)?(?:再)?(?:回到|返回|退回到?)(?<zh>刚才|之前|前面|上面|先前|上一个|前一个|最开始|最初|最早|一开始)(?:的|那个|那)?(?:的)?(?:问题|提问|那个|名单|结果|答案|范围|话题)?[\s,，。:：;；]+(?=\S)|^(?:let'?s )?(?:go |get |come )?back to (?:the |my )(?<en>previous|last|earlier|first|original|initial) (?:question|one|list|answer|topic)[\s,.:;]+(?:and )?(?=\S)/iu;

/** The question behind such words, and the turns that it stands on: up to the first, or the last of its kind; null where none begins so. */
export function backWith(
  question: string,
  turns: readonly Turn[],
  kindOf: (rest: string) => Plan['operation'] | null,
): { readonly rest: string; readonly turns: readonly Turn[] } | null {
  const match = leading.exec(question.trim());
  const answered = turns.filter(({ asked }) => asked !== true);
  const [one] = answered;
  if (match === null || one === undefined) return null;
  const rest = question.trim().slice(match[0].length);
  const opening = /最|一开始|first|original|initial/.test(match.groups?.zh ?? match.groups?.en ?? '');
  const kind = opening ? null : kindOf(rest);
  const alike = kind === null ? undefined : answered.filter(({ plan }) => plan.operation === kind).at(-1);
  // A question about many goes on from the last that was one.
  const wide = answered
    .slice(0, -1)
    .filter(({ plan }) => plan.scope.agencies.length !== 1)
    .at(-1);
  const at = turns.indexOf(opening ? one : (alike ?? wide ?? answered.at(-2) ?? one));
  return { rest, turns: turns.slice(0, at + 1) };
}
