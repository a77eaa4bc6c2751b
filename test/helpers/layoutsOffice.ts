/** Layouts of office files and PDFs, built in code. */
import iconv from 'iconv-lite';
import { type DocRow, doc } from './doc.ts';
import {
  dense,
  type Grid,
  grid2,
  grid3,
  grid4,
  head3,
  head4,
  headings,
  type Layout,
  type Made,
  prose,
  truth,
} from './layouts.ts';
import { docx, paragraph, type WordCell, wordTable, xlsx as writeXlsx } from './office.ts';
import { type PdfPage, pdf, type Word } from './pdf.ts';

type Part = string | Grid;

/** The report in order: paragraphs and tables. */
function parts(made: Made): Part[] {
  const { before, after } = prose(made);
  const table3: Grid = [...head3, ...grid3(made)];
  const table4: Grid = [...head4, ...grid4(made)];
  return [...before, headings[1], grid2(made), headings[2], table3, headings[3], table4, ...after];
}

/** Rowspans as Word has them: a cell that goes on in each row below. */
function wordRows(grid: Grid): (string | WordCell)[][] {
  const open: { until: number; columns: number }[] = [];
  return grid.map((row, at) => {
    const out: (string | WordCell)[] = [];
    const left = [...row];
    for (let column = 0; left.length > 0 || open[column]; ) {
      const reach = open[column];
      if (reach && reach.until > at) {
        out.push({ text: '', span: reach.columns, merge: 'continue' });
        column += reach.columns;
        continue;
      }
      const next = left.shift();
      if (!next) break;
      if (next.rows > 1) open[column] = { until: at + next.rows, columns: next.columns };
      out.push({ text: next.text, span: next.columns, ...(next.rows > 1 ? { merge: 'restart' as const } : {}) });
      column += next.columns;
    }
    return out;
  });
}

const word: Layout = (made) => ({
  file: 'report.docx',
  bytes: docx(
    parts(made)
      .map((part) => (typeof part === 'string' ? paragraph(part) : wordTable(wordRows(part))))
      .join(''),
  ),
  wanted: truth(made.rows),
});

const sheet: Layout = (made) => {
  const rows: (string | number)[][] = [];
  const merges: string[] = [];
  const letter = (column: number) => String.fromCharCode(65 + column);
  for (const part of parts(made)) {
    if (typeof part === 'string') rows.push([part]);
    else {
      const top = rows.length;
      const matrix = dense(part);
      for (const row of matrix) rows.push(row.map((each) => (/^\d+$/.test(each) ? Number(each) : each)));
      for (const [at, row] of part.entries()) {
        let column = 0;
        for (const each of row) {
          while (matrix[at]![column] !== each.text) column += 1;
          if (each.columns > 1 || each.rows > 1)
            merges.push(`${letter(column)}${top + at + 1}:${letter(column + each.columns - 1)}${top + at + each.rows}`);
          column += each.columns;
        }
      }
    }
  }
  return { file: 'report.xlsx', bytes: writeXlsx(rows, merges), wanted: truth(made.rows) };
};

const oldWord: Layout = (made) => ({
  file: 'report.doc',
  bytes: doc(
    parts(made).map((part) => {
      if (typeof part === 'string') return part;
      return {
        rows: wordRows(part).map((row): DocRow => {
          const cells = row.map((each) => (typeof each === 'string' ? { text: each, span: 1 } : each));
          const borders = [0];
          for (const each of cells) borders.push(borders.at(-1)! + 500 * (each.span ?? 1));
          const continued = cells.flatMap((each, at) => ('merge' in each && each.merge === 'continue' ? [at] : []));
          return { cells: cells.map((each) => String(each.text)), borders, continued };
        }),
      };
    }),
  ),
  wanted: truth(made.rows),
});

const pageTop = 800;

/** Paragraphs as lines, tables as pages of their own, long labels wrapped as wide as their column. */
function pdfPages(made: Made, table: (rows: readonly string[][], xs: readonly number[]) => PdfPage[]): PdfPage[] {
  const pages: PdfPage[] = [];
  let words: Word[] = [];
  const flush = () => {
    if (words.length > 0) pages.push({ words });
    words = [];
  };
  for (const part of parts(made)) {
    if (typeof part === 'string') {
      for (let at = 0; at < part.length; at += 40)
        words.push({ text: part.slice(at, at + 40), x: 60, y: pageTop - 20 * words.length });
      continue;
    }
    flush();
    const rows = dense(part);
    const width = rows[0]!.length;
    const labels = width === 15 ? 0 : width === 10 ? 3 : 1;
    const each = width === 15 ? 34 : width === 10 ? 40 : 100;
    const xs = [40];
    for (let at = 0; at < width; at += 1) xs.push(xs.at(-1)! + (at < labels ? (labels === 1 ? 110 : 70) : each));
    const wrapped = rows.map((row) =>
      row.map((text, at) => {
        const room = xs[at + 1]! - xs[at]! - 9;
        const lines = [''];
        for (const each of text) {
          if (breadth(lines.at(-1)! + each) > room) lines.push('');
          lines[lines.length - 1] += each;
        }
        return lines.join('\n');
      }),
    );
    pages.push(...table(wrapped, xs));
  }
  flush();
  return pages;
}

