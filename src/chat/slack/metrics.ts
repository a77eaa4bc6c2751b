/** How the bot is doing, as numbers: counted here, told as text for Prometheus. Nothing of what was asked is in them. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Store } from '../../store/store.ts';

export interface Metrics {
  /** A piece of work that ended, after so many milliseconds. */
  done(milliseconds: number, failed: boolean): void;
  /** A thumb up or down. */
  opinion(rating: 'up' | 'down'): void;
  /** Everything in Prometheus' text format. */
  text(): Promise<string>;
  /** Counts from now on: what was done to get ready held nobody up. */
  ready(): void;
  stop(): void;
}

export interface MetricsSources {
  readonly store: Pick<Store, 'status'>;
  readonly underWay: () => number;
  readonly connected: () => boolean;
}

/** Nanoseconds of a second. */
const NANO = 1e9;

export function createMetrics({ store, underWay, connected }: MetricsSources): Metrics {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  let handled = 0;
  let failures = 0;
  let seconds = 0;
  const opinions = { up: 0, down: 0 };
  return {
    done(milliseconds, failed) {
      handled += 1;
      if (failed) failures += 1;
      seconds += milliseconds / 1000;
    },
    opinion(rating) {
      opinions[rating] += 1;
    },
    async text() {
      const { reports, findings, bytes } = await store.status();
      const held = [0.5, 0.99, 1].map((quantile) => {
        const nanoseconds = quantile === 1 ? delay.max : delay.percentile(quantile * 100);
        return `nianbao_loop_delay_seconds{quantile="${quantile}"} ${(nanoseconds / NANO).toFixed(4)}`;
      });
      delay.reset();
      const lines = [
        ...gauge('nianbao_under_way', 'Questions waiting or being answered.', underWay()),
        ...gauge('nianbao_connected', '1 while connected to Slack.', connected() ? 1 : 0),
        ...counter('nianbao_handled_total', 'Events, commands and clicks that were finished.', handled),
        ...counter('nianbao_failed_total', 'Events, commands and clicks that broke.', failures),
        ...counter('nianbao_thumbs_up_total', 'Answers that somebody found good.', opinions.up),
        ...counter('nianbao_thumbs_down_total', 'Answers that somebody found bad.', opinions.down),
        '# HELP nianbao_handling_seconds From arrival to the last call to Slack.',
        '# TYPE nianbao_handling_seconds summary',
        `nianbao_handling_seconds_sum ${seconds.toFixed(3)}`,
        `nianbao_handling_seconds_count ${handled}`,
        '# HELP nianbao_loop_delay_seconds How long the main thread was held since the last reading.',
        '# TYPE nianbao_loop_delay_seconds summary',
        ...held,
        ...gauge('nianbao_reports', 'Reports held.', reports),
        ...gauge('nianbao_findings', 'Findings held.', findings),
        ...gauge('nianbao_library_bytes', 'Size of the library.', bytes),
      ];
      return `${lines.join('\n')}\n`;
    },
    ready() {
      delay.reset();
      handled = 0;
      failures = 0;
      seconds = 0;
    },
    stop: () => delay.disable(),
  };
}

const gauge = (name: string, help: string, value: number) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} gauge`,
  `${name} ${value}`,
];
const counter = (name: string, help: string, value: number) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} counter`,
  `${name} ${value}`,
];
