/** Wires everything: the one file that knows every folder, and the only reader of the clock. */
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { auditAcross } from './across.ts';
import { type Ask, createAsk } from './ask.ts';
import { isoAt, todayAt } from './clock.ts';
import { type Config, limitsOf } from './config.ts';
import { type IngestDependencies, ingest } from './ingest.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { loadLexicon } from './lexicon/load.ts';
import { openStore } from './store/embedded/open.ts';
import { shownFile, withShownFiles } from './store/shown.ts';
import type { Store } from './store/store.ts';

export interface App {
  readonly config: Config;
  readonly lexicon: Lexicon;
  readonly store: Store;
  readonly ask: Ask;
  /** What `ingest` needs, wired. */
  readonly ingesting: IngestDependencies;
  /** The time now, ISO 8601 with the configured zone's offset. */
  readonly now: () => string;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Whether a library never written to first ingests DIR/reports. Default true. */
  readonly ingestShipped?: boolean;
  readonly progress?: (done: number, total: number) => void;
  /** Whether answers name files by their place in the library instead of as given: in Slack, where the server's folders are nobody's business. */
  readonly filesWithin?: boolean;
}

/** Opens the library of the settings and everything that works on it. Close it when done. */
export async function openApp(
  config: Config,
  { ingestShipped = true, progress, filesWithin = false }: OpenOptions = {},
): Promise<App> {
  const lexicon = loadLexicon();
  await mkdir(config.NIANBAO_DATA, { recursive: true });
  const store = await openStore({ path: libraryFile(config), lexicon });
  const now = () => isoAt(config.NIANBAO_TIMEZONE);
  const ingesting: IngestDependencies = { store, lexicon, now, limits: limitsOf(config) };
  const shipped = join(config.NIANBAO_DATA, 'reports');
  if (ingestShipped && (await store.version()) === 0 && (await isFolder(shipped))) {
    await ingest([shipped], progress ? { ...ingesting, progress } : ingesting);
  }
  // What an interrupted process, or one that took a report out, left to do.
  await auditAcross(store);
  const language = config.NIANBAO_LANG === undefined ? {} : { language: config.NIANBAO_LANG };
  const told = filesWithin ? withShownFiles(store, (file) => shownFile(file, config.NIANBAO_DATA)) : store;
  const ask = createAsk({ store: told, lexicon, now, today: () => todayAt(config.NIANBAO_TIMEZONE), ...language });
  return { config, lexicon, store, ask, ingesting, now, close: () => store.close() };
}

/** The database of a library. */
export function libraryFile(config: Config): string {
  return join(config.NIANBAO_DATA, 'library.db');
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
