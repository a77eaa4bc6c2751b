/** Figures that stand only in sentences: what is counted, in which unit, and what was done with it. */
import { asksWhich, type Draft, type Hearing, ofOne, type Rule } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';
import type { Plan } from '../plan.ts';
import { type Apart, apart, asksNumber, cell, cut } from './apart.ts';
import { countsChannels } from './channels.ts';
import { comparisonsIn } from './comparisons.ts';
import { asksWhether } from './figures/claim.ts';
import { larger, one, smaller } from './figures/rank.ts';
import { orderIn } from './order.ts';
import { together } from './statements/together.ts';
import { counterIn, counters, disclosedIn, unitOf, verbOf } from './statements/words.ts';
import { anyTopic, topicOf } from './topics.ts';

/** 收了多少元 of a fee that the text names: money is taken, by what the words say of nothing else. */
const paid = ({ text }: Mark): boolean =>
  /^(收|收了|收到|收到了|收取了?|received?|took in|take in)(多少|几)?(元|钱|万元)?$/.test(text);

const placeOrTime =
  /^(?:where|when|why|how come)\b|^(?:在|去|到|是|)(?:哪里|哪儿|哪|什么地方|哪些地方|什么时候|何时|啥时候|为什么|为啥|为何)/;

/** Things that are only ever counted: "Ankang WeChat posts 2020". */
const counts = /\b(posts|articles|items|notices|proposals|suggestions|subscribers|followers)$/;

