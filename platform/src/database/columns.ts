import { getMetadataArgsStorage, type ColumnOptions } from 'typeorm';

type EntityClass<E> = new () => E;
export type ColumnName<E> = keyof E & string;

/** A column as TypeORM's decorators declare it, and its name in a result: `license.orderId`. */
interface EntityColumn {
  property: string;
  name: string;
  result: string;
  /** Of its transformers, if it has any. */
  fromDatabase: ((value: unknown) => unknown) | null;
}

const known = new Map<EntityClass<unknown>, EntityColumn[]>();

/**
 * The select list of an entity, for SQL that TypeORM does not write: `l.order_id as "license.orderId", …`. Read from
 * the decorators, so that SQL stays a constant; the drift specs hold them against the schema.
 * @param alias of the table in the statement, also for `returning`
 * @param only these properties, where a long list of rows should cost less
 */
export function columns<E>(
  entity: EntityClass<E>,
  alias?: string,
  only?: readonly NoInfer<ColumnName<E>>[],
): string {
  return columnsOf(entity)
    .filter(({ property }) => !only || only.includes(property as ColumnName<E>))
    .map(({ name, result }) => `${alias ? `${alias}.` : ''}"${name}" as "${result}"`)
    .join(', ');
}

/** The entity in a row of {@link columns}; whatever else stands in the row is not taken. */
export function hydrate<E extends object>(entity: EntityClass<E>, row: object): E {
  const made = new entity() as Record<string, unknown>;
  for (const { property, result, fromDatabase } of columnsOf(entity)) {
    const value = (row as Record<string, unknown>)[result];
    if (value !== undefined) made[property] = fromDatabase ? fromDatabase(value) : value;
  }
  return made as E;
}

function columnsOf(entity: EntityClass<unknown>): EntityColumn[] {
  let its = known.get(entity);
  if (!its) known.set(entity, (its = readColumns(entity)));
  return its;
}

function readColumns(entity: EntityClass<unknown>): EntityColumn[] {
  const storage = getMetadataArgsStorage();
  const table = storage.tables.find(({ target }) => target === entity)?.name;
  if (!table) throw new Error(`${entity.name} is not an entity with a table's name`);
  return storage.filterColumns(entity).map(({ propertyName, options }) => ({
    property: propertyName,
    name: options.name ?? propertyName,
    result: `${table}.${propertyName}`,
    fromDatabase: transformerOf(options),
  }));
}

function transformerOf({ transformer }: ColumnOptions): EntityColumn['fromDatabase'] {
  if (!transformer) return null;
  return (value) =>
    [transformer].flat().reduceRight((read: unknown, { from }) => from(read) as unknown, value);
}
