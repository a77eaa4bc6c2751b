/** The documentation says what the program does: commands, settings, error codes, and no more. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { settings } from '../src/config.ts';
import { errors } from '../src/errors.ts';
import { main } from '../src/main.ts';

const docs = (name: string) => readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8');

async function help(...args: string[]): Promise<string> {
  let text = '';
  await main([...args, '--help'], { out: (part) => (text += part), err: () => {}, interactive: false });
  return text;
}

describe('docs/commands.md', () => {
  const commands = docs('commands.md');

  it('documents every command of --help, and no other', async () => {
    const listed = [...(await help()).matchAll(/^ {2}([a-z]+) .*$/gm)]
      .map((found) => found[1])
      .filter((name) => name !== 'help');
    const documented = [...commands.matchAll(/^\| `nianbao ([a-z]+)/gm)].map((found) => found[1]);
    expect(documented.toSorted()).toEqual(listed.toSorted());
  });

  it('documents every option of every command', async () => {
    const names = [...commands.matchAll(/^\| `nianbao ([a-z]+)/gm)].map((found) => found[1] as string);
    for (const name of names) {
      const options = [...(await help(name)).matchAll(/(--[a-z-]+)/g)].map((found) => found[1] as string);
      const missing = options.filter((option) => !commands.includes(option));
      expect(missing, name).toEqual([]);
    }
  });

  it('documents every error code', () => {
    const missing = Object.keys(errors).filter((code) => !commands.includes(`\`${code}\``));
    expect(missing).toEqual([]);
  });
});

describe('docs/operations.md', () => {
  it('documents every setting', () => {
    const operations = docs('operations.md');
    expect(Object.keys(settings).filter((name) => !operations.includes(`\`${name}\``))).toEqual([]);
  });
});
