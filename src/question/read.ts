/** A question becomes a plan, a question back, or a reason: hear its pieces, let the rules try, settle which reports. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import { detectLanguage } from '../text/language.ts';
import { amongFirst } from './among.ts';
import { withoutAsker } from './asker.ts';
import { compound, dropped } from './compound.ts';
import type { Context } from './context.ts';
import { firstAdded } from './first-added.ts';
import { type Heard, hear } from './hear.ts';
import { type Hearing, type Rule, unused } from './hearing.ts';
import { unkept } from './kept.ts';
import { type Mark, sense } from './marks.ts';
import { asksOfNothing, nearest, usual } from './nearest.ts';
import type { Language } from './plan.ts';
import type { Choice, Reading } from './reading.ts';
import {
  asking,
  declined,
  noSuchRow,
  ofWhat,
  oneByOne,
  planned,
  reasonOf,
  unreadOf,
  whatOfIt,
} from './refine/result.ts';
import { type Roster, rosterOf } from './roster.ts';
import { applicantsIn } from './rules/applicants.ts';
import { audit } from './rules/audit.ts';
import { bodyOf } from './rules/bodies/body.ts';
import { bodiesIn } from './rules/bodies.ts';
import { comparable } from './rules/comparable.ts';
import { deadline } from './rules/deadline.ts';
import { refusalOf, unsupported } from './rules/decline.ts';
import { definition } from './rules/definition.ts';
import { disclosures } from './rules/disclosures.ts';
import { exported } from './rules/export.ts';
import { figure } from './rules/figures.ts';
import { firstMention } from './rules/first-mention.ts';
import { happened } from './rules/happened.ts';
import { help } from './rules/help.ts';
import { holdings } from './rules/holdings.ts';
import { useLevels } from './rules/levels.ts';
import { library } from './rules/library.ts';
import { article, explained, toldApart } from './rules/meanings.ts';
import { oneNotOther } from './rules/mentions.ts';
import { metadata } from './rules/metadata.ts';
import { particularsHeld } from './rules/particulars.ts';
import { passage } from './rules/passages.ts';
import { published } from './rules/published.ts';
import { search } from './rules/search.ts';
import { section } from './rules/section.ts';
import { collected, mentioned } from './rules/standing.ts';
import { statement } from './rules/statement.ts';
import { besides } from './rules/statements/beside.ts';
import { everyFigure } from './rules/statements/every.ts';
import { madeOf } from './rules/statements/made-of.ts';
import { onTime } from './rules/statements/on-time.ts';
import { told } from './rules/statements/told.ts';
import { themes, themesHad, themesLacking } from './rules/themes.ts';
import { unheld } from './rules/unheld.ts';
import { unmentioned } from './rules/unmentioned.ts';
import { corrections, earlier } from './rules/versions.ts';
import { wholeTable } from './rules/whole-table.ts';
import { yearsIn } from './rules/years.ts';
import { type Attempt, settled } from './settle.ts';
import { aboutLast } from './thread/about.ts';
import { allOfIt } from './thread/all-of-it.ts';
import { backWith, earlierAgain } from './thread/back.ts';
import { allChosen, chosen } from './thread/chosen.ts';
import { correctionOf, freshOf } from './thread/correction.ts';
import { continued, ofThoseOnly } from './thread/going.ts';
import { refuses } from './thread/look.ts';
import { looks } from './thread/looks.ts';
import { picked } from './thread/picked.ts';
import { thatYear } from './thread/reference.ts';
import { lastTurn, yearOf } from './thread/turn.ts';
import { tolerated } from './tolerance.ts';
import { originalOf, typed } from './typed.ts';
import { vocabularyOf } from './vocabulary.ts';
import { spares, withoutPlain } from './without.ts';

/** In the order in which they may speak: the first that leaves no word unread wins. */
const rules: readonly Rule[] = [
  corrections,
  help,
  comparable,
  explained,
  deadline,
  toldApart,
  article,
  definition,
  themesLacking,
  themesHad,
  oneNotOther,
  firstMention,
  unmentioned,
  happened,
  collected,
  search,
  everyFigure,
  madeOf,
  besides,
  onTime,
  told,
  disclosures,
  published,
  particularsHeld,
  audit,
  metadata,
  themes,
  wholeTable,
  figure,
  section,
  library,
  holdings,
  statement,
  exported,
  earlier,
  mentioned,
];

/**
 * What the question was taken to mean. Pure: the clock, the catalog, the conversation and the lexicon are arguments. Never throws;
 * what is not understood is said so, with examples. A question that is understood but for words that restrict nothing is
 * understood without them; one that only the words of a report can answer is looked for there.
 */
