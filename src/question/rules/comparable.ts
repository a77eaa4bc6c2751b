/** Whether figures may be set side by side: 这两年的行政许可数能直接比吗 · "is table 2 of 2020 and 2023 comparable". */
import type { Draft, Hearing, Rule } from '../hearing.ts';
import { type Mark, sense } from '../marks.ts';
import { lastTurn } from '../thread/turn.ts';
import { tablesIn } from './audit/tables.ts';
import { cellsOf } from './cells.ts';
import { refsOf } from './measures/figure.ts';

export const comparable: Rule = {
  name: 'whether figures may be compared',
  make(hearing): Draft | null {
    const { marks, applicants } = hearing;
    const formsApart = twoForms(hearing);
    if (!(marks.has('comparable') || formsApart) || marks.has('order')) return null;
    if (marks.has('which', 'audit') && !formsApart) return null;
    const tables = tablesIn(marks);
    if (tables.length > 0)
      marks.use(...marks.all.filter(({ text }) => /表|\btables?\b|^(?:[二三四234]|two|three|four)$/.test(text)));
    marks.useRule(
      'comparable',
      'op.compare',
      'ask',
      'form',
      'library',
      'definition',
      'section.word',
      'check',
      'claim',
      'unit',
      'cmp.between',
    );
    if (formsApart) {
      const spoken = (mark: Mark) => mark.senses.some(({ kind }) => ['word', 'definition', 'years'].includes(kind));
      marks.use(...marks.all.filter(spoken));
      const plan = { operation: 'definition', scope: { forms: ['2019', '2021'] }, comparable: { tables } } as const;
      return { rule: this.name, needs: 'none', plan };
    }
    marks.use(...marks.with('form').map(({ mark }) => mark));
    const cells = tables.length > 0 ? null : cellsOf(hearing);
    const named =
      cells === null || cells.assumed !== null ? [] : cells.figures.flatMap((each) => refsOf(each, applicants));
    marks.use(...marks.with('applicant').map(({ mark }) => mark));
    const figures = cells?.figures.flatMap((each) => each.marks) ?? [];
    if (marks.all.some((mark) => sense(mark, 'topic') && !figures.includes(mark) && !marks.used(mark))) return null;
    const spoken = thoseSpokenOf(hearing);
    const measures = named.length > 0 || tables.length > 0 ? named : (spoken?.plan.measures ?? []);
    return {
      rule: spoken === null ? this.name : `follow-up: ${this.name}`,
      needs: 'many',
      ...(spoken === null ? {} : { of: 'same' as const }),
      plan: { operation: 'definition', measures, comparable: { tables } },
    };
  },
};

/** 新旧两版表格有什么区别 · "how do the 2019 and the 2021 form differ": what means the same in both, and what does not. */
function twoForms({ marks, bodies, question }: Hearing): boolean {
  const both =
    marks.has('forms.both') ||
    ['2019', '2021'].every((form) => marks.with('form').some(({ sense: { form: found } }) => found === form));
  return both && bodies.length === 0 && apart.test(question.text);
}

const apart =
  /不同|区别|差别|差异|不一样|异同|变化|改了|变了|改动|少了|多了|增加|减少|取消|新增|\b(?:differ\w*|chang\w*|compare[ds]?|distinguish\w*|added|dropped|removed|new in)\b/;

/** 这两年, "these figures": the reports that the last answer was about. */
function thoseSpokenOf({ bodies, when, question, context }: Hearing) {
  const last = lastTurn(context.turns);
  const those = /这|那|它们|两者|\b(?:these|those|they|them|the two|it|that|both)\b/.test(question.text);
  const open = bodies.length === 0 && (when.mode !== 'given' || /这[两几二三]年/.test(question.text));
  return last !== null && last.asked !== true && open && (those || when.mode === 'open') ? last : null;
}
