/** What only the words of the reports can answer: the question's own words are looked for, all of them in one passage. */
import { asksWhich, type Draft, type Hearing } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';
import { topicOf } from './topics.ts';
import { deniesOfMany, mentionsBut } from './unmentioned.ts';

/** What computes or restricts: a passage answers none of these. */
const computes = [
  'op.sum',
  'op.average',
  'op.trend',
  'op.change',
  'op.compare',
  'order',
  'cmp',
  'except',
  'group',
  'audit',
  'export',
  'year.next',
  'count',
  'version',
  'all',
  'limit.date',
];

/** 盐池公众号多久没更新 · "how many first-level items are in the catalogue": null where the words are no matter of a report's text. */
export function passage(hearing: Hearing): Draft | null {
  const { marks, bodies, lexicon } = hearing;
  // "How long did it go without an update": nobody is left out.
  const computing = computes.filter((rule) => rule !== 'except' || !marks.has('duration'));
  if (
    marks.has(...computing) ||
    mentionsBut(hearing) ||
    deniesOfMany(hearing) ||
    bodies.some(({ missing }) => missing !== null)
  )
    return null;
  // 为什么没提供信息: the form counts how requests came out, and why.
  if (marks.has('outcomes', 'by.grounds')) return null;
  // "What training did they attend": the verb of a question that begins with another word asks for nothing by itself.
  const open = /^(?:what|how|when|where|why)\b/.test(marks.all.find((mark) => fires(mark, 'ask'))?.text ?? '');
  const which = asksWhich(marks) || (marks.has('ask.exists') && !open);
  // Words that nothing knows in a thread about no one agency are looked for nowhere.
  const spoken = hearing.context.turns.at(-1)?.plan.scope.agencies.length === 1;
  if (bodies.length === 0 && !which && (!spoken || ofSeveral.test(hearing.question.text))) return null;
  if (bodies.length > 1 || !marks.all.some(content)) return null;
  // 书记是谁: reports are not asked about persons; 谁参加了政府开放日 is a matter of their text.
  const person = marks.all.some(({ text }) => /谁|哪位|^who|whom/.test(text));
  if (person && !marks.all.some((mark) => sense(mark, 'topic') ?? sense(mark, 'part'))) return null;
  // 收到多少网络申请: a number of cells with a restriction that the form does not have is not to be found in a sentence.
  const cells = marks.with('measure').some(({ mark }) => !fires(mark, 'verb') && !sense(mark, 'topic'));
  const told = marks.has(
    'section.how',
    'section.show',
    'section.word',
    'search',
    'ask.what',
    'ask.exists',
    'ask.yesno',
  );
  // "How many foreigners applied": so is whoever applied.
  if (
    marks.has('ask.quantity') &&
    marks.all.some(({ text }) => /^(?:appl(?:y|ied)|asked|filed|requested)\b/.test(text))
  )
    return null;
  if (cells && (!told || marks.has('ask.quantity', 'unit.case'))) return null;
  if (marks.unknown().some(({ text }) => !sayable(text, lexicon))) return null;
  // Those who work there are not what is asked about, beside something else.
  const others = marks.all.some((mark) => content(mark) && !theirOwn.test(mark.text));
  const topic = topicOf(hearing, (mark) => !fires(mark, 'duration') && !(others && theirOwn.test(mark.text)));
  if (topic === null || topic.text.length < 2 || everywhere.test(topic.text)) return null;
  marks.use(...marks.all);
  return {
    rule: 'words of the text',
    needs: which ? 'many' : 'one',
    plan: { operation: which ? 'search' : 'section', topic: topic.text, whole: true },
  };
}

const theirOwn = /^(?:the )?(?:staff|employees?|personnel|officials|workers)$|^(?:工作人员|职工|干部|干部职工|人员)$/;

/** 他们两家的公众号: not of the one that was spoken of last. */
const ofSeveral = /他们|它们|[两二三几]家|[两二]者|\b(?:both|the two|the three|all three)\b/;

/** What every report is about says nothing of what is asked. */
const everywhere =
  /^(?:(?:政府|政务|各类|有关|相关)?信息|公开|信息公开|工作|情况|内容|材料|资料|文件|申请)(?: (?:信息|公开|工作|情况|内容|申请))*$/;

/** A word that nothing knows, or a thing that reports write about. */
const content = (mark: Mark): boolean =>
  mark.senses.length === 0 || ['topic', 'part', 'quoted', 'theme'].some((kind) => sense(mark, kind as 'topic'));

/** Chinese, or English that the lexicon can say in Chinese. */
function sayable(text: string, lexicon: Hearing['lexicon']): boolean {
  const words = text.match(/[a-z]{2,}/g) ?? [];
  const terms = words.length === 0 ? [] : lexicon.expand(text);
  return words.length === 0 || (terms.length > 0 && terms.every(({ term }) => /\p{Script=Han}/u.test(term)));
}
