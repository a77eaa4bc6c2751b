/** 最早提到公众号的是哪份报告 · "the first report to mention WeChat": of all years that have it the first, not the first that is held. */
import { asksWhich, type Draft, type Rule } from '../hearing.ts';
import { fires, sense } from '../marks.ts';
import { topicOf } from './topics.ts';

const says = '(?:提到|提及|提过|提|谈到|谈及|写到|写过|写|说到|讲到|涉及|出现)(?:了|过|的|)';
const mention =
  '(?:mention|refer(?:s|red)? to|talk(?:s|ed)? about|discuss|bring(?:s)? up|brought up|write about|wrote about)(?:s|ed|es)?';
const cues = {
  first: [
    new RegExp(
      `(?:最早|最先|首先|首次|第一次|第一个|第一份|头一个|最初|率先)(?:的|)(?:一次|一份|一个|单位|报告|)${says}`,
    ),
    new RegExp(`${says}(?<between>.{2,16}?)(?:的|得|)(?:时间|)(?:是|)(?:最早|最先)(?:的|)`),
    new RegExp(
      `\\b(?:first|earliest) (?:report|agency|bureau|one|body|office|to)? ?(?:(?:to|that|which) )?${mention}\\b`,
    ),
    new RegExp(`\\b${mention} (?<between>.{2,40}?) (?:first|earliest)\\b`),
    /\b(?:first|earliest) (?:appear|come up|occur|show up|get a mention|crop up)s?\b/,
  ],
  last: [
    new RegExp(`(?:最近|最后|最晚)(?:的|)(?:一次|一份|一个|)${says}`),
    new RegExp(
      `\\b(?:last|latest|most recent(?:ly)?) (?:report |agency |one |body )?(?:(?:to|that|which) )?${mention}\\b`,
    ),
  ],
} as const;

export const firstMention: Rule = {
  name: 'full text: the first that mentions it',
  make(hearing): Draft | null {
    const { marks, question } = hearing;
    const found = (['first', 'last'] as const)
      .map((edge) => ({ edge, cue: cues[edge].map((each) => each.exec(question.text)).find((each) => each !== null) }))
      .find(({ cue }) => cue !== undefined);
    if (found?.cue == null || marks.has('cmp', 'op', 'audit', 'not', 'search.silent')) return null;
    const asks =
      asksWhich(marks) ||
      marks.has('whichYear', 'year.all', 'ask') ||
      /^(?:the )?(?:first|earliest|last|latest)\b|\bwhen\b|[时年份]/.test(question.text);
    if (!asks || marks.with('measure').some(({ mark }) => !fires(mark, 'verb') && !sense(mark, 'topic'))) return null;
    const [from, to] = [found.cue.index, found.cue.index + found.cue[0].length];
    const between = found.cue.groups?.between ?? '';
    const start = between === '' ? -1 : from + found.cue[0].indexOf(between);
    const named = (at: { start: number; end: number }) => at.start >= start && at.end <= start + between.length;
    const cue = marks.all.filter((mark) => mark.start < to && mark.end > from && !named(mark));
    const topic = topicOf(hearing, (mark) => !cue.includes(mark) && !/^(?:什么时候|何时|when)$/.test(mark.text));
    if (topic === null || topic.foreign || topic.text.length < 2) return null;
    marks.use(...cue, ...topic.marks);
    marks.useRule(
      'search',
      'section',
      'verb',
      'library',
      'which',
      'whichYear',
      'ask',
      'order',
      'edge',
      'definition',
      'year',
      'date',
      'plain',
    );
    return {
      rule: this.name,
      needs: 'many',
      undated: hearing.when.mode !== 'given',
      plan: { operation: 'search', topic: topic.text, occurring: found.edge },
    };
  },
};
