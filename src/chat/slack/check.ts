/** `nianbao doctor --slack`: asks Slack whether the tokens work and what they allow, and says what to change. */
import { WebClient } from '@slack/web-api';
import type { Config } from '../../config.ts';
import { noLog } from '../../log.ts';
import { modeOf } from './app.ts';
import { failureOf } from './failures.ts';
import { slackLogger } from './logger.ts';
import { remedies } from './remedies.ts';
import { scopes } from './scopes.ts';

export interface SlackCheck {
  readonly name: string;
  /** ok: fine · note: works without it · fault: must be mended. */
  readonly state: 'ok' | 'note' | 'fault';
  readonly message: { readonly zh: string; readonly en: string };
}

/** Checks the bot token and its scopes, the app token in Socket Mode, and the digest's channel. Posts nothing. */
export async function checkSlack(config: Config): Promise<SlackCheck[]> {
  const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, NIANBAO_DIGEST_CHANNEL: channel } = config;
  if (!token)
    return [
      fault('slack token', '没有 SLACK_BOT_TOKEN，无法询问 Slack。', 'Without SLACK_BOT_TOKEN Slack cannot be asked.'),
    ];
  const checks: SlackCheck[] = [];
  const web = clientOf(config, token);
  try {
    const who = await web.auth.test();
    const name = `@${who.user ?? '?'} · ${who.team ?? '?'}`;
    checks.push({ name: 'slack token', state: 'ok', message: { zh: name, en: name } });
    checks.push(scopesCheck((who.response_metadata?.scopes ?? []) as string[]));
  } catch (error) {
    return [refused('slack token', 'SLACK_BOT_TOKEN', error)];
  }
  if (modeOf(config) === 'socket' && appToken) {
    try {
      await clientOf(config, appToken).apps.connections.open();
      checks.push({ name: 'slack socket', state: 'ok', message: { zh: 'Socket Mode 可用', en: 'Socket Mode works' } });
    } catch (error) {
      checks.push(refused('slack socket', 'SLACK_APP_TOKEN', error));
    }
  }
  if (channel) checks.push(await channelCheck(web, channel));
  return checks;
}

function scopesCheck(granted: readonly string[]): SlackCheck {
  const name = 'slack scopes';
  if (granted.length === 0) {
    return {
      name,
      state: 'note',
      message: { zh: 'Slack 没有说明令牌的权限。', en: 'Slack did not say what the token allows.' },
    };
  }
  const missing = Object.keys(scopes).filter((scope) => !granted.includes(scope));
  if (missing.length === 1 && missing[0] === 'assistant:write')
    return {
      name,
      state: 'note',
      message: {
        zh: '没有 assistant:write：助手窗格不可用，其余照常。更新 manifest.json 并重新安装即可启用。',
        en: 'Without assistant:write there is no assistant pane; all else works. Put manifest.json into the app’s settings again and reinstall to have it.',
      },
    };
  if (missing.length === 0)
    return { name, state: 'ok', message: { zh: `${granted.length} 项`, en: `${granted.length} scopes` } };
  const why = (language: 'zh' | 'en') => missing.map((scope) => `${scope} (${scopes[scope]?.[language]})`).join(', ');
  return fault(
    name,
    `缺少权限：${why('zh')}。请把 manifest.json 更新到应用设置里，再重新安装到工作区。`,
    `Missing: ${why('en')}. Put manifest.json into the app's settings again and reinstall the app to the workspace.`,
  );
}

async function channelCheck(web: WebClient, channel: string): Promise<SlackCheck> {
  const name = 'slack digest';
  try {
    const { channel: found } = await web.conversations.info({ channel });
    if (found?.is_archived) return fault(name, `频道 ${channel} 已归档。`, `Channel ${channel} is archived.`);
    if (found?.is_member === false)
      return fault(name, `请把机器人邀请进频道 ${channel}。`, `Invite the bot to channel ${channel}.`);
    return { name, state: 'ok', message: { zh: channel, en: channel } };
  } catch (error) {
    return refused(name, 'NIANBAO_DIGEST_CHANNEL', error);
  }
}

function refused(name: string, setting: string, error: unknown): SlackCheck {
  const why = failureOf(error);
  if (why.kind !== 'refused')
    return fault(
      name,
      '连不上 Slack，请检查网络和 SLACK_API_URL。',
      'Slack cannot be reached; check the network and SLACK_API_URL.',
    );
  const { zh, en } = remedies[why.code] ?? { zh: '', en: '' };
  return fault(name, `${setting}：${why.code}。${zh}`, `${setting}: ${why.code}. ${en}`.trim());
}

function fault(name: string, zh: string, en: string): SlackCheck {
  return { name, state: 'fault', message: { zh, en } };
}

function clientOf({ SLACK_API_URL: url }: Config, token: string): WebClient {
  return new WebClient(token, {
    ...(url ? { slackApiUrl: url } : {}),
    logger: slackLogger(noLog),
    retryConfig: { retries: 1 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    timeout: 8_000,
  });
}
