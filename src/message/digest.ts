/** Digest → Message: what was ingested since the last one, with key figures and the worst findings. */
import type { Digest, DigestReport } from '../digest/digest.ts';
import type { Message, Part } from './message.ts';
import { showFigure } from './numbers.ts';
import { type Say, speak } from './phrases.ts';

/** Reports told one by one; above it a table gives all of them a line each. */
const DETAILED = 12;

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
  const source = report.sourceUrl ?? report.file;
  const worst = report.worst.map((each): Part => ({ kind: 'warning', severity: each.severity, text: each[language] }));
  return [
    { kind: 'text', text: `${titleOf(report, language)} · ${say.digestFindings(report.findings)}` },
    { kind: 'list', items: [...figures, source], more: null },
    ...worst,
  ];
}

function figureText(
  { value, unit, state }: DigestReport['keyFigures'][number],
  language: 'zh' | 'en',
  say: Say,
): string {
  if (value !== null) return showFigure(value, unit, language);
  return state === 'blank' ? say.blank() : state === 'missing' ? say.missing() : say.uncertain();
}

function overview(reports: readonly DigestReport[], language: 'zh' | 'en', say: Say): Part {
  const measures = reports[0]?.keyFigures.slice(0, 3) ?? [];
  const cell = (report: DigestReport, measure: string) => {
    const figure = report.keyFigures.find((each) => each.measure === measure);
    return figure === undefined ? '' : figureText(figure, language, say);
  };
  return {
    kind: 'table',
    columns: [say.agency(), say.year(), ...measures.map((each) => each[language]), say.findingsColumn()],
    rows: reports.map((report) => [
      report.agency ?? '—',
      String(report.year ?? '—'),
      ...measures.map((each) => cell(report, each.measure)),
      String(report.findings),
    ]),
    numeric: [false, true, ...measures.map(() => true), true],
    more: null,
  };
}
