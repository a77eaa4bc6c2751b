/** Paths that a person named, as the files below them. */
import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface Files {
  /** Regular files, each once, folders walked in name order; hidden names and links inside folders are passed over. */
  readonly files: readonly string[];
  /** Paths that do not exist. */
  readonly missing: readonly string[];
}

/** Files named, and those below the folders named. Paths stay as given: relative stays relative. */
export async function filesUnder(paths: readonly string[]): Promise<Files> {
  const files = new Set<string>();
  const missing: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (found === null) missing.push(path);
    else if (found.isDirectory()) for (const file of await walk(path)) files.add(file);
    else files.add(path);
  }
  return { files: [...files], missing };
}

async function walk(folder: string): Promise<string[]> {
  const found: string[] = [];
  const pending = [folder];
  while (pending.length > 0) {
    const next = pending.pop() as string;
    const listed = await readdir(next).catch(() => null);
    // A folder that cannot be listed is given as if it were a file: whoever reads it says why.
    if (listed === null) found.push(next);
    const names = (listed ?? []).filter((name) => !name.startsWith('.')).sort();
    const folders: string[] = [];
    for (const name of names) {
      const path = join(next, name);
      const entry = await lstat(path).catch(() => null);
      if (entry === null) continue;
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) found.push(path);
    }
    pending.push(...folders.reverse());
  }
  return found;
}