export function readQuestion(question: string, context: Context, lexicon: Lexicon): Reading {
  const asked = withoutAsker(typed(question.slice(0, 2000)).text);
  if (asked !== null) {
    const language = context.language ?? detectLanguage(question);
    const reading = readQuestion(asked, { ...context, language }, lexicon);
    if (reading.status !== 'declined') return { ...reading, question };
  }
  const text = typed(question.slice(0, 2000)).text;
  const half = (rest: string, within: Context) =>
    readQuestion(rest, { ...within, language: context.language ?? detectLanguage(question) }, lexicon);
  const among = amongFirst(text, question, context, half) ?? firstAdded(text, question, context, half);
  if (among !== null) return among;
  const roster = rosterOf(context.catalog, lexicon);
  const heard = hear(question, lexicon, vocabularyOf(lexicon), roster);
  const reading = readWords(question, heard, roster, context, lexicon);
  const read = (rest: string, inThread: Context) => readQuestion(rest, inThread, lexicon);
  return unheld(reading, context, lexicon, read) ?? reading;
}

function readWords(question: string, heard: Heard, roster: Roster, context: Context, lexicon: Lexicon): Reading {
  const language = context.language ?? detectLanguage(question);
  const hearings = new Map<Heard, Hearing>();
  /** What is heard is told once; whoever reads it marks on a copy. */
  const hearingFor = (of: Heard): Hearing => {
    const hearing = hearings.get(of) ?? hearingOf(of, context, lexicon, roster, language);
    hearings.set(of, hearing);
    return { ...hearing, marks: hearing.marks.fork() };
  };
  const alone = (text: string) => readQuestion(text, { ...context, language, turns: [] }, lexicon);
  const choice = chosen(hearingFor(heard), context.turns.at(-1), alone);
  if (choice) return { ...alone(choice.question), question };
  const every = allChosen(hearingFor(heard), context.turns.at(-1), alone);
  if (every) return { ...every, question };
  const right = setRight(question, context, lexicon);
  if (right) return right;
  const named = looksBack(hearingFor(heard)) ? null : picked(hearingFor(heard), context.turns);
  const ofRow = named === null || named === 'unknown' ? null : readQuestion(named, context, lexicon);
  if (ofRow?.status === 'plan') return { ...ofRow, question };
  const all = named === null ? allOfIt(hearingFor(heard), lastTurn(context.turns) ?? undefined) : null;
  const ofAll = all === null ? null : alone(all);
  if (ofAll?.status === 'plan' && ofAll.plan !== null) {
    const [value = ''] = ofAll.plan.scope.agencies;
    const inherited = { slot: 'agency', value, origin: 'inherited' as const, alternative: null };
    return { ...ofAll, question, plan: { ...ofAll.plan, assumptions: [...ofAll.plan.assumptions, inherited] } };
  }
  const reading = readHeard(heard, hearingFor(heard), question);
  // 最后一个存在什么问题: of which is said, and it is not known; without it another question would be answered.
  if (named !== null && !reading.plan?.order)
    return named === 'unknown' || reading.status === 'plan'
      ? declined(hearingFor(heard), heard, 'notUnderstood', noSuchRow)
      : reading;
  const parts = reading.plan === null ? null : dropped(hearingFor(heard), reading.plan, alone);
  if (parts !== null)
    return { ...reading, status: 'clarify', plan: null, reason: null, prompt: oneByOne[language], choices: [...parts] };
  const open =
    ['notUnderstood', 'offTopic'].includes(reading.reason?.code ?? '') || reading.prompt === whatOfIt[language];
  if (!open) return reading;
  if (refusalOf(typed(question.slice(0, 2000)).text) !== null || foreign(question)) return reading;
  const aloud = hear(question, lexicon, vocabularyOf(lexicon), roster, true);
  const { spared, rest } = withoutPlain(aloud);
  const again = aloud.marks.has('plain') ? readHeard(rest, hearingFor(rest), question) : reading;
  if (again.status === 'plan' || (again.status === 'clarify' && again.prompt !== whatOfIt[language]))
    return spares(again, spared, aloud);
  const patient = tolerant(rest, hearingFor(rest), spared, aloud, lastTurn(context.turns));
  if (patient) return patient;
  const told = toldIn(rest, hearingFor(rest), lastTurn(context.turns));
  if (told) return told;
  return again.status === 'declined' ? (offered(again, rest, hearingFor(rest), alone) ?? again) : again;
}

