/** "Export": the figures of an answer as CSV and XLSX, in its thread; of a private answer, in a direct message. */

import { coded } from '../../../errors.ts';
import { sheetOfRows, toCsv, toXlsx } from '../../../export/sheet.ts';
import { failure } from '../../../log.ts';
import { say } from '../../phrases.ts';
import type { Bot } from '../bot.ts';
import { directMessage, SlackRefused } from '../client.ts';
import { upload } from '../files.ts';
import { postAll } from '../post.ts';
import { rendered } from '../rendering.ts';
import { type Click, isFirst, standing } from './click.ts';
import { notKept, tell } from './sources.ts';

export async function onExport(click: Click, bot: Bot): Promise<void> {
  const { channel, message, thread, ephemeral } = standing(click);
  const behind = await bot.memory.recall('behind', click.actions[0].value ?? '');
  if (!behind?.plan || channel === null) return notKept(click, bot);
  if (!(await isFirst(click, 'export', bot))) return;
  const { question, plan, language } = behind;
  const name = { question: question.slice(0, 200) };
  try {
    const sheet = sheetOfRows(await bot.handlers.rows(question, plan));
    const csv = toCsv(sheet);
    const files = [
      { name: 'nianbao.csv', bytes: new TextEncoder().encode(csv) },
      { name: 'nianbao.xlsx', bytes: await toXlsx(sheet) },
    ];
    const place = ephemeral
      ? { channel: await directMessage(bot.client, click.user.id), thread: null }
      : { channel, thread: thread ?? message };
    try {
      await upload(bot, place, files, say('exported', language, name));
    } catch (error) {
      if (!(error instanceof SlackRefused)) throw error;
      bot.log.warn(failure(error), 'files were not taken; the figures are posted as text');
      const caption = say('exportedAsText', language, name);
      const told = { language, parts: [{ kind: 'file' as const, name: 'nianbao.csv', caption, csv }] };
      await postAll(bot.client, place, rendered(bot, told), `export:${message}:${click.actions[0].action_ts ?? ''}`);
    }
    if (ephemeral) await tell(click, bot, say('exportedToYou', language), language);
  } catch (error) {
    bot.log.error(failure(error), 'an export failed');
    await tell(click, bot, say('exportFailed', language, { why: coded(error).bilingual[language] }), language);
  }
}
