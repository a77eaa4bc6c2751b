/** Why a call to Slack failed, as far as it matters to what is done next. */

export type Failure =
  /** Slack understood and said no: its error code ("invalid_blocks"). Trying again changes nothing. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Too many calls: nothing was done, and it may be tried again after so many seconds. */
  | { readonly kind: 'limited'; readonly seconds: number }
  /** The call may or may not have been carried out: a timeout, a lost connection, a 5xx. */
  | { readonly kind: 'unknown' };

/** Codes that Slack gives with `ok: false` although the call may have been carried out, or will work in a moment. */
const passing = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);

/** Reads an error of Slack's WebClient; the shapes are those of web-api 8. */
export function failureOf(error: unknown): Failure {
  const { code, data, retryAfter, statusCode } = error as {
    code?: string;
    data?: { error?: string };
    retryAfter?: number;
    statusCode?: number;
  };
  if (code === 'slack_webapi_rate_limited_error') return { kind: 'limited', seconds: retryAfter ?? 1 };
  if (code === 'slack_webapi_platform_error') {
    const refused = data?.error ?? 'unknown_error';
    if (refused === 'ratelimited' || refused === 'rate_limited') return { kind: 'limited', seconds: 1 };
    return passing.has(refused) ? { kind: 'unknown' } : { kind: 'refused', code: refused };
  }
  if (code === 'slack_webapi_http_error' && statusCode !== undefined && (statusCode < 500 || statusCode === 501)) {
    return { kind: 'refused', code: `http_${statusCode}` };
  }
  return { kind: 'unknown' };
}

/** Blocks that Slack does not accept; the same words as plain text are still welcome. */
export function blocksRefused(failure: Failure): boolean {
  if (failure.kind !== 'refused') return false;
  return /^(?:invalid_blocks|invalid_blocks_format|msg_blocks_too_long|msg_too_long|blocks_too_long|invalid_attachments|invalid_arguments)$/.test(
    failure.code,
  );
}
