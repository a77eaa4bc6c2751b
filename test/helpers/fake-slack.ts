/**
 * A Slack of our own: the Web API, Socket Mode and signed HTTP posts, with the documented limits enforced (November
 * 2026) and faults on demand. Whatever breaks a limit is kept in `violations`, which tests expect to be empty.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { problemsOf } from './fake-slack-limits.ts';

export interface FakeMessage {
  ts: string;
  channel: string;
  thread: string | null;
  text: string;
  blocks: Record<string, unknown>[];
  metadata: unknown;
  /** Set where only this person sees it. */
  ephemeral: string | null;
  edits: number;
}

interface Call {
  readonly method: string;
  readonly args: Record<string, unknown>;
  readonly token: string | null;
}

/** What becomes of a call: `carriedOut` says whether the server did it before it failed. */
interface Fault {
  readonly method: string;
  readonly status?: number;
  readonly retryAfter?: number;
  readonly error?: string;
  readonly carriedOut?: boolean;
  /** Closes the connection without an answer. */
  readonly drop?: boolean;
}

export interface FakeSlackOptions {
  readonly botUser?: string;
  readonly signingSecret?: string;
  /** The methods that there are: a server that somebody else wrote may lack most. Default: all. */
  readonly only?: readonly string[];
  /** How a method that is not there is answered. Default 404. */
  readonly lacking?: 'unknown_method' | 404;
  /** Whether messages keep their metadata. Default true. */
  readonly metadata?: boolean;
}

export type FakeSlack = Awaited<ReturnType<typeof createFakeSlack>>;

