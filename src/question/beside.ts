/** Words that mean another thing by what stands behind them: "had nothing carried forward", "filed a 2020 report". */
import { fires, type Mark, type Sense, sense } from './marks.ts';

/** "Had nothing carried forward": none of that, and no information that was not held. "Filed a report": no application. */
export const beside = (marks: readonly Mark[]): readonly Mark[] =>
  marks.map((mark, at) => {
    const next = marks[at + 1];
    if (nothing.test(mark.text) && next !== undefined && sense(next, 'measure') !== undefined)
      return { ...mark, senses: [denies] };
    // 谁申请多: who has more of them, and not who applied.
    if (whoApplied.test(mark.text) && next !== undefined && /^(?:更|比较)?[多少]/.test(next.text))
      return { ...mark, senses: [who, received] };
    // "The difference between Ankang and Yanchi": whose, and no two numbers.
    if (mark.text === 'between' && names(marks.slice(at + 1, at + 3))) return { ...mark, senses: [idle] };
    return filed.test(mark.text) && filesReport(marks.slice(at + 1, at + 6)) ? { ...mark, senses: [did] } : mark;
  });

const nothing = /^(?:had|have|has|with) nothing$/;
const filed = /^(?:filed|file|files|submitted|submit|submits|handed in|sent in)$/;
const denies: Sense = { kind: 'word', rule: 'not' };
const whoApplied = /^谁申请$/;
const who: Sense = { kind: 'word', rule: 'which' };
const received: Sense = { kind: 'measure', ids: ['applications.received'], fallback: [] };
const idle: Sense = { kind: 'word', rule: 'filler' };
const did: Sense = { kind: 'word', rule: 'verb' };

const names = ([first, second]: readonly Mark[]): boolean => {
  const one = first?.text === 'the' ? second : first;
  return (
    one !== undefined &&
    ['region', 'agency', 'department'].some((kind) => one.senses.some((each) => each.kind === kind))
  );
};

/** "A 2020 report", "their annual reports for 2023". */
function filesReport(behind: readonly Mark[]): boolean {
  const at = behind.findIndex(({ text }) => /^(?:annual )?reports?$/.test(text));
  return at >= 0 && behind.slice(0, at).every((mark) => fires(mark, 'filler') || sense(mark, 'years') !== undefined);
}
