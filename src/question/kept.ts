/**
 * A word that was read must stand in the plan: what a question says and its plan does not would be a restriction dropped. A rule may
 * use a word too many; here every piece whose senses all leave a trace in a plan is looked for there.
 */
import type { Draft } from './hearing.ts';
import type { Mark, Marks, Sense } from './marks.ts';

type Drafted = Draft['plan'];

/** Particulars that a plan asks for by name. */
const fields = ['form', 'phone', 'fax', 'email', 'address', 'postcode', 'website', 'sourceUrl', 'title', 'signature', 'preamble', 'versions'] as const; // biome-ignore format: names

/** Groups of reports that are said by name, and operations that would have to show them. */
const groups = ['province', 'city', 'county', 'kind', 'form'] as const;
const grouping = new Set<Drafted['operation']>(['sum', 'average', 'rank', 'list', 'count', 'trend', 'compare']);

/** Used pieces whose meaning the draft's plan lacks. */
export function unkept(marks: Marks, { plan, rewords }: Draft): Mark[] {
  if (rewords) return [];
  const said = wordsOf(plan);
  return marks.all.filter(
    (mark) =>
      marks.used(mark) &&
      mark.senses.length > 0 &&
      !said.includes(mark.text) &&
      mark.senses.every((sense) => traced(sense, plan, said) === false),
  );
}

/** Words of the question that the plan carries on as they are. */
const wordsOf = ({ topic, each = [], lacking, statement }: Drafted): string =>
  [
    topic,
    ...each,
    lacking,
    statement?.subject,
    statement?.whole?.subject,
    ...(statement?.parts ?? []).map(({ subject }) => subject),
  ]
    .filter((words) => words != null)
    .join(' ');

/** Whether the plan shows that this is what the piece meant; null where such a sense need not show. */
function traced(sense: Sense, plan: Drafted, said: string): boolean | null {
  switch (sense.kind) {
    case 'word':
      return tracedRule(sense.rule, plan);
    case 'topic':
      return plan.statement?.whole != null || !told.has(plan.operation) ? null : said.includes(sense.zh);
    case 'theme':
      return plan.themes?.includes(sense.id) ?? false;
    case 'rate':
      return (
        plan.share != null ||
        plan.operation === 'rate' ||
        plan.operation === 'definition' ||
        JSON.stringify([plan.rate, plan.conditions]).includes(sense.id)
      );
    case 'section':
      return plan.operation === 'definition' || (plan.sections?.includes(sense.number) ?? false);
    case 'number':
      // 四个科技局: how many they are is checked where the bodies are found.
      if (explained.has(plan.operation) || (Number.isInteger(sense.value) && sense.value < 10)) return null;
      return new RegExp(`(?<![\\d.])${sense.value}(?![\\d.])`).test(JSON.stringify(plan));
    case 'applicant':
      // 其它单位 are also those beside the ones left out.
      return sense.id === 'otherOrganization' || plan.statement != null || explained.has(plan.operation)
        ? null
        : // All organisations are the five columns of them.
          holds(plan, sense.id === 'organizations' ? /"(?:organizations|business)"/ : new RegExp(`"${sense.id}"`));
    case 'measure':
      if (
        plan.operation === 'rate' ||
        divides(plan) ||
        plan.statement != null ||
        (plan.operation !== 'search' && explained.has(plan.operation))
      )
        return null;
      return sense.ids.some((id) => JSON.stringify(plan).includes(`"${id.split('.')[0]}.`));
    case 'definition':
      return plan.operation === 'definition';
    default:
      return null;
  }
}

/** Operations that a topic would have to restrict. */
const told = new Set<Drafted['operation']>(['lookup', 'list', 'count', 'sum', 'average', 'rank', 'rate', 'compare', 'trend', 'change', 'section', 'search']); // biome-ignore format: names

/** Operations that tell of words and texts, whatever else is named. */
const explained = new Set<Drafted['operation']>(['definition', 'section', 'search', 'audit', 'help', 'export']);

/** A rate stands for the figures that it divides. */
const divides = ({ rate, share, conditions }: Drafted): boolean =>
  rate != null || share != null || holds(conditions, /"(?:rate|share)":/);

