/** Bytes → report, in every layout: each cell as it was made; what a layout lost is never read as certain. */
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/document/open.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { keyOf } from '../../src/report/forms.ts';
import { readReport } from '../../src/report/read.ts';
import type { Fact } from '../../src/report/report.ts';
import { fold } from '../../src/text/normalize.ts';
import { type Layout, makeReport, type Wanted } from '../helpers/layouts.ts';
import { alignedLayouts } from '../helpers/layoutsAligned.ts';
import { boxLayouts } from '../helpers/layoutsBoxes.ts';
import { damagedLayouts } from '../helpers/layoutsDamage.ts';
import { blanklessMarkup, markupLayouts } from '../helpers/layoutsMarkup.ts';
import { blanklessOffice, officeLayouts } from '../helpers/layoutsOffice.ts';
import { pastedLayouts } from '../helpers/layoutsPasted.ts';
import { blanklessLayouts, textLayouts } from '../helpers/layoutsText.ts';
import { blanklessTorn, tornLayouts } from '../helpers/layoutsTorn.ts';
import { random } from '../helpers/random.ts';

const lexicon = loadLexicon();

/** Layouts that take long to open are tried with fewer reports. */
const slow = new Set(['pdf', 'pdfRuled']);

function isRead(wanted: Wanted, fact: Fact | undefined): boolean {
  if (wanted === 'missing') return fact === undefined || fact.state === 'missing';
  if (wanted === 'lost') return fact === undefined || fact.value === null;
  if (wanted.value === null) return fact?.state === 'blank';
  return fact?.state === 'stated' && fact.value === wanted.value && fact.certain;
}

/** Reports of both forms in a layout: the cells that are not read as wanted, of how many. */
async function score(layout: Layout, seeds: number, blanks: readonly number[]) {
  const wrong: string[] = [];
  let cells = 0;
  let certain = 0;
  for (let seed = 1; seed <= seeds; seed += 1)
    for (const form of ['2019', '2021'] as const) {
      const source = random(seed * 104_729 + Number(form));
      const blank = source.pick(['', '', '—', '/', '-']);
      const made = makeReport(source, { form, blanks: blanks[seed % blanks.length]!, blank });
      const { file, bytes, wanted } = layout(made, source);
      const { report } = readReport(await openDocument(file, bytes), lexicon);
      expect([fold(report.agency ?? ''), report.year, report.form]).toEqual([fold(made.agency), made.year, form]);
      const facts = new Map(report.facts.map((fact) => [keyOf(fact), fact]));
      for (const [key, want] of wanted) {
        cells += 1;
        const fact = facts.get(key);
        if (isRead(want, fact)) continue;
        wrong.push(`seed ${seed} ${form} ${key}: ${JSON.stringify(want)} → ${fact?.state} ${fact?.value} ${fact?.raw}`);
        if (fact?.certain && fact.value !== null) certain += 1;
      }
    }
  return { wrong, certain, share: 1 - wrong.length / cells };
}

describe('layouts that keep blank cells', () => {
  for (const [name, layout] of Object.entries({
    ...textLayouts,
    ...alignedLayouts,
    ...markupLayouts,
    ...boxLayouts,
    ...officeLayouts,
    ...pastedLayouts,
    ...tornLayouts,
  }))
    it(name, async () => {
      const { wrong, share } = await score(layout, slow.has(name) ? 2 : 6, [0, 0.1, 0.3]);
      // A blank cell at a table's end may look like the page's own empty lines.
      if (name === 'partedCells') expect(share).toBeGreaterThan(0.999);
      else expect(wrong).toEqual([]);
    });
});

describe('layouts in which a blank cell cannot be seen', () => {
  for (const [name, layout] of Object.entries({
    ...blanklessLayouts,
    ...blanklessMarkup,
    ...blanklessOffice,
    ...blanklessTorn,
  }))
    it(name, async () => {
      expect((await score(layout, slow.has(name) ? 2 : 6, [0])).wrong).toEqual([]);
    });
});

describe('damaged layouts: right or not certain', () => {
  for (const [name, layout] of Object.entries(damagedLayouts))
    it(name, async () => {
      const { wrong, certain, share } = await score(layout, 6, [0]);
      expect(certain, wrong.join('\n')).toBe(0);
      if (name === 'torn') expect(share).toBeGreaterThan(0.97);
      else expect(wrong).toEqual([]);
    });
});
