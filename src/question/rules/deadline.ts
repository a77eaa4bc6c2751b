/** Until when reports are published and applications answered: the answer is the article that says so, whatever else is mentioned. */
import type { Hearing, Rule } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';

/** 年报什么时候之前公布 · "cut-off for bureaus" · 乡镇政府是一月底还是三月底交 */
export const deadline: Rule = {
  name: 'deadline',
  make(hearing) {
    const { marks } = hearing;
    if (!asked(hearing) || otherMatter(hearing)) return null;
    const reply =
      marks.all.some((mark) => /答复|回复|回话|回信|内.{0,2}[回答]$|办理|办结|answer|repl|respon/.test(mark.text)) ||
      marks
        .with('measure')
        .some(({ mark, sense: { ids } }) => !fires(mark, 'verb') && ids[0]?.startsWith('applications') === true);
    marks.use(...marks.all);
    return {
      rule: this.name,
      needs: 'none',
      plan: { operation: 'definition', term: reply ? 'replyTime' : 'deadline' },
    };
  },
};

/** "What's the deadline for its report": the limit itself is asked for, not whether it was kept. */
const asksLimit = (all: readonly Mark[]): boolean =>
  all.some(isReport) &&
  all.some((mark) => fires(mark, 'deadline')) &&
  all.some((mark) => fires(mark, 'definition') || fires(mark, 'ask.what'));

const isReport = ({ text }: Mark) =>
  /报告|年报|那份|reports?$|paper|document|公布|发布|公开|上网|online|挂|交|publish|publication/.test(text);

/** A limit is asked for: of whom, of what, or which of two dates; or whether a date is late for some kind of body. */
function asked({ marks, bodies, when, question }: Hearing): boolean {
  const { all } = marks;
  // 到2022年为止: a word that ended the years is no limit.
  const cues = marks.firing('deadline').filter((mark) => !(marks.used(mark) && fires(mark, 'year.until')));
  const limit = cues.length > 0 || marks.with('definition').some(({ sense: { id } }) => limits.has(id));
  const dated = marks.has('limit.date');
  const late = marks.has('audit.late', 'meta.onTime');
  const one = bodies.some((body) => !body.plural && body.agencies.length > 0 && body.regions.length > 0);
  // 哪些单位逾期了, "how late was Ankang": reports are asked about, not the rule.
  if (marks.has('op.average') || (marks.has('which') && late && !marks.has('deadline'))) return false;
  // How long an account was silent is no matter of deadlines.
  if (marks.has('duration') && marks.with('topic').length > 0) return false;
  if (one)
    return (
      limit &&
      !late &&
      (asksLimit(all) || marks.has('limit.must') || all.some(({ text }) => /clock|due|截止|到期|cut off/.test(text)))
    );
  if (limit && !late) return when.mode !== 'all' || marks.has('year.this', 'year.next');
  if (!dated && !marks.has('limit.rule')) return false;
  const whose =
    all.some((mark) => sense(mark, 'department') ?? sense(mark, 'region')) ||
    bodies.length > 0 ||
    bodiesNamed.test(question.text);
  const choice = marks.has('op.compare', 'check', 'ask.yesno', 'limit.must', 'limit.rule') || late || limit;
  return choice && (whose || limit || late || all.some(isReport) || when.mode === 'given');
}

/** Whose limit it is: kinds of bodies, however they are called. */
const bodiesNamed =
  /部门|厅局|局|乡镇|镇上|镇里|乡里|街道|政府|委办|department|bureau|government|township|county|counties|office|commission|organ|agenc|ministr/;

const limits = new Set(['deadline', 'replyTime']);

/** 复议的期限, "deadline for correcting an application": another limit than those of reports and of replies. */
function otherMatter({ marks, question }: Hearing): boolean {
  return marks.all.some((mark) => {
    const cells = sense(mark, 'measure');
    const framing = mark.senses.some((each) => each.kind === 'word');
    if (cells && !framing && !cells.ids.every((id) => id.startsWith('applications'))) return true;
    if (mark.senses.some(({ kind }) => kind === 'theme' || kind === 'quoted') && !framing) return true;
    if (sense(mark, 'topic') && !framing && !isReport(mark)) return true;
    return mark.senses.length === 0 && (otherLimits.test(mark.text) || named(question.original, mark));
  });
}

/** Words that other limits are of. */
const otherLimits =
  /补正|复议|起诉|诉讼|上诉|应诉|举报|投诉|缴费|收费|许可|处罚|备案|审查|采购|更正|归档|保存|任期|整改|appeal|lawsuit|suit|litigat|review|reconsider|correct|licen|penal|fee|pay|archiv|retention|procure|complain|rectif/;
/** A name inside the question that nothing knows. */
const named = (question: string, { text }: Mark): boolean =>
  /^[a-z]/.test(text) &&
  new RegExp(`\\S\\s+${text.charAt(0).toUpperCase()}${text.slice(1, 4).replace(/[^a-z]/g, '.')}`).test(question);
