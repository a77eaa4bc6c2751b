/** Statements whose text is made once, for what is done with every report: building a query takes longer than running it. */
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

/** Runs a statement as it stands; gives its rows. */
export async function run<R>(db: Kysely<Tables>, statement: string, ...values: readonly unknown[]): Promise<R[]> {
  return (await db.executeQuery(CompiledQuery.raw(statement, [...values]))).rows as R[];
}

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

/** Rows with bytes that one statement writes. */
const atOnce = 50;

/** Inserts rows of one shape, many with a statement. */
export async function insertMany<T extends keyof Tables>(
  db: Kysely<Tables>,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  const columns = Object.keys((rows as readonly Row[])[0] ?? {});
  for (let at = 0; at < rows.length; at += atOnce) {
    const some = (rows as readonly Row[]).slice(at, at + atOnce);
    const values = some.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ');
    const statement = `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) values ${values}`;
    await db.executeQuery(
      CompiledQuery.raw(
        statement,
        some.flatMap((row) => columns.map((column) => row[column])),
      ),
    );
  }
}
