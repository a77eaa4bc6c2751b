/** The page's own address, from whichever mark of its head says it most plainly. */

/** Marks that name the page, best first; `base` counts only where it names a page and not a folder. */
const ranks = ['canonical', 'og:url', 'url', 'saved', 'base'] as const;
type Mark = (typeof ranks)[number];

/** Collects the marks while a page is read. */
export class PageAddress {
  readonly #found = new Map<Mark, string>();

  see(name: string, attributes: ReadonlyMap<string, string>): void {
    const href = attributes.get('href');
    if (name === 'link' && /\bcanonical\b/i.test(attributes.get('rel') ?? '')) this.#note('canonical', href);
    if (name === 'base') this.#note('base', href);
    if (name !== 'meta') return;
    const key = (attributes.get('property') ?? attributes.get('name') ?? '').toLowerCase();
    // "Url" is the page's address in the tags that Chinese government sites must carry (国办发〔2017〕47号).
    if (key === 'og:url' || key === 'url') this.#note(key, attributes.get('content'));
  }

  /** Browsers write `saved from url=(0042)http://…` into a page that a person saved. */
  comment(data: string): void {
    const saved = /^\s{0,9}saved from url=\(\d{1,6}\)(\S{1,2000})/.exec(data);
    if (saved !== null) this.#note('saved', saved[1]);
  }

  /** An absolute http(s) address, or null. */
  get url(): string | null {
    const base = this.#found.get('base');
    for (const mark of ranks) {
      const value = this.#found.get(mark);
      const url = value === undefined ? null : absolute(value, base);
      if (url !== null && (mark !== 'base' || /\.\w{2,6}$/.test(url.pathname))) return url.href;
    }
    return null;
  }

  #note(mark: Mark, value: string | undefined): void {
    const trimmed = value?.trim().slice(0, 2_000);
    if (trimmed && !trimmed.startsWith('#') && !this.#found.has(mark)) this.#found.set(mark, trimmed);
  }
}

function absolute(value: string, base: string | undefined): URL | null {
  try {
    const url = new URL(value, base);
    return /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url : null;
  } catch {
    return null;
  }
}
