import { deviceChanged } from '@tessera/contracts';
import type { Tx } from '@tessera/platform';
import type { Turned } from './presence.repository.js';

/** Clients learn that devices went online or offline. */
export function tellTurned(turned: readonly Turned[], tx: Tx): void {
  for (const { deviceId, companyId, version } of turned)
    tx.emit(deviceChanged, { companyId, aggregateId: deviceId, version, data: { deviceId } });
}
