/** Tables in questions about the checks: which of them are meant, and that one is missing or is not whole. */
import { asksWhich, type Draft, type Hearing } from '../../hearing.ts';
import { fires, type Mark, type Marks } from '../../marks.ts';

const numbers: Readonly<Record<string, number>> = {
  二: 2,
  三: 3,
  四: 4,
  two: 2,
  three: 3,
  four: 4,
  second: 2,
  third: 3,
  fourth: 4,
};

/** 表三, "table 4", 第二张表: the numbers of tables that are named. */
export const tablesIn = (marks: Marks): number[] => [...marks.once(namedTables)];

function namedTables(marks: Marks): readonly number[] {
  const found = marks.all.flatMap(({ text }, at) => {
    const said =
      /表格?([二三四234])(?!\d)|第([二三四234])张表|\btables? ?(two|three|four|[234])\b|\b(second|third|fourth) table/.exec(
        text,
      );
    const word = said?.slice(1).find((each) => each !== undefined);
    const next = marks.all[at + 1];
    // 缺表四: the number stands by itself.
    const beside = /表格?$|^tables?$/.test(text) && /^(?:[234二三四]|two|three|four)$/.test(next?.text ?? '');
    const number = word ?? (beside ? next?.text : undefined);
    return number === undefined ? [] : [numbers[number] ?? Number(number)];
  });
  return [...new Set(namesByContent(marks) === null ? found : [...found, 3])];
}

/** "The applications table": the word that says what it counts, for its number. */
export const namesByContent = (marks: Marks): Mark | null =>
  marks.all.find(({ text }, at) => /^(?:applications|requests)$/.test(text) && marks.all[at + 1]?.text === 'table') ??
  null;

/** A table, or the tables, are spoken of. */
export const ofTables = (marks: Marks): boolean =>
  marks.all.some(({ text }) => /^(?:[几三]张|各张|)表(?!头|示|明|达|彰|态|述|扬)|表格|张表|\btables?\b/.test(text));

/** 残缺, "incomplete": the table is there, and not all of it. */
const partly =
  /[整全残齐]|半截|没填[完满]|[缺遗]漏|[缺漏]项|complete|gap|hole|patchy|unfinished|cut (?:short|off)|breaks off/;

const inAll = /^(?:present|included|printed|found|there|都有|都附有|都印有|齐全)$/;

const holding =
  /^(?:contain|contains|have|has|include|includes|hold|holds|print|prints|with|有|都有|带|带有|附|附有|含|含有|包含|包括|印了|列了)$/;

/** "Who is missing the table of reviews", 哪份报告缺表四: a table is missing, or the section that it stands in, not one of its cells. */
/** "2023 reports without table 4", 没有表四的报告: reports, said by what they lack. */
const reportsWithout = ({ all }: Marks): boolean =>
  /^(?:reports?|annual reports)$/.test(all.find(({ text }) => !/^\d{4}|^the$|^all$/.test(text))?.text ?? '') ||
  /^的?(?:报告|年报)$/.test(all.at(-1)?.text ?? '');

export function missingTable({ marks }: Hearing): Draft | null {
  const table =
    tablesIn(marks).length > 0 ||
    marks.all.some(({ text }) =>
      /^(tables?|缺表|缺少表|没有表|(第[一二三四1-4]张|[一二三四]号|)表(格|[一二三四1-4])?|table (2|3|4|two|three|four))$/.test(
        text,
      ),
    );
  const lacks =
    marks.has('audit.layout', 'state.missing') ||
    // "Which reports are missing table 4": a table, not a report.
    (marks.has('library.missing') && tablesIn(marks).length > 0) ||
    marks.all.some(({ text }) => /^(缺|没有|没|lacks?|without|no|has no|have no)$/.test(text)) ||
    // "Whose report doesn't include table 4", "do not contain table 2": denied of the table itself.
    marks.firing('search.silent').some(({ text }) => /contain|include|have|print/.test(text)) ||
    marks.all.some(({ text }, at) => holding.test(text) && fires(marks.all[at - 1] ?? marks.all[at]!, 'not'));
  // 哪些报告有表四: those in which it is not missing.
  const holds =
    !lacks &&
    tablesIn(marks).length > 0 &&
    marks.all.some(({ text }) => holding.test(text)) &&
    // Whatever else is said of it asks for more than that it is there.
    !marks.has('not', 'audit', 'check', 'state', 'cmp', 'op', 'order') &&
    marks.unknown().length === 0 &&
    marks.with('measure').length === 0;
  // "Is table 4 present in every report": those that lack it.
  const everywhere = marks.has('all') && tablesIn(marks).length > 0 && marks.all.some(({ text }) => inAll.test(text));
  if (everywhere) marks.useRule('section.show', 'all', 'verb');
  // What table 3 of one report lacks are its gaps.
  if (
    !everywhere &&
    !(asksWhich(marks) || reportsWithout(marks) || marks.has('ask.exists', 'library.missing', 'count'))
  )
    return null;
  if (marks.firing('audit.layout').some(({ text }) => partly.test(text))) return null;
  if (
    !table ||
    !(lacks || holds || everywhere) ||
    marks.has('audit.rows', 'audit.columns', 'audit.blank', 'state.blank', 'section.word')
  )
    return null;
  if (marks.all.some(({ text }) => /单元格|格子|cells?\b|行|列|rows?\b|columns?\b/.test(text))) return null;
  const tables = new Set([
    ...tablesIn(marks),
    ...marks
      .with('measure')
      .flatMap(({ sense: { ids } }) => (ids.every((id) => /^(review|litigation)/.test(id)) ? [4] : [])),
  ]);
  marks.use(
    ...marks.all.filter((mark) =>
      mark.senses.some(({ kind }) => ['section', 'measure', 'part', 'definition', 'number'].includes(kind)),
    ),
  );
  marks.useRule('audit', 'state', 'not', 'library', 'section');
  if (holds || marks.has('not', 'search.silent')) marks.useRule('search', 'definition', 'verb', 'made.list');
  return {
    rule: 'missing table',
    needs: 'many',
    plan: {
      operation: 'audit',
      audit: { rules: ['layout.missingTable', 'layout.missingSection'], sound: holds },
      sections: [...tables],
    },
  };
}
