/** A tiny PDF writer: Chinese text in a standard font that need not be embedded, lines and thin rectangles. */

export interface Word {
  readonly text: string;
  readonly x: number;
  /** From the page's bottom, in points. */
  readonly y: number;
  readonly size?: number;
}

export interface PdfPage {
  readonly words?: readonly Word[];
  /** x1, y1, x2, y2 of stroked lines. */
  readonly lines?: readonly (readonly [number, number, number, number])[];
  /** A picture that fills the page. */
  readonly picture?: boolean;
}

const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');

export function pdf(pages: readonly PdfPage[], extra = ''): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const kids = pages.map((_, at) => `${6 + 2 * at} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>');
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 /W [1 [500] 814 [500] 16 [500 500 500 500 500 500 500 500 500 500]] >>',
  );
  add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
  );
  for (const [at, page] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + 2 * at} 0 R >>`,
    );
    const words = (page.words ?? []).map(
      ({ text, x, y, size = 10 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`,
    );
    const lines = (page.lines ?? []).map(([x1, y1, x2, y2]) => `${x1} ${y1} m ${x2} ${y2} l S`);
    const picture = page.picture ? ['q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \u0080 EI Q'] : [];
    const stream = [...lines, ...words, ...picture].join('\n');
    add(`<< /Length ${Buffer.byteLength(stream, 'latin1')} >>\nstream\n${stream}\nendstream`);
  }
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  body += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  body += `trailer << /Size ${objects.length + 1} /Root 1 0 R ${extra} >>\nstartxref\n${start}\n%%EOF`;
  return new Uint8Array(Buffer.from(body, 'latin1'));
}

/** A grid of cells with its ruling lines: columns at `xs`, rows of `height` from `top` downwards; null merges a cell into the one to its left. */
export function ruledTable(
  rows: readonly (readonly (string | null)[])[],
  xs: readonly number[],
  top: number,
  height = 20,
): PdfPage {
  const words: Word[] = [];
  const lines: [number, number, number, number][] = [];
  for (const [row, cells] of rows.entries()) {
    const y = top - row * height;
    lines.push([xs[0]!, y, xs.at(-1)!, y]);
    for (const [column, text] of cells.entries()) {
      if (text === null) continue;
      lines.push([xs[column]!, y, xs[column]!, y - height]);
      for (const [at, part] of text.split('\n').entries()) {
        if (part)
          words.push({ text: part, x: xs[column]! + 2, y: y - 12 - at * 11 + (text.includes('\n') ? 5 : 0), size: 8 });
      }
    }
    lines.push([xs.at(-1)!, y, xs.at(-1)!, y - height]);
  }
  const bottom = top - rows.length * height;
  lines.push([xs[0]!, bottom, xs.at(-1)!, bottom]);
  return { words, lines };
}
