import { useEffect, useEffectEvent } from 'react';

const EVERY_MS = 15_000;

/** Live events go to customers; the queue of all companies is read anew while somebody looks at it. */
export function usePolling(read: () => unknown): void {
  const again = useEffectEvent(() => {
    if (document.visibilityState === 'visible') void read();
  });
  useEffect(() => {
    const timer = setInterval(() => again(), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
}
