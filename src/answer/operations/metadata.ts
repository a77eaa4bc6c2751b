/** metadata: form, dates, contact and other particulars of reports. */
import { fieldNames } from '../../lexicon/fields.ts';
import type { MetadataField } from '../../question/plan.ts';
import type { Contact } from '../../report/report.ts';
import type { ReportHead } from '../../store/store.ts';
import { rankBy } from '../aggregate.ts';
import type { Answer, Citation, Row } from '../answer.ts';
import { cite, distinct, SHOWN } from '../cite.ts';
import { deadlineOf, onTime } from '../deadline.ts';
import { answer, type Desk, noData, said, shownOf } from '../desk.ts';
import { baseOf } from '../figures.ts';
import { locate } from '../locate.ts';
import { formName, listed, reason, reportName } from '../reasons.ts';
import { warning } from '../warnings.ts';
import { without } from '../without.ts';

const CONTACT = [
  'phone',
  'fax',
  'email',
  'address',
  'postcode',
  'website',
] as const satisfies readonly (keyof Contact)[];
/** What "tell me about this report" gives. */
const OVERVIEW: readonly MetadataField[] = [
  'title',
  'year',
  'form',
  'publishedDate',
  'onTime',
  'region',
  'phone',
  'sourceUrl',
];

export async function metadata(desk: Desk): Promise<Answer> {
  const fields = expand(desk.plan.metadata.length === 0 ? OVERVIEW : desk.plan.metadata);
  const found = await Promise.all(desk.heads.map((head) => ofReport(desk, head, fields)));
  const rows = found.flat();
  const stated = rows.filter((each) => each.row.value !== null);
  if (desk.plan.having !== null) return held(desk, desk.plan.having, fields, found);
  if (desk.plan.order !== null) return byDate(desk, desk.plan.order);
  const base = desk.heads.length > 1 ? baseOf(desk.heads) : null;
  if (stated.length === 0) {
    const report = listed(desk.heads.map((head) => reportName(desk, head)));
    // Whether it was on time cannot be judged without a date: the reason is said.
    const dateless = fields.length === 1 && fields[0] === 'onTime';
    if (dateless) {
      const undated = reason(
        'notStated',
        `${report.zh}的报告没有写明发布日期，无法判断是否按时。`,
        `The report of ${report.en} states no date of publication: whether it was on time cannot be judged.`,
      );
      return noData(desk, undated, { rows: rows.map((each) => each.row), base });
    }
    const names = listed(fields.map((field) => ({ zh: fieldNames[field].zh, en: fieldNames[field].en })));
    const why = reason(
      'notStated',
      `${report.zh}的报告没有写明${names.zh}。`,
      `The report of ${report.en} does not state: ${names.en}.`,
    );
    return noData(desk, why, { rows: rows.map((each) => each.row), base });
  }
  const [only] = desk.heads.length === 1 && desk.plan.metadata.length > 0 && stated.length > 0 ? stated : [];
  return answer(desk, 'answered', {
    value: only && stated.length === 1 && typeof only.row.value === 'number' ? only.row.value : null,
    rows: (desk.plan.metadata.length === 0 ? stated : rows).map((each) => each.row),
    citations: distinct(shownOf(desk, stated).map((each) => each.citation)),
    base,
  });
}

/** The first or last by date of publication; those without a date are named. */
async function byDate(desk: Desk, { direction, limit, ends }: NonNullable<Desk['plan']['order']>): Promise<Answer> {
  const dated = desk.heads.flatMap((head) => (head.publishedDate === null ? [] : [{ head, date: head.publishedDate }]));
  const undated = desk.heads.filter(({ publishedDate }) => publishedDate === null);
  const base = baseOf(desk.heads);
  if (dated.length === 0)
    return noData(
      desk,
      reason(
        'notStated',
        `这 ${desk.heads.length} 份报告都没有写明发布日期。`,
        `None of the ${desk.heads.length} reports in scope states its date of publication.`,
      ),
      { base },
    );
  const found = rankBy(dated, ({ date }) => Date.parse(date), direction, limit, ends);
  const own = { ...desk, heads: found.map(({ item }) => item.head) };
  const rows = await Promise.all(
    found.map(async ({ item, rank }) =>
      (await ofReport(own, item.head, ['publishedDate'])).map(({ row, citation }) => ({
        row: { ...row, rank },
        citation,
      })),
    ),
  );
  const names = listed(undated.map((head) => reportName(desk, head)));
  const left = {
    zh: `${undated.length} 份报告没有写明发布日期，没有排入：${names.zh}。`,
    en: `Left out, since they state no date of publication: ${names.en}.`,
  };
  return answer(desk, 'answered', {
    rows: rows.flat().map(({ row }) => row),
    citations: distinct(shownOf(desk, rows.flat()).map(({ citation }) => citation)),
    warnings: undated.length === 0 ? [] : [warning(desk, 'undated', left)],
    base,
  });
}

