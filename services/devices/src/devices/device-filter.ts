import type { DeviceStatus } from '@tessera/contracts';

export interface DeviceFilter {
  connected: boolean;
  status?: DeviceStatus;
  search?: string;
}

/** One after the other, the parts of a list, each in an order of its own. */
export interface Part {
  /** Conditions, each made with a function that gives a value its parameter. */
  where: ((add: (value: unknown) => string) => string)[];
  order: string;
  /** Name key and id of the last one shown of this part. */
  after: [string, string] | null;
}

/** No text sorts behind it. */
const LAST = '\u{10FFFF}';
/** By bytes, so that the names with one beginning stand together (index device_by_beginning). */
const BY_BYTES = 'd.name_key collate "C"';

/**
 * Names that begin with what is looked for, then names that only contain it. A word that many names have is nearly always
 * the beginning of some, and those are read from a range of an index without looking at the others.
 */
export function partsOf(key: string, after: [string, string] | null): Part[] {
  const begins: Part = {
    where: [(add) => `${BY_BYTES} >= ${add(key)}`, (add) => `${BY_BYTES} < ${add(key + LAST)}`],
    order: BY_BYTES,
    after,
  };
  const contains: Part = {
    where: [
      (add) => `d.name_key like ${add(`%${key.replace(/[\\%_]/g, '\\$&')}%`)}`,
      (add) => `not starts_with(d.name_key, ${add(key)})`,
    ],
    order: 'd.name_key',
    after: null,
  };
  if (!after || after[0].startsWith(key)) return [begins, contains];
  return [{ ...contains, after }];
}

/** What follows `where`, with its parameters. */
export function conditions(
  companyId: string,
  { connected, status }: DeviceFilter,
  { where, order, after }: Part,
  limit: number,
): [string, unknown[]] {
  const parameters: unknown[] = [];
  const add = (value: unknown) => `$${parameters.push(value)}`;
  const all = [`d.company_id = ${add(companyId)}`, `d.connected = ${add(connected)}`];
  if (status) all.push(`d.status = ${add(status)}`);
  all.push(...where.map((condition) => condition(add)));
  if (after) all.push(`(${order}, d.id) > (${add(after[0])}, ${add(after[1])}::uuid)`);
  return [`${all.join(' and ')} order by ${order}, d.id limit ${add(limit)}`, parameters];
}
