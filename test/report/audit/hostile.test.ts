import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditReport } from '../../../src/report/audit/audit.ts';
import { buildReport } from '../../helpers/report-builder.ts';

const audit = (text: string) =>
  auditReport(buildReport({ text: { 1: [text], 5: [text], 6: [text] }, preamble: text, signature: text }), [], {
    text,
  });

describe('text of any kind', () => {
  it('never throws, and gives findings that hold together', () => {
    const word = fc.constantFrom(
      '2023年',
      '我局',
      '收到',
      '申请',
      '件',
      '12',
      '其中',
      '、',
      '，',
      '。',
      '；',
      '未',
      '无',
      '复议',
      '诉讼',
      '《',
      '》',
      '“',
      '县',
      '财政局',
      '将',
      '共',
      '〇',
      '万',
      '%',
      '⼀',
      ' ',
      '\t',
      '𠀀',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        for (const finding of audit(words.join(''))) {
          expect(finding.id).toMatch(/^[0-9a-f]{12}$/);
          expect(`${finding.message.zh}${finding.message.en}`).not.toMatch(/undefined|NaN/);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    '收到申请1件，',
    '其中1件、',
    '2022年，我局共',
    '财政局',
    '《',
    '“',
    '1,234',
    '一二三',
    '未收到申请、',
    '共1条，其中2条、3条；',
  ])('20,000 characters of %s end within the time of a test', (piece) => {
    expect(audit(piece.repeat(Math.ceil(20_000 / piece.length)))).toBeInstanceOf(Array);
  });
});
