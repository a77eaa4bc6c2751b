/** RTF (often saved as .doc) → paragraphs and cells as a Word document has them; doc.ts lays them out. */
import type { Budget } from './budget.ts';
import { layOutWord, type WordParagraph } from './doc.ts';
import type { RowDefinition } from './docPieces.ts';

/** Groups that hold no text of the page. */
const unread = new Set(
  (
    'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf footnote ' +
    'listtable listoverridetable generator themedata colorschememapping datastore latentstyles xmlnstbl fldinst rsidtbl ' +
    'mmathPr revtbl bkmkstart bkmkend annotation shpinst nonshppict filetbl'
  ).split(' '),
);
/** Control words that are a character. */
const characters: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u3000',
  enspace: ' ',
  '~': '\u00a0',
  _: '-',
};
const codePages: Readonly<Record<string, string>> = { '936': 'gb18030', '950': 'big5', '65001': 'utf-8' };
const cellMark = '\u0007';

interface Group {
  readonly isUnread: boolean;
  /** Characters that follow a `\u` for readers that do not know it. */
  readonly fallback: number;
}

/** Reads the text and the tables of an RTF file. Linear; unknown words and groups are passed over. */
export function readRtf(bytes: Uint8Array, budget: Budget) {
  return { ...layOutWord(paragraphsOf(Buffer.from(bytes).toString('latin1'), budget), budget), title: null };
}

const token = /\\([a-z]{1,32})(-?\d{1,10})?\x20?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}]+)/gi;

function paragraphsOf(source: string, budget: Budget): WordParagraph[] {
  const paragraphs: WordParagraph[] = [];
  const outer: Group[] = [];
  let group: Group = { isUnread: false, fallback: 1 };
  let decoder = new TextDecoder('gb18030');
  let text = '';
  let raw = '';
  let skip = 0;
  let inTable = false;
  let borders: number[] = [];
  let merged: boolean[] = [];
  let isMerged = false;
  const settle = () => {
    if (raw !== '') text += decoder.decode(Buffer.from(raw, 'latin1'));
    raw = '';
  };
  const end = (mark: string, row: RowDefinition | null = null) => {
    settle();
    const isCell = mark === cellMark;
    paragraphs.push({
      text,
      mark,
      properties: { heading: null, inTable: inTable || isCell, rowEnd: row !== null, row },
    });
    text = '';
  };
  const write = (printed: string) => {
    settle();
    text += printed;
  };
  const word = (name: string, value: number) => {
    if (name === 'par' || name === 'line' || name === 'sect' || name === 'page') end('\r');
    else if (name === 'cell') end(cellMark);
    else if (name === 'row') end(cellMark, { borders: [...borders], merged: [...merged] });
    else if (name === 'trowd') [borders, merged, isMerged] = [[0], [], false];
    else if (name === 'trleft') borders[0] = value;
    else if (name === 'clvmrg') isMerged = true;
    else if (name === 'cellx') {
      borders.push(value);
      merged.push(isMerged);
      isMerged = false;
    } else if (name === 'intbl') inTable = true;
    else if (name === 'pard') inTable = false;
    else if (name === 'tab') write('\t');
    else if (name === 'uc') group = { ...group, fallback: value };
    else if (name === 'ansicpg') decoder = new TextDecoder(codePages[`${value}`] ?? 'gb18030');
    else if (name === 'u') {
      write(String.fromCharCode(value & 0xffff));
      skip = group.fallback;
    } else if (characters[name] !== undefined) write(characters[name]);
  };
  for (let match = token.exec(source); match !== null; match = token.exec(source)) {
    budget.step();
    const [, name, value, hex, sign, brace, plain] = match;
    if (brace === '{') outer.push(group);
    else if (brace === '}') group = outer.pop() ?? group;
    else if (name === 'bin') token.lastIndex += Math.max(0, Number(value ?? 0));
    else if (sign === '*' || (name !== undefined && unread.has(name))) group = { ...group, isUnread: true };
    else if (group.isUnread) continue;
    else if (hex !== undefined) {
      if (skip > 0) skip -= 1;
      else raw += String.fromCharCode(Number.parseInt(hex, 16));
    } else if (plain !== undefined) {
      const printed = plain.replace(/[\r\n]/g, '');
      raw += printed.slice(skip);
      skip = Math.max(0, skip - printed.length);
    } else if (name !== undefined) word(name.toLowerCase(), Number(value ?? 0));
    else if (sign === '\n' || sign === '\r') end('\r');
    else if (sign === '{' || sign === '}' || sign === '\\') raw += sign;
    else if (sign !== undefined && characters[sign] !== undefined) write(characters[sign]);
    budget.bound('depth', outer.length);
  }
  token.lastIndex = 0;
  end('\r');
  return paragraphs;
}
