/** `explain`: how a question was read, as plain text. */
import type { Plan } from './plan.ts';
import type { Reading } from './reading.ts';

/** Spans with their rules, the plan without its empty members, what was inherited or assumed, and the readings that lost. */
export function explainReading(reading: Reading): string {
  const lines = [
    `question   ${reading.question.slice(0, 300)}`,
    `language   ${reading.language}`,
    `status     ${reading.status}`,
    '',
    'pieces',
  ];
  for (const { text, rule, meaning } of reading.spans) lines.push(`  ${text.slice(0, 40)}  [${rule}]  ${meaning}`);
  if (reading.plan) lines.push('', 'plan', ...membersOf(reading.plan).map((member) => `  ${member}`));
  for (const { slot, value, origin, alternative } of reading.plan?.assumptions ?? [])
    lines.push(`  ${origin} ${slot}: ${value}${alternative === null ? '' : ` (else: ${alternative})`}`);
  if (reading.prompt !== null)
    lines.push('', `asks back  ${reading.prompt}`, ...reading.choices.map(({ question }) => `  - ${question}`));
  if (reading.reason) lines.push('', `declined   ${reading.reason.code}: ${reading.reason.text}`);
  if (reading.rejected.length > 0)
    lines.push('', 'readings that lost', ...reading.rejected.map(({ reading: name, why }) => `  ${name}: ${why}`));
  return lines.join('\n');
}

/** Members of the plan that say something. */
function membersOf(plan: Plan): string[] {
  const { assumptions: _said, version: _version, language: _language, ...members } = plan;
  return Object.entries(members).flatMap(([name, value]) => {
    const kept =
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).filter(([, each]) => !empty(each)))
        : value;
    return empty(kept) ? [] : [`${name}: ${typeof kept === 'string' ? kept : JSON.stringify(kept)}`];
  });
}

const empty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value).length === 0);
