import { LRUCache } from 'lru-cache';

export interface CacheOptions<Value> {
  maxEntries: number;
  /** How long an entry lasts; for ever if left out. */
  ttlMs?: number;
  /** Called with each entry that leaves the cache, for whatever reason. */
  dispose?: (value: Value, key: string) => void;
}

/**
 * A cache that evicts the least recently used entry. By lru-cache's `max` it would take 28 bytes for each possible entry at
 * once, which for all caches of a gateway is a fifth of its memory; by size it grows with its entries.
 */
export const lruCache = <Value extends object | true>({
  maxEntries,
  ttlMs,
  dispose,
}: CacheOptions<Value>): LRUCache<string, Value> =>
  new LRUCache<string, Value>({
    maxSize: maxEntries,
    sizeCalculation: () => 1,
    ttlResolution: 0,
    ...(ttlMs === undefined ? {} : { ttl: ttlMs }),
    ...(dispose ? { dispose } : {}),
  });
