import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createHandlers } from '../../src/chat/handlers.ts';
import { chat } from '../../src/chat/terminal/chat.ts';
import { noLog } from '../../src/log.ts';
import { memoryStore } from './memory-store.ts';
import { textForTest } from './render.ts';
import { stubAsk } from './stub-ask.ts';

async function run(typed: string, interactive: boolean) {
  const ask = stubAsk();
  const handlers = createHandlers({ ask, store: memoryStore(), now: () => '2026-11-22T09:00:00+08:00', log: noLog });
  const input = new PassThrough();
  const output = new PassThrough();
  let text = '';
  output.on('data', (chunk) => {
    text += String(chunk);
  });
  const done = chat(handlers, { input, output, interactive, conversation: 'terminal:1', render: textForTest });
  input.end(typed);
  const status = await done;
  return { status, text, asked: ask.asked.map(({ question }) => question) };
}

describe('the chat in a terminal', () => {
  it('answers piped questions one a line, in order, and nothing else', async () => {
    const { status, text, asked } = await run('slow one\n\nquick one\nno newline at the end', false);
    expect(status).toBe(0);
    expect(asked).toEqual(['slow one', 'quick one', 'no newline at the end']);
    expect(text).toBe('answer to: slow one\n\nanswer to: quick one\n\nanswer to: no newline at the end\n\n');
    expect(text).not.toContain('\u001b');
  });

  it('ends with 1 where a piped question failed, after answering the rest', async () => {
    const { status, asked } = await run('explode\nand on', false);
    expect(status).toBe(1);
    expect(asked).toEqual(['explode', 'and on']);
  });

  it('ends with 0 where nothing is piped', async () => {
    expect(await run('', false)).toMatchObject({ status: 0, text: '', asked: [] });
  });

  it('greets a person, and lets a number pick a choice', async () => {
    const { status, text, asked } = await run('ambiguous\n2\n7\n/help\n/quit\nnever asked\n', true);
    expect(status).toBe(0);
    expect(text).toContain('年报');
    expect(asked.slice(1)).toEqual(['ambiguous', 'chosen question 2', '7', 'help']);
  });
});
