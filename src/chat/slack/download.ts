/** A file that somebody dropped: fetched from Slack, bounded, the token sent to Slack's hosts and nowhere else. */
import { z } from 'zod';
import type { SlackClient } from './client.ts';

/** A file of a message, as far as it is read here. */
export const SharedFile = z.object({
  id: z.string().optional(),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  url_private: z.string().nullish(),
  url_private_download: z.string().nullish(),
});
export type SharedFile = z.infer<typeof SharedFile>;

export interface Access {
  readonly token: string;
  /** SLACK_API_URL; undefined: Slack's own. */
  readonly api?: string | undefined;
  /** Most bytes of a file. */
  readonly limit: number;
}

export type Downloaded =
  | { readonly bytes: Uint8Array; readonly why: null }
  | {
      readonly bytes: null;
      readonly why: 'fileWhyHost' | 'fileWhyLarge' | 'fileWhyScope' | 'fileWhyStatus' | 'fileWhyLost';
      readonly status?: string;
    };

const TIMEOUT = 60_000;
/** Redirects followed, each to a host that is checked again. */
const HOPS = 3;

/** Whether the token may go to this address: Slack's file hosts over TLS, or the host of the configured API. */
export function trusted(address: string, api: string | undefined): boolean {
  const url = parse(address);
  if (url?.username !== '' || url.password !== '') return false;
  if (api !== undefined && parse(api)?.origin === url.origin) return true;
  return (
    url.protocol === 'https:' &&
    url.port === '' &&
    (url.hostname === 'slack.com' || url.hostname.endsWith('.slack.com'))
  );
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** Fetches the file. Never rejects: what stands in the way is said. */
export async function download(file: SharedFile, { token, api, limit }: Access): Promise<Downloaded> {
  let address = file.url_private_download || file.url_private || '';
  const failed = (why: Exclude<Downloaded['why'], null>, status?: string): Downloaded => ({
    bytes: null,
    why,
    ...(status ? { status } : {}),
  });
  if ((file.size ?? 0) > limit) return failed('fileWhyLarge');
  try {
    for (let hop = 0; hop <= HOPS; hop += 1) {
      if (!trusted(address, api)) return failed('fileWhyHost');
      const response = await fetch(address, {
        headers: { authorization: `Bearer ${token}` },
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT),
      });
      const next = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && next !== null) {
        await response.body?.cancel();
        address = new URL(next, address).href;
        continue;
      }
      if (!response.ok) return failed('fileWhyStatus', String(response.status));
      // Without the scope Slack answers with its sign-in page, and says 200.
      const type = response.headers.get('content-type') ?? '';
      const page = type.startsWith('text/html') && !/html?/i.test(`${file.mimetype ?? ''} ${file.name ?? ''}`);
      if (page) return failed('fileWhyScope');
      const bytes = await bounded(response, limit);
      return bytes === null ? failed('fileWhyLarge') : { bytes, why: null };
    }
    return failed('fileWhyLost');
  } catch {
    return failed('fileWhyLost');
  }
}

/** The body, or null where it is over the limit: counted as it comes, whatever the headers say. */
async function bounded(response: Response, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += (chunk as Uint8Array).length;
    if (size > limit) return null;
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}

/** The file with its address: a message of a shared channel carries the id alone. */
export async function described(file: SharedFile, client: SlackClient): Promise<SharedFile> {
  if (file.url_private_download || file.url_private || !file.id) return file;
  const found = await client.call('files.info', { file: file.id }).catch(() => null);
  const read = SharedFile.safeParse(found?.file);
  return read.success ? { ...file, ...read.data } : file;
}

/** A name without folders, control characters or a dot before it; never empty. */
export function safeName(name: string | null | undefined): string {
  const last = (name ?? '').normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}:*?"<>|!]/gu, '_')
    .replace(/^[.\s]+/, '')
    .trim();
  const dot = clean.lastIndexOf('.');
  const ending = dot > 0 ? clean.slice(dot).slice(0, 12) : '';
  return `${clean.slice(0, dot > 0 ? dot : undefined).slice(0, 80)}${ending}` || 'file';
}
