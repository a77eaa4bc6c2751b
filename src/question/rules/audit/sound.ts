/** Whether a question about the checks asks for reports that have a fault, or for those that have none. */
import { asksWhich, type Hearing } from '../../hearing.ts';
import { fires, type Mark } from '../../marks.ts';

/** Words that are true of a report without the fault. */
const positive =
  /^(完整|齐全|都全|齐|一致|平衡|平|对得上|complete|consistent|internally consistent|balanced|balance|balances|add up|adds up|tally|all there|reliable|trustworthy)$/;

/** 哪些报告没有错误 · "which reports are complete" · "how many are error-free". Of one report its faults are asked for. */
export function asksForSound({ marks, bodies }: Hearing, cues: readonly Mark[]): boolean {
  const single = bodies.length === 1 && !bodies[0]!.plural && bodies[0]!.agencies.length === 1;
  const several = marks.all.some(({ text }) => /reports$|^(?:报告|年报)$/.test(text)) && marks.has('audit.sound');
  if (single || !(asksWhich(marks) || marks.has('count') || several)) return false;
  const denied = (cue: Mark): boolean => {
    const before = marks.all
      .slice(0, marks.all.indexOf(cue))
      .filter((mark) => !passing(mark))
      .at(-1);
    return before !== undefined && fires(before, 'not');
  };
  return cues.every((cue) => (fires(cue, 'audit.sound') || positive.test(cue.text)) !== denied(cue));
}

/** Words between a denial and what it denies: 没有任何错误, "do not have any gaps". */
const passing = (mark: Mark): boolean => fires(mark, 'filler') || fires(mark, 'all') || fires(mark, 'audit.severe');
