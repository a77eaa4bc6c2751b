/**
 * Files dropped in chat, read in worker threads that are kept ready, so that a long or hostile file neither keeps people
 * waiting nor ends the bot.
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '../app.ts';
import type { FileDesk, Inspected, Kept } from '../chat/inspection.ts';
import { limitsOf } from '../config.ts';
import { keyFigures } from '../digest/key-figures.ts';
import { coded } from '../errors.ts';
import { type IngestResult, ingest } from '../ingest.ts';
import { showFigure } from '../message/numbers.ts';
import { Pool } from '../reading/pool.ts';
import type { Report } from '../report/report.ts';

/** Threads of the desk: a file that takes long does not keep the next one waiting. */
const THREADS = 2;

export interface DroppedFiles extends FileDesk {
  /** Starts a thread and has it read a report, so that the first file that is dropped waits for neither. Never rejects. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

/** What reads and keeps dropped files of this library. */
export function createFileDesk({ config, store, ingesting }: App): DroppedFiles {
  const one = queue();
  const pool = new Pool(THREADS);
  const limits = limitsOf(config);
  return {
    async warm() {
      const [first] = await store.heads().catch(() => []);
      const bytes = first ? await store.bytes(first.report).catch(() => null) : null;
      await pool.read('report.txt', bytes ?? new Uint8Array(), { limits });
    },
    close: () => pool.close(),
    async inspect(name, bytes) {
      try {
        const found: Inspected[] = [];
        for (const read of await pool.read(name, bytes, { limits })) {
          if ('error' in read) found.push(broken(read.file, read.error.code, read.error.message));
          else found.push(inspected(read.report, read.file, await store.has(read.report.report)));
        }
        return found;
      } catch (error) {
        const { code, bilingual } = coded(error);
        return [broken(name, code, bilingual)];
      }
    },
    ingest: (name, bytes) =>
      one(async () => {
        try {
          // The folder is named after the content: the same name twice is no conflict, and citations can name the path.
          const id = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
          const folder = join(config.NIANBAO_DATA, 'dropped', id);
          await mkdir(folder, { recursive: true });
          const file = join(folder, name);
          await writeFile(file, bytes);
          return keptOf(await ingest([file], { ...ingesting, pool }), `${folder}/`);
        } catch (error) {
          const { code, bilingual } = coded(error);
          return [{ outcome: 'failed' as const, what: name, error: { code, ...bilingual } }];
        }
      }),
  };
}

/** One file at a time is taken into the library: many wait for each other, not the answers for them. */
function queue(): <T>(job: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve();
  return (job) => {
    const done = tail.then(job);
    tail = done.catch(() => {});
    return done;
  };
}

function inspected(report: Report, file: string, held: boolean): Inspected {
  const { agency, year, form, facts, findings, statements } = report;
  const count = (state: string) => facts.filter((fact) => fact.certain && fact.state === state).length;
  return {
    ...{ file, agency, year, form, held, error: null },
    cells: {
      stated: count('stated'),
      blank: count('blank'),
      missing: count('missing'),
      uncertain: facts.filter((fact) => !fact.certain).length,
    },
    statements: statements.length,
    figures: figuresOf(facts),
    findings: findings.map(({ severity, message, evidence }) => ({
      severity,
      ...message,
      line: evidence[0]?.line ?? null,
    })),
  };
}

/** The figures of a digest that the report states with certainty: the others are in the findings. */
function figuresOf(facts: Report['facts']): Inspected['figures'] {
  return keyFigures.flatMap(({ measure, applicant, zh, en }) => {
    const fact = facts.find((each) => each.measure === measure && each.applicant === applicant);
    if (fact?.state !== 'stated' || !fact.certain || fact.value === null) return [];
    const { value, unit } = fact;
    return [{ zh: `${zh}：${showFigure(value, unit, 'zh')}`, en: `${en}: ${showFigure(value, unit, 'en')}` }];
  });
}

/** What could not be read. */
function broken(file: string, code: string, message: { zh: string; en: string }): Inspected {
  return {
    ...{ file, agency: null, year: null, form: null, held: false, statements: 0, figures: [], findings: [] },
    cells: { stated: 0, blank: 0, missing: 0, uncertain: 0 },
    error: { code, ...message },
  };
}

/** What became of it; the folder that it lies in is nobody's business. */
function keptOf({ added, updated, unchanged, failed }: IngestResult, folder: string): Kept[] {
  const clean = (text: string) => text.replaceAll(folder, '');
  const name = ({ agency, year, report }: IngestResult['added'][number]) =>
    [agency, year, report].filter((each) => each !== null).join(' · ');
  return [
    ...added.map((each) => ({ outcome: 'added' as const, what: name(each), error: null })),
    ...updated.map((each) => ({ outcome: 'updated' as const, what: name(each), error: null })),
    ...(unchanged > 0 ? [{ outcome: 'unchanged' as const, what: '', error: null }] : []),
    ...failed.map(({ file, code, message }) => ({
      outcome: 'failed' as const,
      what: clean(file),
      error: { code, zh: clean(message.zh), en: clean(message.en) },
    })),
  ];
}
