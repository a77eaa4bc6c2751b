/** How many of the bodies, as a share of them all: 没有收到申请的单位占百分之几 · "what percentage of bureaus had no requests". */
import { fires, type Mark, type Marks, sense } from '../../marks.ts';
import { conditionsOf } from '../conditions.ts';
import type { Asked } from './asked.ts';
import { drafted, type Operation } from './operation.ts';

/** Whether the share that is asked for is one of bodies: a word for them stands right beside the word for the share. */
export function sharesBodies({ all }: Marks): boolean {
  return all.some((mark, at) => {
    if (!fires(mark, 'op.rate') || fires(mark, 'op.rate.oneIn')) return false;
    const next = beyond(all.slice(at + 1));
    if (/[a-z]/.test(mark.text)) return (/ of$/.test(mark.text) || all[at + 1]?.text === 'of') && isBodies(next);
    const before = beyond(all.slice(0, at).reverse());
    return isBodies(before) || (all[at + 1]?.text.startsWith('的') === true && isBodies(next));
  });
}

/** The first that is no article, place, level or filler. */
const beyond = (marks: readonly Mark[]): Mark | undefined =>
  marks.find(
    (mark) =>
      bodyWord.test(mark.text) ||
      !(['filler', 'level', 'all'].some((rule) => fires(mark, rule)) || sense(mark, 'region') || sense(mark, 'years')),
  );

const bodyWord =
  /^的?(?:单位|部门|机关|机构|局|家数|乡镇|乡镇街道|报告|年报|年度报告)$|^(?:the |all |all the )?(?:annual )?(?:reports|agencies|bodies|departments|bureaus|bureaux|offices|authorities|governments|towns)(?: that| which| with)?$/;

const isBodies = (mark: Mark | undefined): boolean =>
  mark !== undefined &&
  (bodyWord.test(mark.text) ||
    fires(mark, 'level.township') ||
    mark.senses.some((each) => each.kind === 'department' && (each.plural || /[\u4e00-\u9fff]/.test(mark.text))));

export const proportion: Operation = {
  name: 'share of the bodies',
  fits: ({ marks, rate, share }) => rate === null && share === null && sharesBodies(marks),
  plan(asked: Asked) {
    const { marks, figures, comparing, when } = asked;
    const conditions = conditionsOf(asked, figures, comparing, () => true);
    // Of several years a body may be counted by one of them and not by another; a report is of one.
    const reports = marks.all.some(({ text }) => bodyWord.test(text) && /报告|年报|reports/.test(text));
    if (conditions.length === 0 || (when.years.length > 1 && !reports) || when.mode === 'all') return null;
    marks.useRule('op.rate', 'count', 'which', 'all', 'op.sum', 'cmp', 'ask');
    return drafted(asked, 'count', 'many', { conditions, groupBy: reports ? null : 'agency', percent: true });
  },
};
