/** Tags and text of HTML or XML as a flat stream with offsets: no tree, so no depth that could overflow a stack. */
import { Tokenizer } from 'htmlparser2';
import type { Budget } from './budget.ts';

export interface MarkupHandler {
  /** An opening tag; names of HTML are in lower case. `empty` is true for `<a/>` in XML. */
  open(name: string, attributes: ReadonlyMap<string, string>, offset: number, empty: boolean): void;
  close(name: string, offset: number): void;
  /** A run of text with its entities decoded; `offset` is the index of its first character in the source. */
  text(data: string, offset: number): void;
  comment?(data: string): void;
}

/** The tokenizer is fed in pieces, so that the deadline is looked at between them. */
const pieceLength = 128 * 1024;

/** Reads markup from end to end. Entities are the language's own: none can be declared, so none can expand. */
export function scanMarkup(source: string, xml: boolean, handler: MarkupHandler, budget: Budget): void {
  let name = '';
  let tagStart = 0;
  let attribute = '';
  let value = '';
  let attributes = new Map<string, string>();
  const opened = (empty: boolean) => {
    budget.step();
    if (name !== '') handler.open(name, attributes, tagStart, empty);
    name = '';
    if (attributes.size > 0) attributes = new Map();
  };
  const tokenizer = new Tokenizer(
    { xmlMode: xml, decodeEntities: true },
    {
      onopentagname(start, end) {
        tagStart = start;
        const raw = source.slice(start, end);
        name = xml ? raw : raw.toLowerCase();
      },
      onattribname(start, end) {
        attribute = source.slice(start, end);
        if (!xml) attribute = attribute.toLowerCase();
        value = '';
      },
      onattribdata(start, end) {
        value += source.slice(start, end);
      },
      onattribentity(codepoint) {
        value += String.fromCodePoint(codepoint);
      },
      onattribend() {
        if (!attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: () => opened(false),
      onselfclosingtag: () => opened(xml),
      onclosetag(start, end) {
        budget.step();
        const raw = source.slice(start, end);
        handler.close(xml ? raw : raw.toLowerCase(), start);
      },
      ontext: (start, end) => handler.text(source.slice(start, end), start),
      ontextentity: (codepoint, end) => handler.text(String.fromCodePoint(codepoint), end - 1),
      oncdata(start, end, cut) {
        if (xml) handler.text(source.slice(start, end - cut), start);
      },
      oncomment: (start, end, cut) => handler.comment?.(source.slice(start, end - cut)),
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  for (let at = 0; at < source.length; at += pieceLength) {
    tokenizer.write(source.slice(at, at + pieceLength));
    budget.look();
  }
  tokenizer.end();
}
