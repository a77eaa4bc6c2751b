/** Agencies in pinyin, written in one or in several words (shiquan kejiju, zhuchengyingjiju): a place, and what its department is called. Pure. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ReportHead } from './store.ts';

/** A body that letters name. */
export interface Lettered {
  readonly end: number;
  readonly keys: readonly string[];
}

/** Words in Latin letters that one name may take, and its letters. */
const together = 8;
const most = 40;
const shortestPlace = 3;
const word = /[a-z]+(?:['’-][a-z]+)*/giy;
const between = /^[ ’'-]$/;
const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');

export class LetteredNames {
  /** Bodies by the letters of their place. */
  readonly #places = new Map<string, ReportHead[]>();
  /** Kinds of departments by the letters of what they are called. */
  readonly #offices = new Map<string, Set<string>>();

  /** `bodies`: one report's head of each agency. */
  constructor(bodies: readonly ReportHead[], lexicon: Lexicon) {
    const spelled = new Map<string, readonly string[]>();
    for (const head of bodies) {
      const { province, city, county } = head.region;
      const zh = county ?? city ?? province;
      if (zh === null || head.kind === null || head.agencyKey === null) continue;
      const key = `${province} ${city} ${county}`;
      const names = spelled.get(key) ?? placesOf(zh, head.region, lexicon);
      spelled.set(key, names);
      for (const name of names) put(this.#places, name, head);
    }
    for (const { id, endings } of lexicon.kinds)
      for (const ending of endings) {
        const name = letters(lexicon.words.offices.get(ending) ?? '');
        if (name !== '') this.#offices.set(name, (this.#offices.get(name) ?? new Set()).add(id));
      }
  }

  /** The longest name that begins at a word of the text. */
  at(text: string, start: number): Lettered | null {
    let [all, end] = ['', start];
    let found: Lettered | null = null;
    for (let count = 0; count < together; count++) {
      if (count > 0 && !between.test(text.charAt(end))) break;
      word.lastIndex = count > 0 ? end + 1 : end;
      const next = word.exec(text);
      if (next === null) break;
      end = word.lastIndex;
      all += letters(next[0]);
      if (all.length > most) break;
      const keys = this.#bodies(all);
      if (keys.length > 0) found = { end, keys };
    }
    return found;
  }

  #bodies(name: string): string[] {
    for (let length = name.length - 1; length >= shortestPlace; length--) {
      const here = this.#places.get(name.slice(0, length));
      const kinds = here && this.#offices.get(name.slice(length));
      const some = kinds ? here.filter(({ kind }) => kinds.has(kind!)) : [];
      if (some.length > 0) return some.map(({ agencyKey }) => agencyKey!);
    }
    return [];
  }
}

/** A place without what it is, and with it: shiquan, shiquanxian. */
function placesOf(zh: string, region: ReportHead['region'], lexicon: Lexicon): string[] {
  const division = lexicon.division(zh, region);
  if (division === null) return [];
  const short = letters(division.pinyin);
  const [is = ''] = lexicon.pinyin.readings(zh.slice(-1));
  return division.short === zh ? [short] : [short, short + letters(is)];
}

function put<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