export async function createFakeSlack({
  botUser = 'UBOT',
  signingSecret = 'fake-secret',
  only,
  lacking = 404,
  metadata: keepsMetadata = true,
}: FakeSlackOptions = {}) {
  const calls: Call[] = [];
  const messages: FakeMessage[] = [];
  const violations: string[] = [];
  const faults: Fault[] = [];
  const acks: { milliseconds: number; status: number; body: string }[] = [];
  const sockets = new Set<WebSocket>();
  const pending = new Map<string, (body: string) => void>();
  const responses = new Map<string, { uses: number; channel: string; user: string; ts: string | null }>();
  const views: { private_metadata?: string; callback_id?: string; blocks?: Record<string, unknown>[] }[] = [];
  const homes = new Map<string, { blocks?: Record<string, unknown>[] }>();
  const triggers = new Map<string, number>();
  const statuses: { channel: string; thread: string; status: string }[] = [];
  const prompts: string[][] = [];
  const uploads = new Map<
    string,
    { name: string; length: number; bytes: Buffer | null; thread: unknown; channel: unknown }
  >();
  const shared = new Map<string, { bytes: Uint8Array; type: string }>();
  let clock = 1_790_000_000;
  let connections = 0;
  let target: string | null = null;

  const nextTs = () => {
    clock += 1;
    return `${clock}.000100`;
  };
  const check = (where: string, args: Record<string, unknown>) => {
    const problems = problemsOf(args);
    violations.push(...problems.map((problem) => `${where}: ${problem}`));
    return problems;
  };
  const add = (message: Omit<FakeMessage, 'ts' | 'edits'>): FakeMessage => {
    const added = { ...message, ts: nextTs(), edits: 0 };
    messages.push(added);
    return added;
  };

  function carryOut(method: string, args: Record<string, unknown>): Record<string, unknown> {
    const channel = String(args.channel ?? '');
    const blocks = (args.blocks ?? []) as Record<string, unknown>[];
    switch (method) {
      case 'auth.test':
        return { ok: true, user_id: botUser, user: 'nianbao', bot_id: 'BBOT', team_id: 'T1', team: 'Test' };
      case 'apps.connections.open':
        return { ok: true, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/link/${randomUUID()}` };
      case 'chat.postMessage': {
        if (check(method, args).length > 0) return { ok: false, error: 'invalid_blocks' };
        const thread = (args.thread_ts as string | undefined) ?? null;
        const { ts } = add({
          channel,
          thread,
          text: String(args.text ?? ''),
          blocks,
          metadata: keepsMetadata ? (args.metadata ?? null) : null,
          ephemeral: null,
        });
        return { ok: true, ts, channel, message: { ts, text: args.text } };
      }
      case 'chat.postEphemeral': {
        if (check(method, args).length > 0) return { ok: false, error: 'invalid_blocks' };
        const { ts } = add({
          channel,
          thread: null,
          text: String(args.text ?? ''),
          blocks,
          metadata: null,
          ephemeral: String(args.user),
        });
        return { ok: true, message_ts: ts };
      }
      case 'chat.update': {
        const found = messages.find((message) => message.ts === args.ts && message.channel === channel);
        if (!found) return { ok: false, error: 'message_not_found' };
        if (check(method, args).length > 0) return { ok: false, error: 'invalid_blocks' };
        Object.assign(found, { text: String(args.text ?? ''), blocks, edits: found.edits + 1 });
        return { ok: true, ts: found.ts, channel };
      }
      case 'chat.delete': {
        const index = messages.findIndex((message) => message.ts === args.ts && message.channel === channel);
        if (index < 0) return { ok: false, error: 'message_not_found' };
        messages.splice(index, 1);
        return { ok: true };
      }
      case 'conversations.history':
      case 'conversations.replies': {
        const thread = method === 'conversations.replies' ? args.ts : null;
        const found = messages.filter(
          (message) => message.channel === channel && message.thread === thread && message.ephemeral === null,
        );
        const newest = found.toReversed().slice(0, Number(args.limit ?? 100));
        return {
          ok: true,
          has_more: false,
          messages: newest.map(({ ts, text, metadata }) => ({
            ts,
            text,
            bot_id: 'BBOT',
            ...(metadata ? { metadata } : {}),
          })),
        };
      }
      case 'views.publish': {
        const view = args.view as { blocks?: Record<string, unknown>[] };
        if ((view.blocks?.length ?? 0) > 100) violations.push('views.publish: over 100 blocks');
        homes.set(String(args.user_id), view);
        return { ok: true };
      }
      case 'views.open': {
        const view = args.view as {
          title?: { text: string };
          submit?: { text: string };
          private_metadata?: string;
          blocks?: Record<string, unknown>[];
        };
        if ((view.submit?.text.length ?? 0) > 24) violations.push('views.open: submit over 24');
        if ((view.private_metadata?.length ?? 0) > 3000) violations.push('views.open: private_metadata over 3000');
        const inputs = (view.blocks ?? []).some(({ type }) => type === 'input');
        if (inputs && !view.submit) violations.push('views.open: an input without submit');
        const open = triggers.get(String(args.trigger_id));
        if (open === undefined || performance.now() - open > 3000) return { ok: false, error: 'expired_trigger_id' };
        triggers.delete(String(args.trigger_id));
        if ((view.title?.text.length ?? 99) > 24) violations.push('views.open: title over 24');
        if ((view.blocks?.length ?? 0) > 100) violations.push('views.open: over 100 blocks');
        const pieces = Array.from({ length: Math.ceil((view.blocks?.length ?? 0) / 20) }, (_, i) =>
          view.blocks?.slice(i * 20, i * 20 + 20),
        );
        violations.push(
          ...pieces
            .flatMap((blocks) => problemsOf({ text: 'view', blocks }))
            .filter((problem) => !problem.includes('characters')),
        );
        views.push(view);
        return { ok: true };
      }
      case 'assistant.threads.setStatus': {
        statuses.push({
          channel: String(args.channel_id),
          thread: String(args.thread_ts),
          status: String(args.status),
        });
        return { ok: true };
      }
      case 'assistant.threads.setTitle':
      case 'assistant.threads.setSuggestedPrompts': {
        const given = (args.prompts ?? []) as { title?: string; message?: string }[];
        if (given.length > 4) violations.push(`${method}: over 4 prompts`);
        if (given.some(({ title, message }) => !title || !message)) violations.push(`${method}: an empty prompt`);
        if (method.endsWith('Prompts')) prompts.push(given.map(({ message }) => message ?? ''));
        return { ok: true };
      }
      case 'files.getUploadURLExternal': {
        const id = `F${randomUUID()}`;
        uploads.set(id, {
          name: String(args.filename),
          length: Number(args.length),
          bytes: null,
          thread: null,
          channel: null,
        });
        return { ok: true, upload_url: `${base}/upload/${id}`, file_id: id };
      }
      case 'files.completeUploadExternal': {
        for (const { id } of args.files as { id: string }[]) {
          Object.assign(uploads.get(id) ?? {}, { thread: args.thread_ts ?? null, channel: args.channel_id });
        }
        return { ok: true, files: args.files };
      }
      case 'conversations.open':
        return { ok: true, channel: { id: `D${String(args.users)}` } };
      case 'users.info':
        return { ok: true, user: { id: args.user, name: 'somebody', locale: 'zh-CN' } };
      default:
        return { ok: true };
    }
  }

  function respondTo(id: string, body: Record<string, unknown>): { status: number; text: string } {
    const url = responses.get(id);
    if (!url) return { status: 404, text: 'expired_url' };
    url.uses += 1;
    if (url.uses > 5) {
      violations.push('response_url: used more than 5 times');
      return { status: 404, text: 'used_url' };
    }
    if (check('response_url', body).length > 0) return { status: 200, text: '{"ok":false,"error":"invalid_blocks"}' };
    const blocks = (body.blocks ?? []) as Record<string, unknown>[];
    const original = messages.find(({ ts }) => ts === url.ts);
    if (body.replace_original === true && original) {
      Object.assign(original, { text: String(body.text ?? ''), blocks, edits: original.edits + 1 });
    } else if (body.delete_original === true && original) messages.splice(messages.indexOf(original), 1);
    else {
      const ephemeral = body.response_type === 'in_channel' ? null : url.user;
      add({ channel: url.channel, thread: null, text: String(body.text ?? ''), blocks, metadata: null, ephemeral });
    }
    return { status: 200, text: 'ok' };
  }

  async function onRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const path = request.url ?? '';
    const send = (status: number, text: string, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(text);
    };
    if (path.startsWith('/response/')) {
      const { status, text } = respondTo(path.slice('/response/'.length), JSON.parse(body) as Record<string, unknown>);
      return send(status, text);
    }
    if (path.startsWith('/upload/')) {
      const upload = uploads.get(path.slice('/upload/'.length));
      if (request.headers.authorization) violations.push('upload: the token was sent to the file host');
      if (upload) upload.bytes = Buffer.concat(chunks);
      if (upload?.bytes?.length !== upload?.length) violations.push('upload: another length than announced');
      return send(200, 'OK');
    }
    if (path.startsWith('/files-pri/')) {
      const file = shared.get(path.slice('/files-pri/'.length));
      if (!request.headers.authorization?.startsWith('Bearer ')) return send(302, '', { location: `${base}/signin` });
      if (!file) return send(404, '');
      response.writeHead(200, { 'content-type': file.type });
      return void response.end(file.bytes);
    }
    if (path === '/signin') return send(200, '<html>sign in</html>', { 'content-type': 'text/html; charset=utf-8' });
    const method = path.replace('/api/', '');
    const args = argumentsOf(body);
    const token = request.headers.authorization?.replace('Bearer ', '') ?? null;
    calls.push({ method, args, token });
    if (only && !only.includes(method)) {
      return lacking === 404 ? send(404, 'not found') : send(200, '{"ok":false,"error":"unknown_method"}');
    }
    const index = faults.findIndex((fault) => fault.method === method);
    if (index >= 0) {
      const [fault] = faults.splice(index, 1) as [Fault];
      if (fault.carriedOut) carryOut(method, args);
      if (fault.drop) return void request.socket.destroy();
      if (fault.status === 429)
        return send(429, '{"ok":false,"error":"ratelimited"}', { 'retry-after': String(fault.retryAfter ?? 1) });
      if (fault.error) return send(200, JSON.stringify({ ok: false, error: fault.error }));
      return send(fault.status ?? 500, 'broken');
    }
    send(200, JSON.stringify(carryOut(method, args)));
  }

  const server = createServer((request, response) => void onRequest(request, response));
  const websockets = new WebSocketServer({ server });
  websockets.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('message', (data) => {
      const { envelope_id: id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload: unknown };
      pending.get(id)?.(JSON.stringify(payload ?? ''));
      pending.delete(id);
    });
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  /** Hands a payload to the bot as Slack does, and gives the acknowledgement. Over 3 seconds is a violation. */
  async function deliver(kind: 'events_api' | 'slash_commands' | 'interactive', payload: Record<string, unknown>) {
    const started = performance.now();
    const done = (status: number, body: string) => {
      const ack = { milliseconds: performance.now() - started, status, body };
      acks.push(ack);
      if (ack.milliseconds > 3000) violations.push(`${kind}: acknowledged after ${Math.round(ack.milliseconds)} ms`);
      return ack;
    };
    if (target !== null) {
      const response = await post(kind, payload);
      return done(response.status, await response.text());
    }
    const socket = [...sockets].at(-1);
    if (!socket) throw new Error('the bot is not connected');
    const id = randomUUID();
    const body = await new Promise<string>((resolve, reject) => {
      pending.set(id, resolve);
      setTimeout(() => reject(new Error(`${kind}: not acknowledged`)), 4000).unref();
      socket.send(
        JSON.stringify({ type: kind, envelope_id: id, payload, accepts_response_payload: kind !== 'events_api' }),
      );
    });
    return done(200, body);
  }

  function post(kind: string, payload: Record<string, unknown>, sign: { secret?: string; timestamp?: number } = {}) {
    const form = kind === 'slash_commands' ? payload : { payload: JSON.stringify(payload) };
    const body =
      kind === 'events_api' ? JSON.stringify(payload) : new URLSearchParams(form as Record<string, string>).toString();
    const timestamp = String(sign.timestamp ?? Math.floor(Date.now() / 1000));
    const hash = createHmac('sha256', sign.secret ?? signingSecret)
      .update(`v0:${timestamp}:${body}`)
      .digest('hex');
    return fetch(`${target}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-signature': `v0=${hash}`,
        'x-slack-request-timestamp': timestamp,
      },
      body,
    });
  }

  /** A signed request with this very body. */
  function raw(body: string, type: string): Promise<Response> {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const hash = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    const signed = { 'x-slack-signature': `v0=${hash}`, 'x-slack-request-timestamp': timestamp };
    return fetch(`${target}/slack/events`, { method: 'POST', headers: { 'content-type': type, ...signed }, body });
  }

  const responseUrl = (channel: string, user: string, ts: string | null = null) => {
    const id = randomUUID();
    responses.set(id, { uses: 0, channel, user, ts });
    return `${base}/response/${id}`;
  };
  const trigger = () => {
    const id = randomUUID();
    triggers.set(id, performance.now());
    return id;
  };
  const event = (inner: Record<string, unknown>, eventId = `Ev${randomUUID()}`) =>
    deliver('events_api', {
      type: 'event_callback',
      event_id: eventId,
      event_time: clock,
      team_id: 'T1',
      api_app_id: 'A1',
      event: inner,
    });

  return {
    apiUrl: `${base}/api/`,
    signingSecret,
    calls,
    messages,
    violations,
    views,
    statuses,
    prompts,
    homes,
    uploads: () => [...uploads.values()],
    faults,
    acks,
    nextTs,
    event,
    post,
    raw,
    /** A payload of a click, a shortcut or a view, as it is. */
    interactive: (payload: Record<string, unknown>) => deliver('interactive', payload),
    connections: () => connections,
    /** HTTP mode: where the bot listens. */
    listenAt: (url: string) => {
      target = url;
    },
    /** A person's message; gives the `ts`. `channel` D… is direct. */
    async say(text: string, { channel = 'D1', user = 'U1', thread, eventId, ts = nextTs(), ...more }: Say = {}) {
      const type = channel.startsWith('D') ? 'im' : 'channel';
      await event(
        {
          type: 'message',
          channel,
          channel_type: type,
          user,
          text,
          ts,
          event_ts: ts,
          ...(thread ? { thread_ts: thread } : {}),
          ...more,
        },
        eventId,
      );
      return ts;
    },
    /** A mention, as Slack sends it: the same message as two events. */
    async mention(text: string, { channel = 'C1', user = 'U1', thread, ts = nextTs() }: Say = {}) {
      const inner = {
        channel,
        user,
        text: `<@${botUser}> ${text}`,
        ts,
        event_ts: ts,
        ...(thread ? { thread_ts: thread } : {}),
      };
      await Promise.all([
        event({ type: 'app_mention', ...inner }),
        event({ type: 'message', channel_type: 'channel', ...inner }),
      ]);
      return ts;
    },
    edit: (ts: string, before: string, text: string, { channel = 'D1', user = 'U1', thread }: Say = {}) =>
      event({
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        channel,
        channel_type: channel.startsWith('D') ? 'im' : 'channel',
        ts: nextTs(),
        message: {
          type: 'message',
          user,
          text,
          ts,
          edited: { user, ts: nextTs() },
          ...(thread ? { thread_ts: thread } : {}),
        },
        previous_message: { type: 'message', user, text: before, ts },
      }),
    slash: (
      text: string,
      {
        channel = 'C1',
        user = 'U1',
        trigger = randomUUID(),
      }: { channel?: string; user?: string; trigger?: string } = {},
    ) =>
      deliver('slash_commands', {
        command: '/disclosure',
        text,
        user_id: user,
        user_name: 'somebody',
        channel_id: channel,
        channel_name: 'general',
        team_id: 'T1',
        trigger_id: trigger,
        response_url: responseUrl(channel, user),
        api_app_id: 'A1',
      }),
    /** A file that this Slack serves: what a message's `files` holds of it. */
    file: (name: string, bytes: Uint8Array, type = 'text/plain') => {
      const id = `F${shared.size + 1}`;
      shared.set(id, { bytes, type });
      const url = `${base}/files-pri/${id}`;
      return { id, name, mimetype: type, size: bytes.length, url_private: url, url_private_download: url };
    },
    /** Clicks the button with this action id on a message. */
    click: (message: FakeMessage, actionId: string, { user = 'U1' }: { user?: string } = {}) => {
      const element = buttonsOf(message).find(({ action_id }) => action_id === actionId);
      if (!element) throw new Error(`no button ${actionId}`);
      const { ts, channel, thread, ephemeral } = message;
      const ephemerals = { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: ephemeral !== null };
      return deliver('interactive', {
        type: 'block_actions',
        user: { id: user, username: 'somebody', name: 'somebody', team_id: 'T1' },
        team: { id: 'T1', domain: 'test' },
        api_app_id: 'A1',
        container: ephemerals,
        channel: { id: channel, name: 'general' },
        ...(ephemeral === null ? { message: { type: 'message', ts, ...(thread ? { thread_ts: thread } : {}) } } : {}),
        trigger_id: trigger(),
        response_url: responseUrl(channel, user, ts),
        actions: [{ type: 'button', ...element, action_ts: nextTs() }],
      });
    },
    /** Sends the modal that was opened last, with these words in its input. */
    submit: (word: string, { user = 'U1', view = views.at(-1) }: { user?: string; view?: object } = {}) =>
      deliver('interactive', {
        type: 'view_submission',
        user: { id: user, username: 'somebody', name: 'somebody', team_id: 'T1' },
        team: { id: 'T1', domain: 'test' },
        api_app_id: 'A1',
        view: {
          id: 'V2',
          type: 'modal',
          state: { values: { word: { word: { type: 'plain_text_input', value: word } } } },
          ...view,
        },
      }),
    /** The message shortcut, on a message that says this. */
    shortcut: (callback: string, text: string, { user = 'U1', channel = 'C1', ts = nextTs() }: Say = {}) =>
      deliver('interactive', {
        type: 'message_action',
        callback_id: callback,
        user: { id: user, username: 'somebody', name: 'somebody', team_id: 'T1' },
        team: { id: 'T1', domain: 'test' },
        api_app_id: 'A1',
        channel: { id: channel, name: 'general' },
        message_ts: ts,
        message: { type: 'message', user: 'U9', text, ts },
        trigger_id: trigger(),
        action_ts: nextTs(),
        response_url: responseUrl(channel, user),
      }),
    /** Somebody opens the assistant pane: a thread of its own in their direct messages. */
    async openPane({ channel = 'D1', user = 'U1', type = 'assistant_thread_started', ts = nextTs() } = {}) {
      const assistant_thread = {
        user_id: user,
        context: { channel_id: 'C1', team_id: 'T1' },
        channel_id: channel,
        thread_ts: ts,
      };
      await event({ type, assistant_thread, event_ts: nextTs() });
      return ts;
    },
    /** Clicks a button of the App Home: no channel, no message. */
    clickHome: (actionId: string, value: string, user: string) =>
      deliver('interactive', {
        type: 'block_actions',
        user: { id: user, username: 'somebody', name: 'somebody', team_id: 'T1' },
        team: { id: 'T1', domain: 'test' },
        api_app_id: 'A1',
        container: { type: 'view', view_id: 'V1' },
        view: { id: 'V1', type: 'home' },
        trigger_id: trigger(),
        actions: [{ type: 'button', action_id: actionId, block_id: 'b1', value, action_ts: nextTs() }],
      }),
    disconnect(reason = 'refresh_requested') {
      for (const socket of sockets) {
        socket.send(JSON.stringify({ type: 'disconnect', reason }));
      }
    },
    cut() {
      for (const socket of sockets) socket.terminate();
    },
    async close() {
      for (const socket of sockets) socket.terminate();
      websockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export interface Say {
  channel?: string;
  user?: string;
  thread?: string;
  eventId?: string;
  ts?: string;
  [more: string]: unknown;
}

export function buttonsOf({ blocks }: Pick<FakeMessage, 'blocks'>): { action_id: string; value: string }[] {
  return blocks.flatMap((block) =>
    block.type === 'actions' ? (block.elements as { action_id: string; value: string }[]) : [],
  );
}

/** The Web API takes forms, with everything that is no string as JSON. */
function argumentsOf(body: string): Record<string, unknown> {
  const args: Record<string, unknown> = {};
  for (const [key, value] of new URLSearchParams(body)) {
    args[key] =
      /^[[{]/.test(value) && ['blocks', 'metadata', 'view', 'attachments', 'files', 'prompts'].includes(key)
        ? JSON.parse(value)
        : value;
  }
  return args;
}
