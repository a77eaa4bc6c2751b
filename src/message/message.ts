/**
 * A message: what a surface shows, without knowing the surface. render/ turns it into plain text (terminal, `--json`,
 * Slack's fallback) and into Block Kit. All text here is plain: each renderer escapes it for its surface.
 */
import type { Citation } from '../answer/answer.ts';

export type Part =
  | { readonly kind: 'headline'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** A piece of a report, quoted. `highlights` are UTF-16 offsets into `text`. */
  | {
      readonly kind: 'quote';
      readonly text: string;
      readonly caption: string;
      readonly highlights: readonly (readonly [number, number])[];
    }
  /** `of`: how many there are in all, where this is a window of a longer list; likewise in a table and a note. */
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly more: string | null; readonly of?: number }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly numeric: readonly boolean[];
      readonly more: string | null;
      readonly of?: number;
    }
  /** A picture of figures that the message also says in words: a surface that cannot draw leaves it out. */
  | {
      readonly kind: 'chart';
      readonly shape: 'line' | 'bar' | 'pie';
      readonly title: string;
      readonly unit: string | null;
      /** Each has a point for each label of the first, in its order. */
      readonly series: readonly {
        readonly name: string;
        readonly points: readonly { readonly label: string; readonly value: number }[];
      }[];
    }
  | { readonly kind: 'note'; readonly text: string; readonly of?: number }
  /** Where something was published: only http and https addresses are linked, any other is text. */
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** Rows as CSV, shown as they are; surfaces that can carry files may also send it as one. */
  /** `how`: where the text itself cannot hold the file, the command that writes it. */
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly caption: string;
      readonly csv: string;
      readonly how?: string;
    }
  | { readonly kind: 'warning'; readonly severity: 'error' | 'warning' | 'info'; readonly text: string }
  | { readonly kind: 'sources'; readonly citations: readonly Citation[]; readonly title: string }
  | {
      readonly kind: 'choices';
      readonly prompt: string;
      readonly choices: readonly { readonly label: string; readonly question: string }[];
    };

export interface Message {
  readonly language: 'zh' | 'en';
  readonly parts: readonly Part[];
}
