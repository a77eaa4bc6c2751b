/** Files as people in chat are told of them. */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shownFile, withShownFiles } from '../../src/store/shown.ts';
import type { Store } from '../../src/store/store.ts';

describe('a file in chat', () => {
  it('is named by its place in the library, elsewhere by its name', () => {
    expect(shownFile('/srv/nianbao/data/reports/a.txt', '/srv/nianbao/data')).toBe('reports/a.txt');
    expect(shownFile('/home/somebody/inbox/a.txt', '/srv/nianbao/data')).toBe('a.txt');
    expect(shownFile('/srv/nianbao/data-old/a.zip!2023/b.txt', '/srv/nianbao/data')).toBe('a.zip!2023/b.txt');
    expect(shownFile('/srv/nianbao/data/a.zip!b.txt', '/srv/nianbao/data/')).toBe('a.zip!b.txt');
    expect(shownFile('data/reports/a.txt', resolve('data'))).toBe('reports/a.txt');
    expect(shownFile('../../etc/a.txt', 'data')).toBe('a.txt');
  });

  it('is so named in reports, lists and failures, and nothing else of the store changes', async () => {
    class Held {
      readonly #kept = 7;
      async version() {
        return this.#kept;
      }
      async heads() {
        return [{ report: 'r1', file: '/srv/data/a.txt' }];
      }
      async report() {
        return { report: 'r1', file: '/srv/data/a.txt' };
      }
      async failures() {
        return [
          { file: '/srv/data/b.txt', code: 'x', zh: '坏了：/srv/data/b.txt', en: 'bad: /srv/data/b.txt', at: '' },
        ];
      }
    }
    const store = withShownFiles(new Held() as unknown as Store, (file) => shownFile(file, '/srv/data'));
    expect(await store.version()).toBe(7);
    expect(JSON.stringify([await store.heads(), await store.report('r1'), await store.failures()])).not.toContain(
      '/srv',
    );
  });
});
