/** Answers through a `response_url`: private by default, at most five uses in thirty minutes (November 2026). */
import { failure, type Log } from '../../log.ts';
import { type Rendered, split, withoutCharts } from './post.ts';

const USES = 5;
const TIMEOUT = 10_000;

export interface Responder {
  /** Posts one message; false where Slack no longer takes any. `to` is who sees it. */
  send(message: Rendered, to: 'ephemeral' | 'in_channel'): Promise<boolean>;
  /** Replaces the message whose button was clicked. */
  replace(message: Rendered): Promise<boolean>;
  left(): number;
}

export function createResponder(url: string | undefined, log: Log, sleep = pause): Responder {
  // Without an address there is nothing to use: what is said goes another way.
  let used = url === undefined ? USES : 0;
  const post = async (body: object): Promise<{ ok: boolean; refused: string | null }> => {
    if (url === undefined || used >= USES) return { ok: false, refused: 'used_url' };
    used += 1;
    for (let attempt = 0; attempt < 4; attempt += 1) {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body: JSON.stringify(body),
          redirect: 'error',
          signal: AbortSignal.timeout(TIMEOUT),
        });
        const answer = (await response.text()).slice(0, 2000);
        if (response.status === 429 || response.status >= 500) {
          log.warn({ status: response.status, attempt }, 'a response_url did not take the answer yet');
          await sleep(Math.min(Number(response.headers.get('retry-after')) || 2 ** attempt * 0.25, 30) * 1000);
          continue;
        }
        const refused = /"ok"\s*:\s*false/.test(answer)
          ? (/"error"\s*:\s*"([a-z_]{1,60})"/.exec(answer)?.[1] ?? 'refused')
          : null;
        if (response.ok && refused === null) return { ok: true, refused: null };
        return { ok: false, refused: refused ?? (/^[a-z_]{1,60}$/.test(answer) ? answer : `http_${response.status}`) };
      } catch (error) {
        log.warn({ attempt, ...failure(error) }, 'a response_url could not be reached');
        await sleep(250 * 2 ** attempt);
      }
    }
    return { ok: false, refused: 'unreachable' };
  };
  const send = async (message: Rendered, how: object): Promise<boolean> => {
    const { ok, refused } = await post({
      ...how,
      text: message.text,
      ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
      ...quiet,
    });
    if (ok) return true;
    log.warn({ refused }, 'a response_url refused the answer');
    if (message.blocks.length === 0 || refused === 'unreachable') return false;
    const plainer = used < USES ? withoutCharts(message) : null;
    if (plainer) return send(plainer, how);
    // Never silence: what Slack would not take as blocks, it takes as words.
    const pieces = split(message.text).slice(0, Math.max(USES - used, 1));
    for (const text of pieces) if (!(await post({ ...how, text, mrkdwn: false, ...quiet })).ok) return false;
    return true;
  };
  return {
    send: (message, to) => send(message, { response_type: to, replace_original: false }),
    replace: (message) => send(message, { response_type: 'ephemeral', replace_original: true }),
    left: () => USES - used,
  };
}

const quiet = { unfurl_links: false, unfurl_media: false, parse: 'none' };
const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
