/** What the checks found: contradictions, gaps, lateness, copies. */
import { asksWhich, type Draft, type Hearing, type Rule } from '../hearing.ts';
import { fires, type Mark, sense } from '../marks.ts';
import type { PlanInput } from '../plan.ts';

/** What the words ask for, as rules of the audit (their ids, or the first part). */
const ruleGroups = {
  'audit.contradiction': ['text', 't3', 't4', 'range', 'year'],
  'audit.arithmetic': ['t3', 't4', 'range'],
  'audit.total': ['t3', 't4', 'range', 'text.parts'],
  'audit.layout': ['layout'],
  'audit.sections': ['layout.missingSection'],
  'audit.rows': ['layout.missingRow'],
  'audit.blank': ['layout.blankCells'],
  'audit.columns': ['layout.lostColumns'],
  'audit.late': ['late'],
  'audit.copy': ['copy'],
  'audit.agency': ['text.agency'],
  'audit.year': ['text.year'],
  'audit.carry': ['year.carry'],
  'audit.inForce': ['year.inForce'],
  'audit.range': ['range'],
} as const;

/** 哪份报告前后数字对不上 · "is anything missing from Yanchi's report" · "does it balance" */
export const audit: Rule = {
  name: 'audit',
  make(hearing) {
    const { marks } = hearing;
    const cues = marks.firing('audit').filter((mark) => !marks.used(mark));
    const table = missingTable(hearing);
    if (table) return table;
    // 438那个数对吗 · "does the 438 add up": the findings that the number has a part in.
    const numbers = marks.with('number').filter(({ mark, sense: { percent } }) => !marks.used(mark) && !percent);
    const [number] = numbers;
    if (
      number &&
      numbers.length === 1 &&
      marks.has('check', 'audit') &&
      marks.with('measure').every(({ mark }) => fires(mark, 'check'))
    ) {
      marks.use(number.mark, ...cues, ...marks.with('topic').map(({ mark }) => mark));
      marks.useRule('check', 'op.sum', 'unit', 'not', 'definition', 'verb', 'ask', 'section', 'show');
      return {
        rule: 'audit of a number',
        needs: 'many',
        plan: { operation: 'audit', audit: { rules: [], severities: [], card: false }, topic: `${number.sense.value}` },
      };
    }
    const sides = saidTwice(hearing);
    if (sides) return sides;
    if (cues.length === 0) return lackingSection(hearing);
    // 哪些报告是完整的: those without a finding are asked for, and findings are no answer. So are shares and means of them.
    const sound = cues.every(({ text }) => positive.test(text)) && (asksWhich(marks) || marks.has('count'));
    if (sound && !marks.has('not')) {
      marks.use(...marks.all);
      return contrary;
    }
    if (marks.has('op.rate', 'op.average')) return null;
    // 大家普遍有什么毛病, 讲自己毛病那一块: what the reports say of themselves.
    const faults = cues.every(({ text }) => /^(?:老|)毛病$|^缺点$|^缺陷$/.test(text));
    if (faults && (marks.has('themes', 'section.word') || /自己|自家|自身/.test(hearing.question.text))) return null;
    // 谁承认内容不完整: what bodies say of themselves is no finding.
    if (marks.has('search.admit')) return null;
    // 安康科技局的报告晚了吗: of one report its date and its deadline are asked for.
    if (cues.every((mark) => fires(mark, 'audit.late')) && oneAgency(hearing)) return null;
    // "Add up the applications of …": an order to add, where no figures are checked.
    if (
      cues.every((mark) => fires(mark, 'op.sum')) &&
      cues.includes(marks.all.find((mark) => !fires(mark, 'filler') && !fires(mark, 'ask'))!) &&
      marks.with('measure').length > 0
    )
      return null;
    // "How many were missing" with cells is a question about their state.
    const states = cues.every((mark) => fires(mark, 'state')) && marks.with('measure').length > 0;
    if (states) return null;
    const rules = [
      ...new Set([
        ...(Object.keys(ruleGroups) as (keyof typeof ruleGroups)[])
          .filter((rule) => cues.some((mark) => fires(mark, rule)))
          .flatMap((rule) => ruleGroups[rule]),
        // "Does the text add up": what the sentences say, too; only tables where tables are named.
        ...(addsUp(marks) ? ['text'] : []),
      ]),
    ];
    const sections = sectionsIn(hearing);
    marks.use(...cues, ...sections.map(({ mark }) => mark), ...standFor(hearing, sections));
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
      'check',
      'show',
      'ask',
      'whichYear',
    );
    // 结转数接不上: what is carried from year to year is what is checked.
    if (marks.has('audit.carry', 'audit.inForce'))
      marks.use(
        ...marks
          .with('measure')
          .filter(({ sense: { ids } }) => ids.every((id) => /carried|nForce/.test(id)))
          .map(({ mark }) => mark),
      );
    const severities = [
      ...(marks.has('audit.severe') ? (['error'] as const) : []),
      ...(marks.has('audit.warning') ? (['warning'] as const) : []),
    ];
    return {
      rule: this.name,
      needs: 'many',
      plan: {
        operation: 'audit',
        audit: {
          rules:
            (sections.length > 0 || marks.has('section.six')) &&
            rules.every((rule) => rule === 'layout' || rule === 'layout.missingSection') &&
            rules.length > 0
              ? ['layout.missingSection']
              : rules,
          severities,
          card: marks.has('audit.card'),
        },
        sections: [...new Set(sections.map(({ sense: { number } }) => number))],
      },
    };
  },
};

