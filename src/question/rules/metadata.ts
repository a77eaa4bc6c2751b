/** Facts about a report: its form, dates, contact, name. */
import { asksWhich, type Draft, type Hearing, ofOne, type Rule } from '../hearing.ts';
import { fires, type Mark } from '../marks.ts';
import type { MetadataField } from '../plan.ts';
import { cut } from './apart.ts';
import { useCounts } from './counts.ts';
import { asksWhether } from './figures/claim.ts';
import { deniesOfMany } from './unmentioned.ts';

/** Each field, and the rule that asks for it; narrower rules first. */
export const fields: readonly (readonly [string, MetadataField])[] = [
  ['meta.onTime', 'onTime'], ['meta.publishedDate', 'publishedDate'], ['meta.phone', 'phone'], ['meta.fax', 'fax'], ['meta.email', 'email'], ['meta.postcode', 'postcode'],
  ['meta.address', 'address'], ['meta.website', 'website'], ['meta.contact', 'contact'], ['meta.sourceUrl', 'sourceUrl'], ['meta.title', 'title'], ['meta.signature', 'signature'],
  ['meta.preamble', 'preamble'], ['meta.sections', 'sections'], ['meta.region', 'region'], ['meta.ingestedAt', 'ingestedAt'], ['meta.versions', 'versions'], ['meta.form', 'form'], ['meta.agencyName', 'agency'],
]; // biome-ignore format: pairs

/** Fields whose words also mean other things: they need a question word beside them. */
export const weak = new Set<MetadataField>([
  'publishedDate',
  'title',
  'region',
  'website',
  'signature',
  'versions',
  'preamble',
]);

/** 盐池县科技局的电话 · "when was Ankang's report published" · "which form does it use" */
export const metadata: Rule = {
  name: 'metadata',
  make(hearing) {
    const { marks } = hearing;
    if (
      marks
        .with('measure')
        .some(
          ({ mark }) =>
            !marks.used(mark) &&
            !fires(mark, 'verb') &&
            !mark.senses.some(
              (each) => each.kind === 'word' && (each.rule.startsWith('meta') || each.rule === 'filler'),
            ),
        )
    )
      return null;
    if (marks.has('count', 'unit.text')) return null;
    // "Did any agency fail to answer on time": of applications, and not of the report.
    if (marks.has('verb.handle') && marks.has('meta.onTime')) return null;
    // 公众号更新及时吗: what is updated is no report, which is published once.
    if (
      marks.all.some(({ text }) => /^(?:更新|update[sd]?|updating)$/.test(text)) &&
      marks.firing('meta.onTime').length > 0
    )
      return null;
    const seat = seatOf(hearing);
    const found = fields.filter(([rule, field]) => {
      const cues = marks.firing(rule).filter((mark) => !marks.used(mark) && !seat.includes(mark));
      return (
        (field === 'address' && seat.length > 0) || cues.some((mark) => !weak.has(field) || strong(mark.text, hearing))
      );
    });
    marks.use(...seat);
    if (found.length === 0) return eitherForm(hearing) ?? putUp(hearing);
    const specific = found.some(([, field]) => field !== 'contact')
      ? found.filter(([, field]) => field !== 'contact' || marks.has('and'))
      : found;
    // 发邮件的地址: the address is that of the mail.
    const mailed = specific.some(([, field]) => field === 'email') && !marks.has('and');
    const named =
      // 几号发布的，超期没: the date and the deadline stand in the verdict.
      marks.has('audit.late') && found.some(([, field]) => field === 'publishedDate')
        ? [['meta.onTime', 'onTime'] as const]
        : found.length > 1 && found.some(([, field]) => field === 'onTime')
          ? found.filter(([, field]) => field === 'onTime')
          : specific.filter(([, field]) => !(mailed && field === 'address'));
    // 哪些报告没写电话 is asked of those without; shown with all the others it would not be answered.
    if (deniesOfMany(hearing)) return null;
    for (const [rule] of found) marks.useRule(rule);
    if (named.some(([, field]) => field === 'onTime')) marks.useRule('audit.late');
    // Put online: where it was published is no part of the text.
    if (found.some(([, field]) => field === 'publishedDate'))
      marks.use(...marks.all.filter(({ text }) => /^(?:online|up|out|put)$/.test(text)));
    marks.use(
      ...marks
        .with('topic')
        .filter(({ mark }) => fires(mark, 'meta'))
        .map(({ mark }) => mark),
    );
    marks.useRule(
      'definition',
      'section',
      'verb',
      'library',
      'deadline',
      'whichYear',
      'audit.late',
      'cmp.eq',
      'cmp.leAfter',
      'year.since',
      'year.until',
      'search',
      'not',
      'meta.given',
      'check',
    );
    // 新格式还是旧格式: both are named, and neither restricts.
    if (found.some(([, field]) => field === 'form')) marks.useRule('op.compare');
    marks.use(
      ...marks
        .with('definition')
        .filter(({ mark }) => !marks.used(mark))
        .map(({ mark }) => mark),
    );
    useCounts(hearing);
    const fieldsAsked = [...new Set(named.map(([, field]) => field))];
    const many =
      (asksWhich(marks) && !marks.firing('which').every(({ text }) => /^(which|哪个)$/.test(text))) ||
      marks.has('all') ||
      hearing.bodies.some(({ plural }) => plural) ||
      (hearing.bodies.length === 0 && (marks.has('export') || each.test(hearing.question.text)));
    // 两家的格式一样吗: theirs are shown side by side.
    if (many && fieldsAsked.includes('form')) marks.useRule('follow', 'cmp.eq', 'op.compare');
    if (many && fieldsAsked.includes('form') && marks.with('form').length > 0) return null;
    return { rule: this.name, needs: many ? 'many' : 'one', plan: { operation: 'metadata', metadata: fieldsAsked } };
  },
};

