import { Injectable } from '@nestjs/common';
import type { Tx } from '@tessera/platform';
import type { LicenseCredential } from '../../codes/license-credential.js';
import type { License } from '../../licenses/license.entity.js';
import { LICENSE_COLUMNS, toLicense, type LicenseRow } from '../../licenses/license.sql.js';
import { deviceLock } from '../activations.repository.js';
import {
  COLUMNS,
  TAKE_ANY_SEATS,
  TAKE_UNLOCKED_SEATS,
  type NewActivation,
  type SeatResult,
} from './take-seats.sql.js';

/** A device to activate an application on, and the credential of the license to do it by. */
export interface DeviceToActivate {
  credential: LicenseCredential;
  fingerprintHash: Buffer;
}

export interface SeatedActivation {
  /** The new one's id, or that of the activation which the device has already. */
  id: string;
  version: number;
}

const LOCK_DEVICES = `
  with request as (
    select r.n::int, r.device, coalesce(l.id, e.license_id) as license_id
      from unnest($1::bytea[], $2::uuid[], $3::bigint[]) with ordinality as r (code, entry, device, n)
      left join license l on l.code_lookup = r.code
      left join license_entry e on e.id = r.entry
  ), locked as materialized (
    select n, license_id, pg_advisory_xact_lock(hashtextextended(license_id::text, device))
      from (select * from request where license_id is not null order by license_id, device) as one
  )
  select locked.n, ${LICENSE_COLUMNS}
    from locked join license l on l.id = locked.license_id join license_entry e on e.license_id = l.id
   order by locked.n, e.position`;

/** The statements of a batch, for requests of any companies: each proves its right by its credential. */
@Injectable()
export class ActivationBatchRepository {
  /** Of its statements to come: plans for any number of devices, or each number would be planned by itself. */
  async useGenericPlans(tx: Tx): Promise<void> {
    await tx.query('set local plan_cache_mode = force_generic_plan');
  }

  /**
   * Locks each device of its license, but not the license: of two activations of one device the second waits here and
   * then finds the seat of the first. The locks are taken in one order, which rules out deadlocks.
   * @returns the license of each, in the order of the devices; null where there is none
   */
  async lockDevices(devices: readonly DeviceToActivate[], tx: Tx): Promise<(License | null)[]> {
    const rows = await tx.query<LicenseRow & { n: number }>(LOCK_DEVICES, [
      devices.map(({ credential }) => (credential.by === 'code' ? credential.lookup : null)),
      devices.map(({ credential }) => (credential.by === 'key_file' ? credential.entryId : null)),
      devices.map(({ fingerprintHash }) => deviceLock(fingerprintHash)),
    ]);
    const found = devices.map((): LicenseRow[] => []);
    for (const row of rows) found[row.n - 1]!.push(row);
    return found.map(toLicense);
  }

  /**
   * Activates devices, none of them twice, in one statement. The caller has locked them.
   * @returns what each has now; null for those for which no seat was left
   */
  async takeSeats(wanted: readonly NewActivation[], tx: Tx): Promise<(SeatedActivation | null)[]> {
    const results = new Map<NewActivation, SeatedActivation | null>();
    // At first without the seats that other transactions hold; then it waits for them: one may be given back.
    for (let sql = TAKE_UNLOCKED_SEATS; results.size < wanted.length; sql = TAKE_ANY_SEATS) {
      const left = wanted.filter((one) => !results.has(one));
      const parameters = COLUMNS.map((name) => left.map((one) => one[name]));
      for (const { n, id, version, full } of await tx.query<SeatResult>(sql, parameters)) {
        if (id) results.set(left[n - 1]!, { id, version });
        else if (full && sql === TAKE_ANY_SEATS) results.set(left[n - 1]!, null);
      }
    }
    return wanted.map((one) => results.get(one)!);
  }

  /** One of the first activations of a license makes it active. @returns the license's new version, or null */
  async markActivated(licenseId: string, tx: Tx): Promise<number | null> {
    const [row] = await tx.query<{ version: number }>(
      `update license set first_activated_at = now(), version = version + 1
        where id = $1 and first_activated_at is null returning version`,
      [licenseId],
    );
    return row?.version ?? null;
  }
}
