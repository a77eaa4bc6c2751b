/** Digest → Message: what was ingested since the last one, with key figures and the worst findings. */
import type { Digest, DigestReport } from '../digest/digest.ts';
import type { Message, Part } from './message.ts';
import { showFigure } from './numbers.ts';
import { type Say, speak } from './phrases.ts';
import { MARKS } from './render/text.ts';

/** Reports told one by one; above it a table gives all of them a line each. */
const DETAILED = 12;
/** Most lines of that table: what is beyond is counted, and can be asked for. */
const LINES = 200;

export function composeDigest(digest: Digest, language: 'zh' | 'en'): Message {
  const say = speak(language);
  const span = say.digestSpan(day(digest.since), day(digest.until) ?? digest.until);
  if (digest.reports.length === 0) {
    return {
      language,
      parts: [
        { kind: 'headline', text: say.nothingNew() },
        { kind: 'note', text: span },
      ],
    };
  }
  const body =
    digest.reports.length <= DETAILED
      ? digest.reports.flatMap((each) => told(each, language, say))
      : [overview(digest.reports, language, say)];
  return {
    language,
    parts: [{ kind: 'headline', text: say.digest(digest.reports.length) }, { kind: 'note', text: span }, ...body],
  };
}

const day = (time: string | null) => (time === null ? null : time.slice(0, 16).replace('T', ' '));

function titleOf({ agency, year }: DigestReport, language: 'zh' | 'en'): string {
  const name = agency ?? (language === 'zh' ? '未写明机关' : 'agency not named');
  return year === null ? name : language === 'zh' ? `${name} ${year} 年` : `${name}, ${year}`;
}

/** Most characters of a finding: a digest says that there is something to be seen, the audit says all of it. */
const FINDING = { zh: 80, en: 160 } as const;

/** A report as one piece: its name, its figures on a line, its worst findings; then where it was published. */
function told(report: DigestReport, language: 'zh' | 'en', say: Say): Part[] {
  const { sourceUrl, file, corrected = false } = report;
  const title = `${titleOf(report, language)}${corrected ? say.digestCorrected() : ''} · ${say.digestFindings(report.findings)}`;
  const worst = report.worst.map((each) => `${MARKS[each.severity]} ${shortened(each[language], FINDING[language])}`);
  const name = file.split('/').at(-1) ?? file;
  const source: Part = sourceUrl === null ? { kind: 'note', text: name } : { kind: 'link', text: name, url: sourceUrl };
  return [{ kind: 'text', text: [title, ...figureLines(report, language, say), ...worst].join('\n') }, source];
}

/** What is printed stands together; then what is blank, missing or not certain, by which of these it is. */
function figureLines({ keyFigures }: DigestReport, language: 'zh' | 'en', say: Say): string[] {
  const stated = keyFigures.filter(({ value }) => value !== null);
  const lines = [stated.map((each) => say.figure('', each[language], figureText(each, language, say))).join(' · ')];
  for (const state of ['blank', 'missing', 'uncertain'] as const) {
    const these = keyFigures.filter((each) => each.value === null && each.state === state);
    if (these[0])
      lines.push(
        say.figure(
          '',
          these.map((each) => each[language]).join(language === 'zh' ? '、' : ', '),
          figureText(these[0], language, say),
        ),
      );
  }
  return lines.filter((line) => line !== '');
}

function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

function figureText(
  { value, unit, state, before = null }: DigestReport['keyFigures'][number],
  language: 'zh' | 'en',
  say: Say,
): string {
  if (value !== null) return showFigure(value, unit, language) + change(value, before, unit, language, say);
  return state === 'blank' ? say.blank() : state === 'missing' ? say.missing() : say.uncertain();
}

/** How a figure stands to that of the year before, where that report is held. */
function change(value: number, before: number | null, unit: string | null, language: 'zh' | 'en', say: Say): string {
  if (before === null) return '';
  const delta = Math.round((value - before) * 1e6) / 1e6;
  const signed = delta === 0 ? '±0' : `${delta > 0 ? '+' : '−'}${showFigure(Math.abs(delta), null, language)}`;
  return say.digestBefore(showFigure(before, unit, language), signed);
}

function overview(reports: readonly DigestReport[], language: 'zh' | 'en', say: Say): Part {
  const measures = reports[0]?.keyFigures.slice(0, 3) ?? [];
  const cell = (report: DigestReport, measure: string) => {
    const figure = report.keyFigures.find((each) => each.measure === measure);
    return figure === undefined ? '' : figureText({ ...figure, before: null }, language, say);
  };
  return {
    kind: 'table',
    columns: [say.agency(), say.year(), ...measures.map((each) => each[language]), say.findingsColumn()],
    rows: reports
      .slice(0, LINES)
      .map((report) => [
        report.agency ?? '—',
        String(report.year ?? '—'),
        ...measures.map((each) => cell(report, each.measure)),
        String(report.findings),
      ]),
    numeric: [false, true, ...measures.map(() => true), true],
    more: reports.length > LINES ? say.digestMore(reports.length - LINES) : null,
  };
}
