/**
 * A plan: what a question was taken to mean, as validated data. It is public (`ask --plan FILE` takes one, an answer
 * prints the one it used) and holds no words of the question except what is searched for.
 */
import { z } from 'zod';
import { Severity } from '../report/report.ts';
import { Claim, Comparison, Condition, MeasureRef, RateId, Share } from './plan/cells.ts';
import { Scope } from './plan/scope.ts';

export { Claim, Condition, MeasureRef, RateId, Share, Yardstick } from './plan/cells.ts';
export { Level, RegionFilter, Scope } from './plan/scope.ts';

export const Language = z.enum(['zh', 'en']);
export type Language = z.infer<typeof Language>;

export const Operation = z.enum([
  'lookup', // the value of some cells, or a statement of the text
  'list', // which reports (or agencies) meet a condition
  'count', // how many reports do; with groupBy 'agency' how many agencies; without conditions all of the scope count
  'sum',
  'average',
  'rank', // top or bottom n
  'compare', // agencies, or years, side by side
  'trend', // a measure over three or more years
  'change', // a measure from one year to another, absolute and in percent
  'rate', // a derived rate, numerator over denominator
  'section', // the text of a section, or the part of it that treats a topic
  'search', // full text
  'themes', // which problems and measures the reports name
  'audit', // findings: contradictions, gaps, lateness, copies; with `order` or `groupBy` how many of them
  'metadata', // form, date, contact, agency of a report
  'definition', // what a word means, when a deadline is
  'export',
  'library', // what is held: reports, agencies, years, failures
  'help',
]);
export type Operation = z.infer<typeof Operation>;

const GroupBy = z.enum(['year', 'province', 'city', 'county', 'kind', 'agency', 'applicant', 'outcome', 'form']);

export const MetadataField = z.enum([
  'form',
  'publishedDate',
  'onTime',
  'phone',
  'fax',
  'email',
  'address',
  'postcode',
  'website',
  'contact',
  'sourceUrl',
  'title',
  'agency',
  'region',
  'year',
  'ingestedAt',
  'versions',
  'signature',
  'preamble',
  'sections',
]);
export type MetadataField = z.infer<typeof MetadataField>;

const LibraryField = z.enum(['reports', 'agencies', 'years', 'regions', 'failures', 'coverage', 'ingested', 'missing']);

/** Which findings of the checks are asked for, and how they are told. */
const Checks = z.object({
  /** Rule ids, or their first parts ("text" is every text.* rule). */
  rules: z.array(z.string()).default([]),
  severities: z.array(Severity).default([]),
  card: z.boolean().default(false),
  /** Only findings about these tables, by their numbers in the form. */
  tables: z.array(z.number().int().min(2).max(4)).default([]),
  /** The reports without such a finding, instead of the findings. */
  sound: z.boolean().default(false),
  /** How many findings there are of each kind (by the rule that made them), the most first. */
  byRule: z.boolean().default(false),
  /** Of few reports the cells that are so, by their rows and columns, instead of the findings that tell of them. */
  cells: z.enum(['blank', 'missing', 'uncertain']).nullable().default(null),
  /** Only findings on which a person has said so; none: all but the dismissed ones. */
  statuses: z.array(z.enum(['confirmed', 'dismissed', 'noted'])).default([]),
});

/** All of them, one by one. */
export const everyFinding = Checks.parse({});

