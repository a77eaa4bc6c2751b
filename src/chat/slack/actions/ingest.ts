/** "Ingest": takes a dropped file into the library, for those who may. The file is fetched again: a button carries an id only. */
import { say, sentence } from '../../phrases.ts';
import type { Bot } from '../bot.ts';
import { download, safeName } from '../download.ts';
import { why } from '../inspecting.ts';
import { postAll } from '../post.ts';
import { rendered } from '../rendering.ts';
import { type Click, standing } from './click.ts';
import { notKept, tell } from './sources.ts';

/** Clicks within so many milliseconds of the first are one. */
const DOUBLE = 10_000;

export async function onIngest(click: Click, bot: Bot): Promise<void> {
  const id = click.actions[0].value ?? '';
  const dropped = await bot.memory.recall('file', id);
  const { channel, message, thread } = standing(click);
  if (!dropped || !bot.files || channel === null) return notKept(click, bot);
  const { language, file } = dropped;
  const user = click.user.id;
  if (!(await bot.house.may(user, 'ingest')))
    return tell(click, bot, say('mayNot', language, { act: say('ingest', language) }), language);
  const { tries = 0, done } = dropped;
  if (done !== undefined) {
    // Of a double click the second says nothing.
    if (Date.parse(bot.now()) - Date.parse(done) > DOUBLE)
      await tell(click, bot, say('fileUnchanged', language), language);
    return;
  }
  if (!(await bot.store.first(`ingest:${id}:${tries}`, bot.now()))) return;
  const name = safeName(file.name);
  const got = await download(file, bot.access);
  const kept = got.why === null ? await bot.files.ingest(name, got.bytes) : null;
  const taken = kept?.some(({ outcome }) => outcome !== 'failed') === true;
  await bot.memory.remember('file', id, { ...dropped, ...(taken ? { done: bot.now() } : { tries: tries + 1 }) });
  const lines =
    got.why === null
      ? (kept ?? []).map(({ outcome, what, error }) => {
          if (error) return `${error[language]} (${error.code})`;
          const said = {
            added: 'fileIngested',
            updated: 'fileUpdated',
            unchanged: 'fileUnchanged',
            failed: 'broken',
          } as const;
          return say(said[outcome], language, { what });
        })
      : [say('fileRefused', language, { name, why: why(got, bot, language) })];
  bot.log.info({ user, outcome: got.why ?? 'ingested' }, 'a dropped file was handed in');
  const place = { channel, thread: channel.startsWith('D') ? thread : (thread ?? message) };
  await postAll(bot.client, place, rendered(bot, sentence(language, lines.join('\n'))), `ingest:${id}:${tries}`);
}
