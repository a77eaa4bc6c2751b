/** Slack's documented limits on messages (November 2026), as a check that knows nothing of how messages are made. */

interface Block {
  type?: string;
  text?: { text?: string; type?: string };
  fields?: { text?: string }[];
  elements?: unknown[];
  block_id?: string;
  rows?: unknown[][];
  title?: unknown;
  chart?: Chart;
}

interface Point {
  label?: string;
  value?: unknown;
}
interface Chart {
  type?: string;
  segments?: Point[];
  series?: { name?: string; data?: Point[] }[];
  axis_config?: { categories?: string[]; x_label?: string; y_label?: string };
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
  'input',
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
  say(list.filter(({ type }) => type === 'data_visualization').length > 2, 'over two charts');
  for (const block of list) problems.push(...blockProblems(block));
  return problems;
}

function chartProblems({ title, chart = {} }: Block): string[] {
  const { type, segments = [], series = [], axis_config: axis } = chart;
  const problems: string[] = [];
  const say = (wrong: boolean, problem: string) => {
    if (wrong) problems.push(`chart: ${problem}`);
  };
  const labels = (points: readonly Point[]) => points.map(({ label }) => label ?? '');
  const short = (texts: readonly string[]) => texts.every((text) => text.length > 0 && text.length <= 20);
  const once = (texts: readonly string[]) => new Set(texts).size === texts.length;
  const number = ({ value }: Point) => typeof value === 'number' && Number.isFinite(value);
  say(typeof title !== 'string' || title === '' || title.length > 50, 'title');
  say(!['pie', 'bar', 'line', 'area'].includes(type ?? ''), `type ${type}`);
  if (type === 'pie') {
    say(segments.length < 1 || segments.length > 6, `${segments.length} segments`);
    say(!short(labels(segments)) || !once(labels(segments)), 'labels of segments');
    say(!segments.every((each) => number(each) && (each.value as number) > 0), 'a segment that is not positive');
    return problems;
  }
  const categories = axis?.categories ?? [];
  say(series.length < 1 || series.length > 6, `${series.length} series`);
  say(categories.length < 1 || categories.length > 20, `${categories.length} categories`);
  say(!short(categories) || !once(categories), 'categories');
  say((axis?.x_label?.length ?? 0) > 50 || (axis?.y_label?.length ?? 0) > 50, 'label of an axis over 50');
  const names = series.map(({ name }) => name ?? '');
  say(!short(names) || !once(names), 'names of series');
  for (const { data = [] } of series) {
    say(JSON.stringify(labels(data)) !== JSON.stringify(categories), 'a series without a point for each category');
    say(!data.every(number), 'a value that is no number');
  }
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
  if (type === 'data_visualization') problems.push(...chartProblems(block));
  if (type === 'table') {
    say((block.rows?.length ?? 0) > 100, 'over 100 rows');
    say(
      (block.rows ?? []).some((row) => row.length > 20),
      'over 20 columns',
    );
  }
  return problems;
}