/** 微信公众号发了多少条 · "how many proposals did Pengyang handle" */
export const statement: Rule = {
  name: 'figure of the text',
  make(hearing): Draft | null {
    const { marks } = hearing;
    const text = marks.firing('unit.text').filter((mark) => !sense(mark, 'applicant'));
    // "What was the theme of the open day" asks for words; "how many", 几 and a unit ask for a figure.
    const fee = marks
      .with('measure')
      .some(({ mark, sense: { ids } }) => paid(mark) && ids.every((id) => /^fees\./.test(id)));
    const money = (fee || marks.has('unit.money')) && !marks.all.some(({ text }) => /申请|appl|request/.test(text));
    const quantity =
      money ||
      (marks.has('cmp') && asksWhich(marks)) ||
      marks.has('unit.text', 'op.sum', 'op.average', 'order', 'op.compare') ||
      marks.firing('ask.quantity').some((mark) => !/^what( (is|are|was|were))?$/.test(mark.text)) ||
      marks.firing('verb.gain').some((mark) => /多少|几/.test(mark.text)) ||
      (hearing.bodies.length === 1 && marks.all.some((mark) => counts.test(mark.text)));
    // "Where did the open day take people": no number is asked.
    if (
      !marks.has('ask.quantity', 'order', 'cmp', 'op.compare') &&
      marks.all.some(({ text }) => placeOrTime.test(text))
    )
      return null;
    // "Followers that left Ankang's account": who went is none of those that came.
    if (marks.all.some((mark, at) => mark.text === 'left' && at < marks.all.length - 1)) return null;
    // 多久没更新: what was not done is no figure that the text gives.
    if (!quantity || marks.has('not') || !(anyTopic(hearing) || text.length > 0 || disclosedIn(hearing))) return null;
    const figures = marks.with('measure').filter(
      ({ mark }) =>
        !marks.used(mark) &&
        !fires(mark, 'verb') &&
        !fires(mark, 'filler') &&
        !sense(mark, 'topic') &&
        // 信息处理费收了多少元: money is received, no applications.
        !(money && paid(mark)),
    );
    // Beside a cell of a form, words that are not understood would be a restriction: such a question is not guessed at.
    if (text.length === 0 && figures.length > 0) return null;
    if (money) marks.use(...marks.with('measure').map(({ mark }) => mark));
    // 培训达到382人次的单位: which reports give such a figure.
    const many = hearing.bodies.every((body) => body.by !== 'name' || body.plural);
    // 公开的信息里哪类最多: of one report's text its own figures would be ranked.
    if (marks.has('order') && ofOne(hearing)) return null;
    const order = marks.has('order') && many ? (orderIn(marks)?.order ?? null) : moreIn(hearing);
    const comparing = many && order === null && marks.has('cmp') ? comparisonsIn(marks) : [];
    const [compared, ...further] = comparing.flatMap(({ what, percent }) =>
      'comparison' in what && !percent ? [what] : [],
    );
    if (comparing.length > 1 || further.length > 0) return null;
    // "At least 375 persons": what is counted, no applicants.
    for (const { end } of comparing)
      marks.use(
        ...marks.all.filter(
          (mark) => mark.start - end <= 1 && mark.start >= end && counters.some(([word]) => word.test(mark.text)),
        ),
      );
    const single = order === null && comparing.length === 0 && hearing.bodies.length < 2;
    const joined = single ? (apart(hearing) ?? saidOfBoth(hearing)) : null;
    // 盐池网站和公众号一共发了几条: of one report, too, both are added.
    const both = joined?.together === true && marks.has('op.sum') && ofOne(hearing);
    const adding = both ? ({ operation: 'sum' } as const) : together(hearing, order);
    const several = joined?.together && marks.has('op.sum') && adding === null ? null : joined;
    // 各单位网站和公众号平均发了几条: of each by itself a mean is asked, or of both; a sum is of both.
    if (several !== null && adding !== null && !(adding.operation === 'sum' && several.together)) return null;
    // 收了几件申请，公众号发了几条: a cell and a figure of the text are two questions.
    if (
      several?.together === false &&
      several.pieces.some((piece) => piece.some((mark) => !marks.used(mark) && cell(mark)))
    )
      return null;
    const parts: (Part | null)[] = [];
    for (const piece of several?.pieces ?? [])
      parts.push(partOf(piece, several?.together === true, hearing) ?? againOf(parts.at(-1) ?? null, piece));
    if (several?.together === false && parts.includes(null)) return null;
    const disclosed = several === null ? disclosedIn(hearing) : null;
    if (disclosed) marks.use(...disclosed.marks);
    const topic =
      topicOf(hearing, (mark) => !publishes(mark)) ??
      (disclosed && { text: disclosed.topic, marks: [], foreign: false });
    if (!topic || topic.foreign || topic.text.length < 2) return null;
    // "How many people wanted information": persons are counted, and information has none.
    if (/^(?:政府|政务|公开|相关)?信息$/.test(topic.text) && unitOf(text, hearing) === '人') return null;
    marks.use(...topic.marks);
    marks.useRule('unit', 'verb', 'ask', 'op.sum', 'search', 'section', 'themes', 'definition', 'not');
    // "How many proposals were handled": handled is what was done with them, and no outcome of applications.
    if (figures.length === 0) marks.useRule('outcomes');
    if (several?.together === false) marks.use(...marks.all.filter(asksNumber));
    const channels = countsChannels(hearing, topic);
    const unit = channels
      ? '个'
      : unitOf(
          text.filter((mark) => order === null || !marks.used(mark)),
          hearing,
        );
    // "How many came to the open day, and when was it held": of the clause that asks for the number.
    const clauses = cut(marks.all, hearing.question.text);
    const apartFrom = clauses.length > 1 && placed.test(hearing.question.text);
    const asking = apartFrom ? clauses.filter((clause) => clause.some(asksNumber)).flat() : marks.all;
    const verb = channels ? null : disclosed ? 'publish' : verbOf(asking.length > 0 ? asking : marks.all, unit);
    const figure = { subject: topic.text, unit, verb };
    if (adding !== null) {
      // 平均高于200吗: the mean is judged; 超过100条的单位平均发几条: the figures that count are bounded.
      const judged = compared !== undefined && asksWhether(marks) && !marks.has('ask.quantity');
      if (compared !== undefined && adding.operation !== 'sum' && adding.operation !== 'average') return null;
      if (judged) marks.useRule('check', 'claim');
      return {
        rule: this.name,
        needs: both ? 'one' : 'many',
        plan: {
          ...adding,
          ...(judged ? { claim: compared } : {}),
          statement: {
            ...figure,
            ...(compared && !judged ? { compared } : {}),
            ...(several === null ? {} : { parts: parts.filter((part) => part !== null), together: true }),
          },
          topic: topic.text,
        },
      };
    }
    // 发了100条以上的单位一共发了多少条: those that meet it are added; 哪些单位一共发了100条以上 asks which they are.
    const added =
      marks.has('op.sum') &&
      !/哪|谁|which|who|几家|多少家|how many (?:agencies|bodies|bureaus)/.test(hearing.question.text);
    if (compared && added)
      return {
        rule: this.name,
        needs: 'many',
        plan: { operation: 'sum', statement: { ...figure, compared }, topic: topic.text },
      };
    if (compared)
      return {
        rule: this.name,
        needs: 'many',
        plan: { operation: 'list', statement: { ...figure, compared }, topic: topic.text },
      };
    return {
      rule: this.name,
      needs: 'one',
      plan: {
        operation: 'lookup',
        statement: {
          ...figure,
          ...(parts.includes(null) || !several
            ? {}
            : { parts: parts.filter((part) => part !== null), together: several.together }),
        },
        topic: topic.text,
      },
    };
  },
};

