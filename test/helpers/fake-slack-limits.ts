/** Slack's documented limits on messages (November 2026), as a check that knows nothing of how messages are made. */

interface Block {
  type?: string;
  text?: { text?: string; type?: string };
  fields?: { text?: string }[];
  elements?: unknown[];
  block_id?: string;
  rows?: unknown[][];
}

const known = new Set([
  'section',
  'header',
  'context',
  'actions',
  'divider',
  'rich_text',
  'table',
  'markdown',
  'image',
  'data_table',
  'data_visualization',
]);

/** What Slack would refuse a message for; empty where it takes it. */
export function problemsOf({ text, blocks }: { text?: unknown; blocks?: unknown }): string[] {
  const problems: string[] = [];
  const say = (wrong: boolean, problem: string) => {
    if (wrong) problems.push(problem);
  };
  const list = (blocks ?? []) as Block[];
  say(!Array.isArray(list), 'blocks is no list');
  say(typeof text !== 'string' || (text === '' && list.length === 0), 'no text');
  say(typeof text === 'string' && text.length > 4000, `text has ${String(text).length} characters`);
  say(list.length > 50, `${list.length} blocks`);
  say(JSON.stringify(list).length > 13_000, `blocks have ${JSON.stringify(list).length} characters`);
  const ids = list.map(({ block_id: id }) => id).filter((id) => id !== undefined);
  say(new Set(ids).size < ids.length, 'a block_id twice');
  say(list.filter(({ type }) => type === 'table').length > 1, 'two tables');
  for (const block of list) problems.push(...blockProblems(block));
  return problems;
}

function blockProblems(block: Block): string[] {
  const { type = '?', elements = [], fields = [] } = block;
  const problems: string[] = [];
  const say = (wrong: boolean, problem: string) => {
    if (wrong) problems.push(`${type}: ${problem}`);
  };
  const length = block.text?.text?.length ?? 0;
  say(!known.has(type), 'unknown type');
  say((block.block_id?.length ?? 0) > 255, 'block_id over 255');
  if (type === 'section') {
    say(length > 3000, `text of ${length}`);
    say(length === 0 && fields.length === 0, 'no text');
    say(fields.length > 10, 'over 10 fields');
    say(
      fields.some((field) => (field.text?.length ?? 0) > 2000),
      'field over 2000',
    );
  }
  if (type === 'header') {
    say(length > 150, `text of ${length}`);
    say(block.text?.type !== 'plain_text', 'not plain_text');
  }
  if (type === 'context') say(elements.length > 10 || elements.length === 0, `${elements.length} elements`);
  if (type === 'actions') {
    say(elements.length > 25 || elements.length === 0, `${elements.length} elements`);
    const buttons = elements as { action_id?: string; value?: string; text?: { text?: string } }[];
    say(new Set(buttons.map(({ action_id: id }) => id)).size < buttons.length, 'an action_id twice');
    for (const { value = '', text, action_id: id = '' } of buttons) {
      say((text?.text?.length ?? 0) > 75, 'button text over 75');
      say(!text?.text, 'button without text');
      say(value.length > 2000, 'button value over 2000');
      say(id.length > 255, 'action_id over 255');
    }
  }
  if (type === 'table') {
    say((block.rows?.length ?? 0) > 100, 'over 100 rows');
    say(
      (block.rows ?? []).some((row) => row.length > 20),
      'over 20 columns',
    );
  }
  return problems;
}
