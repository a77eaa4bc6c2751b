/**
 * The program as JavaScript: what is TypeScript here is bundled when it is first run, and kept in node_modules/.cache for as long as no
 * source changes. A bundle starts in a fifth of the time that its hundreds of files take one by one, and each worker thread does so
 * again. Where the folder cannot be written, the sources are run as they are, through tsx: the same program, slower to start.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';

/**
 * Bytes of bytecode that the engine may take from other functions into the one it optimises; its own default is 920. Reading is many
 * small functions over much of the same: with less taken in, compiling costs half, and what comes of it is hardly slower.
 */
setFlagsFromString('--max-inlined-bytecode-size-cumulative=150');

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'nianbao');
/** Milliseconds that the bundle of another state of the sources is kept: a process that started from it has loaded it by then. */
const kept = 86_400_000;

/** Imports a TypeScript file of the project, given by its path from the root, with what it imports. */
export async function run(entry) {
  let bundle;
  try {
    bundle = join(cache, stateOf(entry), 'entry.js');
    if (!existsSync(bundle)) await build(entry, dirname(bundle));
  } catch {
    const { register } = await import('tsx/esm/api');
    register();
    bundle = join(root, entry);
  }
  return import(pathToFileURL(bundle).href);
}

/** A name for the sources as they are: another place, another file, or another time of change gives another one. */
function stateOf(entry) {
  const hash = createHash('sha256').update(`${root}\n${entry}\n`);
  const top = entry.split('/')[0];
  for (const folder of new Set(['src', top]))
    for (const file of filesUnder(join(root, folder))) {
      const { mtimeMs, size } = statSync(file);
      hash.update(`${file} ${mtimeMs} ${size}\n`);
    }
  return `${entry.replaceAll(/[^\w]/g, '-')}-${hash.digest('hex').slice(0, 16)}`;
}

const filesUnder = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .sort();

async function build(entry, to) {
  const esbuild = await import('esbuild');
  mkdirSync(cache, { recursive: true });
  // Made aside and moved into place: whoever starts at the same time finds all of it or nothing.
  const aside = `${to}.${process.pid}`;
  await esbuild.build({
    entryPoints: { entry: join(root, entry) },
    outdir: aside,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'silent',
    plugins: [ownPlaces],
  });
  if (existsSync(to)) rmSync(aside, { recursive: true });
  else renameSync(aside, to);
  for (const each of readdirSync(cache)) {
    const path = join(cache, each);
    if (path !== to && Date.now() - statSync(path).mtimeMs > kept) rmSync(path, { recursive: true, force: true });
  }
}

/** A file that asks where it stands is told where its source does: what it names from there is not in the bundle. */
const ownPlaces = {
  name: 'own places',
  setup(building) {
    building.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const places = { url: pathToFileURL(path).href, dirname: dirname(path), filename: path };
      const text = readFileSync(path, 'utf8');
      const contents = text.replaceAll(/\bimport\.meta\.(url|dirname|filename)\b/g, (_, which) =>
        JSON.stringify(places[which]),
      );
      return { contents, loader: 'ts', resolveDir: dirname(path) };
    });
  },
};