/** 报告分别是几月发布的: of each of them. */
const each = /分别|各自|各是|逐份|\b(?:each|respectively)\b|contacts\b|phones\b|numbers of\b/;

/** 彭阳科技局在哪 · "where is the Pengyang bureau, and what is its fax": the clause says nothing else. */
function seatOf({ marks, question, bodies }: Hearing): readonly Mark[] {
  const [body, ...more] = bodies;
  if (body === undefined || body.plural || more.length > 0) return [];
  const named = ({ senses }: Mark) => senses.some(({ kind }) => /^(?:agency|region|department)$/.test(kind));
  return cut(marks.all, question.text).flatMap((clause) => {
    const rest = clause.filter((mark) => !named(mark));
    const where = rest.some(({ text }) => /^where(?: is|'s| are)?$|^在哪(?:里|儿)?$/.test(text));
    const only = rest.every((mark) => fires(mark, 'filler') || /^where|^在哪/.test(mark.text));
    return where && only && clause.some(named) ? rest : [];
  });
}

/** 是2019版还是2021版, 是不是旧格式: which form it follows. */
function eitherForm(hearing: Hearing): Draft | null {
  const { marks, bodies } = hearing;
  const forms = new Set(marks.with('form').map(({ sense: { form } }) => form));
  const either = forms.size > 1 && marks.has('op.compare', 'and') && bodies.length === 1;
  // 盐池用的是新版吗: which one it follows is the answer. An agency's figures by a form are another matter.
  const whether = forms.size === 1 && ofOne(hearing) && asksWhether(marks) && marks.with('measure').length === 0;
  if (!either && !whether) return null;
  marks.useRule('op.compare', 'cmp.eq', 'check', 'claim', 'ask', 'verb', 'library.reports');
  return { rule: 'metadata: which form', needs: 'one', plan: { operation: 'metadata', metadata: ['form'] } };
}

/** "When did Ankang put its 2020 report up": any verb of putting out, with when and the report. */
function putUp({ marks, bodies }: Hearing): Draft | null {
  const when = marks.all.some(({ text }) => /^(when|啥时候|什么时候|何时)$/.test(text));
  const where = marks.all.some(({ text }) => /^(where|在哪|在哪里|在哪儿)$/.test(text));
  const report = marks.all.some(({ text }) => /reports?$|报告|年报/.test(text));
  const out = marks.all.some((mark) => fires(mark, 'verb.publish') || /^(put|up|online|out|挂|贴|晒)$/.test(mark.text));
  if (when === where || !report || !out || bodies.length !== 1 || marks.unknown().length > 0) return null;
  marks.useRule('verb', 'library', 'ask', 'whichYear');
  const metadata: MetadataField[] = when ? ['publishedDate'] : ['sourceUrl', 'website'];
  if (where) marks.useRule('meta.publishedDate', 'show');
  return { rule: 'metadata: put out', needs: 'one', plan: { operation: 'metadata', metadata } };
}

export function strong(text: string, { marks }: Hearing): boolean {
  if (
    /date|\bday\b|日期|日子|时间|什么时候|啥时|几时|何时|哪天|哪一天|哪日|when|几月|几号|online|标题|题目|哪个省|哪个市|地区|region|province|signed|署名|网址|官网|homepage|url|落款|signature|引言|前言|序言|开头|preamble|introduct|foreword|preface|依据|\bbasis\b|题|版本|version|titled|website|title/.test(
      text,
    )
  )
    return true;
  return (
    (marks.has('whichYear') || marks.all.some((mark) => mark.text === 'when')) &&
    /publish|release|issue|come out|came out|appear|posted|went|\blive\b|\bup\b|公布|发布/.test(text)
  );
}
