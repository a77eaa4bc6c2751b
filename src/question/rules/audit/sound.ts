/** Whether a question about the checks asks for reports that have a fault, or for those that have none. */
import { asksWhich, type Hearing } from '../../hearing.ts';
import { fires, type Mark } from '../../marks.ts';

/** Words that are true of a report without the fault, in either language; what denies them is no part of the word. */
const positive =
  /完整|齐全|都全|^齐$|一致|相符|吻合|平衡|^平$|对得上|对得起来|接得上|合得上|complete|consistent|balanced?s?$|coherent|\b(?:agrees?|match(?:es|ed)?|tall(?:y|ies)|adds? up|ties? (?:out|up)|squares?|reconciles?|fits?|lines? up|hangs? together|same story|all there|reliable|trustworthy)\b/;
const negative =
  /[不没无未]|incomplete|inconsisten|unbalanced|\b(?:not|never|fails?|failed|differ)|n't\b|mis-?match|disagree|out of/;
const praises = ({ text }: Mark): boolean => positive.test(text) && !negative.test(text);

/** 哪些报告没有错误 · "which reports are complete" · "how many are error-free". Of one report its faults are asked for. */
export function asksForSound({ marks, bodies }: Hearing, cues: readonly Mark[]): boolean {
  const single = bodies.length === 1 && !bodies[0]!.plural && bodies[0]!.agencies.length === 1;
  const several = marks.all.some(({ text }) => /reports$|^(?:报告|年报)$/.test(text)) && marks.has('audit.sound');
  // 最完整的是哪份: they are ranked.
  if (single || marks.has('audit.best', 'audit.worst') || !(asksWhich(marks) || marks.has('count') || several))
    return false;
  const denied = (cue: Mark): boolean => {
    const before = marks.all
      .slice(0, marks.all.indexOf(cue))
      .filter((mark) => !passing(mark))
      .at(-1);
    return before !== undefined && fires(before, 'not');
  };
  return cues.every((cue) => (fires(cue, 'audit.sound') || praises(cue)) !== denied(cue));
}

/** Words between a denial and what it denies: 没有任何错误, "do not have any gaps". */
const passing = (mark: Mark): boolean => fires(mark, 'filler') || fires(mark, 'all') || fires(mark, 'audit.severe');
