/**
 * Reading: text reports opened, read and audited on one core, against raw segmentation of the same text; then the whole command in a
 * process of its own, from its start to its last line, with the worker threads that it takes here.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDocument } from '../../src/document/open.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { segment } from '../../src/lexicon/segment.ts';
import { readDocument as read } from '../../src/reading/reading.ts';
import { type MadeReport, madeReports } from '../helpers/made-reports.ts';
import { percentile, print, timed } from './figures.ts';

const WARM = 200;
/** Reports at a time: what else runs on the machine meets both alike, and each still finds its own data in the caches. */
const BATCH = 25;

export async function benchParse(count: number): Promise<void> {
  const made = [...madeReports(count)];
  const bytes = made.map((report) => new TextEncoder().encode(report.text));
  const lexicon = loadLexicon();
  // Both are measured warm: a second of a long-lived process, not its first.
  for (const [index, { file, text }] of made.slice(0, WARM).entries()) {
    segment(text);
    read(await openDocument(file, bytes[index] as Uint8Array), lexicon);
  }
  const segmentation: Timed[] = [];
  const parse: Timed[] = [];
  for (let from = 0; from < count; from += BATCH) {
    const batch = made.slice(from, from + BATCH);
    segmentation.push(
      await timed(() => {
        for (const { text } of batch) segment(text);
      }),
    );
    parse.push(
      await timed(async () => {
        for (const [index, { file }] of batch.entries())
          read(await openDocument(file, bytes[from + index] as Uint8Array), lexicon);
      }),
    );
  }
  const milliseconds = ({ ms }: Timed) => ms;
  const each = sum(parse, milliseconds) / count;
  print('raw segmentation', sum(segmentation, milliseconds) / count, 'ms/report');
  print('parse (open, read, audit)', each, 'ms/report', `${(1000 / each).toFixed(0)} reports/s`);
  print('ratio to raw segmentation', ratio(sum, parse, segmentation, milliseconds), '', 'target at most 1.7');
  print('the same, by medians', ratio(median, parse, segmentation, milliseconds), '', 'stray pauses left out');
  print(
    'the same, by processor time',
    ratio(sum, parse, segmentation, ({ cpu }) => cpu),
    '',
    'with all threads of the engine',
  );
  await benchCommand(made, sum(segmentation, milliseconds));
}

/** `nianbao parse` of a folder, its output thrown away. */
async function benchCommand(made: readonly MadeReport[], segmentation: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-bench-'));
  for (const { file, text } of made) await writeFile(join(folder, file), text);
  const program = resolve(import.meta.dirname, '../../bin/nianbao.mjs');
  const { ms } = await timed(
    () =>
      new Promise((done, failed) => {
        const child = spawn(process.execPath, [...process.execArgv, program, '--json', 'parse', folder], {
          stdio: 'ignore',
        });
        child.on('error', failed);
        child.on('close', (code) => (code === 0 ? done(code) : failed(new Error(`nianbao parse ended with ${code}`))));
      }),
  );
  await rm(folder, { recursive: true });
  print('the command, start and output included', ms / made.length, 'ms/report', `${availableParallelism()} cores`);
  print('its ratio to raw segmentation', ms / segmentation, '', 'on one core');
}

type Timed = Awaited<ReturnType<typeof timed>>;
type Of = (all: readonly Timed[], figure: (one: Timed) => number) => number;

const sum: Of = (all, figure) => all.reduce((total, one) => total + figure(one), 0);
const median: Of = (all, figure) => percentile(all.map(figure), 50);
const ratio = (of: Of, above: readonly Timed[], below: readonly Timed[], figure: (one: Timed) => number): number =>
  of(above, figure) / of(below, figure);
