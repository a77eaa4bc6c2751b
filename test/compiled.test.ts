/** The bundle that the program runs from: made once for a state of the sources, and done without where it cannot be kept. */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

describe('the option that the program starts with', () => {
  const text = (file: string) => readFileSync(join(root, file), 'utf8');
  const option = '--max-semi-space-size=64';

  it('is the same however the program is started', () => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    for (const name of ['start', 'nianbao', 'bench', 'fuzz', 'crash'])
      expect(scripts[name]).toMatch(new RegExp(`^node ${option} `));
    expect(text('bin/nianbao.mjs').split('\n')[0]).toBe(`#!/usr/bin/env -S node ${option}`);
    expect(text('Dockerfile')).toContain(`CMD ["node", "${option}", "bin/nianbao.mjs"]`);
  });

  it('is taken by the installed command', () => {
    const said = execFileSync(join(root, 'bin/nianbao.mjs'), ['--version'], { encoding: 'utf8' });
    expect(said).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('a program run from its bundle', () => {
  let place: string;
  const file = (name: string, text: string) => writeFileSync(join(place, name), text);
  const run = () => {
    const script = pathToFileURL(join(place, 'src/compiled.mjs')).href;
    const code = `const { run } = await import('${script}'); await run('src/main.ts');`;
    return execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  };
  const bundles = () => readdirSync(join(place, 'node_modules/.cache/nianbao'));

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'nianbao-test-'));
    for (const folder of ['src/inner', 'node_modules']) mkdirSync(join(place, folder), { recursive: true });
    for (const name of ['esbuild', 'tsx'])
      symlinkSync(join(root, 'node_modules', name), join(place, 'node_modules', name));
    copyFileSync(join(root, 'src/compiled.mjs'), join(place, 'src/compiled.mjs'));
    file('package.json', '{ "type": "module" }');
    file('src/main.ts', `import { where } from './inner/where.ts';\nconst said: string = where;\nconsole.log(said);\n`);
    file('src/inner/where.ts', 'export const where: string = import.meta.url;\n');
  });
  afterEach(() => rmSync(place, { recursive: true }));

  it('knows where its sources stand, and is made once', () => {
    const expected = `${pathToFileURL(join(place, 'src/inner/where.ts')).href}\n`;
    expect([run(), run()]).toEqual([expected, expected]);
    expect(bundles()).toHaveLength(1);
  });

  it('is made anew when a source that it imports is another', () => {
    run();
    file('src/inner/where.ts', `export const where: string = 'elsewhere';\n`);
    expect(run()).toBe('elsewhere\n');
    expect(bundles()).toHaveLength(2);
  });

  it('runs the sources as they are where nothing can be kept', () => {
    file('node_modules/.cache', 'a file, where the folder would be');
    expect(run()).toBe(`${pathToFileURL(join(place, 'src/inner/where.ts')).href}\n`);
  });
});