/** Points that a text of size 8 takes up. */
const breadth = (text: string) => Array.from(text).reduce((sum, each) => sum + (each < '\u0080' ? 4 : 8), 0);

const tall = (row: readonly string[]) => Math.max(1, ...row.map((each) => each.split('\n').length)) * 11 + 8;

/** Rows of the table in pages of what fits. */
function paged(rows: readonly string[][]): string[][][] {
  const out: string[][][] = [[]];
  let room = 700;
  for (const row of rows) {
    if (room < tall(row)) {
      out.push([]);
      room = 700;
    }
    room -= tall(row);
    out.at(-1)!.push(row as string[]);
  }
  return out;
}

function laid(rows: readonly string[][], xs: readonly number[], ruled: boolean): PdfPage {
  const words: Word[] = [];
  const lines: [number, number, number, number][] = [];
  let top = 780;
  for (const row of rows) {
    const height = tall(row);
    for (const [column, text] of row.entries())
      for (const [at, line] of text.split('\n').entries())
        if (line !== '') {
          const tallest = text.split('\n').length;
          const middle = (xs[column]! + xs[column + 1]! - breadth(line)) / 2;
          words.push({
            text: line,
            x: middle,
            y: top - height / 2 - 3 + (tallest - 1) * 5.5 - at * 11,
            size: 8,
          });
        }
    if (ruled) {
      lines.push([xs[0]!, top, xs.at(-1)!, top], [xs[0]!, top - height, xs.at(-1)!, top - height]);
      for (const x of xs) lines.push([x, top, x, top - height]);
    }
    top -= height;
  }
  return { words, lines };
}

const ruled: Layout = (made) => ({
  file: 'report.pdf',
  bytes: pdf(pdfPages(made, (rows, xs) => paged(rows).map((some) => laid(some, xs, true)))),
  wanted: truth(made.rows),
});

const unruled: Layout = (made) => ({
  file: 'report.pdf',
  bytes: pdf(pdfPages(made, (rows, xs) => paged(rows).map((some) => laid(some, xs, false)))),
  wanted: truth(made.rows),
});

/** A text in RTF: characters by their numbers, or by their bytes in GBK. */
const inRtf = (text: string, bytes: boolean): string =>
  Array.from(text.replace(/[\\{}]/g, '\\$&'), (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x80) return character;
    const hex = Array.from(iconv.encode(character, 'gbk'), (byte) => `\\'${byte.toString(16).padStart(2, '0')}`);
    return bytes ? hex.join('') : `\\u${code > 0x7fff ? code - 0x10000 : code}?`;
  }).join('');

const rtfRow = (row: readonly (string | WordCell)[], bytes: boolean): string => {
  let edge = 0;
  const cells = row.map((each): WordCell => (typeof each === 'string' ? { text: each } : each));
  const definitions = cells.map(({ span = 1, merge }) => {
    edge += 900 * span;
    return `${merge === 'restart' ? '\\clvmgf' : merge === 'continue' ? '\\clvmrg' : ''}\\clbrdrt\\brdrs\\cellx${edge}`;
  });
  const texts = cells.map(({ text }) => `\\pard\\intbl\\qc {\\f1\\fs21 ${inRtf([text].flat().join(''), bytes)}}\\cell`);
  return `\\trowd\\trgaph108\\trleft0${definitions.join('')}\n${texts.join('\n')}\\row`;
};

/** RTF, saved as .doc as Word and WPS are asked to. */
const rtf =
  (bytes: boolean): Layout =>
  (made) => ({
    file: 'report.doc',
    bytes: new TextEncoder().encode(
      [
        '{\\rtf1\\ansi\\ansicpg936\\uc1{\\fonttbl{\\f0 Times New Roman;}{\\f1 SimSun;}}{\\info{\\title x 99}}{\\footer\\pard 第 3 页\\par}',
        ...parts(made).map((part) =>
          typeof part === 'string'
            ? `\\pard\\plain{\\fs32 ${inRtf(part, bytes)}}\\par`
            : wordRows(part)
                .map((row) => rtfRow(row, bytes))
                .join('\n'),
        ),
        '}',
      ].join('\n'),
    ),
    wanted: truth(made.rows),
  });

export const officeLayouts: Readonly<Record<string, Layout>> = {
  rtf: rtf(false),
  rtfOfBytes: rtf(true),
  docx: word,
  xlsx: sheet,
  doc: oldWord,
  pdfRuled: ruled,
};
/** Without rulings a blank cell is only a gap between figures. */
export const blanklessOffice: Readonly<Record<string, Layout>> = { pdf: unruled };
