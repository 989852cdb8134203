import { deviceQuarantined, openSession, type DeviceSession, type OpenSession } from '@tessera/contracts';
import {
  databaseNow,
  Database,
  Handles,
  refuse,
  sha256,
  Transaction,
  RequestContext,
  type Tx,
} from '@tessera/platform';
import { DevicesAcrossCompanies } from '../devices/devices-across-companies.repository.js';
import { DevicesRepository } from '../devices/devices.repository.js';
import { DeviceClock } from '../reports/device-clock.js';
import { RefusedParts } from '../reports/refused-parts.js';
import { isSignedBy, signedText } from '../signing/device-signature.js';
import { DeviceStatusUpdater } from '../status/device-status-updater.js';
import { Challenges } from './challenges.js';
import { Continuities } from './continuities.js';
import { DeviceTokens, sessionOf } from './device-tokens.js';
import { Intervals } from './intervals.js';

const DOMAIN = 'tessera-session-v1';

/** Thrown to leave the transaction: the quarantine is written in one of its own, which does not roll back with it. */
class ClonedIdentity extends Error {}

@Handles(openSession)
export class OpenSessionHandler {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly devices: DevicesRepository,
    private readonly allDevices: DevicesAcrossCompanies,
    private readonly challenges: Challenges,
    private readonly continuities: Continuities,
    private readonly tokens: DeviceTokens,
    private readonly intervals: Intervals,
    private readonly statusUpdater: DeviceStatusUpdater,
  ) {}

  async handle(input: OpenSession, ctx: RequestContext): Promise<DeviceSession> {
    const companyId = await this.authenticate(input);
    try {
      return await this.transaction.run(ctx, (tx) => this.open(companyId, input, tx));
    } catch (error) {
      if (!(error instanceof ClonedIdentity)) throw error;
      await this.transaction.run(RequestContext.system(), (tx) => this.quarantine(companyId, input, tx));
      return refuse('DEVICE_QUARANTINED');
    }
  }

  /** Every failure looks the same, so that it does not show which devices exist. @returns the device's company */
  private async authenticate(input: OpenSession): Promise<string> {
    const row = await this.allDevices.findKey(input.deviceId, this.database);
    const { challenge, deviceId, epoch, continuity, signature } = input;
    // Many a library writes ids in capitals; what the device signed is the id as it writes it.
    const proved =
      row &&
      this.challenges.isGenuine(challenge) &&
      [deviceId, deviceId.toUpperCase()].some((id) =>
        isSignedBy(row.publicKey, signedText(DOMAIN, challenge, id, epoch, continuity), signature),
      );
    return proved ? row.companyId : refuse('DEVICE_REJECTED');
  }

  private async open(companyId: string, input: OpenSession, tx: Tx): Promise<DeviceSession> {
    const device = await this.devices.lock(companyId, input.deviceId, tx);
    if (!(await this.challenges.use(input.challenge, tx))) refuse('DEVICE_REJECTED');
    device.requireEpoch(input.epoch);
    const { id: deviceId, epoch } = device;
    const continuity = this.continuities.make(deviceId, epoch);
    const shown = input.continuity ? sha256(input.continuity) : null;
    if (!device.continue(shown, sha256(continuity))) {
      // A caller with the key, but without any value that this enrollment gave, must not end the enrollment.
      if (!this.continuities.isOf(input.continuity, deviceId, epoch)) refuse('ENROLLMENT_ENDED');
      throw new ClonedIdentity();
    }
    await this.devices.writeContinuity(device, tx);
    const now = await databaseNow(tx);
    const clock = DeviceClock.at(now, input.clock, null, new RefusedParts());
    if (device.setClock(clock.secondsAhead)) await this.statusUpdater.refresh(device, now, tx);
    const session = sessionOf(device.continuity!);
    const { token, expiresAt } = this.tokens.make({ deviceId, companyId, epoch, session });
    return {
      deviceId,
      token,
      expiresAt: expiresAt.toISOString(),
      serverTime: new Date().toISOString(),
      continuity,
      nextInterval: this.intervals.next(false),
    };
  }

  private async quarantine(companyId: string, input: OpenSession, tx: Tx): Promise<void> {
    const device = await this.devices.lock(companyId, input.deviceId, tx);
    device.requireEpoch(input.epoch);
    device.quarantinedAt = await databaseNow(tx);
    await this.devices.update(device.companyId, device, tx);
    await this.statusUpdater.refresh(device, device.quarantinedAt, tx);
    tx.emit(deviceQuarantined, {
      companyId: device.companyId,
      aggregateId: device.id,
      version: device.version,
      data: { deviceId: device.id, deviceName: device.name },
    });
  }
}
