/** Literals of a regular expression: strings one of which stands in every text that it fits. What holds none need not be tried. */

/** What is known of a part of an expression. */
interface Part {
  /** Every string that it fits; null where they are too many to be listed. */
  readonly fits: readonly string[] | null;
  /** Strings one of which stands in whatever it fits; null where there are none to tell. */
  readonly needs: readonly string[] | null;
}

/** Strings that are listed, at most. */
const MOST = 48;
const open: Part = { fits: null, needs: null };
const nothing: Part = { fits: [''], needs: null };

/** One of these stands in every text that the expression (without flags that change its meaning) fits; null: any text may. */
export function literalsOf(pattern: RegExp): readonly string[] | null {
  if (/[ivy]/.test(pattern.flags)) return null;
  const reader = new Reader(pattern.source);
  const part = reader.alternatives();
  const literals = reader.ended ? better(needed(part.fits), part.needs) : null;
  // What holds another literal says no more than that one.
  return literals?.filter((each) => !literals.some((other) => other !== each && each.includes(other))) ?? null;
}

/** Listed strings as literals; the empty one is none. */
const needed = (fits: readonly string[] | null): readonly string[] | null =>
  fits === null || fits.length === 0 || fits.includes('') ? null : fits;

/** Of two lists of literals the one that fewer texts hold: its shortest is longer, or there are fewer. */
function better(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (a === null || b === null) return a ?? b;
  const [x, y] = [shortest(a), shortest(b)];
  return x > y || (x === y && a.length <= b.length) ? a : b;
}

/** How much the shortest says: a Chinese character as much as three letters. */
const shortest = (texts: readonly string[]) =>
  texts.reduce((least, text) => Math.min(least, text.charCodeAt(0) < 0x3000 ? text.length : 3 * text.length), 99);

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get ended(): boolean {
    return this.#at === this.#source.length;
  }

  alternatives(): Part {
    const parts = [this.#sequence()];
    while (this.#take('|')) parts.push(this.#sequence());
    const fits = parts.flatMap((part) => part.fits ?? []);
    const each = parts.map((part) => better(needed(part.fits), part.needs));
    const needs = each.flatMap((literals) => literals ?? []);
    return {
      fits: parts.some((part) => part.fits === null) || fits.length > MOST ? null : fits,
      needs: each.includes(null) || needs.length > MOST ? null : needs,
    };
  }

  #sequence(): Part {
    let run: readonly string[] = [''];
    let whole = true;
    let needs: readonly string[] | null = null;
    const close = (next: readonly string[]) => {
      needs = better(needed(run), needs);
      run = next;
      whole = false;
    };
    while (!this.ended && !'|)'.includes(this.#next)) {
      const part = this.#quantified();
      const { fits } = part;
      if (fits === null) {
        close(['']);
        needs = better(part.needs, needs);
      } else if (run.length * fits.length > MOST) close(fits);
      else
        run =
          run.length === 1
            ? fits.map((after) => run[0] + after)
            : run.flatMap((before) => fits.map((after) => before + after));
    }
    return { fits: whole ? run : null, needs: better(needed(run), needs) };
  }

  #quantified(): Part {
    const part = this.#atom();
    if (this.ended || !'?*+{'.includes(this.#next)) return part;
    const times = /^(?:([?*+])|\{(\d+)(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at));
    if (times === null) return part;
    this.#at += times[0].length;
    const [, sign, least] = times;
    if (sign === '?') return { fits: part.fits === null ? null : [...part.fits, ''], needs: null };
    if (sign === '*' || least === '0') return open;
    return { fits: null, needs: better(needed(part.fits), part.needs) };
  }

  #atom(): Part {
    if (this.#take('(')) return this.#group();
    if (this.#take('[')) return this.#characters();
    if (this.#take('.')) return open;
    if (this.#take('^') || this.#take('$')) return nothing;
    if (this.#take('\\')) return this.#escaped();
    return { fits: [this.#read()], needs: null };
  }

  #group(): Part {
    const kind = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.#source.slice(this.#at))?.[0] ?? '';
    this.#at += kind.length;
    const part = this.alternatives();
    this.#take(')');
    // What stands before or behind is no part of what is fitted.
    return /[=!]$/.test(kind) ? nothing : part;
  }

  #characters(): Part {
    const class_ = /^(?:\\.|[^\]\\])*\]/s.exec(this.#source.slice(this.#at))?.[0] ?? '';
    this.#at += class_.length;
    const listed = class_.slice(0, -1);
    return /^\^|[\\-]/.test(listed) || listed.length > 12 ? open : { fits: Array.from(listed), needs: null };
  }

  #escaped(): Part {
    const character = this.#read();
    if (/[bB]/.test(character)) return nothing;
    // \d, \w, \u4e00, \1: a set, a number, or what was fitted before.
    return /[a-zA-Z0-9]/.test(character) ? this.#set(character) : { fits: [character], needs: null };
  }

  #set(character: string): Part {
    const rest = this.#source.slice(this.#at);
    const named = /[xuk]/.test(character) ? /^(?:[0-9a-f]{4}|[0-9a-f]{2}|\{[^}]*\}|<\w+>)/i : /^\d*/;
    this.#at += (/[pP]/.test(character) ? /^\{[^}]*\}/ : named).exec(rest)?.[0].length ?? 0;
    return open;
  }

  get #next(): string {
    return this.#source.charAt(this.#at);
  }

  #read(): string {
    return this.#source.charAt(this.#at++);
  }

  #take(character: string): boolean {
    if (this.#next !== character) return false;
    this.#at += 1;
    return true;
  }
}
