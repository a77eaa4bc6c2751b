/** What `ask` gives for each way that a question can end, in the shape of `ask --json`. */
import type { Answer, AskResult } from './answer/answer.ts';
import type { CodedError } from './errors.ts';
import { composeFailure } from './message/compose.ts';
import type { Message } from './message/message.ts';
import { renderText } from './message/render/text.ts';
import type { Plan } from './question/plan.ts';
import type { Reading } from './question/reading.ts';

/** The question as it was put. */
export interface Put {
  readonly question: string;
  readonly id?: string | null;
}

export interface Asked {
  readonly result: AskResult;
  readonly message: Message;
  /** Why the question was declined, as the code of its reading (`offTopic`, `notUnderstood` …); absent where it was not. */
  readonly declined?: string;
}

/** Characters that a question may have. */
export const LONGEST = 2000;

/** A reading for a plan that was handed in instead of a question. */
export function planned(question: string, plan: Plan): Reading {
  return {
    question,
    language: plan.language,
    status: 'plan',
    plan,
    prompt: null,
    choices: [],
    reason: null,
    spans: [],
    rejected: [],
  };
}

const nothing = {
  kind: null,
  interpretation: '',
  plan: null,
  value: null,
  unit: null,
  rows: [],
  citations: [],
  warnings: [],
  choices: [],
  reason: null,
  error: null,
  ms: 0,
};

/** All rows of the computation; of a question that asks for the rest of them, that rest. */
function wanted({ plan: { window }, rows }: Answer): AskResult['rows'] {
  const end = window?.size == null ? rows.length : window.from + window.size;
  return rows.slice(window?.from ?? 0, end);
}

/** A computed answer and its wording. */
export function answered(
  answer: Answer,
  { id = null, question }: Put,
  message: Message,
  interpretation: string,
): Asked {
  const { plan, status, value, unit, base, reason } = answer;
  const result: AskResult = {
    ...{ id, question, language: plan.language, status },
    ...nothing,
    ...{ kind: plan.operation, interpretation, plan, value, unit, base },
    rows: wanted(answer),
    text: renderText(message),
    citations: [...answer.citations],
    warnings: [...answer.warnings],
    choices: [...answer.suggestions],
    reason: reason?.text[plan.language] ?? null,
    ...(answer.confirmed === undefined ? {} : { confirmed: answer.confirmed.holds }),
  };
  return { message, result };
}

/** A question that is asked back or declined, or that asks for what no form holds. */
export function unanswered(reading: Reading, { id = null, question }: Put, message: Message): Asked {
  const status = reading.status === 'clarify' ? 'clarify' : reading.status === 'unheld' ? 'no-data' : 'declined';
  const reason = reading.reason?.text ?? reading.prompt;
  return {
    message,
    ...(status === 'declined' && reading.reason ? { declined: reading.reason.code } : {}),
    result: {
      ...{ id, question, language: reading.language, status },
      ...nothing,
      text: renderText(message),
      choices: [...reading.choices],
      reason,
    },
  };
}

/** Something broke, or the question is too long or empty. */
export function failure(error: CodedError, { id = null, question }: Put, language: 'zh' | 'en'): Asked {
  const message = composeFailure(error, language);
  const shown = question.slice(0, LONGEST);
  return {
    message,
    result: {
      ...{ id, question: shown, language, status: 'failed' as const },
      ...nothing,
      text: renderText(message),
      error: { code: error.code, message: error.bilingual },
    },
  };
}
