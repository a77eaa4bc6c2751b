/** Writing reports: one transaction each, so that facts, findings and search all hold it or none does. */
import { deflateRawSync } from 'node:zlib';
import type { Insertable, Transaction } from 'kysely';
import type { Finding } from '../../report/report.ts';
import { currentOf, type Version } from '../current.ts';
import { lineStarts } from '../lines.ts';
import { passagesOf } from '../passages.ts';
import type { PutInput, PutResult } from '../store.ts';
import { type CutPassage, type Cutter, packCut } from './cuts.ts';
import { headOf } from './heads.ts';
import { writeSheet } from './sheets.ts';
import { insertAll, insertOne, run } from './statement.ts';
import type { Tables } from './tables.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Writer = Transaction<Tables>;

const none = new Uint8Array();
/** The lowest level: half the time of a middle one, for four percent more bytes. */
const compress = (data: Uint8Array | string) => deflateRawSync(data, { level: 1 });

/** No bytes where the text is the document itself, as it is for plain text in UTF-8. */
function textOf({ text, bytes }: PutInput): Uint8Array {
  return Buffer.from(text).equals(bytes) ? none : compress(text);
}

/** Everything of a report that is computed before the transaction begins. */
export interface Prepared {
  readonly input: PutInput;
  readonly documents: { bytes: Uint8Array; text: Uint8Array; body: Uint8Array };
  readonly passages: Omit<Insertable<Tables['passages']>, 'report_id'>[];
  readonly cuts: CutPassage[];
}

/** Compresses and segments: the slow part, outside of the lock. */
export function prepare(input: PutInput, cut: Cutter): Prepared {
  const { facts: _facts, findings: _findings, ...body } = input.report;
  const lines = input.text.split('\n');
  const passages = passagesOf(input.report);
  const owner = { agency: input.report.agency, key: input.agencyKey, year: input.report.year };
  return {
    input,
    documents: { bytes: compress(input.bytes), text: textOf(input), body: compress(JSON.stringify(body)) },
    passages: passages.map((passage, position) => ({
      position,
      section: passage.section,
      title: passage.title,
      text: passage.text,
      line_starts: JSON.stringify(passage.lines ? lineStarts(passage.text, lines, ...passage.lines) : []),
      page: passage.page,
    })),
    cuts: passages.map((passage) => cut(passage, owner)),
  };
}

/** Writes a prepared report; the caller has made sure that it is not held. */
export async function write(trx: Writer, vocabulary: Vocabulary, prepared: Prepared): Promise<PutResult> {
  const { input, documents } = prepared;
  const { report, agencyKey, kind } = input;
  const at = await arrival(trx, input.at);
  const versions = await versionsOf(trx, agencyKey, report.year);
  const row = {
    report: report.report,
    file: report.file,
    agency: report.agency,
    agency_key: agencyKey,
    kind,
    year: report.year,
    form: report.form,
    title: report.title,
    published_date: report.publishedDate,
    source_url: report.sourceUrl,
    ...report.region,
    contact: JSON.stringify(report.contact),
    ingested_at: at,
    ingested_ms: Date.parse(at),
    version: Math.max(0, ...versions.map(({ version }) => version)) + 1,
    current: 1,
    findings: report.findings.length,
  };
  const id = await insertOne(trx, 'reports', row);
  await insertOne(trx, 'documents', { report_id: id, ...documents });
  if (input.sketch !== undefined) await insertOne(trx, 'sketches', { report_id: id, sketch: input.sketch });
  await writeSheet(trx, id, report.facts);
  await insertAll(
    trx,
    'statements',
    report.statements.map((statement, position) => ({
      ...statement,
      approximate: statement.approximate ? 1 : 0,
      report_id: id,
      position,
    })),
  );
  await insertAll(trx, 'findings', findingRows(report.findings, id, true));
  await writePassages(trx, vocabulary, id, prepared);
  await run(trx, 'delete from failures where file = ?', report.file);
  // The first of its agency and year is the current one.
  const current = versions.length === 0 ? null : await chooseCurrent(trx, agencyKey, report.year);
  return {
    outcome: versions.length > 0 ? 'updated' : 'added',
    head: headOf({ ...row, id, current: current === null || current === id ? 1 : 0 }),
  };
}

/** How far the clock of a digest may be ahead of a report's, in milliseconds: beyond that one of them was wrong. */
const DAY = 86_400_000;

/**
 * When a report arrives: at the time given, but never in a span that a digest has already begun to tell of. A report that waited for
 * its turn to be written would otherwise be told of by none.
 */
async function arrival(trx: Writer, at: string): Promise<string> {
  const time = Date.parse(at);
  const [begun] = await run<{ until: string }>(
    trx,
    'select until from digests where until_ms > ? and until_ms <= ? order by until_ms desc limit 1',
    time,
    time + DAY,
  );
  return begun?.until ?? at;
}

async function writePassages(
  trx: Writer,
  vocabulary: Vocabulary,
  id: number,
  { passages, cuts }: Prepared,
): Promise<void> {
  await vocabulary.follow(trx);
  const draft = vocabulary.draft();
  const last = await insertAll(
    trx,
    'passages',
    passages.map((passage) => ({ report_id: id, ...passage })),
  );
  // Under the lock numbers follow each other.
  const first = last - passages.length + 1;
  const numbered = cuts.map((cut, i) => ({ row: first + i, section: passages[i]!.section ?? null, cut }));
  await insertOne(trx, 'cuts', { report_id: id, ...packCut(numbered, draft) });
  await vocabulary.write(trx, draft);
}

export function findingRows(findings: readonly Finding[], id: number, own: boolean): Insertable<Tables['findings']>[] {
  const seen = new Set<string>();
  return findings.flatMap((finding, position) => {
    if (seen.has(finding.id)) return [];
    seen.add(finding.id);
    return {
      report_id: id,
      id: finding.id,
      position,
      rule: finding.rule,
      severity: finding.severity,
      zh: finding.message.zh,
      en: finding.message.en,
      evidence: JSON.stringify(finding.evidence),
      concerns: JSON.stringify(finding.concerns),
      own: own ? 1 : 0,
    };
  });
}

async function versionsOf(trx: Writer, agencyKey: string | null, year: number | null) {
  // Without an agency or a year nothing says that two reports are of the same.
  if (agencyKey === null || year === null) return [];
  return run<Version & { readonly version: number }>(
    trx,
    'select id, version, published_date as publishedDate from reports where agency_key = ? and year = ? order by id',
    agencyKey,
    year,
  );
}

/** Marks the current one of an agency's year; null where there is nothing to choose. */
export async function chooseCurrent(
  trx: Writer,
  agencyKey: string | null,
  year: number | null,
): Promise<number | null> {
  if (agencyKey === null || year === null) return null;
  const current = currentOf(await versionsOf(trx, agencyKey, year));
  if (current === null) return null;
  await trx
    .updateTable('reports')
    .set((eb) => ({ current: eb.case().when('id', '=', current).then(1).else(0).end() }))
    .where('agency_key', '=', agencyKey)
    .where('year', '=', year)
    .execute();
  return current;
}
