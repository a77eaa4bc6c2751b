/** What the library holds. */
import { type Draft, type Hearing, type Rule, unused } from '../hearing.ts';
import { fires } from '../marks.ts';
import { tablesIn } from './audit/tables.ts';
import { countsBodies, countsReports, useCounts } from './counts.ts';

const reported = ({ marks }: Hearing): boolean => marks.all.some(({ text }) => /报告|年报|report/.test(text));

const groups = ['year', 'province', 'city', 'county', 'kind', 'form'] as const;

/** "What science bureaus are there": a question word beside a kind in the plural. */
const asked = ({ marks }: Hearing): boolean => marks.has('ask.quantity', 'ask.what', 'section.show');

/** 有没有市级单位, "which are county-level bodies": bodies of a level, and nothing else is said of them. */
const ofLevel = ({ marks }: Hearing): boolean =>
  marks.has('level') &&
  marks.has('ask.exists', 'which', 'ask.what') &&
  marks.all.some(({ text }) => /^(?:单位|部门|机关|机构|agencies|bodies|departments|bureaus|offices)$/.test(text));

/** 每年都有报告的单位, "reports for both 2022 and 2023": of every year; 只有一年报告的: of one only. */
function yearsHeld({ marks, when, question: { text } }: Hearing): 'every' | 'once' | null {
  if (marks.has('library.once')) return 'once';
  const several =
    when.years.length > 1 &&
    (/[都均皆](?:报|交|有|发|公布|出|提交|收录|能|齐)/.test(text) || /\bboth\b|\ball of\b/.test(text));
  return several || marks.has('every') || everyYear.test(text) ? 'every' : null;
}

/** "Science bureaus that have no report for 2022": what they lack is a report. */
const lacksReport = ({ question: { text } }: Hearing): boolean =>
  /\b(?:without|lack(?:ing)?|(?:have|has|with|had) no|missing|did not (?:file|publish|submit)|(?:do|does) not have)(?: an?| their| any)?(?: \d{4})?(?: annual)? reports?\b|(?:没有|没|无|缺|未)(?:报|交|发|出|公布|提交|报送)?(?:\d{4}年)?的?(?:年度)?(?:年报|报告)(?:的|$)/.test(
    text,
  );

const everyYear = /(?:每一?年|年年|历年)都(?:有|报|交|发|公布)/;

