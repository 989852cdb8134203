import { setTimeout as sleep } from 'node:timers/promises';
import { lruCache } from './lru-cache.js';

describe('a bounded cache', () => {
  it('evicts the least recently used entry when it is full, and disposes of it', () => {
    const evicted: string[] = [];
    const cache = lruCache<{ n: number }>({
      maxEntries: 2,
      dispose: ({ n }, key) => evicted.push(`${key}${n}`),
    });
    cache.set('a', { n: 1 });
    cache.set('b', { n: 2 });
    cache.get('a');
    cache.set('c', { n: 3 });
    expect([...cache.keys()].sort()).toEqual(['a', 'c']);
    expect(evicted).toEqual(['b2']);
  });

  it('evicts entries after their TTL', async () => {
    const cache = lruCache<true>({ maxEntries: 2, ttlMs: 10 });
    cache.set('a', true);
    expect(cache.has('a')).toBe(true);
    const end = performance.now() + 11;
    while (performance.now() < end) await sleep(1);
    expect([cache.has('a'), cache.get('a')]).toEqual([false, undefined]);
  });

  it('takes no memory for entries that it does not have', () => {
    // With lru-cache's `max`, a thousand such caches would take 28 GB.
    const caches = Array.from({ length: 1_000 }, () => lruCache<true>({ maxEntries: 1_000_000 }));
    expect(caches.every((cache) => cache.size === 0)).toBe(true);
  });
});
