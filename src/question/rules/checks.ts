/** Questions about reports as such: audit, metadata, the library, definitions, help. */
import { asksWhich, type Draft, type Hearing, type Rule, unused } from '../hearing.ts';
import { fires, sense } from '../marks.ts';
import type { MetadataField } from '../plan.ts';

/** What the words ask for, as rules of the audit (their ids, or the first part). */
const ruleGroups = {
  'audit.contradiction': ['text', 't3', 't4', 'range', 'year'],
  'audit.arithmetic': ['t3', 't4', 'range'],
  'audit.layout': ['layout'],
  'audit.late': ['late'],
  'audit.copy': ['copy'],
  'audit.agency': ['text.agency'],
  'audit.year': ['text.year'],
} as const;

/** 哪份报告前后数字对不上 · "is anything missing from Yanchi's report" · "does it balance" */
export const audit: Rule = {
  name: 'audit',
  make(hearing) {
    const { marks } = hearing;
    const cues = marks.firing('audit').filter((mark) => !marks.used(mark));
    if (cues.length === 0) return lackingSection(hearing);
    // "How many were missing" with cells is a question about their state.
    const states = cues.every((mark) => fires(mark, 'state')) && marks.with('measure').length > 0;
    if (states) return null;
    const rules = [
      ...new Set(
        (Object.keys(ruleGroups) as (keyof typeof ruleGroups)[])
          .filter((rule) => cues.some((mark) => fires(mark, rule)))
          .flatMap((rule) => ruleGroups[rule]),
      ),
    ];
    const sections = marks
      .with('section')
      .filter(({ mark }) => !marks.used(mark) && /部分|章|节|section|part|chapter/.test(mark.text));
    marks.use(...cues, ...sections.map(({ mark }) => mark));
    // The tables and the text are what is checked, not a restriction.
    marks.use(
      ...marks.with('section').map(({ mark }) => mark),
      ...marks.with('theme').map(({ mark }) => mark),
      ...marks.with('topic').map(({ mark }) => mark),
      ...marks.with('definition').map(({ mark }) => mark),
    );
    marks.useRule(
      'section',
      'count',
      'not',
      'themes',
      'state',
      'verb',
      'search',
      'op',
      'order',
      'meta',
      'definition',
      'library',
      'cmp.eq',
    );
    const severe = marks.has('audit.severe');
    return {
      rule: this.name,
      needs: 'many',
      plan: {
        operation: 'audit',
        audit: { rules, severities: severe ? ['error'] : [], card: marks.has('audit.card') },
        sections: sections.map(({ sense: { number } }) => number),
      },
    };
  },
};

/** 哪些报告没有第四部分 · "which report has no section four": the section is missing. */
function lackingSection(hearing: Hearing): Draft | null {
  const { marks } = hearing;
  const sections = marks.with('section').filter(({ mark }) => /第|section|part|chapter/.test(mark.text));
  if (
    sections.length === 0 ||
    !marks.has('not') ||
    !(asksWhich(marks) || marks.has('ask.exists', 'ask.yesno', 'count'))
  )
    return null;
  marks.use(...sections.map(({ mark }) => mark));
  marks.useRule('not', 'which', 'section', 'library.reports', 'count');
  return {
    rule: 'missing section',
    needs: 'many',
    plan: {
      operation: 'audit',
      audit: { rules: ['layout.missingSection'] },
      sections: sections.map(({ sense: { number } }) => number),
    },
  };
}

/** Each field, and the rule that asks for it; narrower rules first. */
const fields: readonly (readonly [string, MetadataField])[] = [
  ['meta.onTime', 'onTime'], ['meta.publishedDate', 'publishedDate'], ['meta.phone', 'phone'], ['meta.fax', 'fax'], ['meta.email', 'email'], ['meta.postcode', 'postcode'],
  ['meta.address', 'address'], ['meta.website', 'website'], ['meta.contact', 'contact'], ['meta.sourceUrl', 'sourceUrl'], ['meta.title', 'title'], ['meta.signature', 'signature'],
  ['meta.preamble', 'preamble'], ['meta.sections', 'sections'], ['meta.region', 'region'], ['meta.ingestedAt', 'ingestedAt'], ['meta.versions', 'versions'], ['meta.form', 'form'], ['meta.agencyName', 'agency'],
]; // biome-ignore format: pairs

