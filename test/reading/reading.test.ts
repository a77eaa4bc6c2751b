import { describe, expect, it } from 'vitest';
import { Budget } from '../../src/document/budget.ts';
import type { Watch } from '../../src/document/document.ts';
import { CodedError } from '../../src/errors.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { readDocument, readFile } from '../../src/reading/reading.ts';
import { auditReport } from '../../src/report/audit/audit.ts';
import { readReport } from '../../src/report/read.ts';
import { documentOf } from '../helpers/documents.ts';
import { madeReport } from '../helpers/made-reports.ts';

const lexicon = loadLexicon();
const head = '盐池县科学技术局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n';
const odd = (at: number) => String.fromCharCode(0x4e00 + (at % 9000));
const times = (count: number, line: (at: number) => string, by = '\n') =>
  Array.from({ length: count }, (_, at) => line(at)).join(by);

/** Texts on which reading takes seconds, each in another step. */
const slow: Readonly<Record<string, string>> = {
  'rows whose labels are almost the form’s': `${head}三、收到和处理政府信息公开申请情况\n${times(30_000, (at) => `属于国家${odd(at)}秘密${odd(at * 7)}\t0\t0\t0\t0\t0\t0\t${at}`)}`,
  'lines that are almost headings': `${head}${times(60_000, (at) => `${'一二三四五六'[at % 6]}、主动公开政府信息情况${odd(at)}`)}`,
  'sentences full of figures': `${head}${times(30_000, (at) => `2023年我局收到政府信息公开申请${at}件，公众号发布信息${at}条。`)}`,
};

describe('the time that a file may take', () => {
  for (const [name, text] of Object.entries(slow))
    it(`ends reading here, without a thread: ${name}`, async () => {
      const document = await documentOf(text, 'slow.txt');
      const late = new Budget('slow.txt', { milliseconds: 20 });
      expect(() => readDocument(document, lexicon, undefined, late)).toThrow(
        expect.objectContaining({ code: 'input.tooSlow' }),
      );
    });

  it('is one for opening and reading, and comes as the file’s error', async () => {
    const readings = [];
    const bytes = new TextEncoder().encode(Object.values(slow)[0]);
    for await (const each of readFile('slow.txt', bytes, lexicon, { limits: { milliseconds: 1 } })) readings.push(each);
    expect(readings).toMatchObject([{ file: 'slow.txt', error: { code: 'input.tooSlow' } }]);
  });

  /** Time is over at the given look. */
  const until = (looks: number): Watch & { left: number } => {
    const watch = {
      left: looks,
      step: () => undefined,
      look: () => {
        watch.left -= 1;
        if (watch.left < 0)
          throw new CodedError('input.tooSlow', { what: 'a.txt', limit: 1, setting: 'NIANBAO_MAX_MS' });
      },
    };
    return watch;
  };

  it('is looked at in every stage, and nothing is half read', async () => {
    const document = await documentOf(madeReport(5).text);
    // Alignments are remembered: what is counted is a reading that finds them so, as the later ones do.
    readDocument(document, lexicon);
    const whole = until(Number.MAX_SAFE_INTEGER);
    const report = readDocument(document, lexicon, undefined, whole);
    const looks = Number.MAX_SAFE_INTEGER - whole.left;
    for (let at = 0; at < looks; at += 1)
      expect(() => readDocument(document, lexicon, undefined, until(at))).toThrow(
        expect.objectContaining({ code: 'input.tooSlow' }),
      );
    expect(readDocument(document, lexicon, undefined, until(looks))).toEqual(report);
  });

  it('bounds the audit of what was read', async () => {
    const document = await documentOf(madeReport(5).text);
    const { report, anomalies } = readReport(document, lexicon);
    expect(() => auditReport(report, anomalies, { watch: until(0) })).toThrow(CodedError);
    expect(() => auditReport(report, anomalies, { watch: until(9) })).toThrow(CodedError);
  });
});