export const Plan = z.object({
  version: z.literal(1).default(1),
  language: Language,
  operation: Operation,
  scope: Scope.default({
    agencies: [],
    except: [],
    exceptKinds: [],
    regions: [],
    kinds: [],
    levels: [],
    years: [],
    forms: [],
    versions: 'current',
    reports: [],
  }),
  /** Cells asked for, ranked, summed … Several for a breakdown ("how were they handled": every outcome), for a group
   *  (the eight grounds of refusal), or for what the two forms call differently (made, issued). Of several, those that a
   *  report's form does not have are left out; there is no data only where none is left. */
  measures: z.array(MeasureRef).default([]),
  /** Of several measures: `each` shows them side by side, `sum` adds them to one figure a report (and shows the parts in
   *  a lookup). Always `each` where one holds another (总计 and its parts). */
  combine: z.enum(['each', 'sum']).default('each'),
  /** For `rate`; with `rank` and `average` the figure that is ranked or averaged. */
  rate: RateId.nullable().default(null),
  conditions: z.array(Condition).default([]),
  /** Whether a report must meet all of the conditions, or any of them. */
  meets: z.enum(['all', 'any']).default('all'),
  /** With `list` and `count` over several years: `every`: only agencies that meet the conditions in each of them (of all years, in each
   *  that is held of the agency); `first`, `last`: of each agency the first or last year that meets them. With `library` the agencies
   *  that have a report of every one of the years, or `once`: of one year only. `together`: the condition is one of what an agency had
   *  over all of the years, or, with `groupBy`, of what each place, year or kind had together; with `rank` by agency all years that are held of it are added. With `search` the `first` or `last` of the years whose reports hold the words. */
  occurring: z.enum(['every', 'first', 'last', 'once', 'together']).nullable().default(null),
  /** With `every`: in so many years one after another, whichever they are, instead of in each. */
  running: z.number().int().min(2).max(20).nullable().default(null),
  /** With `themes`: those named most, in each group where `groupBy` says; of themes that are named, the groups that name them most. */
  order: z
    .object({
      direction: z.enum(['desc', 'asc']),
      limit: z.number().int().positive().max(1000),
      /** Of `rank`: the first of each year, of each place, of each kind, instead of all together. */
      within: z.enum(['year', 'province', 'city', 'county', 'kind', 'form']).optional(),
      /** The last ones as well as the first: 最多和最少的. */
      ends: z.boolean().optional(),
      /** Of `rank` by groups: the mean of each group's reports instead of their sum. */
      mean: z.boolean().optional(),
    })
    .nullable()
    .default(null),
  /** Only of the reports that stand first (or last) by a figure over this scope, those level with the last one too: 前五名里有几家被起诉. */
  among: z
    .object({
      scope: Scope,
      measures: z.array(MeasureRef).min(1),
      combine: z.enum(['each', 'sum']),
      direction: z.enum(['desc', 'asc']),
      limit: z.number().int().positive().max(1000),
      /** Agencies are ranked by what their reports have together, instead of the reports one by one. */
      together: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  /** With `rank`, `applicant` and `outcome` rank the plan's cells, each added up over the scope, instead of reports. */
  groupBy: GroupBy.nullable().default(null),
  /** Sections by number, for `section`, and as a filter for `search` and `themes`; with `audit` and the rule
   *  `layout.missingSection` only findings that one of these is missing. */
  sections: z.array(z.number().int().min(1).max(6)).default([]),
  /** For `rate` where none of the defined ones is asked for: the sum of `of` over the sum of `in` ("what share of the
   *  applications came from companies"). Like `rate` on `rank`, `average`, `trend` and `compare`. */
  share: Share.nullable().default(null),
  /** With `rate`: how many there are to one (“每几件有一件”, "one in how many") is said as well. */
  oneIn: z.boolean().default(false),
  /** With `average`: the mean, or the median of the known figures. */
  middle: z.enum(['mean', 'median']).default('mean'),
  /** With `average`: of what each year adds up to, instead of each report; the rows are the years, whatever `groupBy` says. With
   *  `compare` of places or kinds: of each of them what each year adds up to. */
  yearly: z.boolean().default(false),
  /** With `rate`: the share of these agencies' figure in the sum over all reports of the scope. */
  part: z
    .object({ agencies: z.array(z.string()).min(1) })
    .nullable()
    .default(null),
  /** With `change`: the percentage is asked for, and is the answer's value. With `count`: what share they are of all whose figures are known. */
  percent: z.boolean().default(false),
  /** With `change` of several agencies: only those whose figure moved so from the earlier year to the later (`difference` lt 0: fewer;
   *  `percent` gt 50; `times` ge 2: at least doubled, which nothing does from 0). `order` then takes the largest or smallest moves, in
   *  percent with `percent`; agencies that lack one of the two years are named. */
  moved: z
    .object({
      by: z.enum(['difference', 'percent', 'times']),
      ...Claim.shape,
      /** In every year of the range against the one before it, not only from the first to the last. */
      each: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  /** What the question says of the one figure that it asks for, so that the answer says whether it is so: “收到3件，对吧” is `eq` 3,
   *  "did anyone sue it" `gt` 0, “没有收到，对吗” `eq` 0, “不是3件吧” `ne` 3. Of a rate as a fraction, as in a condition. */
  claim: Claim.nullable().default(null),
  /** What the question says of how figures stand to each other, so that the answer says whether it is so: with `rank`, that the agency
   *  `of` is among the first (in `place` where one is said); with `compare`, that the figure of `of` (an agency, or a year of one)
   *  compares so to that of `than`. */
  stands: z
    .object({
      of: z.string(),
      comparison: Comparison.exclude(['between']).nullable().default(null),
      than: z.string().nullable().default(null),
      place: z.number().int().positive().nullable().default(null),
      /** With `rank`: its place itself is asked for (排第几), and not whether it is among the first. */
      where: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  /** Words of the question, normalised: what part of a section, what statement, what a search looks for; with `themes` where none is
   *  named, what section five says of it. */
  topic: z.string().max(500).nullable().default(null),
  /** With `section`: one of the points that it counts (一是…二是…), from 1, -1 the last; with `at` null all of them, and how many there are. */
  points: z.object({ at: z.number().int().nullable() }).nullable().default(null),
  /** For `section` and `search`: only passages that hold every word of the topic answer; where none does, there is no answer, rather
   *  than "none". So are read questions that nothing else understands. */
  whole: z.boolean().default(false),
  /** With `lookup` and a `topic`: when that happened, by the sentences of the text that tell of it; rows have the days as printed. */
  dated: z.boolean().default(false),
  /** Statements of the text instead of cells, for `lookup`, `rank`, `sum`, `average`, `compare`, `list`: of several reports the one figure
   *  that each states. */
  statement: z
    .object({
      /** Of what the text says it; with `lookup` of few reports an empty one is every figure of their text. */
      subject: z.string(),
      unit: z.string().nullable().default(null),
      /** What was done with it, as the end of a rule `verb.*` of index/words.json ("handle" of 办理): of several figures the one
       *  whose own words say so. `have`: all that there are, and not those that came new. */
      verb: z.string().nullable().default(null),
      /** For `lookup`: several figures that are asked for at once, each looked for by itself; `subject` names them all. */
      parts: z
        .array(z.object({ subject: z.string(), unit: z.string().nullable(), verb: z.string().nullable() }))
        .default([]),
      /** One number is asked of all the parts: a figure that names them all is shown; only where there is none, one of each. */
      together: z.boolean().default(false),
      /** For `lookup`: `subject` is a part of this figure (told by its words, its number or both), and with `percent` its share in it is
       *  the value; with an empty `subject` all the parts that the text lists under it. */
      whole: z
        .object({ subject: z.string().nullable().default(null), quantity: z.number().nullable().default(null) })
        .nullable()
        .default(null),
      /** With `list`, `sum` and `average`: only reports whose figure compares so. */
      compared: z
        .object({ comparison: Comparison, value: z.number(), upper: z.number().optional() })
        .nullable()
        .default(null),
    })
    .nullable()
    .default(null),
  /** Ids of index/themes.json, for `themes`: only these. */
  themes: z.array(z.string()).default([]),
  /** For `themes` where none is named: only problems, or only what is done about them; null: both. With `section` 5 `measure` shows
   *  its second half, where the report has it under a heading of its own. */
  themeKind: z.enum(['problem', 'measure']).nullable().default(null),
  /** With `themes`: only those that every one of the reports names (“这两家有什么共同的问题”). */
  shared: z.boolean().default(false),
  metadata: z.array(MetadataField).default([]),
  /** Only the reports that have, or lack, what is asked for. With `metadata` those that state every field (of a contact any part of it),
   *  or none of them; `without` with `search` those in which no passage holds the words, with `themes` those whose section five names
   *  none of the themes, or nothing of `themeKind`. The answer's value is their number. */
  having: z.enum(['with', 'without']).nullable().default(null),
  /** With `search`, where `topic` names several matters: these, of which a report mentions each, in one passage or in several. */
  each: z.array(z.string().max(500)).default([]),
  /** With `search`: only reports in which no passage holds these words, while some passage holds those of `topic`. */
  lacking: z.string().max(500).nullable().default(null),
  library: LibraryField.nullable().default(null),
  /** A key of index/definitions.json, for `definition`. */
  term: z.string().nullable().default(null),
  /** Where several words are asked about, or an article that explains several: all of them, `term` first. */
  terms: z.array(z.string()).optional(),
  audit: Checks.nullable().default(null),
  /** With `definition`: whether the figures of the scope may be set side by side, by the forms that its reports follow: the `measures`, or
   *  all of these tables (by their numbers in the form; none: of every table). */
  comparable: z
    .object({ tables: z.array(z.number().int().min(2).max(4)).default([]) })
    .nullable()
    .default(null),
  /** With `help`: what is wanted; `reset` forgets the conversation's turns. */
  help: z.enum(['capabilities', 'greeting', 'thanks', 'reset']).nullable().default(null),
  /** On any operation: its rows are (also) given as a file. With the operation `export`: the facts of the scope. */
  export: z
    .object({ format: z.enum(['csv', 'xlsx']).default('csv') })
    .nullable()
    .default(null),
  /** Which rows of a long answer are wanted ("the rest", "next ten"): from that one on, so many or all that are left; null: from the first. */
  window: z
    .object({ from: z.number().int().nonnegative(), size: z.number().int().positive().max(1000).nullable() })
    .nullable()
    .default(null),
  /** What of the answer is wanted: all of it, the sentences behind it ("show me the sentence"), or why. */
  show: z.enum(['answer', 'sources', 'why']).default('answer'),
  /** What the question did not say: inherited from the conversation, or assumed because one reading is far likelier. */
  assumptions: z
    .array(
      z.object({
        slot: z.string(),
        value: z.string(),
        origin: z.enum(['inherited', 'assumed']),
        alternative: z.string().nullable().default(null),
      }),
    )
    .default([]),
});
export type Plan = z.infer<typeof Plan>;
export type PlanInput = z.input<typeof Plan>;
