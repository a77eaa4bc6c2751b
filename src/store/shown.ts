/** The library as it is shown to people who have no business with the server's folders: files by their place in the library. */
import { basename, isAbsolute, relative, resolve } from 'node:path';
import type { Store } from './store.ts';

/** A file as people in chat are told of it: its path in the library's folder; elsewhere, its name alone. */
export function shownFile(file: string, folder: string): string {
  // A member of an archive follows the archive's name after a "!".
  const at = file.indexOf('!');
  const [path, member] = at < 0 ? [file, ''] : [file.slice(0, at), file.slice(at)];
  const within = relative(resolve(folder), resolve(path));
  const inside = within !== '' && !within.startsWith('..') && !isAbsolute(within);
  return `${inside ? within : basename(path)}${member}`;
}

/** The same store, whose reports and failures name their files as `show` gives them. */
export function withShownFiles(store: Store, show: (file: string) => string): Store {
  const shown: Partial<Store> = {
    heads: async (filter) => (await store.heads(filter)).map((head) => ({ ...head, file: show(head.file) })),
    report: async (id) => {
      const report = await store.report(id);
      return report && { ...report, file: show(report.file) };
    },
    failures: async () =>
      (await store.failures()).map((each) => {
        const file = show(each.file);
        return { ...each, file, zh: each.zh.replaceAll(each.file, file), en: each.en.replaceAll(each.file, file) };
      }),
  };
  return new Proxy(store, {
    get(target, name) {
      const own = shown[name as keyof Store] ?? Reflect.get(target, name);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}
