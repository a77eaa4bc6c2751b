import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doc } from '../helpers/doc.ts';
import { docx, paragraph, wordTable, xlsx, zip } from '../helpers/office.ts';
import { pdf, ruledTable } from '../helpers/pdf.ts';
import { allOf, bytesOf, codeOf, open } from './opened.ts';

const page =
  '<html><body><table><tr><td rowspan="2">规章</td><td>1</td></tr><tr><td>2</td></tr></table><p>正文</p></body></html>';
const table = ruledTable(
  [
    ['规章', '1'],
    ['许可', '2'],
  ],
  [60, 200, 300],
  700,
);
const samples: [string, Uint8Array][] = [
  ['a.txt', bytesOf('某县2023年政府信息公开工作年度报告\n规章\t1\t2\n')],
  ['a.md', bytesOf('# 报告\n| 规章 | 1 |\n|---|---|\n| 许可 | 2 |\n')],
  ['a.html', bytesOf(page)],
  ['a.csv', bytesOf('规章,1,2\n许可,3,4\n')],
  ['a.docx', docx(paragraph('报告') + wordTable([['规章', '1']]))],
  ['a.xlsx', xlsx([['规章', 1]])],
  ['a.doc', doc(['报告', { rows: [{ cells: ['规章', '1'], borders: [0, 100, 2000] }] }])],
  [
    'a.pdf',
    pdf([
      {
        words: [{ text: '某县2023年政府信息公开工作年度报告全文如下所示', x: 60, y: 760 }, ...table.words!],
        lines: table.lines!,
      },
    ]),
  ],
];

describe('openDocument', () => {
  it('knows each format by its bytes, whatever the name', async () => {
    const formats = await Promise.all(samples.map(async ([file, bytes]) => (await open(file, bytes)).format));
    expect(formats).toEqual(['text', 'markdown', 'html', 'sheet', 'docx', 'sheet', 'doc', 'pdf']);
    for (const at of [2, 4, 5, 6, 7]) expect((await open('file', samples[at]![1])).format).toBe(formats[at]);
  });
  it('keeps file and hash', async () => {
    const document = await open('x/a.txt', 'abc');
    expect(document.file).toBe('x/a.txt');
    expect(document.hash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
  it('reads the shipped reports, a block a line', async () => {
    for (const name of readdirSync('data/reports').filter((each) => each.endsWith('.txt'))) {
      const bytes = readFileSync(`data/reports/${name}`);
      const document = await open(name, bytes);
      expect([document.format, document.encoding]).toEqual(['text', 'utf-8']);
      expect(document.blocks.length).toBe(bytes.toString().split('\n').length);
    }
  });

  it.each([
    ['nothing', '', 'input.empty'],
    ['blank lines', ' \n\u00a0\n', 'input.empty'],
    ['an empty page', '<html><body><script>1</script></body></html>', 'input.empty'],
    ['a PNG', Buffer.from('89504e470d0a1a0a00', 'hex'), 'input.scanned'],
    ['a PDF of pictures', pdf([{ picture: true }, { picture: true }]), 'input.scanned'],
    ['a broken PDF', bytesOf('%PDF-1.4\nnothing'), 'input.damaged'],
    ['a ZIP cut off', zip({ 'a.txt': '报告'.repeat(50) }).subarray(0, 90), 'input.damaged'],
    ['a compound file cut off', samples[6]![1].subarray(0, 600), 'input.damaged'],
    ['an archive', zip({ 'a.txt': '报告' }), 'input.format'],
    [
      'a web archive',
      'From: <Saved by Blink>\r\nSubject: page\r\n more\r\nMIME-Version: 1.0\r\n\r\nPGh0',
      'input.format',
    ],
    ['RTF without text', bytesOf('{\\rtf1 }'), 'input.empty'],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * at * 31 + at * 7) % 251)),
      'input.format',
    ],
  ] as [string, string | Uint8Array, string][])('says what is wrong with %s', async (_, data, code) => {
    expect(await codeOf('a.bin', data)).toBe(code);
  });

  it('ends in a document or a coded error on any bytes', { timeout: 60_000 }, async () => {
    const any = fc.tuple(fc.constantFrom('a.txt', 'a.html', 'a.csv', 'a'), fc.uint8Array({ maxLength: 400 }));
    await fc.assert(
      fc.asyncProperty(any, async ([file, bytes]) => void (await codeOf(file, bytes))),
      { numRuns: 300 },
    );
  });
  it('ends in a document or a coded error on damaged files', { timeout: 60_000 }, async () => {
    const damage = fc.record({
      sample: fc.nat(samples.length - 1),
      flips: fc.array(fc.tuple(fc.nat(100_000), fc.nat(255)), { maxLength: 12 }),
      cut: fc.nat(100_000),
      splice: fc.nat(samples.length - 1),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ sample, flips, cut, splice }) => {
        const [file, whole] = samples[sample]!;
        const end = 1 + (cut % whole.length);
        const tail = flips.length % 3 === 0 ? samples[splice]![1].subarray(0, 200) : new Uint8Array();
        const bytes = new Uint8Array(Buffer.concat([cut % 4 === 0 ? whole.subarray(0, end) : whole, tail]));
        for (const [at, value] of flips) bytes[at % bytes.length] = value;
        await codeOf(file, bytes);
        for (const [, code] of await allOf(file, bytes)) expect(code).not.toBe('internal');
      }),
      { numRuns: 300 },
    );
  });
});

