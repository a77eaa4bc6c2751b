/**
 * Files dropped in chat, read and ingested as the inbox is: in a worker thread, so that a long or hostile file neither
 * keeps people waiting nor ends the bot.
 */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../app.ts';
import type { FileDesk, Inspected, Kept } from '../chat/inspection.ts';
import { limitsOf } from '../config.ts';
import { keyFigures } from '../digest/key-figures.ts';
import { coded } from '../errors.ts';
import { type IngestResult, ingest } from '../ingest.ts';
import { showFigure } from '../message/numbers.ts';
import { readFiles } from '../reading/files.ts';
import type { Report } from '../report/report.ts';

/** What reads and keeps dropped files of this library. */
export function createFileDesk({ config, store, lexicon, ingesting }: App): FileDesk {
  const one = queue();
  return {
    inspect: (name, bytes) =>
      one(async () => {
        const folder = await mkdtemp(join(tmpdir(), 'nianbao-'));
        try {
          const file = join(folder, name);
          await writeFile(file, bytes);
          const found: Inspected[] = [];
          for await (const { readings } of readFiles([file], { lexicon, limits: limitsOf(config), alone: 0 })) {
            for await (const read of readings ?? []) {
              const where = read.file.replace(`${folder}/`, '');
              if ('error' in read) found.push(broken(where, read.error.code, read.error.message, folder));
              else found.push(inspected(read.report, where, await store.has(read.report.report)));
            }
          }
          return found;
        } catch (error) {
          const { code, bilingual } = coded(error);
          return [broken(name, code, bilingual, folder)];
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      }),
    ingest: (name, bytes) =>
      one(async () => {
        try {
          // The folder is named after the content: the same name twice is no conflict, and citations can name the path.
          const id = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
          const folder = join(config.NIANBAO_DATA, 'dropped', id);
          await mkdir(folder, { recursive: true });
          const file = join(folder, name);
          await writeFile(file, bytes);
          return keptOf(await ingest([file], { ...ingesting, alone: 0 }));
        } catch (error) {
          const { code, bilingual } = coded(error);
          return [{ outcome: 'failed' as const, what: name, error: { code, ...bilingual } }];
        }
      }),
  };
}

/** One file at a time: many dropped at once wait for each other, not the answers for them. */
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

/** What could not be read; the folder that it was read in is nobody's business. */
function broken(file: string, code: string, message: { zh: string; en: string }, folder: string): Inspected {
  const clean = (text: string) => text.replaceAll(`${folder}/`, '');
  return {
    ...{ file, agency: null, year: null, form: null, held: false, statements: 0, figures: [], findings: [] },
    cells: { stated: 0, blank: 0, missing: 0, uncertain: 0 },
    error: { code, zh: clean(message.zh), en: clean(message.en) },
  };
}

function keptOf({ added, updated, unchanged, failed }: IngestResult): Kept[] {
  const name = ({ agency, year, report }: IngestResult['added'][number]) =>
    [agency, year, report].filter((each) => each !== null).join(' · ');
  return [
    ...added.map((each) => ({ outcome: 'added' as const, what: name(each), error: null })),
    ...updated.map((each) => ({ outcome: 'updated' as const, what: name(each), error: null })),
    ...(unchanged > 0 ? [{ outcome: 'unchanged' as const, what: '', error: null }] : []),
    ...failed.map(({ file, code, message }) => ({
      outcome: 'failed' as const,
      what: file,
      error: { code, ...message },
    })),
  ];
}