/** 第一名和第三名差多少 asks about the rows themselves, and of none of them by itself. */
function looksBack(hearing: Hearing): boolean {
  const turns = hearing.context.turns.filter(({ asked }) => asked !== true).reverse();
  return (
    turns.length > 0 && looks.some((look) => look.make({ ...hearing, marks: hearing.marks.fork() }, turns) !== null)
  );
}

/** In a thread: a question that sets the last one right, or begins anew, less the words that say so; null where it does neither. */
function setRight(question: string, context: Context, lexicon: Lexicon): Reading | null {
  if (context.turns.length === 0) return null;
  const anew = freshOf(question);
  const apart = anew === null ? null : readQuestion(anew, { ...context, turns: [] }, lexicon);
  if (apart?.status === 'plan') return { ...apart, question };
  const kindOf = (rest: string) => readQuestion(rest, { ...context, turns: [] }, lexicon).plan?.operation ?? null;
  const returned = backWith(question, context.turns, kindOf);
  const earlier = returned && readQuestion(returned.rest, { ...context, turns: returned.turns }, lexicon);
  if (returned && earlier?.status === 'plan')
    return { ...earlier, question, back: context.turns.length - returned.turns.length };
  const what = correctionOf(question);
  const reading = what === null ? null : readQuestion(what, context, lexicon);
  return reading?.status === 'plan' && reading.plan?.whole !== true ? { ...reading, question } : null;
}

/** What is asked back instead of declined: of what a number is asked, or the question without the words that stay unread. */
function offered(reading: Reading, heard: Heard, hearing: Hearing, alone: (text: string) => Reading): Reading | null {
  const back = (prompt: string, choices: readonly Choice[]): Reading => ({
    ...reading,
    status: 'clarify',
    reason: null,
    prompt,
    choices: [...choices],
  });
  if (asksOfNothing(hearing)) return back(ofWhat[hearing.language], usual(hearing));
  const named =
    hearing.bodies.length > 0 || hearing.marks.all.some((mark) => sense(mark, 'measure') ?? sense(mark, 'rate'));
  if (!named || reading.reason?.code !== 'notUnderstood') return null;
  const several = compound(hearing, alone);
  if (several !== null) return back(oneByOne[hearing.language], several);
  const near = nearest(
    hearing,
    attemptsOf(hearing).map(({ left }) => left),
    alone,
  );
  if (near === null) return null;
  const words = near.words.map(({ start, end }) => originalOf(heard.typed, start, end));
  return back(unreadOf(words)[hearing.language], near.choices);
}

function readHeard(heard: Heard, base: Hearing, question: string): Reading {
  const { context, language } = base;
  // Each rule marks what it reads on its own copy: one that fails leaves no trace.
  const start = (): Hearing => ({ ...base, marks: base.marks.fork() });
  const last = lastTurn(context.turns);

  // On the words as typed: a corrected word must not hide what is asked for.
  const plain = typed(question.slice(0, 2000)).text;
  const refusal = refusalOf(plain);
  const first = start();
  // 更正前的数字 asks for an earlier version, and changes nothing.
  const versioned = refusal?.code === 'changesData' && first.marks.has('version');
  // 找安康要信息的是谁: the one who asks is no search.
  const searched = first.marks.firing('search.command').some(({ text }) => text !== '找');
  if (refusal && !versioned && !searched && !/提到|提及|mention/.test(plain))
    return declined(first, heard, refusal.code, refusal.text);
  if (foreign(question)) return declined(first, heard, 'notUnderstood', reasonOf([]));
  const answered = lastTurn(context.turns.filter(({ asked }) => asked !== true));
  if (answered) {
    const restored = earlierAgain(start(), context.turns);
    const turns = context.turns.filter(({ asked }) => asked !== true).reverse();
    const looked = restored ? null : looks.map((look) => look.make(start(), turns)).find((found) => found !== null);
    if (looked && refuses(looked)) return declined(first, heard, looked.code, looked.text);
    const same = restored?.plan ?? looked ?? aboutLast(start(), answered);
    if (same) {
      const other = same.language !== answered.plan.language;
      const plan = { ...same, language: other ? same.language : language };
      const reading = planned(first, heard, plan, 'about the last answer', []);
      return restored ? { ...reading, back: restored.back } : reading;
    }
  }

  const attempts = attemptsOf(base);
  const whole = attempts.find(({ left }) => left.length === 0) ?? null;
  const rejected = attempts
    .filter((attempt) => attempt !== whole)
    .map(({ draft, left }) => ({
      reading: `${draft.rule}: ${draft.plan.operation}`,
      why:
        left.length === 0
          ? 'an earlier rule explains the whole question'
          : `leaves unread: ${left.map(({ text }) => text).join(', ')}`,
    }));
  const nameless = whole?.draft.rule === 'share without a name';
  const going = last ? continuing(start(), nameless ? null : whole, last) : null;
  if (nameless && !going) return declined(whole.hearing, heard, 'unsupported', unsupported(whole.draft));
  // 其中浙江的有几家, where nothing reads it: what is asked of those is never asked of the library instead.
  if (last && !going && whole && ofThoseOnly(base, whole.draft, last))
    return asking(
      first,
      heard,
      attempts.map(({ left }) => left),
      rejected,
    );
  const chosen = going ?? whole;
  if (
    !chosen &&
    last?.asked &&
    base.bodies.length === 0 &&
    base.when.mode === 'given' &&
    unused(first.marks).length === 0
  ) {
    const key = last.plan.scope.agencies[0] ?? '';
    const agency = base.roster.byKey.get(key);
    if (agency) return asking({ ...first, bodies: [bodyOf(agency)] }, heard, [], rejected);
  }
  if (!chosen)
    return asking(
      first,
      heard,
      attempts.map(({ left }) => left),
      rejected,
    );
  return settled(chosen, heard, last, going !== null, rejected);
}

