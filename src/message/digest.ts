/** Digest → Message: what was ingested since the last one, with key figures and the worst findings. */
import type { Digest, DigestReport } from '../digest/digest.ts';
import type { Message, Part } from './message.ts';
import { showFigure } from './numbers.ts';
import { type Say, speak } from './phrases.ts';

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

function told(report: DigestReport, language: 'zh' | 'en', say: Say): Part[] {
  const figures = report.keyFigures.map((each) => say.figure('', each[language], figureText(each, language, say)));
  const { sourceUrl, file } = report;
  const source: Part = sourceUrl === null ? { kind: 'note', text: file } : { kind: 'link', text: file, url: sourceUrl };
  const worst = report.worst.map((each): Part => ({ kind: 'warning', severity: each.severity, text: each[language] }));
  return [
    { kind: 'text', text: `${titleOf(report, language)} · ${say.digestFindings(report.findings)}` },
    ...(figures.length > 0 ? [{ kind: 'list' as const, items: figures, more: null }] : []),
    ...worst,
    source,
  ];
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
