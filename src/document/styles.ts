/** The paragraph styles of a DOCX: which are headings, which bring a number with them. */
import type { Budget } from './budget.ts';
import { scanMarkup } from './markup.ts';

export interface ParagraphStyle {
  /** 1-6, or null for a style that is no heading. */
  heading: number | null;
  numbered: { id: string; level: number } | null;
}

/** Styles by id, from `word/styles.xml`. A heading is one by its name ("heading 1", 标题 1) or by its outline level. */
export function headingLevels(source: string, budget: Budget): Map<string, ParagraphStyle> {
  const styles = new Map<string, ParagraphStyle>();
  let style: ParagraphStyle | null = null;
  scanMarkup(
    source,
    true,
    {
      open(name, attributes) {
        const value = attributes.get('w:val') ?? '';
        if (name === 'w:style') {
          style = { heading: null, numbered: null };
          styles.set(attributes.get('w:styleId') ?? '', style);
        } else if (style === null) return;
        else if (name === 'w:name') {
          const level = /^(?:heading|标题)\s?([1-6])$/i.exec(value)?.[1];
          style.heading = level === undefined ? style.heading : Number(level);
        } else if (name === 'w:outlineLvl' && Number(value) < 6) style.heading ??= Number(value) + 1;
        else if (name === 'w:ilvl') style.numbered = { id: style.numbered?.id ?? '0', level: Number(value) || 0 };
        else if (name === 'w:numId') style.numbered = { id: value, level: style.numbered?.level ?? 0 };
      },
      close(name) {
        if (name === 'w:style') style = null;
      },
      text() {},
    },
    budget,
  );
  return styles;
}
