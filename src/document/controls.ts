/** Controls of a form in a page's table: what was filled in, or chosen, is what the cell shows. */

/** What such a control may hold: a figure, a dash, or nothing. */
const filling = /^\s{0,20}(?:[-+]?[\d,]{1,15}(?:\.\d{1,8})?|[-—–/／]{1,2})\s{0,20}$/;
/** No control that holds a figure has more source than this. */
const longest = 2_000;

/** The text that a control shows whose tag's name stands at `offset`; null where it shows none, or something else than a figure. */
export function shownBy(
  source: string,
  name: string,
  attributes: ReadonlyMap<string, string>,
  offset: number,
): string | null {
  const text = name === 'input' ? typed(attributes) : within(source, name, offset);
  return text !== null && filling.test(text) ? text.trim() : null;
}

function typed(attributes: ReadonlyMap<string, string>): string | null {
  const isField = /^(?:|text|number|tel)$/i.test(attributes.get('type') ?? '');
  return isField ? (attributes.get('value') ?? null) : null;
}

/** What stands in the control: of options, the one that is chosen, or the first. */
function within(source: string, name: string, offset: number): string | null {
  const part = source.slice(offset, offset + longest);
  const [, inner] = /^[^>]*>([\s\S]*?)<\//.exec(part) ?? [];
  if (name === 'textarea') return inner ?? null;
  const end = part.toLowerCase().indexOf('</select');
  const options = [...part.slice(0, Math.max(0, end)).matchAll(/<option([^>]{0,200})>([^<]{0,40})/gi)];
  const chosen = options.find(([, attributes]) => /\bselected\b/i.test(attributes!)) ?? options[0];
  return chosen?.[2] ?? null;
}