/** 哪家的粉丝多, "which agency has more followers": the first of them. */
function moreIn({ marks, bodies, when, language }: Hearing): Plan['order'] {
  const compares = marks.firing('op.compare');
  const asks = marks.firing('which').some(({ text }) => one.test(text));
  if (bodies.length > 0 || when.years.length > 1 || !asks || compares.length === 0 || marks.has('whichYear'))
    return null;
  if (!compares.every(({ text }) => larger.test(text) || smaller.test(text))) return null;
  // 提到高空坠物: in Chinese it is said last.
  const last = marks.all.filter((mark) => !fires(mark, 'filler')).at(-1);
  if (language === 'zh' ? !compares.includes(last!) : marks.with('quoted').length > 0) return null;
  if (marks.has('search.hits') || marks.firing('search').some(({ text }) => /提|mention/.test(text))) return null;
  marks.use(...compares);
  marks.useRule('which');
  return { direction: compares.some(({ text }) => smaller.test(text)) ? 'asc' : 'desc', limit: 1 };
}

/** 网站上公开的信息: what was done with it is the verb, and no word of what is counted. */
const publishes = (mark: Mark): boolean =>
  fires(mark, 'verb.publish') && mark.senses.every(({ kind }) => kind === 'word' || kind === 'measure');

/** When or where it was is asked in another clause. */
const placed = /\b(?:when|where)\b|什么时候|哪天|何时|在哪/;

/** 办了几条人大建议，公开了几条: the second clause says with another verb what it asks of the same thing. */
function saidOfBoth({ marks, question }: Hearing): Apart | null {
  const clauses = cut(marks.all, question.text).filter((clause) => clause.length > 0);
  const [, second, ...more] = clauses;
  if (second === undefined || more.length > 0 || !clauses.every((clause) => clause.some(asksNumber))) return null;
  return isElliptic(second) ? { pieces: clauses, together: false } : null;
}

/** A verb and a number that is asked, and nothing that is counted. */
const isElliptic = (clause: readonly Mark[]): boolean =>
  clause.some((mark) => fires(mark, 'verb')) &&
  clause.every((mark) => fires(mark, 'verb') || fires(mark, 'filler') || asksNumber(mark));

const againOf = (last: Part | null, piece: readonly Mark[]): Part | null =>
  last !== null && isElliptic(piece) ? { ...last, verb: verbOf(piece, last.unit) } : null;

interface Part {
  readonly subject: string;
  readonly unit: string | null;
  readonly verb: string | null;
}

/** One of several figures: what its own pieces say of it. */
function partOf(piece: readonly Mark[], together: boolean, hearing: Hearing): Part | null {
  const topic = topicOf(hearing, (mark) => piece.includes(mark));
  if (topic === null || topic.foreign || (topic.text.length < 2 && !piece.some((mark) => sense(mark, 'topic'))))
    return null;
  // 部门文件和重点工作各几条: what is said once is said of each.
  const of = together || !piece.some(asksNumber) ? hearing.marks.all : piece;
  const unit = counterIn(
    of.filter((mark) => fires(mark, 'unit.text') && !sense(mark, 'applicant')),
    of,
  );
  return { subject: topic.text, unit, verb: verbOf(of, unit) };
}
