/**
 * What people tell the bot to do, as against what they ask: settings, subscriptions, their word on a finding. Each is
 * a first word with something after it; the words of both languages of an order stand together.
 */
import type { Act, Allowed, Rules } from './house.ts';

export type Order =
  | { readonly kind: 'rule'; readonly change: Partial<Rules> | null }
  | { readonly kind: 'log' }
  | { readonly kind: 'feedback' }
  | { readonly kind: 'subscriptions' }
  | { readonly kind: 'subscribe'; readonly wish: string }
  | {
      readonly kind: 'resubscribe';
      readonly what: 'pause' | 'resume' | 'delete' | 'change';
      readonly number: number;
      readonly wish: string;
    }
  | {
      readonly kind: 'verdict';
      readonly status: 'confirmed' | 'dismissed' | 'noted';
      readonly finding: string;
      readonly reason: string;
    };

const words: Readonly<Record<string, string>> = {
  ...{ ask: 'ask', 提问: 'ask', ingest: 'ingest', 导入: 'ingest', subscribe: 'subscribe', 订阅: 'subscribe' },
  ...{ dismiss: 'dismiss', 核查: 'dismiss', channels: 'channels', channel: 'channels', 频道: 'channels' },
  ...{ limit: 'limit', limits: 'limit', 限额: 'limit', user: 'user', person: 'user', 个人: 'user', 每人: 'user' },
  ...{ anyone: 'anyone', everyone: 'anyone', 所有人: 'anyone', admins: 'admins', admin: 'admins', 管理员: 'admins' },
  ...{ any: 'any', all: 'any', 不限: 'any', off: 'off', none: 'off', 取消: 'off' },
};
const actions: Readonly<Record<string, 'pause' | 'resume' | 'delete' | 'change'>> = {
  ...{
    pause: 'pause',
    暂停: 'pause',
    resume: 'resume',
    恢复: 'resume',
    delete: 'delete',
    remove: 'delete',
    cancel: 'delete',
  },
  ...{ 删除: 'delete', 取消: 'delete', change: 'change', edit: 'change', 修改: 'change', 改: 'change' },
};
const verdicts: Readonly<Record<string, 'confirmed' | 'dismissed' | 'noted'>> = {
  ...{ confirm: 'confirmed', 确认: 'confirmed', dismiss: 'dismissed', 忽略: 'dismissed', note: 'noted', 备注: 'noted' },
};
/** What admins may read beside the rules. */
const lists: Readonly<Record<string, 'log' | 'feedback'>> = {
  ...{ log: 'log', history: 'log', 记录: 'log', 日志: 'log', feedback: 'feedback', 评价: 'feedback', 反馈: 'feedback' },
};
const known = <T>(table: Readonly<Record<string, T>>, word = ''): T | undefined =>
  Object.hasOwn(table, word.toLowerCase()) ? table[word.toLowerCase()] : undefined;

/** The order in a text, or null where it is none. */
export function orderOf(text: string): Order | null {
  const [first = '', ...rest] = text.trim().split(/\s+/u);
  const word = first.toLowerCase();
  if ((word === 'settings' || word === '设置') && rest.length === 1) {
    const listed = known(lists, rest[0]);
    if (listed !== undefined) return { kind: listed };
  }
  if ((word === 'settings' || word === '设置') && rest.length > 0) return { kind: 'rule', change: changeOf(rest) };
  if (word === 'subscriptions') return { kind: 'subscriptions' };
  if (word === 'unsubscribe' || word === '退订') return numbered('delete', rest) ?? { kind: 'subscriptions' };
  if (word === 'subscribe' || word === '订阅') return subscription(rest);
  const status = known(verdicts, first);
  const finding = rest[0]?.toLowerCase() ?? '';
  if (status !== undefined && /^[0-9a-f]{12}$/.test(finding))
    return { kind: 'verdict', status, finding, reason: rest.slice(1).join(' ').slice(0, 500) };
  return null;
}

function subscription(rest: readonly string[]): Order {
  const [first = ''] = rest;
  if (rest.length === 0 || /^(?:list|列表|有哪些)$/i.test(first)) return { kind: 'subscriptions' };
  const action = known(actions, first);
  const order = action === undefined ? null : numbered(action, rest.slice(1));
  return order ?? { kind: 'subscribe', wish: rest.join(' ') };
}

function numbered(
  what: 'pause' | 'resume' | 'delete' | 'change',
  [number = '', ...rest]: readonly string[],
): Order | null {
  if (!/^#?\d{1,6}$/.test(number)) return null;
  return { kind: 'resubscribe', what, number: Number(number.replace('#', '')), wish: rest.join(' ') };
}

/** `ingest admins`, `提问 所有人`, `channels #C1 #C2`, `limit user 20`; null where it is none of them. */
function changeOf([subject, ...rest]: readonly string[]): Partial<Rules> | null {
  const what = known(words, subject);
  switch (what) {
    case 'ask':
    case 'ingest':
    case 'subscribe':
    case 'dismiss': {
      const allowed = allowedOf(rest);
      return allowed === null ? null : ({ [what satisfies Act]: allowed } as Partial<Rules>);
    }
    case 'channels': {
      if (known(words, rest[0]) === 'any') return { channels: 'any' };
      const channels = rest.map((each) => /^#?([CG][A-Z0-9]{1,30})$/.exec(each)?.[1]);
      return channels.length > 0 && channels.every((each) => each !== undefined)
        ? { channels: channels as string[] }
        : null;
    }
    case 'limit': {
      const whose = known(words, rest[0]);
      const none = known(words, rest[1]) === 'off';
      const number = /^\d{1,6}$/.test(rest[1] ?? '') ? Number(rest[1]) : null;
      if (!none && (number === null || number === 0)) return null;
      if (whose === 'user') return { perUser: none ? null : number };
      return whose === 'channels' ? { perChannel: none ? null : number } : null;
    }
    default:
      return null;
  }
}

function allowedOf(names: readonly string[]): Allowed | null {
  const word = known(words, names[0]);
  if (names.length === 1 && (word === 'anyone' || word === 'admins')) return word;
  const people = names.map((each) => /^@?([UW][A-Z0-9]{1,30})$/.exec(each)?.[1]);
  return people.length > 0 && people.every((each) => each !== undefined) ? (people as string[]) : null;
}
