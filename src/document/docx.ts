/** DOCX → blocks: WordprocessingML, with spans, merged cells, heading styles and automatic numbers as they are printed. */
import type { Budget } from './budget.ts';
import { type Draft, extracted } from './extract.ts';
import { Flow } from './flow.ts';
import { heldTab, partsAtTabs } from './heldTab.ts';
import { layOut } from './layout.ts';
import { scanMarkup } from './markup.ts';
import { Numbering } from './numbering.ts';
import { headingLevels, type ParagraphStyle } from './styles.ts';
import type { Package } from './zip.ts';

/** Text in these is not printed where it stands: a drawing's second version, what was deleted, field codes. */
const unprinted = new Set([
  'mc:Fallback',
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'w:rPrChange',
  'w:pPrChange',
]);

/** Reads the main part. Throws input.damaged where there is none. */
export function readDocx(parts: Package, budget: Budget) {
  const source = parts.part('word/document.xml');
  if (source === null) throw budget.damaged('word/document.xml is missing');
  const styles = headingLevels(parts.part('word/styles.xml') ?? '', budget);
  const numbering = new Numbering(parts.part('word/numbering.xml') ?? '', budget);
  const flow = new Flow(budget);
  readBody(source, flow, styles, numbering, budget);
  let paragraph = 0;
  const drafts = layOut(flow.finish(), budget).map(({ cells, heading, table, row }): Draft => {
    if (table === null) paragraph += 1;
    const label = table === null ? `paragraph ${paragraph}` : `table ${table}, row ${row}`;
    return {
      cells: cells.flatMap(({ text, column, span }) =>
        partsAtTabs(text).map((part, at) => ({ text: part, column: column + at, span })),
      ),
      page: null,
      label,
      table,
      heading,
    };
  });
  return { ...extracted(drafts), title: coreTitle(parts.part('docProps/core.xml') ?? '') };
}

function readBody(
  source: string,
  flow: Flow,
  styles: ReadonlyMap<string, ParagraphStyle>,
  numbering: Numbering,
  budget: Budget,
): void {
  let skipping = 0;
  let inText = false;
  /** A run of text, and whether it is hidden. */
  let inRun = false;
  let hidden = false;
  let style: ParagraphStyle | undefined;
  let numbered: { id: string; level: number } | null = null;
  let numberDue = false;
  /** Prints the automatic number before the paragraph's first text. */
  const printNumber = (offset: number) => {
    if (!numberDue) return;
    numberDue = false;
    const own = numbered ?? style?.numbered ?? null;
    const text = own === null || own.id === '0' ? '' : numbering.next(own.id, own.level);
    if (text !== '') flow.text(text, offset, 0);
  };
  const value = (attributes: ReadonlyMap<string, string>) => attributes.get('w:val') ?? '';
  scanMarkup(
    source,
    true,
    {
      open(name, attributes, offset, empty) {
        if (skipping > 0 || unprinted.has(name)) {
          if (!empty && unprinted.has(name)) skipping += 1;
          return;
        }
        if (name === 'w:t') inText = !empty;
        else if (name === 'w:r') {
          inRun = !empty;
          hidden = false;
        } else if (/^w:(?:vanish|d?strike)$/.test(name))
          hidden ||= inRun && !/^(?:0|false|off)$/.test(value(attributes));
        else if (name === 'w:p') {
          flow.paragraph();
          style = undefined;
          numbered = null;
          numberDue = !empty;
        } else if (name === 'w:pStyle') {
          style = styles.get(value(attributes));
          if (style?.heading) flow.paragraph(style.heading);
        } else if (name === 'w:outlineLvl' && Number(value(attributes)) < 6)
          flow.paragraph(Number(value(attributes)) + 1);
        else if (name === 'w:ilvl') numbered = { id: numbered?.id ?? '0', level: Number(value(attributes)) || 0 };
        else if (name === 'w:numId') numbered = { id: value(attributes), level: numbered?.level ?? 0 };
        else if (name === 'w:tab' && !attributes.has('w:pos') && !attributes.has('w:val'))
          flow.text(flow.inTable ? ' ' : heldTab, offset);
        else if (name === 'w:br' || name === 'w:cr') flow.lineBreak();
        else if (name === 'w:noBreakHyphen') flow.text('-', offset);
        else openTablePart(flow, name, attributes, offset);
      },
      close(name) {
        if (skipping > 0) {
          if (unprinted.has(name)) skipping -= 1;
        } else if (name === 'w:t') inText = false;
        else if (name === 'w:r') inRun = hidden = false;
        else if (name === 'w:p') flow.paragraph();
        else if (name === 'w:tc') flow.closeCell();
        else if (name === 'w:tr') flow.closeRow();
        else if (name === 'w:tbl') flow.closeTable();
      },
      text(data, offset) {
        if (!inText || hidden || skipping > 0) return;
        printNumber(offset);
        flow.text(data, offset);
      },
    },
    budget,
  );
}

function openTablePart(flow: Flow, name: string, attributes: ReadonlyMap<string, string>, offset: number): void {
  const count = () => Math.max(0, Math.min(2_000, Number.parseInt(attributes.get('w:val') ?? '', 10) || 0));
  if (name === 'w:tbl') flow.openTable();
  else if (name === 'w:tr') flow.openRow();
  else if (name === 'w:tc') flow.openCell({ columns: 1, rows: 1, merged: false, start: offset });
  else if (name === 'w:gridBefore') flow.skip(count());
  else if (name === 'w:gridSpan') flow.amendCell({ columns: Math.max(1, count()) });
  else if (name === 'w:vMerge' && attributes.get('w:val') !== 'restart') flow.amendCell({ merged: true });
  else if (name === 'w:hMerge' && attributes.get('w:val') !== 'restart') flow.amendCell({ merged: true });
}

function coreTitle(core: string): string | null {
  const title = /<dc:title>([^<]{1,300})<\/dc:title>/.exec(core)?.[1]?.trim();
  return title ? title.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>') : null;
}