/** Only the reports that state every field (of a contact, any part), or none of them. */
function held(
  desk: Desk,
  having: 'with' | 'without',
  fields: readonly MetadataField[],
  found: readonly Found[][],
): Answer {
  const any = desk.plan.metadata.includes('contact');
  const kept = found.filter((own) => {
    const states = own.map(({ row }) => row.value !== null);
    return having === 'without' ? !states.includes(true) : any ? states.includes(true) : !states.includes(false);
  });
  const names = listed(
    (any ? desk.plan.metadata : fields).map((field) => ({ zh: fieldNames[field].zh, en: fieldNames[field].en })),
  );
  if (kept.length === 0 || having === 'without') {
    const lacking = having === 'without';
    const reports = desk.heads.filter(({ report }) => kept.some(([one]) => one?.row.report === report));
    return without(desk, reports, names, {
      zh: lacking
        ? `这 ${desk.heads.length} 份报告都写明了${names.zh}。`
        : `这 ${desk.heads.length} 份报告都没有写明${names.zh}。`,
      en: lacking
        ? `All ${desk.heads.length} reports in scope state: ${names.en}.`
        : `None of the ${desk.heads.length} reports in scope states: ${names.en}.`,
    });
  }
  return answer(desk, 'answered', {
    subject: names,
    value: kept.length,
    rows: kept.flat().flatMap(({ row }) => (row.value === null ? [] : [row])),
    citations: distinct(shownOf(desk, kept.flat()).map((each) => each.citation)),
    base: baseOf(desk.heads),
  });
}

function expand(fields: readonly MetadataField[]): MetadataField[] {
  return [...new Set(fields.flatMap((field): readonly MetadataField[] => (field === 'contact' ? CONTACT : [field])))];
}

interface Found {
  readonly row: Row;
  readonly citation: Citation | null;
}

async function ofReport(desk: Desk, head: ReportHead, fields: readonly MetadataField[]): Promise<Found[]> {
  const bodily = fields.some((field) => field === 'signature' || field === 'preamble' || field === 'sections');
  const report = bodily ? await desk.store.report(head.report) : null;
  const text = desk.heads.length <= SHOWN ? await desk.store.text(head.report) : null;
  return fields.map((field) => {
    const value = particular(desk, head, field, report);
    const base = {
      agency: head.agency,
      year: head.year,
      report: head.report,
      field,
      label: said(desk, fieldNames[field]),
    };
    const row: Row = {
      ...base,
      value,
      ...(field === 'onTime' && value !== null
        ? { deadline: deadlineOf(head), publishedDate: head.publishedDate }
        : {}),
    };
    const place =
      text === null || value === null ? null : locate(text, field === 'onTime' ? head.publishedDate : value, field);
    return { row, citation: place === null ? null : cite(head, place) };
  });
}

function particular(
  desk: Desk,
  head: ReportHead,
  field: MetadataField,
  report: Awaited<ReturnType<Desk['store']['report']>>,
): string | number | null {
  switch (field) {
    case 'form':
      return head.form === null ? null : said(desk, formName(head.form));
    case 'onTime': {
      const late = onTime(head);
      return late === null ? null : said(desk, late ? { zh: '按时', en: 'on time' } : { zh: '逾期', en: 'late' });
    }
    case 'publishedDate':
    case 'sourceUrl':
    case 'title':
    case 'agency':
    case 'year':
    case 'ingestedAt':
      return head[field];
    case 'region': {
      const parts = [head.region.province, head.region.city, head.region.county].filter((each) => each !== null);
      return parts.length === 0 ? null : [...new Set(parts)].join(' ');
    }
    case 'versions':
      return 1 + (desk.library.replaced.get(head.report)?.length ?? 0);
    case 'signature':
    case 'preamble':
      return report?.[field]?.text ?? null;
    case 'sections':
      return report === null || report.sections.length === 0
        ? null
        : report.sections.map((each) => `${each.number ?? '·'} ${each.title}`).join(' / ');
    case 'contact':
      return null;
    default:
      return head.contact[field];
  }
}
