import type { QueryRunner } from 'typeorm';

/** What a release relies on, by its identity in the catalog: a column that is renamed or made again is another one. */
export interface Schema {
  /** By object id. */
  tables: Map<string, string>;
  /** By object id of the table and number of the column. */
  columns: Map<string, Column>;
  /** Constraints, unique indexes included, by what they demand. */
  rules: Map<string, Rule>;
  /** Functions, sequences, enumerations' words, views' texts and triggers, by their own description. */
  others: Set<string>;
}

export interface Column {
  table: string;
  name: string;
  type: string;
  required: boolean;
  /** Whether it gets a value when an insert names none. */
  filled: boolean;
}

export interface Rule {
  table: string;
  /** Object id of the table. */
  on: string;
  text: string;
  /** Columns that are unique together, whatever their order: `on conflict` of the release before names them. */
  unique: string | null;
}

const schema = `n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_toast'`;
/** What an extension brings is the extension's. */
const own = (classid: string, oid: string) =>
  `not exists (select 1 from pg_depend e where e.classid = '${classid}'::regclass and e.objid = ${oid} and e.deptype = 'e')`;

const TABLES = `select c.oid::text, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm') and ${schema} and ${own('pg_class', 'c.oid')} and c.relname <> 'migration'`;

const COLUMNS = `select c.oid::text as table_id, c.relname as "table", a.attnum, a.attname as name, a.attnotnull as required,
    format_type(a.atttypid, a.atttypmod) as type,
    a.atthasdef or a.attidentity <> '' or a.attgenerated <> '' as filled
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm') and ${schema} and ${own('pg_class', 'c.oid')} and c.relname <> 'migration'
    and a.attnum > 0 and not a.attisdropped`;

const UNIQUE = `select c.oid::text as on, c.relname as "table",
    (select string_agg(pg_get_indexdef(i.indexrelid, k, true), ', ' order by pg_get_indexdef(i.indexrelid, k, true))
       from generate_series(1, i.indnkeyatts) as k) as columns,
    coalesce(pg_get_expr(i.indpred, i.indrelid), '') as predicate
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
  where i.indisunique and i.indisvalid and ${schema} and ${own('pg_class', 'c.oid')} and c.relname <> 'migration'`;

const CONSTRAINTS = `select c.oid::text as on, c.relname as "table", replace(pg_get_constraintdef(k.oid), ' NOT VALID', '') as text
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where k.contype in ('c', 'f', 'x') and ${schema} and c.relname <> 'migration'`;

const OTHERS = `
  select 'function ' || p.oid::regprocedure::text as text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${schema} and ${own('pg_proc', 'p.oid')}
  union all select 'word ' || quote_literal(e.enumlabel) || ' of ' || t.typname from pg_enum e join pg_type t on t.oid = e.enumtypid
  union all select 'sequence ' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and ${schema} and c.relname <> 'migration_id_seq'`;

export async function readSchema(q: QueryRunner): Promise<Schema> {
  const read = async <T>(sql: string) => (await q.query(sql)) as T[];
  const tables = await read<{ oid: string; name: string }>(TABLES);
  const columns = await read<Column & { table_id: string; attnum: number }>(COLUMNS);
  const unique = await read<{ on: string; table: string; columns: string; predicate: string }>(UNIQUE);
  const constraints = await read<{ on: string; table: string; text: string }>(CONSTRAINTS);
  const others = await read<{ text: string }>(OTHERS);
  const rules: Rule[] = [
    ...unique.map(({ on, table, columns: of, predicate }) => {
      const where = predicate && ` where ${predicate}`;
      return { on, table, text: `unique (${of})${where}`, unique: `${of}${where}` };
    }),
    ...constraints.map(({ on, table, text }) => ({ on, table, text, unique: null })),
  ];
  return {
    tables: new Map(tables.map(({ oid, name }) => [oid, name])),
    columns: new Map(columns.map(({ table_id, attnum, ...column }) => [`${table_id}.${attnum}`, column])),
    rules: new Map(rules.map((rule) => [`${rule.on} ${rule.text}`, rule])),
    others: new Set(others.map(({ text }) => text)),
  };
}