/** What of the library tells what it lacks. */
const lackingHeld = new Set<string>(['missing', 'failures', 'coverage']);

type Trace = (plan: Drafted) => boolean;

const holds = (part: unknown, words: RegExp): boolean => words.test(JSON.stringify(part ?? null));
const measured: Trace = ({ conditions }) => holds(conditions, /"(?:than|against)"/);

/** First, last, most: an order, a place, a year, or what is measured against others. Of the problems that are named all are ranked. */
const ordered: Trace = (plan) =>
  plan.order != null || plan.stands != null || plan.occurring != null || plan.window != null || plan.moved != null ||
  measured(plan) || (plan.operation === 'themes' && (plan.themes ?? []).length === 0); // biome-ignore format: a list

const late: Trace = (plan) =>
  plan.term === 'deadline' || (plan.metadata ?? []).some((field) => field === 'publishedDate' || field === 'onTime');

/** Whether there is any. */
const isAny = (condition: NonNullable<Drafted['conditions']>[number]): boolean =>
  'value' in condition && condition.value === 0 && condition.comparison === 'gt';

/** What is denied: of what the library holds, of particulars, themes and passages there is a place for it in the plan. */
const denied: Trace = (plan) => {
  switch (plan.operation) {
    case 'library':
      return plan.library === 'missing' || plan.library === 'failures';
    case 'metadata':
      return plan.having != null || late(plan);
    case 'themes':
    case 'search':
      return unsaid(plan);
    // 没有被复议也没有被起诉的: not those that were.
    case 'list':
    case 'count':
      return plan.claim != null || (plan.conditions ?? []).length === 0 || !plan.conditions?.every(isAny);
    default:
      return true;
  }
};

/** Who does not write of it is asked for: whoever does is never the answer. */
const unsaid: Trace = ({ operation, having, lacking }) =>
  having === 'without' || lacking != null || (operation !== 'search' && operation !== 'themes');

const traces: readonly (readonly [string, Trace])[] = [
  ['order', ordered],
  ['op.average', (plan) => plan.operation === 'average' || holds(plan, /"mean"|"median"/)],
  [
    'op.compare',
    (plan) => measured(plan) || !['audit', 'metadata', 'library', 'themes', 'search', 'help'].includes(plan.operation),
  ],
  ['cmp', (plan) => holds(plan, /"comparison"|"limit"|"than"/) || plan.comparable != null],
  [
    'themes',
    (plan) =>
      plan.operation === 'themes' ||
      holds(plan.sections, /5/) ||
      plan.audit != null ||
      wordsOf(plan) !== '' ||
      ordered(plan),
  ],
  [
    'state',
    (plan) =>
      plan.audit != null ||
      plan.having != null ||
      lackingHeld.has(plan.library ?? '') ||
      holds(plan.conditions, /"state"/),
  ],
  ['not', denied],
  ['search.silent', unsaid],
  ['audit.late', (plan) => plan.audit != null || late(plan)],
  ['audit.sections', (plan) => plan.audit != null || holds(plan.metadata, /sections/)],
  [
    'audit',
    (plan) =>
      plan.audit != null || plan.comparable != null || plan.operation === 'themes' || holds(plan.conditions, /"state"/),
  ],
  ['meta.publishedDate', (plan) => plan.dated === true || late(plan) || wordsOf(plan) !== ''],
  ['meta.onTime', late],
  // 联系电话: the telephone alone is asked for.
  ['meta.contact', (plan) => (plan.metadata ?? []).length > 0 || wordsOf(plan) !== ''],
  ...groups.map((group): readonly [string, Trace] => [
    `group.${group}`,
    (plan) => plan.groupBy === group || plan.order?.within === group || !grouping.has(plan.operation),
  ]),
  ...fields.map((field): readonly [string, Trace] => [
    `meta.${field}`,
    (plan) => (plan.metadata?.includes(field) ?? false) || wordsOf(plan) !== '',
  ]),
];

/** Whether the plan has what such a word stands for; null: nothing of the plan stands for it alone. */
function tracedRule(rule: string, plan: Drafted): boolean | null {
  const found = traces.find(([above]) => rule === above || rule.startsWith(`${above}.`));
  return found === undefined ? null : found[1](plan);
}
