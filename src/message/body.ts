/** The middle of an answer's message: headline and rows, by what was asked. */
import type { Answer, Excerpt, Row } from '../answer/answer.ts';
import type { Naming } from '../lexicon/naming.ts';
import type { Operation } from '../question/plan.ts';
import { captionOf } from './caption.ts';
import type { Part } from './message.ts';
import { showFigure, showNumber, showValue } from './numbers.ts';
import type { Say } from './phrases.ts';
import { columnsOf, SHOWN, tablePart } from './table.ts';

interface Telling {
  readonly answer: Answer;
  readonly naming: Naming;
  readonly say: Say;
}

/** The parts of an answer, or of why there is none. */
export function bodyOf(answer: Answer, naming: Naming, say: Say): Part[] {
  const telling: Telling = { answer, naming, say };
  if (answer.status !== 'answered') {
    const text = answer.reason?.text[naming.language] ?? '';
    return [{ kind: 'headline', text }, ...quotes(telling)];
  }
  if (answer.body !== null) return [{ kind: 'text', text: answer.body[naming.language] }, ...quotes(telling)];
  return [...TELL[answer.plan.operation](telling), ...exported(telling), ...base(telling)];
}

const TELL: Record<Operation, (telling: Telling) => Part[]> = {
  lookup: figures,
  list: listing,
  count: counting,
  sum: (telling) => aggregate(telling, 'sum'),
  average: (telling) => aggregate(telling, 'average'),
  rank: ranking,
  compare: comparing,
  trend: (telling) => series(telling),
  change: changing,
  rate: rating,
  section: reading,
  search: searching,
  themes: themed,
  audit: auditing,
  metadata: particulars,
  definition: figures,
  export: (telling) =>
    tablePart(telling.answer.rows, columnsOf(telling.answer.rows, telling.naming, telling.say), telling.say),
  library: holding,
  help: () => [],
};

const head = (text: string): Part => ({ kind: 'headline', text });

/** "盐池县科学技术局 2023 年 " where every row is about one report, one agency or one year; else nothing. */
function about({ answer, naming }: Telling): string {
  const rows = answer.rows.filter((row) => row.agency !== null || row.report !== null);
  const agencies = new Set(rows.map((row) => row.agency));
  const years = new Set(rows.map((row) => row.year));
  const agency = agencies.size === 1 && rows[0]?.agency ? naming.agency(rows[0].agency) : null;
  const year = years.size === 1 ? (rows[0]?.year ?? null) : null;
  if (naming.language === 'zh')
    return [agency, year === null ? null : `${year} 年`]
      .filter(Boolean)
      .join(' ')
      .concat(agency || year ? ' ' : '');
  return agency === null && year === null ? '' : `${[agency, year].filter((each) => each !== null).join(', ')} — `;
}

const subject = ({ answer, naming }: Telling) => answer.subject?.[naming.language] ?? '';
const table = ({ answer, naming, say }: Telling, rows: readonly Row[] = answer.rows) =>
  tablePart(rows, columnsOf(rows, naming, say), say);

function figures(telling: Telling): Part[] {
  const { answer, naming, say } = telling;
  const { rows, value, unit } = answer;
  const [only] = rows;
  if (only?.section !== undefined && rows.every((row) => row.label !== undefined)) return stated(telling);
  if (rows.length === 1 && only)
    return [
      head(say.figure(about(telling), subject(telling), showValue(only, naming.language, say))),
      ...partsOf(only, telling),
    ];
  const title =
    value === null
      ? say.figures(about(telling), subject(telling))
      : say.figure(about(telling), subject(telling), showFigure(value, unit, naming.language));
  const single = new Set(rows.map((row) => row.report)).size === 1;
  const zeros = single && rows.length > 6 ? rows.filter((row) => row.value === 0) : [];
  const telltale = zeros.length > 1 ? rows.filter((row) => row.value !== 0) : rows;
  return [
    head(title),
    ...table(telling, telltale.length === 0 ? rows : telltale),
    ...(zeros.length > 1 && telltale.length > 0 ? [{ kind: 'note', text: say.others(zeros.length) } as const] : []),
  ];
}

/** The cells that a sum was added up from. */
function partsOf(row: Row, { naming, say }: Telling): Part[] {
  const parts = row.parts as { measure: string; applicant: string | null; value: number | null }[] | undefined;
  if (!Array.isArray(parts)) return [];
  return [
    {
      kind: 'note',
      text: say.adds(
        parts
          .map((each) => `${naming.measure(each)} ${each.value ?? say.notStated()}`)
          .join(naming.language === 'zh' ? '、' : ', '),
      ),
    },
  ];
}

