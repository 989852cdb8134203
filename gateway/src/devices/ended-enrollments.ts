import {
  deviceDisconnected,
  deviceEnrolled,
  deviceQuarantined,
  type EventContract,
} from '@tessera/contracts';
import type { EventEnvelope } from '@tessera/platform';
import { lruCache } from '../lru-cache.js';
import type { AgentConnection } from './agent-connection.js';

/** As long as a proof may be in flight. */
const TTL_MS = 15_000;
/** More than a fleet has devices; without a bound a flood of events would fill the memory. */
const MAX_ENTRIES = 100_000;

interface Ended {
  code: 'ENROLLMENT_ENDED' | 'DEVICE_QUARANTINED';
  at: number;
  /** Of the enrollment that has begun instead. */
  epoch: number | null;
}

/**
 * Enrollments that have ended a moment ago by an event. The reply to a proof that the service accepted just before may arrive
 * just after: without this, such a socket would stay open for ever.
 */
export class EndedEnrollments {
  private readonly ended = lruCache<Ended>({ maxEntries: MAX_ENTRIES, ttlMs: TTL_MS });

  /** @returns whether the event ends an enrollment */
  note(contract: EventContract, { data }: EventEnvelope): boolean {
    const { deviceId, epoch } = data as { deviceId: string; epoch?: number };
    const end = endIn(contract, epoch);
    if (!end) return false;
    this.ended.set(deviceId, end);
    return true;
  }

  /** The reason to close this connection; null: it stays. */
  of(connection: AgentConnection): Ended['code'] | null {
    const end = connection.deviceId === null ? undefined : this.ended.get(connection.deviceId);
    if (!end) return null;
    const isEnded = end.epoch === null ? connection.provedAt <= end.at : connection.epoch < end.epoch;
    return isEnded ? end.code : null;
  }
}

function endIn(contract: EventContract, epoch: number | undefined): Ended | null {
  const at = performance.now();
  if (contract === (deviceDisconnected as EventContract))
    return { code: 'ENROLLMENT_ENDED', at, epoch: null };
  if (contract === (deviceQuarantined as EventContract))
    return { code: 'DEVICE_QUARANTINED', at, epoch: null };
  // The first enrollment ends none; an event of the release before has no epoch.
  const again = contract === (deviceEnrolled as EventContract) && epoch !== undefined && epoch > 1;
  return again ? { code: 'ENROLLMENT_ENDED', at, epoch } : null;
}
