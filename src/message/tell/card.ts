/** Wording of the report card: who and what, the verdict in a line, what was checked, what failed and where, what to do. */
import type { CardCheck, CardLine, ReportCard } from '../../answer/answer.ts';
import type { Bilingual, Evidence, Severity } from '../../report/report.ts';
import type { StoredFinding } from '../../store/store.ts';
import type { Part } from '../message.ts';
import { head, type Telling } from './telling.ts';

/** Findings, or lines, that a card shows. */
const SHOWN = 20;
const QUOTE = 60;
const PLACES = 2;
type State = CardCheck['verdict'] | 'hint';
const STATES: Readonly<Record<State, { mark: string; order: number; word: Bilingual }>> = {
  fail: { mark: '✗', order: 0, word: { zh: '不通过', en: 'failed' } },
  hint: { mark: '△', order: 1, word: { zh: '待核对', en: 'to check' } },
  pass: { mark: '✓', order: 2, word: { zh: '通过', en: 'passed' } },
  'not-assessable': { mark: '–', order: 3, word: { zh: '无法核查', en: 'not assessable' } },
};

export function carding(telling: Telling): Part[] {
  const { card } = telling.answer;
  if (card === undefined) return [];
  return card.kind === 'report' ? ofReport(telling, card.card) : ofSeveral(telling, card);
}

function ofReport(telling: Telling, { head: report, checks, findings, remedies }: ReportCard): Part[] {
  const { naming } = telling;
  const zh = naming.language === 'zh';
  const name = naming.agency(report.agency);
  const year = report.year === null ? '' : zh ? ` ${report.year} 年` : ` ${report.year}`;
  const states = checks.map((check) => ({ check, state: stateOf(check, findings) }));
  const tally = (['pass', 'fail', 'hint', 'not-assessable'] as const)
    .map((state) => ({ word: STATES[state].word, n: states.filter((each) => each.state === state).length }))
    .filter(({ n }) => n > 0)
    .map(({ word, n }) => (zh ? `${word.zh} ${n}` : `${n} ${word.en}`))
    .join(zh ? '，' : ', ');
  const form =
    report.form === null
      ? ''
      : zh
        ? ` · ${report.form === 'free' ? '无统一格式' : `${report.form} 年格式`}`
        : ` · ${report.form} form`;
  const date = report.publishedDate ?? (zh ? '未注明' : 'not stated');
  return [
    head(zh ? `体检表：${name}${year}` : `Report card: ${name}${year}`),
    { kind: 'text', text: verdictOf(findings, zh) },
    {
      kind: 'note',
      text: zh
        ? `文件 ${report.file}${form} · 公布日期 ${date} · 报告编号 ${report.report}\n核查 ${checks.length} 项：${tally}`
        : `File ${report.file}${form} · published ${date} · report ${report.report}\n${checks.length} checks: ${tally}`,
    },
    ...found(telling, findings),
    ...table(states, zh),
    ...toDo(remedies, zh),
  ];
}

/** One line that says whether the report can be relied on. */
function verdictOf(findings: readonly Pick<StoredFinding, 'severity'>[], zh: boolean): string {
  const count = (severity: Severity) => findings.filter((each) => each.severity === severity).length;
  const [error, warning, info] = [count('error'), count('warning'), count('info')];
  if (error + warning + info === 0)
    return zh ? '结论：能核查的都没有问题。' : 'Verdict: nothing wrong in what could be checked.';
  const rest = zh
    ? [warning > 0 ? `注意 ${warning} 处` : '', info > 0 ? `提示 ${info} 处` : ''].filter(Boolean).join('，')
    : [warning > 0 ? plural(warning, 'note') : '', info > 0 ? plural(info, 'hint') : ''].filter(Boolean).join(', ');
  if (error > 0)
    return zh
      ? `结论：有 ${error} 处矛盾，须更正${rest === '' ? '' : `；另有${rest}`}。`
      : `Verdict: ${plural(error, 'contradiction')}, to be corrected${rest === '' ? '' : `; also ${rest}`}.`;
  if (warning > 0)
    return zh
      ? `结论：没有发现矛盾，但不完整或有疑：${rest}。`
      : `Verdict: no contradiction, but incomplete or doubtful: ${rest}.`;
  return zh ? `结论：没有发现矛盾，只有${rest}。` : `Verdict: no contradiction, only ${rest}.`;
}

const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;

function found({ naming, say }: Telling, findings: readonly StoredFinding[], dated = false): Part[] {
  const zh = naming.language === 'zh';
  if (findings.length === 0) return [];
  const items = findings.slice(0, SHOWN).map((each) => {
    const status = each.verdict.status === 'open' ? '' : ` ${personOn(each, zh)}`;
    const year = dated && each.year !== null ? `${each.year} · ` : '';
    return [
      `${say[each.severity]()} · ${year}${each.message[naming.language]}${status}`,
      ...places(each.evidence, zh),
    ].join('\n');
  });
  const beyond = findings.length - items.length;
  return [
    { kind: 'text', text: zh ? `发现 ${findings.length} 条` : plural(findings.length, 'finding') },
    { kind: 'list', items, more: beyond > 0 ? say.more(beyond) : null },
  ];
}

/** A person's word on the finding, with who and when. */
function personOn({ verdict: { status, reason, by, at } }: StoredFinding, zh: boolean): string {
  const word = status === 'confirmed' ? (zh ? '已确认' : 'confirmed') : zh ? '备注' : 'note';
  const who = [by, at?.slice(0, 10), reason].filter(Boolean).join(zh ? '，' : ', ');
  return zh ? `〔${word}：${who}〕` : `[${word}: ${who}]`;
}

