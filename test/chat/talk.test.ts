/** Lines of a thread that the bot answered in, and whether they are for it. */
import { describe, expect, it } from 'vitest';
import type { Asked } from '../../src/ask.ts';
import { isTalk } from '../../src/chat/talk.ts';
import { Plan } from '../../src/question/plan.ts';

const read = (plan: object | null, declined?: string) =>
  ({
    result: { plan: plan && Plan.parse({ language: 'zh', ...plan }) },
    ...(declined ? { declined } : {}),
  }) as unknown as Asked;
const inherited = { slot: 'agency', value: '盐池县科学技术局', origin: 'inherited' };

describe('what is said in a thread without naming the bot', () => {
  it.each([
    ['午饭吃什么', read(null, 'offTopic')],
    ['我下午去开会', read({ operation: 'search', topic: '下午去开会' })],
    ['你们谁有2020年的合同', read({ operation: 'search', topic: '合同', scope: { years: [2020] } })],
    ['收到', read({ operation: 'sum', measures: [{ measure: 'applications.received' }] })],
    ['收到！', read({ operation: 'lookup', assumptions: [inherited] })],
    ['好的', read({ operation: 'help', help: 'thanks' })],
    ['你好', read({ operation: 'help', help: 'greeting' })],
  ])('%s: silence, whoever says it', (text, asked) => {
    expect(isTalk(text, asked, true)).toBe(true);
    expect(isTalk(text, asked, false)).toBe(true);
  });

  it.each([
    ['2020年呢', read({ operation: 'lookup', scope: { years: [2020] } })],
    ['部分公开的', read({ operation: 'lookup', assumptions: [inherited] })],
    ['原文', read({ operation: 'lookup', show: 'sources' })],
    ['哪些单位收到过申请', read({ operation: 'list' })],
    ['哪份报告提到政府开放日', read({ operation: 'search', topic: '政府开放日' })],
    ['make up a figure', read(null, 'invents')],
    ['the science bureau', read(null)],
  ])('%s: an answer', (text, asked) => {
    expect(isTalk(text, asked, true)).toBe(false);
    expect(isTalk(text, asked, false)).toBe(false);
  });

  it('that is half understood is told to one who asks alone, and kept among several', () => {
    expect(isTalk('x', read(null, 'notUnderstood'), false)).toBe(false);
    expect(isTalk('x', read(null, 'notUnderstood'), true)).toBe(true);
  });
});
