/**
 * Tolerance: a question that chooses no number of its own (what the checks found, particulars, what a word means, what is held, whole
 * sections, themes, help) may leave words unread where two things that were said independently show its kind. The answer says
 * which words it did not use; a word that restricts is never one of them, and no figure is ever given so.
 */
import type { Draft, Hearing } from './hearing.ts';
import { fires, type Mark } from './marks.ts';
import type { Operation } from './plan.ts';
import { originalOf } from './typed.ts';

type Cue = (mark: Mark) => boolean;

const says =
  (...rules: readonly string[]): Cue =>
  (mark) =>
    rules.some((rule) => fires(mark, rule));
const names =
  (...kinds: readonly Mark['senses'][number]['kind'][]): Cue =>
  (mark) =>
    mark.senses.some(({ kind }) => kinds.includes(kind));
const either =
  (...cues: readonly Cue[]): Cue =>
  (mark) =>
    cues.some((cue) => cue(mark));

const asks = says('ask', 'which', 'whichYear', 'count', 'all', 'check', 'show', 'section.show', 'search.command');
const bodies = names('agency', 'region', 'department');
const report: Cue = ({ text }) => /报告|年报|年度报告|库|reports?\b|library/.test(text);

/** What must be said, by two different pieces of the question, for each operation. */
const kinds: Readonly<Partial<Record<Operation, readonly [Cue, Cue]>>> = {
  audit: [says('audit'), either(asks, bodies, report, names('years', 'section', 'number'), says('section', 'state'))],
  metadata: [says('meta'), either(asks, bodies)],
  definition: [
    says('definition', 'members', 'deadline'),
    either(names('definition', 'measure', 'rate', 'applicant', 'department', 'years'), report, says('verb.publish')),
  ],
  library: [says('library', 'count.reports', 'count.agencies'), either(asks, bodies, names('years'))],
  help: [says('help'), either(asks, report, says('export', 'search', 'definition', 'show', 'audit', 'library'))],
  section: [
    names('section'),
    either(bodies, says('section.word', 'section.show', 'section.how', 'show'), report, names('years')),
  ],
  themes: [
    either(says('themes'), names('theme', 'section')),
    either(asks, says('order'), bodies, names('years'), report, says('search.admit')),
  ],
  export: [says('export'), either(bodies, names('years'), report, says('library', 'audit'))],
};

/** Words of questions that change nothing where they are left: how it is asked, not what. */
const framing = ['verb', 'ask', 'unit', 'frame', 'section', 'show', 'search', 'check', 'library', 'filler', 'plain'];

/** Numbers, denials, times of the year, order, names of places and bodies, in pieces that nothing recognised. */
const restrictingZh =
  /[\d零〇一二三四五六七八九十百千两几半不没无非未勿莫除只仅光单唯另别其余最月季旬周日号前后首末外内]|(?:省|市|县|区|镇|乡|村|州|盟|旗|局|委|厅|办|院|校|司|中心|公司|街道|政府)$/;
const restrictingEn =
  /\d|est\b|\b(?:zero|clean|free|no|not|non|never|neither|nor|none|without|except|excluding|but|only|just|solely|other|others|another|different|rest|first|second|third|last|latest|next|before|after|since|until|till|during|between|within|most|least|more|less|fewer|half|quarter|month|week|weekly|monthly|quarterly|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|province|provincial|city|municipal|prefecture|county|district|township|town|village|national|state|central|ask|asks|asked|apply|applies|applied|online|offline|email|post|fax|male|female|foreign|local|urban|rural|urgent|withdrawn)\b|n't\b/;

/** 彭阳机关事务, "the Pengyang service centre": unknown words beside a place alone may be the rest of a body's name. */
function besidePlace(mark: Mark, { marks, question }: Hearing): boolean {
  const place = (each: Mark) =>
    each.senses.some(({ kind }) => kind === 'region') && !marks.all.some((next) => next !== each && office(next));
  const between = (from: number, to: number) => /^[\s的机关单位]*$/.test(question.text.slice(from, to));
  return marks.all.some(
    (each) => place(each) && (each.end <= mark.start ? between(each.end, mark.start) : between(mark.end, each.start)),
  );
}

/** "Approval levels": beside what a department looks after, an unknown word makes it another thing. */
const besideField = (mark: Mark, { marks }: Hearing): boolean =>
  marks.all.some(
    (each) =>
      fires(each, 'department.field') && each.start < mark.end + 2 && mark.start < each.end + 2 && each !== mark,
  );

/** "Not assessable": what is denied is more than a word that was not needed. */
const denied = (mark: Mark, { marks, question }: Hearing): boolean =>
  marks.all.some(
    (each) =>
      (fires(each, 'not') || fires(each, 'except')) &&
      each.end <= mark.start &&
      question.text.slice(each.end, mark.start).trim() === '',
  );

const office = names('department', 'agency');
/** What reports are also called: no part of a name. */
const documents =
  /^(?:(?:whole|full|entire|published|annual|official) )?(?:paper|document|doc|filing|publication|text|one|page|writeup|write up)s?$/;

/** A piece that can be left: nothing knows it and it does not look like a restriction or a name, or it only frames. */
function tolerable(mark: Mark, hearing: Hearing): boolean {
  const { question } = hearing;
  if (mark.senses.length > 0)
    return mark.senses.every(
      (each) => each.kind === 'word' && framing.some((rule) => each.rule === rule || each.rule.startsWith(`${rule}.`)),
    );
  if (documents.test(mark.text)) return true;
  if (besideField(mark, hearing)) return false;
  if (besidePlace(mark, hearing) || denied(mark, hearing)) return false;
  if (/[\u4e00-\u9fff]/.test(mark.text)) return mark.text.length <= 6 && !restrictingZh.test(mark.text);
  const typed = originalOf(question, mark.start, mark.end);
  const named = /[A-Z]/.test(mark.start === 0 ? typed.slice(1) : typed);
  return !named && mark.text.split(/\s+/).length <= 4 && !restrictingEn.test(mark.text);
}

const size = (marks: readonly Mark[]) => marks.reduce((sum, { start, end }) => sum + end - start, 0);

export interface Tolerated {
  readonly hearing: Hearing;
  readonly draft: Draft;
  readonly left: readonly Mark[];
}

/** Of the drafts that leave words unread, the one of a tolerant kind that leaves least; null where none may. */
export function tolerated(attempts: readonly Tolerated[]): Tolerated | null {
  const fitting = attempts.filter(({ hearing, draft, left }) => {
    const cues = kinds[draft.plan.operation];
    const { all } = hearing.marks;
    return (
      cues !== undefined &&
      left.length > 0 &&
      size(left) * 2 <= hearing.question.text.length &&
      (draft.plan.topic ?? null) === null &&
      left.every((mark) => tolerable(mark, hearing)) &&
      hearing.bodies.every(({ missing }) => missing === null) &&
      all.some((one) => cues[0](one) && all.some((other) => other !== one && cues[1](other)))
    );
  });
  return [...fitting].sort((a, b) => size(a.left) - size(b.left))[0] ?? null;
}