/** Fields whose words also mean other things: they need a question word beside them. */
const weak = new Set<MetadataField>([
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
    const found = fields.filter(([rule, field]) => {
      const cues = marks.firing(rule).filter((mark) => !marks.used(mark));
      return cues.some((mark) => !weak.has(field) || strong(mark.text, hearing));
    });
    if (found.length === 0) return null;
    const specific = found.some(([, field]) => field !== 'contact')
      ? found.filter(([, field]) => field !== 'contact' || marks.has('and'))
      : found;
    const named =
      found.length > 1 && found.some(([, field]) => field === 'onTime')
        ? found.filter(([, field]) => field === 'onTime')
        : specific;
    for (const [rule] of found) marks.useRule(rule);
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
    );
    marks.use(
      ...marks
        .with('definition')
        .filter(({ mark }) => !marks.used(mark))
        .map(({ mark }) => mark),
    );
    const fieldsAsked = [...new Set(named.map(([, field]) => field))];
    const many =
      (asksWhich(marks) && !marks.firing('which').every(({ text }) => /^(which|哪个)$/.test(text))) || marks.has('all');
    if (many && fieldsAsked.includes('form') && marks.with('form').length > 0) return null;
    return { rule: this.name, needs: many ? 'many' : 'one', plan: { operation: 'metadata', metadata: fieldsAsked } };
  },
};

function strong(text: string, { marks }: Hearing): boolean {
  if (
    /date|日期|时间|什么时候|何时|哪天|when|几月|几号|标题|题目|哪个省|哪个市|地区|region|网址|官网|homepage|url|落款|signature|引言|开头|preamble|题|版本|version|titled|website|title/.test(
      text,
    )
  )
    return true;
  return (
    (marks.has('whichYear') || marks.all.some((mark) => mark.text === 'when')) &&
    /publish|release|issue|come out|appear|posted|公布|发布/.test(text)
  );
}

/** 资料库里有哪些报告 · "how many reports are held for 2020" · "which years do you have" */
export const library: Rule = {
  name: 'library',
  make(hearing): Draft | null {
    const { marks, bodies, when } = hearing;
    if (marks.with('measure').some(({ mark }) => !marks.used(mark) && !fires(mark, 'library') && !fires(mark, 'verb')))
      return null;
    const agencies =
      marks.has('count.agencies') ||
      marks
        .firing('which')
        .some((mark) =>
          /单位|部门|机关|机构|家|局|谁|agenc|depart|bureau|bod|office|authorit|who|unit/.test(mark.text),
        );
    const listed =
      marks.has('library.reports', 'count.reports') ||
      (!agencies &&
        marks.has('which') &&
        marks.all.some(({ text }) => /^(annual reports|reports|报告|年报)$/.test(text))) ||
      marks.firing('which').some((mark) => /报告|年报|report|份/.test(mark.text)) ||
      marks.firing('all').some((mark) => /报告|report/.test(mark.text));
    const field = marks.has('library.failures')
      ? 'failures'
      : marks.has('library.missing')
        ? 'missing'
        : marks.has('library.ingested')
          ? 'ingested'
          : marks.has('library.coverage') && !marks.has('library.years', 'whichYear')
            ? 'coverage'
            : marks.has('whichYear', 'library.years') && (marks.has('library') || bodies.length > 0)
              ? 'years'
              : marks.has('library.regions', 'group.province') && marks.has('library')
                ? 'regions'
                : agencies && !listed
                  ? 'agencies'
                  : listed || marks.has('library')
                    ? 'reports'
                    : null;
    if (
      field === null ||
      (!marks.has('library') &&
        !listed &&
        !agencies &&
        !['failures', 'missing', 'ingested', 'coverage', 'years'].includes(field))
    )
      return null;
    if (
      field === 'agencies' &&
      !marks.has('library', 'count') &&
      bodies.length === 0 &&
      when.mode === 'open' &&
      marks.with('form').length === 0
    ) {
      const rest = unused(marks, ['library', 'count', 'search', 'verb']);
      if (rest.length > 0) return null;
    }
    marks.useRule(
      'library',
      'count',
      'which',
      'whichYear',
      'group',
      'year.all',
      'op.sum',
      'ask',
      'search',
      'verb',
      'section.word',
      'meta.form',
      'year.latest',
      'meta.ingestedAt',
      'search.command',
      'op.trend',
      'definition',
      'themes',
      'audit.layout',
      'not',
      'export',
      'state',
      'audit.general',
    );
    if (field === 'failures') marks.use(...marks.with('topic').map(({ mark }) => mark));
    const count = marks.has('count') || marks.has('ask.quantity') || marks.has('op.sum');
    const plain =
      field === 'reports' && count && !marks.has('library')
        ? { operation: 'count' as const }
        : { operation: 'library' as const, library: field as 'reports' };
    return { rule: this.name, needs: 'many', plan: plain };
  },
};

