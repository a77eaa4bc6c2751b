/** Simplified text in traditional characters, for tests. */
import { Converter } from 'opencc-js/cn2t';

export const traditional = Converter({ from: 'cn', to: 't' });
