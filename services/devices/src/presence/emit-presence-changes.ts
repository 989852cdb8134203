import { deviceChanged } from '@tessera/contracts';
import type { Tx } from '@tessera/platform';
import type { PresenceChange } from './presence.repository.js';

/** Clients learn that devices went online or offline. */
export function emitPresenceChanges(changes: readonly PresenceChange[], tx: Tx): void {
  for (const { deviceId, companyId, version } of changes)
    tx.emit(deviceChanged, { companyId, aggregateId: deviceId, version, data: { deviceId } });
}
