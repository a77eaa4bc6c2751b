/** What is mutated: the shipped reports, made ones in every layout, and archives of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeReport } from '../helpers/layouts.ts';
import { boxLayouts } from '../helpers/layoutsBoxes.ts';
import { damagedLayouts } from '../helpers/layoutsDamage.ts';
import { blanklessMarkup, markupLayouts } from '../helpers/layoutsMarkup.ts';
import { blanklessOffice, officeLayouts } from '../helpers/layoutsOffice.ts';
import { blanklessLayouts, textLayouts } from '../helpers/layoutsText.ts';
import { zip } from '../helpers/office.ts';
import { random } from '../helpers/random.ts';
import type { Sample } from './mutations.ts';

const folder = join(import.meta.dirname, '../../data/reports');

export function samples(seed: number): Sample[] {
  const out: Sample[] = readdirSync(folder).map((name) => ({
    file: name,
    bytes: new Uint8Array(readFileSync(join(folder, name))),
  }));
  const layouts = {
    ...textLayouts,
    ...blanklessLayouts,
    ...markupLayouts,
    ...blanklessMarkup,
    ...boxLayouts,
    ...officeLayouts,
    ...blanklessOffice,
    ...damagedLayouts,
  };
  for (const [at, [name, layout]] of Object.entries(layouts).entries()) {
    const source = random(seed * 1009 + at);
    const { file, bytes } = layout(makeReport(source, { form: source.pick(['2019', '2021']), blanks: 0.05 }), source);
    out.push({ file: `${name}.${file.split('.').at(-1)}`, bytes });
  }
  out.push({
    file: 'all.zip',
    bytes: zip(Object.fromEntries(out.slice(0, 8).map(({ file, bytes }) => [file, bytes]))),
  });
  return out;
}