/** Figures of the text, each with its sentence. */
function stated(telling: Telling): Part[] {
  const { answer, naming, say } = telling;
  const several = new Set(answer.rows.map((row) => row.report)).size > 1;
  const line = (row: Row) =>
    say.figure(
      several ? `${naming.agency(row.agency)}${row.year === null ? '' : ` ${row.year}`} · ` : '',
      String(row.label),
      showValue(row, naming.language, say),
    );
  const [only] = answer.rows;
  const sentences = answer.citations
    .slice(0, 5)
    .map((each): Part => ({ kind: 'quote', text: each.quote, caption: captionOf(each, naming, say), highlights: [] }));
  if (answer.rows.length === 1 && only)
    return [head(say.figure(about(telling), String(only.label), showValue(only, naming.language, say))), ...sentences];
  const shown = answer.rows.slice(0, SHOWN);
  const more = answer.rows.length > shown.length ? say.more(answer.rows.length - shown.length) : null;
  return [
    head(say.figures(about(telling), subject(telling))),
    { kind: 'list', items: shown.map(line), more },
    ...sentences,
  ];
}

function listing(telling: Telling): Part[] {
  const { answer, say } = telling;
  if (answer.plan.statement !== null) return stated(telling);
  const n = answer.rows.length;
  const of = answer.base?.reports ?? n;
  const title = answer.plan.conditions.length === 0 ? say.reportsHeld(n) : say.matches(n, of);
  return [head(title), ...(n === 1 ? allAlike(telling) : table(telling))];
}

/** One row leaves no column that tells rows apart: its agency and year are said in words. */
function allAlike({ answer, naming, say }: Telling): Part[] {
  const [only] = answer.rows;
  if (answer.rows.length !== 1 || only === undefined) return [];
  const name =
    only.year === null
      ? naming.agency(only.agency)
      : naming.language === 'zh'
        ? `${naming.agency(only.agency)} ${only.year} 年`
        : `${naming.agency(only.agency)}, ${only.year}`;
  const figure =
    only.value === null && only.state === undefined
      ? ''
      : `${naming.language === 'zh' ? '：' : ': '}${showValue(only, naming.language, say)}`;
  return [{ kind: 'list', items: [`${name}${figure}`], more: null }];
}

function counting(telling: Telling): Part[] {
  const { answer, naming, say } = telling;
  const value = `${answer.value ?? 0} ${answer.unit ?? ''}`.trim();
  return [
    head(say.count(value, answer.base?.reports ?? 0)),
    ...(answer.rows.length === 1 && naming ? allAlike(telling) : table(telling)),
  ];
}

function aggregate(telling: Telling, kind: 'sum' | 'average'): Part[] {
  const { answer, naming, say } = telling;
  if (answer.plan.statement !== null && answer.value === null) return stated(telling);
  if (answer.value === null) return [head(say.figures('', subject(telling) || '—')), ...table(telling)];
  const value = showFigure(answer.value, answer.unit, naming.language);
  const title = kind === 'sum' ? say.sum(subject(telling), value) : say.average(subject(telling), value);
  const rows = answer.rows.length === 1 ? allAlike(telling) : table(telling);
  const mean: Part[] =
    kind === 'average' && answer.plan.rate !== null ? [{ kind: 'note', text: say.meanOf(answer.rows.length) }] : [];
  return [head(title), ...rows, ...mean];
}

function ranking(telling: Telling): Part[] {
  const { answer, say } = telling;
  return [
    head(say.top(subject(telling), (answer.plan.order?.direction ?? 'desc') === 'desc')),
    ...(answer.rows.length === 1 ? allAlike(telling) : table(telling)),
  ];
}

function comparing(telling: Telling): Part[] {
  const { answer, naming, say } = telling;
  if (answer.excerpts.length > 0) return reading(telling);
  const [, second] = answer.rows;
  const difference = typeof second?.difference === 'number' && second.agency !== null ? second.difference : null;
  const sameYear = new Set(answer.rows.map((row) => row.year)).size === 1;
  const year = sameYear || !second?.year ? '' : naming.language === 'zh' ? ` ${second.year} 年` : ` ${second.year}`;
  const named = second === undefined ? '' : `${naming.agency(second.agency)}${year}`;
  const said: Part[] =
    difference === null
      ? []
      : [
          {
            kind: 'text',
            text: say.differs(
              named,
              showFigure(Math.abs(difference), answer.unit, naming.language),
              Math.sign(difference),
            ),
          },
        ];
  return [head(say.figures(about(telling), subject(telling))), ...table(telling), ...said];
}

