import { describe, expect, it } from 'vitest';
import { buildCatalog, catalogOf, libraryOf } from '../../src/answer/catalog.ts';
import { fakeStore } from '../helpers/fake-store.ts';
import { buildReport } from '../helpers/report-builder.ts';
import { lexicon } from './small-library.ts';

const held = [
  { report: buildReport({ id: 'a11111111111', agency: '盐池县科学技术局', year: 2021 }) },
  { report: buildReport({ id: 'a22222222222', agency: '盐池县科技局', year: 2020 }) },
  { report: buildReport({ id: 'a33333333333', agency: null, year: 2020 }) },
  { report: buildReport({ id: 'a44444444444', agency: '盐池县科学技术局', year: 2021, title: '旧' }), current: false },
];

describe('catalog', () => {
  it('has an agency once, whatever its reports call it, with the years held', async () => {
    const catalog = await catalogOf(fakeStore(lexicon, held));
    expect(catalog).toMatchObject({ years: [2020, 2021], reports: 3 });
    expect(catalog.agencies).toMatchObject([
      { key: '盐池县科学技术局', names: ['盐池县科技局', '盐池县科学技术局'], kind: 'science', years: [2020, 2021] },
    ]);
  });

  it('is read anew only where the version changed', async () => {
    const store = fakeStore(lexicon, held);
    const first = await libraryOf(store);
    expect(await libraryOf(store)).toBe(first);
    store.version = async () => 99;
    expect((await libraryOf(store)).version).toBe(99);
  });

  it('is empty of nothing', () => {
    expect(buildCatalog([], 0)).toEqual({ agencies: [], years: [], forms: [], reports: 0, version: 0 });
  });
});
