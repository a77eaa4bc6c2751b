/** Readings: a plan, a question back, or a reason, with what `explain` shows. */
import type { Bilingual } from '../../report/report.ts';
import type { Heard } from '../hear.ts';
import type { Hearing } from '../hearing.ts';
import type { Mark, Sense } from '../marks.ts';
import type { Plan } from '../plan.ts';
import type { Choice, Reading, Span } from '../reading.ts';
import { notUnderstood, offTopic } from '../rules/decline.ts';
import { originalOf } from '../typed.ts';
import { agencyChoices, displayName } from './naming.ts';

export const reasonOf = notUnderstood;

export function planned(
  hearing: Hearing,
  heard: Heard,
  plan: Plan,
  rule: string,
  rejected: Reading['rejected'],
): Reading {
  const spelling = heard.corrected.map(({ from, to }) => ({
    slot: 'spelling',
    value: `${from} → ${to}`,
    origin: 'assumed' as const,
    alternative: null,
  }));
  const whole: Span = {
    start: 0,
    end: hearing.question.original.length,
    text: hearing.question.original,
    rule,
    meaning: plan.operation,
  };
  return {
    ...base(hearing),
    status: 'plan',
    plan: { ...plan, assumptions: [...plan.assumptions, ...spelling] },
    spans: [...spansOf(hearing), whole],
    rejected,
  };
}

export function declined(hearing: Hearing, _heard: Heard, code: string, text: Bilingual): Reading {
  return { ...base(hearing), status: 'declined', reason: { code, text: text[hearing.language] }, rejected: [] };
}

/** 不予公开和不予处理有什么区别: what each of the two means can be asked. */
function meanings({ marks, bodies, language, question }: Hearing): Choice[] {
  const terms = marks.with('definition').filter(({ mark }) => mark.senses.some(({ kind }) => kind !== 'word'));
  if (terms.length !== 2 || bodies.length > 0 || !marks.has('op.compare')) return [];
  return terms.map(({ mark }) => {
    const term = originalOf(question, mark.start, mark.end);
    return { label: term, question: language === 'zh' ? `什么是${term}？` : `what does ${term} mean?` };
  });
}

/** An agency was named, and nothing that was understood was asked about it. */
export const whatOfIt: Bilingual = { zh: '您想知道它的什么？', en: 'What would you like to know about it?' };

/** A row was told by its place, and the last answers have none there. */
export const noSuchRow: Bilingual = {
  zh: '前面的答案里没有数得清的这一行。请写出是哪个单位、哪一年。',
  en: 'The answers before have no such row that could be counted. Please name the agency and the year.',
};

/** A number was asked of nothing that was named. */
export const ofWhat: Bilingual = { zh: '您想知道什么的数量？', en: 'The number of what?' };

/** Two questions at once. */
export const oneByOne: Bilingual = {
  zh: '这里问了几件事，请一件一件问：',
  en: 'That asks several things at once. Please ask them one by one:',
};

/** Some words were not understood; the choices are questions without them. */
export const unreadOf = (words: readonly string[]): Bilingual => {
  const list = words.slice(0, 3).map((word) => word.slice(0, 40));
  return {
    zh: `没有看懂“${list.join('”“')}”。不管这几个字，您要问的是下面哪一个？`,
    en: `“${list.join('”, “')}” was not understood. Did you mean, without it, one of these?`,
  };
};

/** Asks back with choices, or says which words were not understood. */
export function asking(
  hearing: Hearing,
  heard: Heard,
  left: readonly (readonly Mark[])[],
  rejected: Reading['rejected'],
  given: readonly Choice[] = [],
): Reading {
  const { language } = hearing;
  const choices = given.length > 0 ? given : meanings(hearing);
  if (choices.length > 0) {
    const prompt =
      language === 'zh'
        ? '可能指几个单位或几件事，您问的是哪一个？'
        : 'That can mean several things. Which one do you mean?';
    return { ...base(hearing), status: 'clarify', prompt, choices, rejected };
  }
  const fewest = [...left].sort((a, b) => size(a) - size(b))[0] ?? hearing.marks.unknown();
  const words = (fewest.length > 0 ? fewest : hearing.marks.unknown()).map(({ start, end }) =>
    originalOf(hearing.question, start, end),
  );
  const only = hearing.bodies.length === 1 && left.length === 0 && hearing.marks.unknown().length === 0;
  if (only) {
    const offered = aboutAgency(hearing);
    if (offered.length > 0)
      return {
        ...base(hearing),
        status: 'clarify',
        ...aboutOf(hearing),
        prompt: whatOfIt[language],
        choices: offered,
        rejected,
      };
  }
  const topical =
    hearing.bodies.length > 0 ||
    left.length > 0 ||
    hearing.marks.all.some((mark) =>
      mark.senses.some((each) => ['measure', 'rate', 'section', 'topic', 'part', 'theme'].includes(each.kind)),
    );
  const reason =
    topical || heard.marks.all.length === 0
      ? { code: 'notUnderstood', text: notUnderstood(words)[language] }
      : { code: 'offTopic', text: offTopic[language] };
  return { ...base(hearing), status: 'declined', reason, rejected };
}

