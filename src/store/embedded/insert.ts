/** Rows written with statements whose text is made once: building a query takes longer than running it. */
import { CompiledQuery, type Insertable, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

type Row = Readonly<Record<string, unknown>>;

const texts = new Map<string, string>();

/** `insert into table (columns) …`; `values` says what follows. */
function text(table: string, columns: readonly string[], values: (columns: readonly string[]) => string): string {
  const key = `${values.name} ${table} ${columns.join()}`;
  let made = texts.get(key);
  if (made === undefined) {
    made = `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) ${values(columns)}`;
    texts.set(key, made);
  }
  return made;
}

const one = (columns: readonly string[]) => `values (${columns.map(() => '?').join(', ')})`;
const many = (columns: readonly string[]) =>
  `select ${columns.map((_, i) => `value ->> ${i}`).join(', ')} from json_each(?)`;

/** Inserts a row; gives the number that it got. */
export async function insertOne<T extends keyof Tables>(
  db: Kysely<Tables>,
  table: T,
  row: Insertable<Tables[T]>,
): Promise<number> {
  const values = row as Row;
  const query = CompiledQuery.raw(text(table, Object.keys(values), one), Object.values(values));
  return Number((await db.executeQuery(query)).insertId ?? 0);
}

/** Inserts rows of one shape, without bytes, with a statement of one parameter; gives the number that the last one got, 0 for none. */
export async function insertAll<T extends keyof Tables>(
  db: Kysely<Tables>,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<number> {
  const [first] = rows as readonly Row[];
  if (first === undefined) return 0;
  const columns = Object.keys(first);
  const values = (rows as readonly Row[]).map((row) => columns.map((column) => row[column] ?? null));
  const query = CompiledQuery.raw(text(table, columns, many), [JSON.stringify(values)]);
  return Number((await db.executeQuery(query)).insertId ?? 0);
}