/** 什么是三安全一稳定 · "what does partly disclosed mean" · 年报什么时候之前公布 */
export const definition: Rule = {
  name: 'definition',
  make(hearing) {
    const { marks, bodies, when, lexicon } = hearing;
    const limits = marks.with('definition').some(({ sense: { id } }) => id === 'deadline' || id === 'replyTime');
    const deadline =
      (marks.has('deadline') || limits) &&
      !marks.has('meta.onTime', 'audit.late') &&
      bodies.every((body) => body.by !== 'name') &&
      when.mode === 'open';
    if (deadline) {
      const reply =
        marks.all.some((mark) => /答复|回复|办理|办结|answer|repl|respon/.test(mark.text)) ||
        marks.with('measure').some(({ sense: { ids } }) => ids[0]?.startsWith('applications') === true);
      marks.use(...marks.all);
      return {
        rule: 'deadline',
        needs: 'none',
        plan: { operation: 'definition', term: reply ? 'replyTime' : 'deadline' },
      };
    }
    if (!marks.has('definition') || bodies.length > 0 || when.mode !== 'open') return null;
    const named = marks
      .with('definition')
      .filter(({ mark }) => !marks.used(mark))
      .sort((a, b) => b.mark.text.length - a.mark.text.length);
    const term = named[0]?.sense.id ?? byMeasure(hearing) ?? byRate(hearing);
    if (term === null || !lexicon.definitions.some(({ id }) => id === term)) return null;
    const strongCue = marks
      .firing('definition')
      .some((mark) =>
        /意思|含义|定义|什么叫|什么是|何谓|何为|指的是|解释|怎么算|计算|理解|mean|defin|explain|stand|calculat|comput|concept|counts as|what's a|啥叫|啥是/.test(
          mark.text,
        ),
      );
    const weakCue = marks
      .firing('definition')
      .some((mark) =>
        /^(what is|what are|what's|what is the|what is a|what is an|what exactly is|是什么|是啥|what are the)/.test(
          mark.text,
        ),
      );
    const asked =
      marks.has(
        'which',
        'count',
        'order',
        'op.sum',
        'op.average',
        'op.compare',
        'op.trend',
        'op.change',
        'unit',
        'library',
        'not',
        'themes',
      ) || marks.with('number').length > 0;
    if (
      !(
        strongCue ||
        (weakCue &&
          !asked &&
          !marks
            .firing('ask.quantity')
            .some((mark) => /多少|几|数量|how many|how much|number|amount|count|figure/.test(mark.text)))
      )
    )
      return null;
    if (asked && !strongCue) return null;
    marks.use(
      ...named.map(({ mark }) => mark),
      ...marks.with('measure').map(({ mark }) => mark),
      ...marks.with('rate').map(({ mark }) => mark),
      ...marks.with('section').map(({ mark }) => mark),
      ...marks.with('topic').map(({ mark }) => mark),
      ...marks.with('part').map(({ mark }) => mark),
      ...marks.with('applicant').map(({ mark }) => mark),
      ...marks.with('form').map(({ mark }) => mark),
    );
    marks.useRule(
      'definition',
      'section',
      'op.rate',
      'op.compare',
      'deadline',
      'meta',
      'verb',
      'show',
      'themes',
      'outcomes',
      'search',
    );
    return { rule: this.name, needs: 'none', plan: { operation: 'definition', term } };
  },
};

function byMeasure({ marks }: Hearing): string | null {
  const ids = marks.with('measure').flatMap(({ sense: { ids } }) => (ids.length <= 8 ? ids : []));
  const last = ids[0]?.split('.').at(-1) ?? null;
  return last === 'threeSecuritiesOneStability' ? 'threeSecurities' : last;
}

function byRate({ marks }: Hearing): string | null {
  const id = marks.with('rate')[0]?.sense.id;
  return id === undefined
    ? null
    : id.endsWith('Corrected')
      ? 'correctionRate'
      : id.startsWith('disclosure')
        ? 'disclosureRate'
        : `${id}Rate`;
}

/** 你能做什么 · hello · thanks · start over: only where nothing else is said. */
export const help: Rule = {
  name: 'help',
  make({ marks, bodies, when }) {
    if (bodies.length > 0 || when.mode !== 'open') return null;
    for (const [rule, kind] of [
      ['reset', 'reset'],
      ['help', 'capabilities'],
      ['thanks', 'thanks'],
      ['greeting', 'greeting'],
    ] as const) {
      if (!marks.has(rule)) continue;
      const rest = unused(marks, [
        'greeting',
        'thanks',
        rule,
        'follow',
        'op.change',
        'search',
        'definition',
        'section',
        'show',
        'audit',
        'library',
      ]).filter(
        (mark) =>
          !marks.with('topic').some((each) => each.mark === mark) || kind === 'reset' || kind === 'capabilities',
      );
      if (
        rest.length > 0 &&
        !(kind === 'capabilities' && rest.every((mark) => sense(mark, 'definition') || sense(mark, 'topic')))
      )
        continue;
      marks.use(...marks.all);
      return { rule: kind, needs: 'none', plan: { operation: 'help', help: kind } };
    }
    return null;
  },
};
