import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { PREFIX } from '../../api/client.js';
import { refresh } from '../queries.js';
import { gather } from './gather.js';

const MIN_BACK_OFF_MS = 2_000;
const MAX_BACK_OFF_MS = 60_000;
/**
 * The stream begins with what changed so long before, since pages read before it listens: a browser holds it back while
 * its six connections are busy. When even this was not enough, everything is read again.
 */
const BEFORE = 10_000;
const NETWORK = 2_000;
/** Changes come in crowds: what they touch is read at once, and then once in so many milliseconds. */
const EVERY = 500;

/**
 * Follows `GET /events` while somebody is signed in: a change refreshes what it touches; after a gap, or after the
 * connection was lost and came back, everything shown is read again.
 */
export function useLive(userId: string | null): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!userId) return;
    const crowd = gather(EVERY, (nouns) => refresh(client, nouns));
    const leave = follow({
      onChange: (kind) => crowd.add(kind.split('.')[0]!),
      onGap: () => refresh(client, 'everything'),
    });
    return () => {
      leave();
      crowd.stop();
    };
  }, [client, userId]);
}

interface Hearer {
  onChange(kind: string): void;
  onGap(): void;
}

/** A browser connects again by itself after a lost connection, but not after an answer such as 503. */
function follow(hearer: Hearer): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = MIN_BACK_OFF_MS;
  let greeted = false;
  const began = performance.now();
  const connect = () => {
    source = new EventSource(`${PREFIX}/events?ago=${BEFORE}`);
    source.addEventListener('hello', () => {
      wait = MIN_BACK_OFF_MS;
      if (greeted || performance.now() - began > BEFORE - NETWORK) hearer.onGap();
      greeted = true;
    });
    source.addEventListener('change', (event) => {
      const { kind } = JSON.parse((event as MessageEvent<string>).data) as { kind: string };
      hearer.onChange(kind);
    });
    source.addEventListener('resync', () => hearer.onGap());
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(connect, wait);
      wait = Math.min(wait * 2, MAX_BACK_OFF_MS);
    });
  };
  connect();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