function series(telling: Telling): Part[] {
  const { say } = telling;
  return [head(say.trend(about(telling), subject(telling))), ...table(telling)];
}

function changing(telling: Telling): Part[] {
  const { answer, naming, say } = telling;
  const [only] = answer.rows;
  if (answer.rows.length !== 1 || only === undefined || typeof only.value !== 'number' || typeof only.from !== 'number')
    return series(telling);
  const show = (value: number) => showFigure(value, only.unit ?? null, naming.language);
  const percent =
    typeof only.percent === 'number' ? `${only.percent > 0 ? '+' : ''}${showNumber(only.percent)}%` : null;
  const delta = say.delta(show(Math.abs(only.value)), Math.sign(only.value), percent);
  const name = naming.language === 'zh' ? `${naming.agency(only.agency)} ` : `${naming.agency(only.agency)} — `;
  return [
    head(
      say.changed(
        name,
        subject(telling),
        show(only.from),
        show(only.to as number),
        only.fromYear as number,
        only.toYear as number,
        delta,
      ),
    ),
  ];
}

function rating(telling: Telling): Part[] {
  const { answer, naming, say } = telling;
  const { rows, value, plan } = answer;
  const decided: Part[] =
    plan.rate === 'reviewCorrected' || plan.rate === 'litigationCorrected'
      ? [{ kind: 'note', text: say.decided() }]
      : [];
  const [only] = rows;
  const title =
    value === null
      ? say.figures(about(telling), subject(telling))
      : say.figure(about(telling), subject(telling), showFigure(value, '%', naming.language));
  if (rows.length === 1 && only)
    return [
      head(title),
      {
        kind: 'text',
        text: `${say.rateOf(String(only.numerator), String(only.denominator))}${naming.language === 'zh' ? '，' : ', '}n = 1`,
      },
      ...decided,
    ];
  return [
    head(title),
    ...table(telling),
    { kind: 'note', text: say.pooled((rows.at(-1)?.n as number) ?? rows.length) },
    ...decided,
  ];
}

function reading({ answer, naming, say }: Telling): Part[] {
  return answer.excerpts.flatMap((each): Part[] => {
    const title = [each.section === null ? '' : say.section(each.section), each.title ?? '']
      .filter((part) => part !== '')
      .join(' ');
    const whose =
      each.year === null
        ? naming.agency(each.agency)
        : naming.language === 'zh'
          ? `${naming.agency(each.agency)} ${each.year} 年`
          : `${naming.agency(each.agency)}, ${each.year}`;
    return [
      head(`${whose} · ${title}`),
      { kind: 'quote', text: each.text, caption: captionOf(each.citation, naming, say), highlights: each.highlights },
    ];
  });
}

function searching(telling: Telling): Part[] {
  const { answer, say } = telling;
  const reports = new Set(answer.rows.map((row) => row.report)).size;
  return [head(say.found(subject(telling), reports, answer.rows.length)), ...quotes(telling), ...rest(telling)];
}

function rest({ answer, say }: Telling): Part[] {
  const n = answer.rows.length - answer.excerpts.length;
  return n > 0 ? [{ kind: 'note', text: say.more(n) }] : [];
}

function quotes({ answer, naming, say }: Telling): Part[] {
  return answer.excerpts.map(
    (each: Excerpt): Part => ({
      kind: 'quote',
      text: each.text,
      caption: captionOf(each.citation, naming, say),
      highlights: each.highlights,
    }),
  );
}

function themed(telling: Telling): Part[] {
  const { answer, say } = telling;
  return [
    head(say.themes(answer.base?.reports ?? 0)),
    ...table(telling),
    ...answer.excerpts.map(
      (each): Part => ({
        kind: 'quote',
        text: each.text,
        caption: `${each.title ?? ''} · ${captionOf(each.citation, telling.naming, say)}`,
        highlights: [],
      }),
    ),
  ];
}

function auditing(telling: Telling): Part[] {
  const { answer, naming, say } = telling;
  const shown = answer.rows.slice(0, SHOWN);
  const several = new Set(answer.rows.map((row) => row.report)).size > 1;
  const items = shown.map((row) => {
    const severity = say[row.severity as 'error' | 'warning' | 'info']();
    const whose = several ? `${naming.agency(row.agency)}${row.year === null ? '' : ` ${row.year}`} · ` : '';
    return `${severity} · ${whose}${row.label}${typeof row.line === 'number' ? (naming.language === 'zh' ? `（${say.line(row.line)}）` : ` (${say.line(row.line)})`) : ''}`;
  });
  const title = `${several ? '' : about(telling)}${say.findings(answer.rows.length, answer.base?.reports ?? 0)}`;
  return [
    head(title),
    ...bySeverity(telling),
    {
      kind: 'list',
      items,
      more: answer.rows.length > shown.length ? say.more(answer.rows.length - shown.length) : null,
    },
  ];
}

