import type { DeviceStatus } from '@tessera/contracts';

export interface DeviceFilter {
  connected: boolean;
  status?: DeviceStatus;
  search?: string;
}

/** One after the other, the parts of a list, each in an order of its own. */
export interface Part {
  /** Conditions, each made with a function that gives a value its parameter, and with the company's parameter. */
  where: ((add: (value: unknown) => string, company: string) => string)[];
  order: string;
  /** Key and id of the last one shown of this part. */
  after: [string, string] | null;
}

/** No text sorts behind it. */
const LAST = '\u{10FFFF}';
/** As the indexes have it: the release before writes names without their search key. */
export const KEY = 'coalesce(d.search_key, d.name_key)';
/** By bytes, so that the names with one beginning stand together (index device_by_key_beginning). */
const BY_BYTES = `${KEY} collate "C"`;

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
  const ngrams = ngramsOf(key);
  const contains: Part = {
    where: [
      ...(ngrams.length ? [hasAllNgrams(ngrams)] : []),
      (add) => `${KEY} like ${add(`%${key.replace(/[\\%_]/g, '\\$&')}%`)}`,
      (add) => `not starts_with(${KEY}, ${add(key)})`,
    ],
    order: KEY,
    after: null,
  };
  if (!after || after[0].startsWith(key)) return [begins, contains];
  return [{ ...contains, after }];
}

/**
 * Runs of four characters that together are all of a text, as the index device_by_part has them; of a text of three itself.
 * Each further one would be looked up for each name that has the rarest, and exclude few of them.
 * @returns none of a text that is shorter: then the names of the company are looked at one by one
 */
export function ngramsOf(key: string): string[] {
  const letters = [...key];
  if (letters.length < 3) return [];
  const size = Math.min(4, letters.length);
  const last = letters.length - size;
  const places = Array.from({ length: Math.ceil(letters.length / size) }, (_, n) => Math.min(n * size, last));
  return [...new Set(places.map((place) => letters.slice(place, place + size).join('')))];
}

/** As the index has them; device_gram is folded into a number when the statement is planned. */
const hasAllNgrams =
  (ngrams: string[]): Part['where'][number] =>
  (add, company) =>
    `device_grams(d.company_id, ${KEY}) @> array[${ngrams.map((ngram) => `device_gram(${company}, ${add(ngram)})`).join(', ')}]`;

/** What follows `where`, with its parameters. */
export function conditions(
  companyId: string,
  { connected, status }: DeviceFilter,
  { where, order, after }: Part,
  limit: number,
): [string, unknown[]] {
  const parameters: unknown[] = [];
  const add = (value: unknown) => `$${parameters.push(value)}`;
  const company = add(companyId);
  const all = [`d.company_id = ${company}`, `d.connected = ${add(connected)}`];
  if (status) all.push(`d.status = ${add(status)}`);
  all.push(...where.map((condition) => condition(add, company)));
  if (after) all.push(`(${order}, d.id) > (${add(after[0])}, ${add(after[1])}::uuid)`);
  return [`${all.join(' and ')} order by ${order}, d.id limit ${add(limit)}`, parameters];
}
