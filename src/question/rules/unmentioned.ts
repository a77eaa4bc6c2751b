/** 哪些单位没提到培训 · "reports that say nothing about WeChat": those in which no passage holds the words. */
import { asksWhich, type Draft, type Hearing, type Rule } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';
import { topicOf } from './topics.ts';

export const unmentioned: Rule = {
  name: 'full text: not mentioned',
  make(hearing): Draft | null {
    const { marks } = hearing;
    if (
      !deniesOfMany(hearing) ||
      mentionsBut(hearing) ||
      marks.has('search.command', 'audit', 'meta', 'order', 'cmp', 'themes')
    )
      return null;
    const silent = marks.firing('search.silent');
    // 谁的公众号两周没更新: that it was not done for so long is what a report says.
    if (silent.length === 0 && idle.test(hearing.question.text)) return null;
    // 没提到申请 is said of words whatever they are; 没有培训 only of a matter that the tables do not count.
    const cells = marks.with('measure').some(({ mark }) => !fires(mark, 'verb') && !fires(mark, 'search.silent'));
    const matters = marks.all.some((mark) => ['topic', 'part', 'quoted'].some((kind) => sense(mark, kind as 'topic')));
    if ((silent.length === 0 && (!matters || cells)) || marks.with('theme').length > 0) return null;
    marks.use(...silent, ...denials(hearing));
    // 措施里没有培训: where it is not to be found is no word that is looked for.
    const named = marks.with('section').filter(({ mark }) => !marks.used(mark));
    const beside = topicOf(hearing, (mark) => named.every((each) => each.mark !== mark));
    const topic = beside ?? topicOf(hearing);
    if (topic === null || topic.foreign || topic.text.length < 2) return null;
    const sections = beside === null ? [] : [...new Set(named.map(({ sense: { number } }) => number))];
    marks.use(...topic.marks, ...named.map(({ mark }) => mark));
    marks.useRule('search', 'section', 'verb', 'library', 'count', 'unit', 'definition', 'not', 'which');
    return {
      rule: this.name,
      needs: 'many',
      plan: { operation: 'search', topic: topic.text, sections, having: 'without' },
    };
  },
};

const idle =
  /(?:\d+|[一二两三四五六七八九十几半多]+)(?:个|)(?:天|周|星期|礼拜|月|季度|年)(?:都|还|也|)(?:没|未|没有)|长期(?:没|未|不)|(?:for|in) (?:\w+ )?(?:days|weeks|months|years)\b/;

/** 提到开放日但没提到培训, "mention training but not WeChat": the one is there and the other is not, which no search tells. */
export function mentionsBut(hearing: Hearing): boolean {
  const { marks, excluded } = hearing;
  if (marks.with('quoted').length > 0) return false;
  const cues = marks
    .firing('search')
    .filter((mark) => !fires(mark, 'search.silent') && !fires(mark, 'search.command') && !fires(mark, 'except'));
  const left =
    excluded.length === 0 &&
    marks.firing('except').some(({ start, text }) => text.length > 1 && cues.some(({ end }) => end <= start));
  // 提到了培训但没说次数.
  const denied = denials(hearing).some(({ start }) => cues.some(({ end }) => end <= start));
  return cues.length > 0 && (((marks.has('search.silent') || denied) && marks.has('and')) || left);
}

/** Those are asked for, among several, of which something is denied. */
export function deniesOfMany(hearing: Hearing): boolean {
  const { marks, bodies } = hearing;
  if (bodies.some((body) => body.by === 'name' && !body.plural)) return false;
  const silent = marks.has('search.silent');
  if (!silent && denials(hearing).length === 0) return false;
  // 没有一份报告提到区块链吗: that none does is asked, and whoever does is the answer.
  const whether = marks.all.some(({ text }) => /^(没有|不|没)?一(份|个|家)/.test(text)) && marks.has('ask.yesno');
  return (
    !whether &&
    (asksWhich(marks) ||
      marks.has('count.reports', 'count.agencies') ||
      allOfThem(hearing) ||
      (silent && bodies.length === 0 && !marks.has('ask.exists', 'ask.yesno')))
  );
}

/** Words that deny, but those that ask: 有没有, …没有 at the end. */
const denials = ({ marks }: Hearing): Mark[] =>
  marks.firing('not').filter((mark) => mark !== marks.all.at(-1) && !fires(mark, 'ask.exists'));

/** "Reports without …": a noun for all of them stands first. */
export const allOfThem = ({ marks, bodies }: Hearing): boolean =>
  bodies.length === 0 &&
  nouns.test(marks.all.find((mark) => !fires(mark, 'filler') || nouns.test(mark.text))?.text ?? '');
const nouns =
  /^(the |all |those |any )?(reports|annual reports|agencies|bodies|bureaus|departments|offices)$|^(的|)(报告|年报|单位|机关|部门|局)$/;