function bySeverity({ answer, naming, say }: Telling): Part[] {
  const counts = (['error', 'warning', 'info'] as const).map((each) => ({
    each,
    n: answer.rows.filter((row) => row.severity === each).length,
  }));
  const text = counts.filter(({ n }) => n > 0).map(({ each, n }) => `${say[each]()} ${n}`);
  return [{ kind: 'text', text: text.join(naming.language === 'zh' ? '，' : ', ') }];
}

function particulars(telling: Telling): Part[] {
  const { answer, naming, say } = telling;
  const [only] = answer.rows;
  if (answer.rows.length === 1 && only)
    return [head(say.figure(about(telling), String(only.label), showValue(only, naming.language, say)))];
  if (new Set(answer.rows.map((row) => row.report)).size > 1)
    return [
      head(say.figures(about(telling), naming.language === 'zh' ? '报告信息' : 'particulars')),
      ...table(telling),
    ];
  const items = answer.rows.map((row) => say.figure('', String(row.label), showValue(row, naming.language, say)));
  return [head(about(telling).replace(/( — | )$/, '')), { kind: 'list', items, more: null }];
}

function holding(telling: Telling): Part[] {
  const { answer, naming, say } = telling;
  const { library } = answer.plan;
  const { rows } = answer;
  const column = (title: string, cell: (row: Row) => string, numeric = false) => ({ title, numeric, cell });
  const agency = column(say.agency(), (row) => naming.agency(row.agency));
  const year = column(say.year(), (row) => (row.year === null ? '—' : String(row.year)), true);
  const years = column(say.years(), (row) => (Array.isArray(row.years) ? row.years.join(', ') : ''));
  const n = column(say.reports(), (row) => showValue(row, naming.language, say), true);
  const held = head(say.reportsHeld(answer.base?.reports ?? rows.length));
  switch (library) {
    case 'agencies':
    case 'coverage':
      return [held, ...tablePart(rows, [agency, n, years], say)];
    case 'years':
    case 'regions':
      return [held, ...tablePart(rows, [column(say.group(), (row) => row.label ?? ''), n], say)];
    case 'missing':
      return [head(say.missingYears(rows.length)), ...tablePart(rows, [agency, year], say)];
    case 'failures':
      return [
        head(say.failures(rows.length)),
        {
          kind: 'list',
          items: rows.slice(0, SHOWN).map((row) => `${row.file}: ${row.label}`),
          more: rows.length > SHOWN ? say.more(rows.length - SHOWN) : null,
        },
      ];
    case 'ingested':
      return [
        held,
        ...tablePart(
          rows,
          [
            agency,
            year,
            column(say.time(), (row) => String(row.value ?? '')),
            column(say.file(), (row) => String(row.file ?? '')),
          ],
          say,
        ),
      ];
    default: {
      const form = column(say.form(), (row) => (row.form === null || row.form === undefined ? '—' : String(row.form)));
      const published = column(say.published(), (row) =>
        row.publishedDate === null || row.publishedDate === undefined ? '—' : String(row.publishedDate),
      );
      const findings = column(say.findingsColumn(), (row) => String(row.findings ?? 0), true);
      return [held, ...tablePart(rows, [agency, year, form, published, findings], say)];
    }
  }
}

/** Lists, counts, sums and ranks say what they looked at. */
function base({ answer, naming, say }: Telling): Part[] {
  const { base: of, plan } = answer;
  if (of === null || plan.operation === 'library' || plan.operation === 'themes' || plan.operation === 'audit')
    return [];
  const years =
    of.years.length === 0
      ? ''
      : of.years.length > 3
        ? `${of.years[0]}–${of.years.at(-1)}`
        : of.years.join(naming.language === 'zh' ? '、' : ', ');
  const text = say.base(of.reports, years === '' || naming.language === 'en' ? years : `${years} 年`);
  const unknown =
    of.unknown.length === 0
      ? ''
      : `${naming.language === 'zh' ? '' : ' '}${say.partial(of.reports - of.unknown.length, of.unknown.length)}`;
  return [{ kind: 'note', text: `${text}${unknown}` }];
}

function exported({ answer, say }: Telling): Part[] {
  return answer.file === null ? [] : [{ kind: 'note', text: say.exported(answer.rows.length, answer.file.format) }];
}
