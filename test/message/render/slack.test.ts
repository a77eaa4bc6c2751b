import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message, Part } from '../../../src/message/message.ts';
import { pieces } from '../../../src/message/render/escape.ts';
import { renderSlack } from '../../../src/message/render/slack.ts';

interface Block {
  readonly type: string;
  readonly text?: { readonly type: string; readonly text: string };
  readonly elements?: readonly {
    readonly text: string | { readonly text: string };
    readonly value?: string;
    readonly action_id?: string;
    readonly type: string;
  }[];
}

const message = (...parts: Part[]): Message => ({ language: 'zh', parts });

/** Slack's documented limits: see docs; ours keep a margin below them. */
function expectWithinLimits(messages: ReturnType<typeof renderSlack>) {
  for (const { text, blocks } of messages) {
    expect(text.length).toBeLessThan(4000);
    expect(text.length).toBeGreaterThan(0);
    expect(blocks.length).toBeLessThanOrEqual(50);
    expect(JSON.stringify(blocks).length).toBeLessThan(13_000);
    for (const block of blocks as Block[]) {
      if (block.type === 'section') expect(block.text?.text.length).toBeLessThanOrEqual(3000);
      if (block.type === 'section' || block.type === 'header') expect(block.text?.text.trim()).not.toBe('');
      if (block.type === 'header') expect(block.text?.text.length).toBeLessThanOrEqual(150);
      if (block.type === 'context') expect(block.elements?.length).toBeLessThanOrEqual(10);
      if (block.type !== 'actions') continue;
      expect(block.elements?.length).toBeLessThanOrEqual(25);
      for (const { text: label, value } of block.elements ?? []) {
        expect((label as { text: string }).text.length).toBeLessThanOrEqual(75);
        expect(value?.length).toBeLessThanOrEqual(2000);
      }
    }
  }
}

const shown = (messages: ReturnType<typeof renderSlack>) => JSON.stringify(messages);

describe('renderSlack', () => {
  it('puts the answer first, in bold', () => {
    const [first] = renderSlack(
      message({ kind: 'headline', text: '盐池县 2023 年：1 件' }, { kind: 'note', text: '范围' }),
    );
    expect(first?.blocks[0]).toMatchObject({
      type: 'header',
      text: { type: 'plain_text', text: '盐池县 2023 年：1 件' },
    });
    expect(first?.text).toContain('1 件');
  });

  it('splits a long section over messages and loses nothing', () => {
    const text = Array.from({ length: 900 }, (_, index) => `第${index}句写到培训。`).join('');
    const messages = renderSlack(message({ kind: 'quote', text, caption: '第五部分', highlights: [] }));
    expect(messages.length).toBeGreaterThan(1);
    expectWithinLimits(messages);
    const printed = messages
      .flatMap(({ blocks }) =>
        (blocks as Block[]).flatMap((block) => (block.type === 'section' ? (block.text?.text ?? '') : [])),
      )
      .join('');
    expect(printed).toBe(text);
    expect(messages.map((each) => each.text).join('')).toContain('第899句');
  });

  it('keeps text of reports from mentioning, linking or formatting', () => {
    const evil = '<!channel> <@U1> <http://x|y> *粗* `码` ```块``` & ~删~ _斜_';
    const parts: Part[] = [
      { kind: 'headline', text: evil },
      { kind: 'headline', text: `${evil}${'长'.repeat(200)}` },
      { kind: 'quote', text: evil, caption: evil, highlights: [] },
      { kind: 'list', items: [evil], more: null },
      { kind: 'table', columns: ['甲'], rows: [[evil]], numeric: [false], more: null },
      { kind: 'warning', severity: 'error', text: evil },
    ];
    for (const { text, blocks } of renderSlack(message(...parts))) {
      expect(text).not.toMatch(/<[!@#h]/);
      expect(JSON.stringify(blocks)).not.toMatch(/<[!@#h]/);
      for (const block of blocks as Block[]) {
        if (block.text?.type !== 'mrkdwn') continue;
        const code = block.text.text.startsWith('```\n');
        const inside = block.text.text.replace(/^```\n|\n```$/g, '').replace(/^\*|\*$/g, '');
        expect(inside).not.toContain('```');
        if (!code) expect(inside.replace(/\u{200b}[*_~`]\u{200b}/gu, '')).not.toMatch(/[*_~`]/);
      }
    }
  });

  it('makes choices buttons that carry the whole question', () => {
    const question = `盐池县科学技术局${'的'.repeat(120)}问题`;
    const messages = renderSlack(
      message({ kind: 'choices', prompt: '您是想问：', choices: [{ label: question, question }] }),
    );
    const actions = (messages[0]!.blocks as Block[]).find((block) => block.type === 'actions');
    expect(actions?.elements?.[0]).toMatchObject({ type: 'button', action_id: 'choice:1', value: question });
    expectWithinLimits(messages);
  });

  it('splits a long table and repeats its heading', () => {
    const rows = Array.from({ length: 300 }, (_, index) => [`第${index}号某某县科学技术局`, String(index)]);
    const messages = renderSlack(
      message({ kind: 'table', columns: ['机关', '数值'], rows, numeric: [false, true], more: null }),
    );
    expectWithinLimits(messages);
    const printed = shown(messages);
    for (const [name] of rows) expect(printed).toContain(name);
  });

  it('keeps the limits for any message', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 6000 });
    const part: fc.Arbitrary<Part> = fc.oneof(
      text.map((each): Part => ({ kind: 'headline', text: each })),
      text.map((each): Part => ({ kind: 'text', text: each })),
      fc
        .record({ text, caption: fc.string({ maxLength: 3000 }) })
        .map((each): Part => ({ kind: 'quote', ...each, highlights: [] })),
      fc
        .array(fc.string({ maxLength: 300 }), { maxLength: 60 })
        .map((items): Part => ({ kind: 'list', items, more: null })),
      fc
        .array(fc.string({ unit: fc.constantFrom('<', '&', '*', '`', '中', 'a', '\n'), maxLength: 900 }), {
          maxLength: 12,
        })
        .map(
          (cells): Part => ({
            kind: 'table',
            columns: ['甲', '乙'],
            rows: cells.map((cell) => [cell, cell]),
            numeric: [false, true],
            more: null,
          }),
        ),
      fc
        .array(
          fc.record({ label: fc.string({ maxLength: 200 }), question: fc.string({ minLength: 1, maxLength: 2000 }) }),
          { minLength: 1, maxLength: 40 },
        )
        .map((choices): Part => ({ kind: 'choices', prompt: '问', choices })),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => expectWithinLimits(renderSlack(message(...parts)))),
      { numRuns: 60 },
    );
  });
});

describe('pieces', () => {
  it('joined give the text, each within the limit once escaped', () => {
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 12, max: 90 }), (text, limit) => {
        const cut = pieces(text, limit);
        expect(cut.join('')).toBe(text);
        for (const each of cut) expect(escaped(each).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
