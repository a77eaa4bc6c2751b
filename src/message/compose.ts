/** Answer → Message: the answer first, then its rows, what must be said beside it, and its sources. */
import type { Answer } from '../answer/answer.ts';
import type { CodedError } from '../errors.ts';
import type { Naming } from '../lexicon/naming.ts';
import type { Choice, Reading } from '../question/reading.ts';
import { bodyOf } from './body.ts';
import { captionOf } from './caption.ts';
import { chartOf } from './chart.ts';
import { interpret } from './interpretation.ts';
import type { Message, Part } from './message.ts';
import { type Say, speak } from './phrases.ts';

/** The message of an answer, in the language of its plan (`naming` must be of that language). */
export function composeAnswer(answer: Answer, naming: Naming): Message {
  const say = speak(naming.language);
  const parts: Part[] = [
    ...why(answer, naming, say),
    ...(answer.plan.show === 'sources' ? wording(answer, naming, say) : bodyOf(answer, naming, say)),
    ...chartOf(answer, naming),
    ...assumed(answer, naming, say),
    ...answer.warnings.map(
      (each): Part => ({ kind: 'warning', severity: each.severity ?? 'warning', text: each.text }),
    ),
    ...sources(answer, say),
    ...offered(answer, say),
  ];
  return { language: naming.language, parts };
}

/** "Why?" is answered by how the question was read, before the answer and its evidence. */
function why(answer: Answer, naming: Naming, say: Say): Part[] {
  return answer.plan.show === 'why'
    ? [{ kind: 'text', text: say.understood(interpret(answer.plan, naming, answer.subject)) }]
    : [];
}

/** "Show me the sentence": each source with its wording. */
function wording(answer: Answer, naming: Naming, say: Say): Part[] {
  if (answer.citations.length === 0) return bodyOf(answer, naming, say);
  return [
    { kind: 'headline', text: say.sentences(answer.citations.length) },
    ...answer.citations.map(
      (each): Part => ({ kind: 'quote', text: each.quote, caption: captionOf(each, naming, say), highlights: [] }),
    ),
  ];
}

/** What was assumed or inherited is said, so that a reader can correct it. */
function assumed({ plan, subject, status }: Answer, naming: Naming, say: Say): Part[] {
  if (plan.assumptions.length === 0 || plan.show === 'why' || status === 'no-data') return [];
  return [{ kind: 'note', text: say.understood(interpret(plan, naming, subject)) }];
}

function sources(answer: Answer, say: Say): Part[] {
  const inWarnings = answer.warnings.flatMap((each) => each.citations);
  // A report card quotes beside each finding.
  if (answer.citations.length + inWarnings.length === 0 || answer.plan.show === 'sources' || answer.card) return [];
  const key = (each: (typeof inWarnings)[number]) =>
    [each.report, each.line, each.page, each.column, each.quote].join('\u{0}');
  const known = new Set(answer.citations.map(key));
  const added = [
    ...new Map(inWarnings.filter((each) => !known.has(key(each))).map((each) => [key(each), each])).values(),
  ];
  return [{ kind: 'sources', title: say.sources(), citations: [...answer.citations, ...added].slice(0, 20) }];
}

function offered(answer: Answer, say: Say): Part[] {
  if (answer.suggestions.length === 0) return [];
  return [
    {
      kind: 'choices',
      prompt: answer.plan.operation === 'help' ? say.examples() : say.alternatives(),
      choices: answer.suggestions,
    },
  ];
}

/** The message of a question that is asked back or declined; `examples` are shown where the reading offers no choices. */
export function composeReading(reading: Reading, examples: readonly Choice[] = []): Message {
  const say = speak(reading.language);
  if (reading.status === 'clarify') {
    return {
      language: reading.language,
      parts: [{ kind: 'choices', prompt: reading.prompt ?? say.choose(), choices: reading.choices }],
    };
  }
  const offer = reading.choices.length > 0 ? reading.choices : examples;
  const parts: Part[] = [{ kind: 'text', text: reading.reason?.text ?? '' }];
  if (offer.length > 0) parts.push({ kind: 'choices', prompt: say.examples(), choices: offer });
  return { language: reading.language, parts };
}

/** The message of something that broke: what, and its code. */
export function composeFailure(error: CodedError, language: 'zh' | 'en'): Message {
  const say = speak(language);
  return {
    language,
    parts: [{ kind: 'warning', severity: 'error', text: say.failed(error.bilingual[language], error.code) }],
  };
}
