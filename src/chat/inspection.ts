/** What is said of a file that somebody drops into the chat, before it is in the library. */
import type { Message, Part } from '../message/message.ts';
import { type Language, say } from './phrases.ts';

/** One report of a file (a ZIP holds several), read and audited, nothing kept. */
export interface Inspected {
  /** The name as dropped; in a ZIP `a.zip!b.txt`. */
  readonly file: string;
  readonly agency: string | null;
  readonly year: number | null;
  readonly form: string | null;
  readonly cells: {
    readonly stated: number;
    readonly blank: number;
    readonly missing: number;
    readonly uncertain: number;
  };
  readonly statements: number;
  /** Key figures as they are told: a value with its unit, or why there is none. */
  readonly figures: readonly { readonly zh: string; readonly en: string }[];
  readonly findings: readonly {
    readonly severity: 'error' | 'warning' | 'info';
    readonly zh: string;
    readonly en: string;
    readonly line: number | null;
  }[];
  /** Whether the library holds this very file. */
  readonly held: boolean;
  readonly error: { readonly code: string; readonly zh: string; readonly en: string } | null;
}

/** What became of a file that was ingested. */
export interface Kept {
  readonly outcome: 'added' | 'updated' | 'unchanged' | 'failed';
  readonly what: string;
  readonly error: { readonly code: string; readonly zh: string; readonly en: string } | null;
}

/** Reads and keeps files; handed in, so that the chat knows nothing of documents. */
export interface FileDesk {
  /** Never rejects: what cannot be read comes as its error. */
  inspect(name: string, bytes: Uint8Array): Promise<readonly Inspected[]>;
  ingest(name: string, bytes: Uint8Array): Promise<readonly Kept[]>;
}

/** Reports told of one file, and findings told of one report. */
const REPORTS = 5;
const FINDINGS = 8;
const rank = { error: 0, warning: 1, info: 2 } as const;

/** The message about a file; the button that ingests it is the surface's. */
export function composeInspection(found: readonly Inspected[], language: Language): Message {
  const parts = found.slice(0, REPORTS).flatMap((each) => told(each, language));
  const more = found.length - REPORTS;
  if (more > 0) parts.push({ kind: 'note', text: say('fileMore', language, { n: String(more) }) });
  return { language, parts };
}

function told(each: Inspected, language: Language): Part[] {
  if (each.error) {
    const text = `${each.error[language]} (${each.error.code})`;
    return [
      { kind: 'headline', text: each.file },
      { kind: 'warning', severity: 'error', text },
    ];
  }
  const numbers = Object.fromEntries(Object.entries(each.cells).map(([name, count]) => [name, String(count)]));
  const statements = String(each.statements);
  const tables = each.cells.stated + each.cells.blank + each.cells.missing + each.cells.uncertain > 0;
  const worst = each.findings.toSorted((one, other) => rank[one.severity] - rank[other.severity]).slice(0, FINDINGS);
  const count = String(each.findings.length);
  const parts: Part[] = [
    { kind: 'headline', text: titleOf(each, language) },
    { kind: 'note', text: each.file },
    { kind: 'text', text: say(tables ? 'fileCells' : 'fileNoTables', language, { ...numbers, statements }) },
  ];
  if (each.figures.length > 0)
    parts.push({ kind: 'list', items: each.figures.map((figure) => figure[language]), more: null });
  parts.push({
    kind: 'text',
    text: each.findings.length === 0 ? say('fileClean', language) : say('fileFindings', language, { n: count }),
  });
  for (const { severity, line, ...message } of worst) {
    const where = line === null ? '' : language === 'zh' ? `（第 ${line} 行）` : ` (line ${line})`;
    parts.push({ kind: 'warning', severity, text: message[language] + where });
  }
  const more = each.findings.length - worst.length;
  if (more > 0) parts.push({ kind: 'note', text: say('fileMore', language, { n: String(more) }) });
  if (each.held) parts.push({ kind: 'note', text: say('fileHeld', language) });
  return parts;
}

function titleOf({ agency, year, form }: Inspected, language: Language): string {
  const zh = language === 'zh';
  const named = agency ?? say('fileNobody', language);
  const when = year === null ? '' : zh ? ` ${year} 年` : `, ${year}`;
  const of = form === null || form === 'free' ? '' : zh ? ` · ${form} 年格式` : ` · ${form} form`;
  return `${named}${when}${of}`;
}
