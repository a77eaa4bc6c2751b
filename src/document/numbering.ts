/** The automatic numbers of a DOCX ("一、", "（二）"): printed, but kept outside of the text. */
import type { Budget } from './budget.ts';
import { scanMarkup } from './markup.ts';

interface Level {
  format: string;
  /** "%1、": `%n` stands for the counter of level n. */
  text: string;
  start: number;
}

/** Counts each list as the document is read in order. */
export class Numbering {
  readonly #lists = new Map<string, Map<number, Level>>();
  readonly #listOf = new Map<string, string>();
  readonly #counters = new Map<string, number[]>();

  /** Reads `word/numbering.xml`; an empty source gives no numbers. */
  constructor(source: string, budget: Budget) {
    let list: Map<number, Level> | null = null;
    let level: Level | null = null;
    let number = '';
    scanMarkup(
      source,
      true,
      {
        open: (name, attributes) => {
          const value = attributes.get('w:val') ?? '';
          if (name === 'w:abstractNum') {
            list = new Map();
            this.#lists.set(attributes.get('w:abstractNumId') ?? '', list);
          } else if (name === 'w:lvl' && list !== null) {
            level = { format: 'decimal', text: '', start: 1 };
            list.set(Number(attributes.get('w:ilvl')) || 0, level);
          } else if (name === 'w:num') {
            number = attributes.get('w:numId') ?? '';
            list = null;
            level = null;
          } else if (name === 'w:abstractNumId') this.#listOf.set(number, value);
          else if (level === null) return;
          else if (name === 'w:numFmt') level.format = value;
          else if (name === 'w:lvlText') level.text = value.slice(0, 50);
          else if (name === 'w:start') level.start = Number(value) || 0;
        },
        close: () => {},
        text: () => {},
      },
      budget,
    );
  }

  /** The number that the list's next paragraph of this level prints, with what stands around it; "" for a bullet. */
  next(id: string, depth: number): string {
    const list = this.#listOf.get(id);
    const levels = list === undefined ? undefined : this.#lists.get(list);
    const level = levels?.get(depth);
    if (list === undefined || levels === undefined || level === undefined) return '';
    const counters = this.#counters.get(list) ?? [];
    this.#counters.set(list, counters);
    counters[depth] = (counters[depth] ?? level.start - 1) + 1;
    counters.length = depth + 1;
    if (level.format === 'bullet' || level.format === 'none') return '';
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return printed(counters[at] ?? levels.get(at)?.start ?? 1, levels.get(at)?.format ?? 'decimal');
    });
  }
}

const digits = '〇一二三四五六七八九';

function printed(number: number, format: string): string {
  if (/chinese|japaneseCounting|ideograph|taiwanese/i.test(format)) return chinese(number);
  if (format === 'decimalEnclosedCircle' && number >= 1 && number <= 20) return String.fromCodePoint(0x245f + number);
  if (format === 'decimalFullWidth')
    return String(number).replace(/\d/g, (each) => String.fromCodePoint(0xff10 + Number(each)));
  if (/^(?:lower|upper)Letter$/.test(format) && number >= 1 && number <= 26) {
    return String.fromCodePoint((format === 'lowerLetter' ? 0x60 : 0x40) + number);
  }
  return String(number);
}

/** 1-99 in Chinese; beyond it in digits, which no list of a report reaches. */
function chinese(number: number): string {
  if (number < 1 || number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`;
}
