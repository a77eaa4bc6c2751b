/** Text: a figure of the text about what was spoken of ("how many people came?"), or the last one of something else (那提案呢). */

import type { Turn } from '../context.ts';
import { type Draft, type Hearing, unused } from '../hearing.ts';
import { fires, type Mark, Marks, type Sense, sense } from '../marks.ts';
import { unitOf, verbOf } from '../rules/statements/words.ts';
import { topicOf } from '../rules/topics.ts';
import { single, unclear } from './reference.ts';
import { needsOf } from './turn.ts';
import type { Way } from './way.ts';

export const textFigure: Way = {
  name: 'follow-up: figure of the text',
  make: ({ hearing, last }) => (last.asked ? null : figureOfText(hearing, last)),
};

/** "How many people came?" after an answer about the open day. */
function figureOfText(hearing: Hearing, last: Turn): Draft | null {
  const { marks, bodies } = hearing;
  const { topic } = last.plan;
  if (topic === null || bodies.length > 0 || !marks.has('ask.quantity', 'unit.text')) return null;
  const rest = unused(marks, ['unit', 'verb', 'search', 'section']).filter(
    (mark) => !mark.senses.some(({ kind }) => kind === 'applicant'),
  );
  if (rest.some((mark) => !mark.senses.some(({ kind }) => kind === 'measure'))) return null;
  const unit = unitOf(marks.firing('unit.text'), hearing);
  if (unit === null) return null;
  marks.use(...marks.all);
  const statement = { subject: topic, unit, verb: null };
  return {
    rule: 'follow-up: figure of the text',
    needs: 'one',
    of: 'it',
    plan: { operation: 'lookup', statement, topic },
  };
}

/** Ways of telling that a question with a thing in it asks for its words, its address or its place, and for no number of it. */
const otherwise = [
  'section.how',
  'section.word',
  'section.show',
  'search',
  'show',
  'ask.what',
  'definition',
  'audit',
  'which',
  'count',
];
/** What stands around the thing. */
const around = ['unit', 'verb', 'library', 'meta', 'op.sum', 'follow', 'ask'];

/** 政务微博上呢, "and the suggestions?": the last figure of the text, of another thing. */
export const otherThing: Way = {
  name: 'follow-up: figure of something else',
  make({ hearing, own, last, before, follows }) {
    const { statement } = last.plan;
    const { marks, excluded, applicants } = hearing;
    if (last.asked || statement === null || excluded.length > 0 || applicants.length > 0) return null;
    if (own?.plan.statement || marks.has('not', 'cmp.gt', 'cmp.lt', 'order', ...otherwise)) return null;
    // What the question means by itself used its words; here they are read anew.
    const fresh = new Marks(marks.all);
    const things = fresh.all.filter(thing);
    fresh.use(...things, ...fresh.all.filter(({ text, senses }) => /^[上里中内]$/.test(text) || senses.some(placing)));
    if (things.length === 0 || unused(fresh, around).length > 0) return null;
    if (own !== null && !follows && !/[呢哪]$/.test(marks.all.at(-1)?.text ?? '')) return null;
    const topic = topicOf({ ...hearing, marks: new Marks(marks.all) }, (mark) => things.includes(mark));
    const subject = topic === null || topic.foreign ? null : inPlaceOf(statement.subject, topic.text);
    if (subject === null) return null;
    marks.use(...marks.all);
    const said = unitOf(marks.firing('unit.text'), hearing);
    const same = sorts.some((sort) => sort.test(statement.subject) && sort.test(subject));
    const kept = same ? statement : { ...statement, verb: null, unit: null };
    const plan = { ...before, statement: { ...kept, subject, unit: said ?? kept.unit }, topic: subject };
    // 它的网站呢 after the one that has most: its figure, and no ranking.
    const pointed = single(hearing, last) !== null || unclear(hearing, last) !== null;
    return pointed
      ? { rule: this.name, needs: 'one', plan: { ...plan, operation: 'lookup', order: null } }
      : { rule: this.name, needs: needsOf(last.plan), plan };
  },
};

/** 公开了多少 after how many proposals were handled: the same things, and what was done with them is another. */
export const doneWith: Way = {
  name: 'follow-up: something else done with it',
  make({ hearing, own, last, before }) {
    const { marks, bodies, excluded, applicants } = hearing;
    const { statement, operation, scope } = last.plan;
    if (last.asked || statement === null || operation !== 'lookup' || scope.agencies.length !== 1) return null;
    if (bodies.length + excluded.length + applicants.length > 0 || own?.plan.statement) return null;
    if (!marks.has('ask.quantity', 'unit.text') || marks.has('not', 'order', 'cmp', 'which', 'op.sum')) return null;
    const verbal = (mark: Mark) => fires(mark, 'verb') || mark.text === '还是';
    const fresh = new Marks(marks.all);
    fresh.use(...fresh.all.filter((mark) => verbal(mark) || mark.senses.some(placing)));
    if (unused(fresh, ['unit', 'ask', 'follow']).length > 0) return null;
    const unit = unitOf(marks.firing('unit.text'), hearing);
    const verb = verbOf(marks.all, unit);
    if (verb === null) return null;
    marks.use(...marks.all);
    const parts = statement.parts.map((part) => ({ ...part, unit, verb }));
    return { rule: this.name, needs: 'one', plan: { ...before, statement: { ...statement, unit, verb, parts } } };
  },
};

const thing = (mark: Mark): boolean => sense(mark, 'topic') !== undefined || sense(mark, 'part') !== undefined;

/** Whose, and of when: settled with every question. */
const placing = ({ kind }: Sense): boolean => ['agency', 'region', 'department', 'years', 'recent'].includes(kind);

const channel =
  /公众号|微信|微博|抖音|快手|短视频|新媒体|客户端|头条|网站|官网|门户|公[告示开]栏|宣传栏|报纸|电视|广播/u;
/** Things of one sort are counted alike and have the same done to them: channels, what is handled, events, what is published. */
const sorts: readonly RegExp[] = [
  channel,
  /提案|建议|议案|信件|来信|留言|咨询|诉求|工单/u,
  /培训|会议|发布会|开放日|座谈|活动/u,
  /^(?!.*(?:提案|建议|议案|信件|来信|留言|咨询|诉求|工单|培训|会议|发布会|开放日|座谈|活动|用户|粉丝|人次|人数)).*$/u,
];

/** The subject with the thing in place of the one that it named; of several words only a channel can be told from the others. */
function inPlaceOf(subject: string, thing: string): string | null {
  const words = subject.split(' ');
  if (words.length === 1 && !(channel.test(subject) && compound(subject))) return thing;
  const channels = words.filter((word) => channel.test(word) && !compound(word));
  if (!channel.test(thing) || channels.length !== 1) return null;
  return words.map((word) => (word === channels[0] ? thing : word)).join(' ');
}

/** 公众号粉丝, 网站信息: a channel and something of it in one word. */
const compound = (word: string): boolean =>
  word
    .replace(/^(?:政府|门户|政务|官方|微信)+/u, '')
    .replace(channel, '')
    .replace(/^(?:号|平台|账号|站)$/u, '') !== '';
