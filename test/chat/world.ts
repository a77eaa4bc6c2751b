/** The whole Slack app against a Slack of our own, with a stub in the place of the library. */
import type { Desk } from '../../src/chat/desk.ts';
import { createHandlers } from '../../src/chat/handlers.ts';
import { createHouse } from '../../src/chat/house.ts';
import { createSlackApp, type SlackApp, type SlackOptions } from '../../src/chat/slack/app.ts';
import { readConfig } from '../../src/config.ts';
import { createSubscriptions } from '../../src/digest/subscriptions.ts';
import { noLog } from '../../src/log.ts';
import { createFakeSlack, type FakeSlack } from '../helpers/fake-slack.ts';
import { memoryStore } from './memory-store.ts';
import { renderForTest } from './render.ts';
import { stubAsk } from './stub-ask.ts';

export const now = () => new Date().toISOString();

/** What a test may set of the app; `admins` may change the rules of the house. */
type Options = Partial<Pick<SlackOptions, 'render' | 'takeOver' | 'files'>> & { admins?: readonly string[] };

export interface World {
  slack: FakeSlack;
  app: SlackApp;
  ask: ReturnType<typeof stubAsk>;
  store: ReturnType<typeof memoryStore>;
}

export async function world(
  mode: 'socket' | 'http',
  store = memoryStore(),
  slack?: FakeSlack,
  more: Record<string, string> = {},
  { admins = [], ...options }: Options = {},
): Promise<World> {
  const there = slack ?? (await createFakeSlack());
  const ask = stubAsk();
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-fake',
    SLACK_APP_TOKEN: 'xapp-fake',
    SLACK_SIGNING_SECRET: there.signingSecret,
    SLACK_API_URL: there.apiUrl,
    NIANBAO_SLACK_MODE: mode,
    HOST: '127.0.0.1',
    PORT: '0',
    ...more,
  });
  const house = createHouse({ store, admins, now });
  const desk: Desk = {
    ...{ house, store, now, most: 20 },
    subscriptions: createSubscriptions(store, now),
    readWish: () => {
      throw new Error('nobody subscribes here');
    },
  };
  const handlers = createHandlers({ ask, store, now, log: noLog, desk });
  const app = createSlackApp({ config, handlers, house, store, log: noLog, render: renderForTest, now, ...options });
  await app.start();
  ask.asked.length = 0; // what it asked itself to warm up
  if (mode === 'http') there.listenAt(`http://127.0.0.1:${app.port()}`);
  return { slack: there, app, ask, store };
}