const size = (marks: readonly Mark[]) => marks.reduce((sum, { start, end }) => sum + end - start, 0);

/** The one agency that the question names. */
function aboutOf({ bodies, when }: Hearing): Pick<Reading, 'about'> {
  const named = bodies.flatMap(({ agencies, within }) => (agencies.length > 0 ? agencies : within));
  const [only] = named;
  return named.length === 1 && only ? { about: { agency: only.key, years: [...when.years] } } : {};
}

/** What can be asked about an agency that was named and nothing else. */
function aboutAgency(hearing: Hearing): Choice[] {
  const body = hearing.bodies[0]!;
  const agency = body.agencies.length === 1 ? body.agencies[0]! : null;
  if (!agency) return agencyChoices(hearing, body, body.agencies.length > 0 ? body.agencies : body.within);
  const name = displayName(hearing, agency);
  const year = (hearing.when.years.length === 1 ? hearing.when.years[0] : agency.years.at(-1)) ?? null;
  const questions =
    hearing.language === 'zh'
      ? [
          `${name}${year === null ? '' : `${year}年`}收到几件申请？`,
          `${name}${year === null ? '' : `${year}年`}的申请是怎么处理的？`,
          `${name}${year === null ? '' : `${year}年`}存在哪些问题？`,
          `${name}的联系方式是什么？`,
        ]
      : [
          `How many applications did ${name} receive${year === null ? '' : ` in ${year}`}?`,
          `How did ${name} handle its applications${year === null ? '' : ` in ${year}`}?`,
          `Show the problems section of ${name}${year === null ? '' : ` ${year}`}`,
          `What is the contact of ${name}?`,
        ];
  return questions.map((question) => ({ label: question, question }));
}

function base(hearing: Hearing): Omit<Reading, 'status' | 'rejected'> {
  return {
    question: hearing.question.original,
    language: hearing.language,
    plan: null,
    prompt: null,
    choices: [],
    reason: null,
    spans: spansOf(hearing),
  };
}

function spansOf(hearing: Hearing): Span[] {
  return hearing.marks.all.map((mark) => ({
    start: hearing.question.starts[mark.start] ?? 0,
    end: hearing.question.ends[mark.end - 1] ?? 0,
    text: originalOf(hearing.question, mark.start, mark.end),
    rule: mark.senses[0]?.kind === 'word' ? mark.senses[0].rule : (mark.senses[0]?.kind ?? 'unknown'),
    meaning: mark.senses.length === 0 ? 'not recognised' : mark.senses.map(meaningOf).join(' | '),
  }));
}

function meaningOf(sense: Sense): string {
  switch (sense.kind) {
    case 'word':
      return sense.rule;
    case 'measure':
      return `measure ${sense.ids.length > 3 ? `${sense.ids[0]} … (${sense.ids.length})` : sense.ids.join(', ')}`;
    case 'region':
      return `region ${sense.divisions
        .map(({ zh }) => zh)
        .slice(0, 4)
        .join(' or ')}`;
    case 'agency':
      return `agency ${sense.key}`;
    case 'years':
      return sense.from === sense.to ? `year ${sense.from}` : `years ${sense.from} to ${sense.to}`;
    case 'recent':
      return `the last ${sense.count} years`;
    case 'number':
      return `number ${sense.value}`;
    case 'section':
      return `section ${sense.number}`;
    case 'form':
      return `form ${sense.form}`;
    case 'quoted':
      return 'quoted words';
    case 'part':
    case 'topic':
      return `${sense.kind} ${sense.zh}`;
    default:
      return `${sense.kind} ${sense.id}`;
  }
}
