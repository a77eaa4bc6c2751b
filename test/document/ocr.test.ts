import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { picturesOfPdf } from '../../src/document/ocr.ts';
import { openDocument } from '../../src/document/open.ts';

const picture = Buffer.concat([
  Buffer.from('ffd8ffe000104a464946', 'hex'),
  Buffer.alloc(400, 7),
  Buffer.from('ffd9', 'hex'),
]);

/** A program that stands in for Tesseract; it sees its arguments and reads the picture on its standard input. */
async function program(body: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'nianbao-ocr-')), 'tesseract');
  await writeFile(file, `#!/bin/sh\n${body}\n`);
  await chmod(file, 0o755);
  return file;
}

const open = (bytes: Uint8Array, ocr: string | null, milliseconds = 10_000) =>
  openDocument('scan.jpg', bytes, { ocr, milliseconds });

/** The least PDF whose only page is a picture. */
function scan(pictures: readonly Buffer[]): Buffer {
  const objects = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    Buffer.from('<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>'),
    ...pictures.map((each) =>
      Buffer.concat([
        Buffer.from(`<</Subtype/Image/Filter/DCTDecode/Length ${each.length}>>\nstream\n`),
        each,
        Buffer.from('\nendstream'),
      ]),
    ),
  ];
  const parts = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(Buffer.concat(parts).length);
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n'));
  }
  const start = Buffer.concat(parts).length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}

describe('pictures', () => {
  it('are refused where no program is set', async () => {
    await expect(open(picture, null)).rejects.toMatchObject({ code: 'input.scanned' });
    await expect(open(scan([picture]), null)).rejects.toMatchObject({ code: 'input.scanned' });
  });

  it('are read by the program, which gets them on its standard input', async () => {
    const tool = await program('echo "$* $(wc -c)"; echo "一、总体情况"');
    const document = await open(picture, tool);
    expect(document.format).toBe('text');
    expect(document.text).toContain('chi_sim');
    expect(document.text).toContain(` ${picture.length}`);
    expect(document.blocks[1]?.text).toBe('一、总体情况');
  });

  it('of a scanned PDF are read in order, without logos', async () => {
    const small = Buffer.concat([picture.subarray(0, 20)]);
    const pdf = scan([picture, small, picture]);
    expect(picturesOfPdf(pdf).map((each) => each.length)).toEqual([picture.length + 1, picture.length + 1]);
    const document = await open(pdf, await program('cat >/dev/null; echo 一页'));
    expect(document.blocks.filter((block) => block.text === '一页')).toHaveLength(2);
  });

  it('end in a coded error where the program is not there, fails, hangs, or reads nothing', async () => {
    const rejects = async (ocr: string, code: string, milliseconds?: number) =>
      expect(open(picture, ocr, milliseconds)).rejects.toMatchObject({ code });
    await rejects('/nowhere/tesseract', 'input.tool');
    await rejects(await program('echo "Error opening data file chi_sim.traineddata" >&2; exit 1'), 'input.tool');
    await rejects(await program('echo "Image too small" >&2; exit 1'), 'input.damaged');
    await rejects(await program('cat >/dev/null'), 'input.scanned');
    await rejects(await program('exec sleep 20'), 'input.tooSlow', 300);
  });
});
