/** One payload of Slack's, handed to Bolt and acknowledged, whatever it is. */
import type { App, ReceiverEvent } from '@slack/bolt';

/**
 * Hands a payload to the app. What no listener knows (a button or a modal of an older version) is acknowledged all the same:
 * the person would be shown an error otherwise. Rejects where Bolt could not make anything of it.
 */
export async function takeIn(app: App | null, event: ReceiverEvent): Promise<void> {
  let acknowledged = false;
  const ack: ReceiverEvent['ack'] = async (response) => {
    if (acknowledged) return;
    acknowledged = true;
    await event.ack(response);
  };
  try {
    await app?.processEvent({ ...event, ack });
  } catch (error) {
    // It cannot be understood when it comes again either.
    await ack();
    throw error;
  }
  await ack();
}