/** 资料库里有哪些报告 · "how many reports are held for 2020" · "which years do you have" */
export const library: Rule = {
  name: 'library',
  make(hearing): Draft | null {
    const { marks, bodies, when } = hearing;
    // "File" and 文件 are what failed, not what was applied for.
    const failing = marks.has('library.failures');
    if (marks.has('search.admit', 'export.all')) return null;
    // "Which reports contain a table 4": a table restricts, and is never passed over.
    if (tablesIn(marks).length > 0) return null;
    // "Which agencies mention the right to know": whoever mentions something is no list of all that are held.
    if (marks.firing('search').some(({ text }) => /^mention|提到|提及|谈到|讲到|说到/.test(text))) return null;
    if (
      !failing &&
      marks.with('measure').some(({ mark }) => !marks.used(mark) && !fires(mark, 'library') && !fires(mark, 'verb'))
    )
      return null;
    // "Published in 2021" is not the report year 2021.
    if (
      marks.all.some(({ text }) => /^(published|publish|issued|released|公布|发布|发表)/.test(text)) &&
      when.mode === 'given'
    )
      return null;
    // "List science bureaus", 宁夏的科技局有几家: a kind asked for one by one.
    const kinds =
      bodies.some((body) => body.kind !== null && (body.plural || (body.by === 'kind' && lacksReport(hearing)))) &&
      (marks.has('which', 'count') || asked(hearing) || lacksReport(hearing));
    const agencies =
      kinds ||
      (marks.has('which') &&
        marks.firing('all').some(({ text }) => /^(?:agencies|bodies|departments|bureaus|offices)$/.test(text))) ||
      marks.has('count.agencies', 'library.once') ||
      ofLevel(hearing) ||
      // "How many provincial agencies": a level between.
      countsBodies(hearing) ||
      marks
        .firing('which')
        .some((mark) =>
          /单位|部门|机关|机构|家|局|谁|agenc|depart|bureau|\bbod(?:y|ies)\b|office|authorit|\bwho|unit/.test(
            mark.text,
          ),
        );
    const listed =
      marks.has('library.reports', 'count.reports') ||
      countsReports(marks) ||
      (!agencies && marks.has('which') && marks.with('form').length > 0) ||
      (!agencies &&
        marks.has('which') &&
        marks.all.some(({ text }) => /^(annual reports|reports|报告|年报)$/.test(text))) ||
      marks.firing('which').some((mark) => /报告|年报|report|份/.test(mark.text)) ||
      marks.firing('all').some((mark) => /报告|report/.test(mark.text));
    const field = marks.has('library.failures')
      ? 'failures'
      : marks.has('library.missing') ||
          (agencies &&
            (marks.has('not', 'state.missing') ||
              marks.firing('audit.layout').some(({ text }) => /^[缺差少]了?/.test(text))) &&
            reported(hearing))
        ? 'missing'
        : marks.has('library.ingested')
          ? 'ingested'
          : // 哪年没有报告: the years that are lacking.
            marks.has('whichYear') &&
              (marks.has('state.missing') || (marks.has('not') && reported(hearing))) &&
              !/[写标]|注明|stat(?:e|ing)/.test(hearing.question.text)
            ? 'missing'
            : (marks.has('library.coverage') && !marks.has('library.years', 'whichYear')) ||
                // 几家单位、多少份报告: both numbers, in one table.
                (marks.has('count.agencies') && marks.has('count.reports'))
              ? 'coverage'
              : marks.has('whichYear', 'library.years') && !agencies && (marks.has('library') || bodies.length > 0)
                ? 'years'
                : marks.has('library.regions', 'group.province') &&
                    marks.has('library') &&
                    !marks.has('count.agencies') &&
                    !countsBodies(hearing)
                  ? 'regions'
                  : agencies && (!listed || (kinds && !reported(hearing)))
                    ? 'agencies'
                    : listed || marks.has('library')
                      ? 'reports'
                      : null;
    // "Which reports are not in the library": those of the years that are lacking, never those that are held.
    const denied =
      marks.firing('not').some(({ text }) => !/^(有没有|是不是)/.test(text)) ||
      marks.firing('except').some((mark) => !marks.used(mark) && /^(not|不|outside)/.test(mark.text));
    if (denied && (field === 'agencies' || field === 'regions')) return null;
    if (denied && marks.has('library', 'library.reports') && field === 'reports') {
      marks.useRule('library', 'count', 'which', 'ask', 'search', 'verb', 'not', 'except', 'all');
      return { rule: this.name, needs: 'many', plan: { operation: 'library', library: 'missing' } };
    }
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
    // "Who were they" says nothing of the library.
    const whoOnly =
      marks.firing('which').every(({ text }) => /^(who|谁)$/.test(text)) && marks.has('which') && !listed && !kinds;
    if (field === 'agencies' && whoOnly && !marks.has('library', 'count')) return null;
    // "Which two agencies are in Pengyang": as many as there are.
    if (field === 'agencies') useCounts(hearing);
    const occurring = field === 'agencies' || field === 'coverage' ? yearsHeld(hearing) : null;
    if (occurring !== null) marks.useRule('every', 'library.once', 'group.year', 'all');
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
    if (field === 'failures')
      marks.use(
        ...marks.with('topic').map(({ mark }) => mark),
        ...marks.with('measure').flatMap(({ mark }) => (/file|document|文件/.test(mark.text) ? [mark] : [])),
      );
    const formsApart = new Set(marks.with('form').map(({ sense: { form } }) => form)).size > 1 && marks.has('count');
    const groupBy = groups.find((each) => marks.has(`group.${each}`)) ?? (formsApart ? 'form' : null);
    const count = marks.has('count') || marks.has('ask.quantity') || marks.has('op.sum');
    // Those of every year, group by group, is more than a plan says.
    if (field === 'agencies' && groupBy !== null && occurring !== null) return null;
    const plain =
      field === 'regions' && (groupBy === 'city' || groupBy === 'county')
        ? // 四川有哪几个市: those of the province, and not the province.
          { operation: 'library' as const, library: 'reports' as const, groupBy }
        : (field === 'reports' || field === 'agencies') && groupBy !== null
          ? { operation: 'library' as const, library: field as 'agencies', groupBy }
          : field === 'reports' && count && !marks.has('library')
            ? { operation: 'count' as const }
            : { operation: 'library' as const, library: field as 'reports', occurring };
    return { rule: this.name, needs: 'many', plan: plain };
  },
};