describe('openAll', () => {
  it('gives any other file itself', async () => {
    expect(await allOf('a.txt', bytesOf('报告'))).toEqual([['a.txt', 'text']]);
    expect(await allOf('a.docx', samples[4]![1])).toEqual([['a.docx', 'docx']]);
    expect(await allOf('a.txt', bytesOf(''))).toEqual([['a.txt', 'input.empty']]);
  });
  it('gives each member of an archive, also of one inside, and no litter', async () => {
    const inner = zip({ '深/c.html': page });
    const archive = zip({
      'a.txt': '报告',
      '__MACOSX/a.txt': 'x',
      '.DS_Store': 'x',
      'd/': '',
      'bad.txt': '',
      'in.zip': inner,
      'b.docx': samples[4]![1],
    });
    expect(await allOf('x.zip', archive)).toEqual([
      ['x.zip!a.txt', 'text'],
      ['x.zip!bad.txt', 'input.empty'],
      ['x.zip!in.zip!深/c.html', 'html'],
      ['x.zip!b.docx', 'docx'],
    ]);
  });
  it('says that an archive is empty', async () => {
    expect(await allOf('x.zip', zip({}))).toEqual([['x.zip', 'input.empty']]);
  });
});

describe('bounds', () => {
  it('refuses a file over the size and names the setting', async () => {
    await expect(open('a.txt', '报告'.repeat(1000), { bytes: 100 })).rejects.toMatchObject({
      code: 'input.tooLarge',
      message: expect.stringContaining('NIANBAO_MAX_BYTES'),
    });
  });
  it.each([
    ['lines', { blocks: 100 }, '行\n'.repeat(101)],
    ['cells', { cells: 500 }, `${'1\t'.repeat(600)}\n`],
    ['table cells', { cells: 500 }, `<table><tr>${'<td>1'.repeat(600)}</table>`],
    ['nested tables', { depth: 20 }, '<table><tr><td>'.repeat(30)],
  ])('ends within its bound: too many %s', async (_, limits, text) => {
    expect(await codeOf('a.html', text, limits)).toBe('input.tooLarge');
  });
  it('bounds the pages of a PDF', async () => {
    const words = [{ text: '某县2023年政府信息公开工作年度报告全文如下所示', x: 60, y: 760 }];
    expect(await codeOf('a.pdf', pdf([{ words }, { words }, { words }]), { pages: 2 })).toBe('input.tooLarge');
    for (const [file, line] of [
      ['a.md', `|a|b|\n|--|--|\n${'|'.repeat(3_000_000)}`],
      ['a.txt', `年报${'\t'.repeat(3_000_000)}`],
      ['a.csv', `a,b,c\n${'""a,'.repeat(1_000_000)}`],
    ] as const)
      expect(await codeOf(file, line)).toBe('input.tooLarge');
  });
  it('bounds what a ZIP unpacks to, and reads the members after the bomb', async () => {
    const bomb = new Uint8Array(3_000_000);
    const archive = zip({ 'bomb.txt': bomb, 'a.txt': '报告' });
    expect(await allOf('x.zip', archive, { bytes: 1_000_000, decompressedBytes: 2_000_000 })).toEqual([
      ['x.zip!bomb.txt', 'input.tooLarge'],
      ['x.zip!a.txt', 'text'],
    ]);
    const word = docx(paragraph('一'.repeat(2_000_000)));
    expect(await codeOf('a.docx', word, { decompressedBytes: 1_000_000 })).toBe('input.tooLarge');
  });
  it('bounds members and nesting of archives', async () => {
    const many = zip(Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}.txt`, '报告'])));
    expect(await allOf('x.zip', many, { files: 10 })).toEqual([['x.zip', 'input.tooLarge']]);
    let nested = zip({ 'a.txt': '报告' });
    for (let at = 0; at < 8; at += 1) nested = zip({ 'n.zip': nested });
    expect((await allOf('x.zip', nested, { depth: 5 })).map(([, code]) => code)).toEqual(['input.tooLarge']);
  });
  it('stops when the time is over', async () => {
    expect(await codeOf('a.html', '<p>a</p>'.repeat(100_000), { milliseconds: 5 })).toBe('input.tooSlow');
  });
  it.each([
    ['open elements', '<div>'.repeat(300_000)],
    ['close tags', `${'<b>'.repeat(100_000)}${'</i>'.repeat(100_000)}`],
    ['spans', `<table>${'<tr><td colspan=1000 rowspan=60000>1</td></tr>'.repeat(3_000)}</table>`],
    ['angle brackets', '<'.repeat(500_000)],
    ['attributes', `<p ${'a=b '.repeat(200_000)}>x</p>`],
    ['pipes', '|'.repeat(300_000)],
    ['links', '[a]('.repeat(100_000)],
    ['emphasis', '# x\n# y\n'.concat('**a'.repeat(100_000))],
    ['quotes', `a,b,c,d\n${'"'.repeat(300_000)}`],
  ])('is not slowed down by many %s', async (_, text) => {
    const file = text.startsWith('a,b') ? 'a.csv' : text.startsWith('<') ? 'a.html' : 'a.md';
    expect(await codeOf(file, text, { milliseconds: 60_000 })).not.toBe('input.tooSlow');
  });
});