/** Those that have none are asked for: understood, and not done. */
export const contrary: Draft = { rule: 'the contrary', needs: 'none', plan: { operation: 'audit' } };

const positive =
  /^(完整|齐全|都全|齐|一致|平衡|平|complete|consistent|internally consistent|balanced|all there|reliable|trustworthy)$/;

/** One agency is named, and no other could be meant. */
const oneAgency = ({ marks, bodies }: Hearing): boolean =>
  bodies.length === 1 && !bodies[0]!.plural && !asksWhich(marks) && !marks.has('all', 'count');

interface Named {
  readonly mark: Mark;
  readonly sense: { readonly number: number };
}

/** Sections by number, or by name beside a word for sections: "the reviews and litigation section", 复议诉讼那一块. */
function sectionsIn({ marks }: Hearing): Named[] {
  const free = marks.with('section').filter(({ mark }) => !marks.used(mark));
  const explicit = free.filter(({ mark }) => /部分|章|节|section|part|chapter/.test(mark.text));
  if (explicit.length > 0) return explicit;
  return free.filter(({ mark }) => {
    const next = marks.all[marks.all.indexOf(mark) + 1];
    return next !== undefined && fires(next, 'section.word') && /section|part|chapter|块|部分|章|节|段/.test(next.text);
  });
}

/** What the sections are about, said beside their number: 复议诉讼的第四部分. */
function standFor({ marks }: Hearing, sections: readonly Named[]): Mark[] {
  const numbers = new Set(sections.map(({ sense: { number } }) => number));
  const about: readonly (readonly [number, RegExp])[] = [
    [2, /^(rules|normative|licensing|penalties|coercion|fees|procurement)/],
    [3, /^applications/],
    [4, /^(review|litigation)/],
  ];
  return marks.all.filter((mark) => {
    const named = sense(mark, 'section');
    if (named && numbers.has(named.number)) return true;
    const cells = sense(mark, 'measure');
    return (
      cells !== undefined &&
      about.some(([number, test]) => numbers.has(number) && cells.ids.every((id) => test.test(id)))
    );
  });
}

/** "Says in one place that it got an application and in another that it got none": what is said twice is what is checked. */
function saidTwice({ marks }: Hearing): Draft | null {
  // 文字说没收到、表里却有申请: the text against the tables.
  const named = (what: RegExp) => marks.all.some(({ text }) => what.test(text));
  const against =
    named(/^(正文|文字|叙述|text|prose|narrative)/) && named(/^表(格|里|中)?|^(its |the |their )?tables?$/);
  if (marks.has('ask.quantity', 'section.show', 'op.sum', 'op.rate') && !marks.has('audit.contradiction')) return null;
  if (against && marks.has('ask.quantity', 'section.show', 'op.sum')) return null;
  const contradicts = marks.has('audit.contradiction') || against;
  if (!contradicts && marks.firing('audit.side').length < 2) return null;
  const cells = marks.with('measure').filter(({ mark }) => !marks.used(mark) && !fires(mark, 'audit'));
  if (contradicts && !against && cells.length === 0) return null;
  const ids = cells.flatMap(({ sense: { ids } }) => ids);
  const measures: NonNullable<PlanInput['measures']> = [...new Set(ids)].map((measure) => ({ measure }));
  marks.use(
    ...cells.map(({ mark }) => mark),
    ...marks.with('number').map(({ mark }) => mark),
    ...marks.with('section').map(({ mark }) => mark),
  );
  marks.useRule(
    'audit',
    'not',
    'verb',
    'search',
    'section',
    'definition',
    'op.compare',
    'check',
    'library.reports',
    'outcomes',
  );
  return {
    rule: 'audit: said twice',
    needs: 'many',
    plan: { operation: 'audit', audit: { rules: [...ruleGroups['audit.contradiction']] }, measures },
  };
}

