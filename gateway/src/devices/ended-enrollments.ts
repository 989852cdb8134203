import {
  deviceDisconnected,
  deviceEnrolled,
  deviceQuarantined,
  type EventContract,
} from '@tessera/contracts';
import type { EventEnvelope } from '@tessera/platform';
import { lruCache } from '../lru-cache.js';
import type { AgentConnection } from './agent-connection.js';

/** As long as a proof may be on its way. Milliseconds. */
const REMEMBERED_MS = 15_000;
/** More ends at once than a fleet has devices; without a bound a flood of events would fill the memory. */
const MAX_REMEMBERED = 100_000;

interface Ended {
  code: 'ENROLLMENT_ENDED' | 'DEVICE_QUARANTINED';
  at: number;
  /** Of the enrollment that has begun instead. */
  epoch: number | null;
}

/**
 * Enrollments whose end the bus has told a moment ago. A proof that the service had accepted just before may be answered just
 * after: without this, such a socket would stay open for good.
 */
export class EndedEnrollments {
  private readonly ended = lruCache<Ended>({ maxEntries: MAX_REMEMBERED, ttlMs: REMEMBERED_MS });

  /** @returns whether the event says that an enrollment has ended */
  note(contract: EventContract, { data }: EventEnvelope): boolean {
    const { deviceId, epoch } = data as { deviceId: string; epoch?: number };
    const end = endIn(contract, epoch);
    if (!end) return false;
    this.ended.set(deviceId, end);
    return true;
  }

  /** Why this connection may not stay; null: it may. */
  of(connection: AgentConnection): Ended['code'] | null {
    const end = connection.deviceId === null ? undefined : this.ended.get(connection.deviceId);
    if (!end) return null;
    const concerned = end.epoch === null ? connection.provedAt <= end.at : connection.epoch < end.epoch;
    return concerned ? end.code : null;
  }
}

function endIn(contract: EventContract, epoch: number | undefined): Ended | null {
  const at = performance.now();
  if (contract === (deviceDisconnected as EventContract))
    return { code: 'ENROLLMENT_ENDED', at, epoch: null };
  if (contract === (deviceQuarantined as EventContract))
    return { code: 'DEVICE_QUARANTINED', at, epoch: null };
  // The first enrollment ends none; and the release before does not say which one it is.
  const again = contract === (deviceEnrolled as EventContract) && epoch !== undefined && epoch > 1;
  return again ? { code: 'ENROLLMENT_ENDED', at, epoch } : null;
}
