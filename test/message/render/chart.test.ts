/** Charts within Slack's limits, whatever the figures are called. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chartBlock } from '../../../src/message/render/chart.ts';
import { renderSlack } from '../../../src/message/render/slack.ts';
import { problemsOf } from '../../helpers/fake-slack-limits.ts';

const label = fc.string({
  unit: fc.constantFrom('a', '局', '<', '>', '&', ' ', '\n', '😀', '!channel'),
  maxLength: 40,
});
const shape = fc.constantFrom('line' as const, 'bar' as const, 'pie' as const);

it('keeps to the limits, and lets nothing of a label take effect', () => {
  const chart = fc
    .record({
      shape,
      title: label,
      labels: fc.uniqueArray(label, { minLength: 1, maxLength: 30 }),
      names: fc.uniqueArray(label, { minLength: 1, maxLength: 8 }),
    })
    .map(({ labels, names, ...rest }) => ({
      ...rest,
      kind: 'chart' as const,
      unit: '件',
      series: names.map((name) => ({ name, points: labels.map((each, index) => ({ label: each, value: index + 1 })) })),
    }));
  fc.assert(
    fc.property(chart, (part) => {
      const block = chartBlock(part);
      if (block === null) return;
      expect(problemsOf({ text: 'x', blocks: [block] })).toEqual([]);
      expect(JSON.stringify(block)).not.toMatch(/[<>&]/);
    }),
  );
});

it('draws two charts a message at most, and says what it draws in words elsewhere', () => {
  const part = {
    kind: 'chart' as const,
    shape: 'bar' as const,
    title: 'a',
    unit: null,
    series: [{ name: '', points: [{ label: 'x', value: 1 }] }],
  };
  const messages = renderSlack({ language: 'en', parts: [{ kind: 'text', text: 'said' }, part, part, part] });
  for (const { text, blocks } of messages) expect(problemsOf({ text, blocks })).toEqual([]);
  expect(messages[0]?.text).toBe('said');
});
