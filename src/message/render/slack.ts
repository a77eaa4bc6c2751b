/** A message as Slack messages of Block Kit, within Slack's limits: a long one is split, never cut. */
import type { Message, Part } from '../message.ts';
import { type Say, speak } from '../phrases.ts';
import { CHART, chartBlock } from './chart.ts';
import { escapeSlack, inertCode, inertMarkdown, pieces } from './escape.ts';
import { limits } from './limits.ts';
import { csvLines, MARKS, renderPart, sourceLines } from './text.ts';
import { alignTable } from './width.ts';

export interface SlackMessage {
  /** All of the content as text: what notifications show, and what is left where Slack refuses the blocks. Escaped. */
  readonly text: string;
  readonly blocks: unknown[];
}

/** Blocks that belong together, with what they say as text. */
interface Piece {
  readonly text: string;
  readonly blocks: readonly unknown[];
}

/** One or more Slack messages, in order; at least one. */
export function renderSlack(message: Message): SlackMessage[] {
  const say = speak(message.language);
  return pack(message.parts.flatMap((part) => piecesOf(part, message.language, say)));
}

function pack(all: readonly Piece[]): SlackMessage[] {
  const messages: { text: string; blocks: unknown[]; size: number }[] = [];
  for (const piece of all) {
    const size = JSON.stringify(piece.blocks).length;
    const last = messages.at(-1);
    const fits =
      last !== undefined &&
      last.text.length + piece.text.length + 2 <= limits.text &&
      last.blocks.length + piece.blocks.length <= limits.blocks &&
      last.size + size <= limits.message &&
      chartsOf(last.blocks) + chartsOf(piece.blocks) <= limits.charts;
    if (fits && last !== undefined) {
      if (piece.text !== '') last.text += `${last.text === '' ? '' : '\n\n'}${piece.text}`;
      last.blocks.push(...piece.blocks);
      last.size += size;
    } else messages.push({ text: piece.text, blocks: [...piece.blocks], size });
  }
  if (messages.length === 0) return [{ text: '…', blocks: [] }];
  return messages.map(({ text, blocks }) => ({ text: text.trim() === '' ? '…' : text.trim(), blocks }));
}

const chartsOf = (blocks: readonly unknown[]) =>
  blocks.filter((block) => (block as { type?: string }).type === CHART).length;
const plain = (text: string) => ({ type: 'plain_text', text: escapeSlack(text), emoji: false });
const section = (text: string) => ({ type: 'section', text: plain(text) });
const context = (texts: readonly string[]) => ({ type: 'context', elements: texts.map(plain) });
const sections = (text: string): Piece[] =>
  pieces(text.trim(), limits.section).map((piece) => ({ text: escapeSlack(piece), blocks: [section(piece)] }));

function piecesOf(part: Part, language: 'zh' | 'en', say: Say): Piece[] {
  switch (part.kind) {
    case 'headline':
      return headline(part.text);
    case 'text':
      return sections(part.text);
    case 'note':
      return pieces(part.text, limits.contextText).map((piece) => ({
        text: escapeSlack(piece),
        blocks: [context([piece])],
      }));
    case 'link':
      return link(part.text, part.url);
    case 'quote':
      return quote(part.text, part.caption);
    case 'list':
      return sections(renderPart(part, language, say));
    case 'table':
      return table(part);
    case 'chart': {
      const block = chartBlock(part);
      return block === null ? [] : [{ text: '', blocks: [block] }];
    }
    case 'file':
      return [...sections(part.caption), ...code(csvLines(part.csv, say).join('\n'))];
    case 'warning':
      return sections(`${MARKS[part.severity]} ${part.text}`);
    case 'sources':
      return sources(part.title, sourceLines(part.citations, language, say));
    case 'choices':
      return choices(part);
  }
}

/** A header shows text as it is, in bold; what is too long for one is a bold section. */
function headline(text: string): Piece[] {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return [];
  if (escapeSlack(line).length <= limits.header)
    return [{ text: escapeSlack(line), blocks: [{ type: 'header', text: plain(line) }] }];
  return pieces(line, limits.section - 2, inertMarkdown).map((piece) => ({
    text: escapeSlack(piece),
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: `*${inertMarkdown(piece.trim())}*`, verbatim: true } }],
  }));
}

