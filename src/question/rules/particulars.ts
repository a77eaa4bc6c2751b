/** Which reports give a particular (a date, a telephone number), and which leave it out. */
import { isPlain } from '../../lexicon/plain.ts';
import { asksWhich, type Hearing, type Rule } from '../hearing.ts';
import { fires, type Mark } from '../marks.ts';
import type { MetadataField } from '../plan.ts';
import { originalOf } from '../typed.ts';
import { fields, strong, weak } from './metadata.ts';
import { allOfThem } from './unmentioned.ts';

/** Fields that a report states or leaves out. */
const stated = new Set<MetadataField>([
  'publishedDate',
  'phone',
  'fax',
  'email',
  'postcode',
  'address',
  'website',
  'contact',
  'sourceUrl',
  'signature',
  'preamble',
]);

/** 哪些报告没有标明发布日期 · "which reports give a phone number": only those that do, or do not. */
export const particularsHeld: Rule = {
  name: 'reports with or without a particular',
  make(hearing) {
    const { marks, bodies } = hearing;
    const many =
      asksWhich(marks) ||
      marks.has('all', 'count') ||
      (marks.has('ask.exists') && bodies.length === 0) ||
      allOfThem(hearing);
    if (!many || bodies.some((body) => body.by === 'name' && !body.plural)) return null;
    const cells = marks
      .with('measure')
      .some(
        ({ mark }) => !fires(mark, 'verb') && !fires(mark, 'meta') && !fires(mark, 'filler') && !fires(mark, 'search'),
      );
    if (cells || marks.has('deadline', 'order', 'op', 'limit')) return null;
    // 没写什么时候发布: beside what denies it, a question word asks nothing.
    const lacks = marks.all.filter(
      (mark) =>
        (fires(mark, 'not') &&
          !fires(mark, 'ask.exists') &&
          !(mark === marks.all.at(-1) && fires(mark, 'ask.yesno'))) ||
        lacking.test(mark.text),
    );
    const asks = (text: string) => lacks.length === 0 && inquires.test(text);
    const asked = fields.filter(
      ([rule, field]) =>
        stated.has(field) &&
        marks.firing(rule).some(({ text }) => !asks(text) && (!weak.has(field) || strong(text, hearing))),
    );
    const others = fields.some(([rule, field]) => !stated.has(field) && marks.has(rule));
    if (asked.length === 0 || others) return null;
    const has = marks.all.filter(({ text }) => giving.test(text) || text.endsWith(' with'));
    // 有电话没邮箱的: one is had and the other is not.
    const [no] = lacks;
    const at = (rule: string) => marks.firing(rule)[0]?.start ?? Number.POSITIVE_INFINITY;
    if (no && asked.some(([rule]) => at(rule) < no.start) && asked.some(([rule]) => at(rule) > no.start)) return null;
    if (lacks.length === 0 && has.length === 0) return null;
    // 换热站站长电话: whose it is no report says of itself, so that the text is searched for it.
    const whose = lacks.length === 0 ? asked.flatMap(([rule]) => whoseOf(hearing, marks.firing(rule))) : [];
    // Of them each one's own is asked for: 哪些报告写明了发布日期，各是哪天.
    if (
      whose.length === 0 &&
      ((lacks.length === 0 && marks.has('ask.quantity', 'ask.when') && !marks.has('count')) ||
        marks.firing('meta').some(({ text }) => asks(text)))
    )
      return null;
    for (const [rule] of asked) marks.useRule(rule);
    marks.use(
      ...lacks,
      ...whose.flatMap((each) => each.marks),
      ...has,
      ...marks.with('measure').map(({ mark }) => mark),
      ...marks.with('topic').flatMap(({ mark }) => (fires(mark, 'meta') ? [mark] : [])),
    );
    marks.useRule('section', 'verb', 'library', 'search', 'count', 'whichYear', 'meta.given', 'state', 'audit.layout');
    const [first] = whose;
    if (first) return { rule: this.name, needs: 'many', plan: { operation: 'search', topic: first.text } };
    const named = asked.map(([, field]) => field);
    const single = named.length > 1 && named.includes('contact') ? named.filter((field) => field !== 'contact') : named;
    return {
      rule: this.name,
      needs: 'many',
      plan: { operation: 'metadata', metadata: [...new Set(single)], having: lacks.length > 0 ? 'without' : 'with' },
    };
  },
};

/** Particulars that are said of somebody whom no word of questions names, with the words that name him. */
function whoseOf({ marks: { all }, question, lexicon }: Hearing, particulars: readonly Mark[]) {
  const unknown = (mark: Mark | undefined): mark is Mark =>
    mark !== undefined && mark.senses.length === 0 && !isPlain(mark.text, lexicon.words.plain);
  return particulars.flatMap((mark): { text: string; marks: readonly Mark[] }[] => {
    const at = all.indexOf(mark);
    const before = all[at - 1];
    if (unknown(before) && before.end === mark.start && /[\u4e00-\u9fff]$/.test(before.text))
      return [{ text: originalOf(question, before.start, mark.end), marks: [before, mark] }];
    const of = all[at + 1];
    if (of === undefined || !/(?:^|number )of(?: the| an?)?$/.test(of.text)) return [];
    const named = all.slice(at + 2).filter((each) => !/^(?:the|an?)$/.test(each.text));
    const end = named.findIndex((each) => !unknown(each));
    const own = end < 0 ? named : named.slice(0, end);
    const [from, to] = [own[0], own.at(-1)];
    return from && to ? [{ text: originalOf(question, from.start, to.end), marks: [mark, of, ...own] }] : [];
  });
}

const lacking =
  /^(缺|缺少|缺了|缺失|漏写|漏了|漏掉|未写明|没写明|未注明|lack(s|ing|ed)?|miss(es|ing|ed)?|omit(s|ted|ting)?|leaves? out|left out|fail(s|ed)? to|without)$/;
const giving =
  /^([里内中上]?有|都有|写|写有|写明|写了|写明了|标明|标明了|注明|注明了|标了|标注了|印有|印了|留|留了|留有|列出|列了|给出|给了|提供|提供了|公布|公布了|附有|附了|载明|give|gives|gave|given|state|states|stated|have|has|had|with|provide|provides|provided|include|includes|included|list|lists|show|shows|contain|contains|print|prints|carry|carries|mention|mentions|supply|supplies|publish|published)$/;
/** A word that asks for the particular itself. */
const inquires = /什么|哪|何|几|多少|啥|谁|when|what|which|how|who|where/;
