/** A renderer for tests: one section a paragraph, choices as buttons, long texts over several messages. */
import type { Message } from '../../src/message/message.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function renderForTest(message: Message): { text: string; blocks: unknown[] }[] {
  const messages: { text: string; blocks: unknown[] }[] = [];
  for (const part of message.parts) {
    if (part.kind === 'text') {
      for (const piece of escaped(part.text).match(/[\s\S]{1,2500}/g) ?? []) {
        messages.push({ text: piece, blocks: [{ type: 'section', text: { type: 'mrkdwn', text: piece } }] });
      }
    }
    if (part.kind === 'choices') {
      const elements = part.choices.map(({ label, question }, index) => ({
        type: 'button',
        action_id: `choice:${index + 1}`,
        value: question,
        text: { type: 'plain_text', text: label },
      }));
      messages.at(-1)?.blocks.push({ type: 'actions', elements });
    }
  }
  return messages;
}

export function textForTest(message: Message): string {
  const lines = message.parts.map((part) => {
    if (part.kind === 'text') return part.text;
    return part.kind === 'choices'
      ? [part.prompt, ...part.choices.map(({ label }, i) => `${i + 1}. ${label}`)].join('\n')
      : '';
  });
  return lines.join('\n');
}