/** The first places, each with what is printed there. */
function places(evidence: readonly Evidence[], zh: boolean): string[] {
  const lines = evidence.slice(0, PLACES).map(({ line, page, place, quote }) => {
    const printed = quote.replace(/\s+/g, ' ').trim();
    const shown = printed.length > QUOTE ? `${printed.slice(0, QUOTE)}…` : printed;
    const where =
      line !== null
        ? zh
          ? `第 ${line} 行`
          : `line ${line}`
        : page !== null
          ? zh
            ? `第 ${page} 页`
            : `page ${page}`
          : (place ?? '');
    return `    ${[where, shown === '' ? '' : `“${shown}”`].filter((each) => each !== '').join(zh ? '：' : ': ')}`;
  });
  const more = evidence.length - lines.length;
  return more > 0 ? [...lines, zh ? `    另有 ${more} 处` : `    and ${more} more`] : lines;
}

/** A check of which only hints were found has not failed. */
function stateOf({ rule, verdict }: CardCheck, findings: readonly StoredFinding[]): State {
  const own = findings.filter((each) => each.rule === rule || each.rule.startsWith(`${rule}.`));
  return verdict === 'fail' && own.every(({ severity }) => severity === 'info') ? 'hint' : verdict;
}

function table(states: readonly { readonly check: CardCheck; readonly state: State }[], zh: boolean): Part[] {
  const language = zh ? 'zh' : 'en';
  const rows = [...states]
    .sort((a, b) => STATES[a.state].order - STATES[b.state].order)
    .map(({ check: { title, assessed, reason }, state }) => [
      `${STATES[state].mark} ${STATES[state].word[language]}`,
      title[language],
      assessed > 0 ? String(assessed) : '',
      reason?.[language] ?? '',
    ]);
  const columns = zh ? ['结果', '核查项目', '核对次数', '说明'] : ['result', 'check', 'times applied', 'why'];
  return [{ kind: 'table', columns, rows, numeric: [false, false, true, false], more: null }];
}

function toDo(remedies: readonly Bilingual[], zh: boolean): Part[] {
  if (remedies.length === 0) return [];
  return [
    { kind: 'text', text: zh ? '怎么办' : 'What to do' },
    { kind: 'list', items: remedies.slice(0, 8).map((each) => each[zh ? 'zh' : 'en']), more: null },
  ];
}

interface Several {
  readonly title: Bilingual;
  readonly by: 'agency' | 'year';
  readonly lines: readonly CardLine[];
  readonly findings: readonly StoredFinding[];
  readonly remedies: readonly Bilingual[];
}

function ofSeveral(telling: Telling, { title, by, lines, findings, remedies }: Several): Part[] {
  const { answer, naming, say } = telling;
  const zh = naming.language === 'zh';
  const reports = answer.base?.reports ?? lines.length;
  const wrong = lines.filter((line) => line.error > 0).length;
  const doubtful = lines.filter((line) => line.error === 0 && line.warning > 0).length;
  const shown = lines.slice(0, SHOWN);
  const beyond = lines.length - shown.length;
  const unit = by === 'agency' ? (zh ? '家单位' : 'agencies') : zh ? '个年度' : 'years';
  const lacking = lines.filter((line) => line.missing.length > 0);
  const noun = (n: number) => (n === 1 ? (by === 'agency' ? 'agency' : 'year') : unit);
  return [
    head(zh ? `体检：${title.zh}` : `Report card: ${title.en}`),
    {
      kind: 'text',
      text: zh
        ? `结论：${lines.length} ${unit} ${reports} 份报告，${wrong} ${unit.slice(0, 1)}有矛盾，${doubtful} ${unit.slice(0, 1)}不完整或有疑，${lines.length - wrong - doubtful} ${unit.slice(0, 1)}没有发现问题。`
        : `Verdict: ${plural(reports, 'report')} of ${lines.length} ${noun(lines.length)}: ${wrong} with contradictions, ${doubtful} incomplete or doubtful, ${lines.length - wrong - doubtful} without a problem.`,
    },
    {
      kind: 'table',
      columns: [
        by === 'agency' ? say.agency() : say.year(),
        ...(by === 'agency' ? [say.years()] : []),
        say.error(),
        say.warning(),
        say.info(),
        zh ? '最要紧的一条' : 'the gravest',
      ],
      rows: shown.map((line) => [
        by === 'agency' ? naming.agency(line.agency) : line.years.join('、') || '—',
        ...(by === 'agency' ? [line.years.join(zh ? '、' : ', ') || '—'] : []),
        String(line.error),
        String(line.warning),
        String(line.info),
        short(line.worst?.message[naming.language] ?? ''),
      ]),
      numeric: by === 'agency' ? [false, false, true, true, true, false] : [true, true, true, true, false],
      more: beyond > 0 ? say.more(beyond) : null,
    },
    ...(lacking.length === 0
      ? []
      : [
          {
            kind: 'note' as const,
            text: `${zh ? '资料库中没有（请核对是否已公布）：' : 'Not held (check whether they were published): '}${lacking
              .slice(0, 8)
              .map((line) => `${naming.agency(line.agency)} ${ranges(line.missing).join(zh ? '、' : ', ')}`)
              .join(
                zh ? '；' : '; ',
              )}${lacking.length > 8 ? (zh ? `，等 ${lacking.length} 家` : `, and ${lacking.length - 8} more`) : ''}`,
          },
        ]),
    ...found(telling, findings, true),
    ...toDo(remedies, zh),
  ];
}

/** 2020, 2021, 2022, 2024 → 2020–2022, 2024. */
function ranges(years: readonly number[]): string[] {
  const runs: [number, number][] = [];
  for (const year of years) {
    const last = runs.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
}

const short = (text: string) => (text.length > 48 ? `${text.slice(0, 47)}…` : text);