const addsUp = (marks: Hearing['marks']): boolean =>
  marks.has('audit.arithmetic') &&
  marks
    .firing('audit.arithmetic')
    .every(({ text }) => /^(add up|adds up|.*[对合]得上.*|.*对得起来.*|[凑对合][得不][拢齐]吗?)$/.test(text)) &&
  !marks.all.some(({ text }) => /表|tables?\b/.test(text));

/** "Who is missing the table of reviews", 哪份报告缺表四: a table is missing, or the section that it stands in, not one of its cells. */
function missingTable({ marks }: Hearing): Draft | null {
  const table = marks.all.some(({ text }) =>
    /^(tables?|缺表|缺少表|没有表|(第[一二三四1-4]张|[一二三四]号|)表(格|[一二三四1-4])?|table (2|3|4|two|three|four))$/.test(
      text,
    ),
  );
  const lacks =
    marks.has('audit.layout', 'state.missing') ||
    marks.all.some(({ text }) => /^(缺|没有|没|lacks?|without)$/.test(text));
  // What table 3 of one report lacks are its gaps.
  if (!(asksWhich(marks) || marks.has('ask.exists'))) return null;
  if (!table || !lacks || marks.has('audit.rows', 'audit.columns', 'audit.blank', 'section.word')) return null;
  if (marks.all.some(({ text }) => /单元格|格子|cells?\b|行|列|rows?\b|columns?\b/.test(text))) return null;
  const numbers = new Set([
    ...marks.with('number').flatMap(({ sense: { value } }) => ([2, 3, 4].includes(value) ? [value] : [])),
    ...marks.with('section').map(({ sense: { number } }) => number),
    ...marks
      .with('measure')
      .flatMap(({ sense: { ids } }) => (ids.every((id) => /^(review|litigation)/.test(id)) ? [4] : [])),
    ...marks.all.flatMap(({ text }) => {
      const at = /(?:表|table |第)([二三四234]|two|three|four)/.exec(text)?.[1];
      return at === undefined
        ? []
        : [({ 二: 2, 两: 2, two: 2, 三: 3, three: 3, 四: 4, four: 4 } as Record<string, number>)[at] ?? Number(at)];
    }),
  ]);
  marks.use(
    ...marks.all.filter((mark) =>
      mark.senses.some(({ kind }) => ['section', 'measure', 'part', 'definition', 'number'].includes(kind)),
    ),
  );
  marks.useRule('audit', 'state', 'not', 'library.reports', 'section');
  return {
    rule: 'missing table',
    needs: 'many',
    plan: {
      operation: 'audit',
      audit: { rules: ['layout.missingTable', 'layout.missingSection'] },
      sections: [...numbers],
    },
  };
}

/** 哪些报告没有第四部分 · "does Ankang's report have all six sections": a section is missing. */
function lackingSection(hearing: Hearing): Draft | null {
  const { marks, bodies } = hearing;
  const sections = sectionsIn(hearing);
  const six = marks.has('section.six');
  const asks = asksWhich(marks) || bodies.length > 0 || marks.has('ask.exists', 'ask.yesno', 'count');
  if ((sections.length === 0 && !six) || !marks.has('not', 'state.missing') || !asks || marks.has('ask.quantity'))
    return null;
  marks.use(...sections.map(({ mark }) => mark), ...standFor(hearing, sections));
  marks.useRule('not', 'state', 'which', 'section', 'library.reports', 'count', 'search', 'verb');
  return {
    rule: 'missing section',
    needs: 'many',
    plan: {
      operation: 'audit',
      audit: { rules: ['layout.missingSection'] },
      sections: [...new Set(sections.map(({ sense: { number } }) => number))],
    },
  };
}
