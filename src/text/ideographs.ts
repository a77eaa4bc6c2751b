/**
 * The ideographs that names are written with, as the inside of a character class of a pattern with the flag `u`: many places
 * are named with characters beyond the first plane (𬇙河镇, 𬒗, 𠅤).
 */
export const ideographs = '\\u3400-\\u9fff\\u{20000}-\\u{3ffff}';
/** The same, and the radicals that take their place in some PDFs. */
export const ideographsOrRadicals = `\\u2e80-\\u2fdf${ideographs}`;
