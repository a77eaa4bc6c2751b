/** The part of the library that chat and digest use, in memory. */
import type {
  DigestRun,
  ReportFilter,
  ReportHead,
  SettingChange,
  Store,
  StoredFact,
  StoredFinding,
  StoredTurn,
} from '../../src/store/store.ts';

export interface MemoryStore extends Store {
  readonly held: { heads: ReportHead[]; facts: StoredFact[]; findings: StoredFinding[]; runs: DigestRun[] };
}

export function memoryStore(): MemoryStore {
  const keys = new Set<string>();
  const turns: StoredTurn[] = [];
  const settings = new Map<string, string>();
  const changes: (SettingChange & { key: string })[] = [];
  const held = {
    heads: [] as ReportHead[],
    facts: [] as StoredFact[],
    findings: [] as StoredFinding[],
    runs: [] as DigestRun[],
  };
  const ms = (iso: string) => Date.parse(iso);
  const within = (filter: ReportFilter) => (head: ReportHead) =>
    (filter.reports === undefined || filter.reports.includes(head.report)) &&
    (filter.ingestedSince === undefined || ms(head.ingestedAt) >= ms(filter.ingestedSince)) &&
    (filter.ingestedUntil === undefined || ms(head.ingestedAt) < ms(filter.ingestedUntil)) &&
    (filter.kinds === undefined || filter.kinds.length === 0 || filter.kinds.includes(head.kind ?? '')) &&
    (filter.years === undefined || filter.years.includes(head.year ?? 0)) &&
    (filter.regions === undefined ||
      filter.regions.length === 0 ||
      filter.regions.some((region) =>
        (['province', 'city', 'county'] as const).every(
          (level) => region[level] === null || region[level] === head.region[level],
        ),
      )) &&
    (filter.versions === 'all' || head.current);
  const replace = (run: DigestRun, change: Partial<DigestRun>) => {
    held.runs[held.runs.indexOf(run)] = { ...run, ...change };
  };
  const find = (id: string) => held.runs.find((run) => run.id === id);
  const store: Partial<MemoryStore> = {
    held,
    async first(key) {
      if (keys.has(key)) return false;
      keys.add(key);
      return true;
    },
    turns: async (conversation, limit) => turns.filter((turn) => turn.conversation === conversation).slice(-limit),
    addTurn: async (turn) => void turns.push(turn),
    async forgetTurns(beginning, before) {
      const old = turns.filter((turn) => turn.conversation.startsWith(beginning) && ms(turn.at) < ms(before));
      for (const turn of old) turns.splice(turns.indexOf(turn), 1);
      return old.length;
    },
    async clearTurns(conversation) {
      for (let i = turns.length - 1; i >= 0; i -= 1) if (turns[i]?.conversation === conversation) turns.splice(i, 1);
    },
    status: async () => ({ reports: 5, findings: 2, bytes: 1000 }) as Awaited<ReturnType<Store['status']>>,
    setting: async (key) => settings.get(key) ?? null,
    settingChanges: async (key, limit) =>
      changes
        .filter((change) => change.key === key)
        .toReversed()
        .slice(0, limit),
    async set(key, value, { by, at }, expected) {
      if (expected !== undefined && (settings.get(key) ?? null) !== expected) return false;
      changes.push({ key, by, at, before: settings.get(key) ?? null, after: value });
      if (value === null) settings.delete(key);
      else settings.set(key, value);
      return true;
    },
    text: async (report) => (report === 'r1' ? 'one\ntwo\n=1+1\t<!channel>\nfour\nfive' : null),
    heads: async (filter = {}) => held.heads.filter(within(filter)),
    facts: async (filter) =>
      held.facts.filter(
        ({ report, measure }) =>
          (filter.reports ?? [report]).includes(report) && (filter.measures ?? [measure]).includes(measure),
      ),
    findings: async (filter = {}) =>
      held.findings.filter(({ report }) => (filter.reports ?? [report]).includes(report)),
    async digestRun(channel, since, until, after) {
      const found = held.runs.find((run) => run.channel === channel && run.until === until);
      if (found) return found;
      if (after !== undefined && ((await store.lastDigest?.(channel))?.id ?? null) !== after) return null;
      const made: DigestRun = {
        id: `${channel}|${until}`,
        channel,
        since,
        until,
        state: 'due',
        owner: null,
        leaseUntil: null,
        message: null,
      };
      held.runs.push(made);
      return made;
    },
    lastDigest: async (channel) =>
      held.runs
        .filter((run) => run.channel === channel)
        .sort((a, b) => ms(a.until) - ms(b.until))
        .at(-1) ?? null,
    async claimDigest(id, owner, now, leaseUntil, ended = null) {
      const run = find(id);
      if (!run || run.state === 'sent') return false;
      const held = run.state === 'sending' && run.owner !== ended;
      if (held && run.leaseUntil !== null && ms(run.leaseUntil) > ms(now)) return false;
      replace(run, { state: 'sending', owner, leaseUntil });
      return true;
    },
    async finishDigest(id, message) {
      const run = find(id);
      if (run) replace(run, { state: 'sent', message, owner: null, leaseUntil: null });
    },
  };
  return store as MemoryStore;
}