/** What each rule makes of the question, each on its own copy of the marks: one that fails leaves no trace. */
function attemptsOf(base: Hearing): Attempt[] {
  const attempts: Attempt[] = [];
  let hearing: Hearing = { ...base, marks: base.marks.fork() };
  for (const rule of rules) {
    // Most rules look at a mark or two and use none: the next one is handed the same copy.
    if (!hearing.marks.untouched) hearing = { ...base, marks: base.marks.fork() };
    const draft = rule.make(hearing);
    if (draft === null) continue;
    const left = [...unused(hearing.marks, ['export']), ...unkept(hearing.marks, draft)];
    attempts.push({ hearing, draft, left });
    hearing = { ...base, marks: base.marks.fork() };
  }
  return attempts;
}

/** A question of a kind that may leave words unread, answered without them. */
function tolerant(
  heard: Heard,
  hearing: Hearing,
  spared: readonly Mark[],
  aloud: Heard,
  last: ReturnType<typeof lastTurn>,
): Reading | null {
  const found = tolerated(attemptsOf(hearing));
  if (found === null) return null;
  const reading = settled(found, heard, last, false, []);
  const left = [...spared, ...found.left].sort((a, b) => a.start - b.start);
  return reading.status === 'declined' ? null : spares(reading, left, aloud);
}

/** A question that only the words of a report can answer: passages that hold all of them, or none. */
function toldIn(heard: Heard, hearing: Hearing, last: ReturnType<typeof lastTurn>): Reading | null {
  const draft = passage(hearing);
  return draft === null ? null : settled({ hearing, draft, left: [] }, heard, last, false, []);
}

function hearingOf(
  { typed, marks: all }: Heard,
  context: Context,
  lexicon: Lexicon,
  roster: Roster,
  language: Language,
): Hearing {
  const marks = all.fork();
  const named = bodiesIn(marks, roster, lexicon, typed);
  const bodies = named.filter((body) => !body.excluded);
  const excluded = named.filter((body) => body.excluded);
  if (excluded.length > 0) marks.useRule('except.after');
  marks.useRule('version.earlier');
  const spoken = named.length === 0 ? yearOf(lastTurn(context.turns)) : null;
  const said = yearsIn(marks, context.catalog, context.today, spoken);
  const when = thatYear({ marks, when: said, context });
  const applicants = applicantsIn({ marks });
  marks.use(...marks.with('form').map(({ mark }) => mark));
  useLevels(marks);
  return { question: typed, language, marks, bodies, excluded, when, applicants, roster, lexicon, context };
}

function continuing(
  hearing: Hearing,
  whole: Attempt | null,
  last: NonNullable<ReturnType<typeof lastTurn>>,
): Attempt | null {
  const draft =
    continued(whole?.hearing ?? hearing, whole?.draft ?? null, last) ?? (whole ? null : continued(hearing, null, last));
  return draft ? { hearing: whole?.hearing ?? hearing, draft, left: [] } : null;
}

/** Scripts of languages that are neither Chinese nor English. */
const foreign = (question: string) =>
  /[\u3040-\u30ff\uac00-\ud7af\u0400-\u04ff\u0600-\u06ff\u0e00-\u0e7f\u0900-\u097f\u0370-\u03ff\u0590-\u05ff]/.test(
    question,
  );
