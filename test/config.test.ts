import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig, settings } from '../src/config.ts';
import { CodedError } from '../src/errors.ts';

describe('settings', () => {
  it('have defaults that work without an environment', () => {
    const config = readConfig({});
    expect(config.NIANBAO_DATA).toBe('data');
    expect(config.NIANBAO_DIGEST_TIME).toBe('09:00');
    expect(config.SLACK_BOT_TOKEN).toBeUndefined();
  });

  it('treat an empty variable as not set', () => {
    expect(readConfig({ NIANBAO_DATA: '', SLACK_BOT_TOKEN: ' ' })).toEqual(readConfig({}));
  });

  it.each([
    ['NIANBAO_DIGEST_TIME', '25:00'],
    ['PORT', 'x'],
    ['NIANBAO_LANG', 'fr'],
    ['SLACK_API_URL', 'nowhere'],
  ])('refuse a bad %s, naming it and not its value', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(CodedError);
    expect(read).toThrow(name);
    expect(read).not.toThrow(new RegExp(`"${value}"`));
  });

  it('are each described in .env.example, in order, with the words of their schema', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    expect(example).toBe(envExample());
  });
});

/** What .env.example must be: made from the schema, so that the two cannot drift apart. */
function envExample(): string {
  const defaults = readConfig({}) as Record<string, unknown>;
  const entries = Object.entries(settings).map(
    ([name, type]) => `# ${type.description}\n#${name}=${defaults[name] ?? ''}\n`,
  );
  return `# Settings of nianbao. Copy to .env, or set them in the environment. None is needed for the terminal.\n\n${entries.join('\n')}`;
}
