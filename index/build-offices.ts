/**
 * Writes index/offices.json: the names of departments in pinyin, word by word, from the development package pinyin-pro. Run after
 * a change of kinds.json: `npx tsx index/build-offices.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

interface Row {
  readonly full: readonly string[];
  readonly short: Readonly<Record<string, string>>;
}

/** 发展/和/改革/局: words of two characters, and what joins or ends them. */
const words = (name: string): string[] =>
  name
    .split(/(和|与|办公室|办公厅|委员会)/)
    .filter((part) => part !== '')
    .flatMap((part) => (/^(办公室|办公厅|委员会)$/.test(part) ? [part] : (part.match(/.{1,2}/g) ?? [])));

const rows = JSON.parse(readFileSync(new URL('kinds.json', import.meta.url), 'utf8')) as Row[];
const names = [...new Set(rows.flatMap(({ full, short }) => [...full, ...Object.keys(short)]))].filter(
  (name) => name.length >= 3,
);
const spelled = names.map((name) => [
  name,
  words(name)
    .map((word) => pinyin(word, { toneType: 'none', type: 'array', v: true }).join(''))
    .join(' '),
]);
writeFileSync(
  new URL('offices.json', import.meta.url),
  `{\n${spelled.map(([name, spelling]) => `  ${JSON.stringify(name)}: ${JSON.stringify(spelling)}`).join(',\n')}\n}\n`,
);