/** A link to a web page, named by its host, so that its text cannot pretend another; anything else is shown as text. */
function link(text: string, url: string): Piece[] {
  const address = webAddress(url);
  const plainly = text === url ? url : `${text} ${url}`;
  if (address === null) return pieces(plainly, limits.contextText).flatMap((piece) => noted(piece));
  const shown = `${inertMarkdown(text === url ? '' : `${text} `)}<${address.href.replace(/[<>|]/g, encodeURIComponent)}|${inertMarkdown(address.host)}>`;
  if (shown.length > limits.contextText) return noted(plainly.slice(0, limits.contextText / 5));
  const element = { type: 'mrkdwn', text: shown, verbatim: true };
  return [{ text: escapeSlack(plainly), blocks: [{ type: 'context', elements: [element] }] }];
}

const noted = (text: string): Piece[] => [{ text: escapeSlack(text), blocks: [context([text])] }];

function webAddress(url: string): URL | null {
  try {
    const read = new URL(url);
    const web = read.protocol === 'https:' || read.protocol === 'http:';
    return web && read.username === '' && read.password === '' && url.length <= 1000 ? read : null;
  } catch {
    return null;
  }
}

function quote(text: string, caption: string): Piece[] {
  const body = sections(text);
  if (caption === '') return body;
  const short = pieces(caption, limits.contextText)[0] ?? '';
  const [first, ...rest] = body;
  const title: Piece = { text: escapeSlack(short), blocks: [context([short])] };
  if (first === undefined) return [title];
  if (title.text.length + first.text.length + 1 > limits.text) return [title, first, ...rest];
  return [{ text: `${title.text}\n${first.text}`, blocks: [...title.blocks, ...first.blocks] }, ...rest];
}

/** An aligned code block; a long table repeats its heading in each piece. */
function table(part: Extract<Part, { kind: 'table' }>): Piece[] {
  const fence = '```\n';
  const fits = (rows: readonly (readonly string[])[]) =>
    inertCode(draw(part, rows)).length + 2 * fence.length + 1 <= limits.section;
  const groups: (readonly string[])[][] = [];
  for (const row of part.rows) {
    const last = groups.at(-1);
    if (last !== undefined && fits([...last, row])) last.push(row);
    else groups.push([row]);
  }
  const found = groups.flatMap((rows): Piece[] => {
    const text = draw(part, rows);
    if (!fits(rows)) return sections(rows.map((row) => row.join(' · ')).join('\n'));
    return [
      {
        text: escapeSlack(text),
        blocks: [
          { type: 'section', text: { type: 'mrkdwn', text: `${fence}${inertCode(text)}\n\`\`\``, verbatim: true } },
        ],
      },
    ];
  });
  return part.more === null ? found : [...found, { text: escapeSlack(part.more), blocks: [context([part.more])] }];
}

/** Text in code blocks: spaces and commas stay where they are. */
function code(text: string): Piece[] {
  return pieces(text, limits.section - 10, inertCode).map((piece) => ({
    text: escapeSlack(piece),
    blocks: [
      {
        type: 'section',
        text: { type: 'mrkdwn', text: `\`\`\`\n${inertCode(piece.trimEnd())}\n\`\`\``, verbatim: true },
      },
    ],
  }));
}

const draw = (part: Extract<Part, { kind: 'table' }>, rows: readonly (readonly string[])[]) =>
  alignTable(part.columns, rows, part.numeric);

function sources(title: string, lines: readonly string[]): Piece[] {
  const found: Piece[] = [{ text: escapeSlack(title), blocks: [{ type: 'divider' }, context([title])] }];
  for (const line of lines) {
    for (const piece of pieces(line, limits.contextText))
      found.push({ text: escapeSlack(piece), blocks: [context([piece])] });
  }
  return found;
}

/** Buttons whose value is the question itself; what does not fit on a button is said in the list above. */
function choices({ prompt, choices: all }: Extract<Part, { kind: 'choices' }>): Piece[] {
  const lines = all.map((choice, index) => `${index + 1}. ${choice.label}`);
  const found = sections([prompt, ...lines].join('\n'));
  const usable = all
    .map((choice, index) => ({ choice, index }))
    .filter(({ choice }) => choice.question.length <= limits.buttonValue);
  for (let at = 0; at < usable.length; at += limits.actions) {
    const elements = usable.slice(at, at + limits.actions).map(({ choice, index }) => ({
      type: 'button',
      action_id: `choice:${index + 1}`,
      text: { type: 'plain_text', text: label(choice.label), emoji: false },
      value: choice.question,
    }));
    found.push({ text: '', blocks: [{ type: 'actions', elements }] });
  }
  return found;
}

function label(text: string): string {
  const whole = escapeSlack(text);
  if (whole.length <= limits.buttonText) return whole;
  return `${pieces(text, limits.buttonText - 1)[0]?.trim() ?? ''}…`.slice(0, limits.buttonText);
}
