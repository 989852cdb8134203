import type { Column, Schema } from './schema.js';

/**
 * What the release before would trip over: it runs on the new schema while instances are replaced, and after a rollback.
 * By the catalog and not by the text of the statements, so that no way to write them is overlooked.
 */
export function contracting(before: Schema, after: Schema): string[] {
  return [
    ...tables(before, after),
    ...columns(before, after),
    ...rules(before, after),
    ...[...before.others].filter((text) => !after.others.has(text)).map((text) => `${text} is gone`),
  ];
}

function* tables(before: Schema, after: Schema): Generator<string> {
  for (const [id, name] of before.tables) {
    const now = after.tables.get(id);
    if (now === undefined) yield `table ${name} is gone`;
    else if (now !== name) yield `table ${name} is called ${now}`;
  }
}

function* columns(before: Schema, after: Schema): Generator<string> {
  for (const [id, was] of before.columns) {
    const now = after.columns.get(id);
    const what = `${was.table}.${was.name}`;
    if (!now) {
      if (after.tables.has(id.split('.')[0]!)) yield `${what} is gone`;
      continue;
    }
    if (now.name !== was.name) yield `${what} is called ${now.name}`;
    if (!isWider(was.type, now.type)) yield `${what} was ${was.type} and is ${now.type}`;
    if (now.required && !was.required) yield `${what} must not be null any more`;
    if (now.required && was.filled && !now.filled) yield `${what} has no default any more`;
  }
  for (const [id, now] of after.columns) {
    const isNew = !before.columns.has(id) && before.tables.has(id.split('.')[0]!);
    if (isNew && now.required && !now.filled)
      yield `${now.table}.${now.name} is new, must not be null and has no default`;
  }
}

/** A rule may be new on a table that is new, or where a new column makes it say nothing of what the release before writes. */
function* rules(before: Schema, after: Schema): Generator<string> {
  for (const [id, { table, on, text }] of after.rules) {
    if (!before.rules.has(id) && before.tables.has(on) && !isAboutNewColumns(text, on, before, after))
      yield `${table} has a new rule: ${text}`;
  }
  // `on conflict` names columns, and fails where nothing makes them unique.
  const unique = new Set([...after.rules.values()].map((r) => `${r.on} ${r.unique}`));
  for (const { table, on, unique: columns } of before.rules.values()) {
    if (columns !== null && after.tables.has(on) && !unique.has(`${on} ${columns}`))
      yield `${table} has lost: unique (${columns})`;
  }
}

/** Every column of the rule is new and null where it is not named, and null breaks neither a check nor a key. */
function isAboutNewColumns(text: string, table: string, before: Schema, after: Schema): boolean {
  const names = new Set(text.match(/[a-z_][a-z0-9_]*/gi) ?? []);
  const of = (schema: Schema): Column[] =>
    [...schema.columns].filter(([id]) => id.startsWith(`${table}.`)).map(([, column]) => column);
  const old = new Set(of(before).map(({ name }) => name));
  const mentioned = of(after).filter(({ name }) => names.has(name));
  const head = /^(?:unique|foreign key) \(([^)]*)\)/i.exec(text);
  const own = head ? mentioned.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(head[1]!)) : mentioned;
  return (
    own.length > 0 && own.every((c) => !old.has(c.name) && !c.required && !c.filled && !/null/i.test(text))
  );
}

/** A longer text is no other type to who reads it; every other change is: even a bigint is read as a text. */
function isWider(was: string, now: string): boolean {
  if (was === now) return true;
  const length = (type: string) =>
    type === 'text' || type === 'character varying'
      ? Infinity
      : Number(/^character varying\((\d+)\)$/.exec(type)?.[1]);
  return length(now) >= length(was);
}
