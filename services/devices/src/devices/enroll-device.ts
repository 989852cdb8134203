import { deviceEnrolled, enrollDevice, type EnrollDevice, type EnrolledDevice } from '@tessera/contracts';
import { Inject } from '@nestjs/common';
import {
  CONFIG,
  DataKey,
  Handles,
  refuse,
  Transaction,
  uuidv7,
  type RequestContext,
  type Tx,
} from '@tessera/platform';
import { CommandsRepository } from '../commands/commands.repository.js';
import type { Config } from '../config.js';
import { databaseNow } from '../database-now.js';
import { CODE_PURPOSE } from '../enrollments/create-enrollment.js';
import { readEnrollmentCode } from '../enrollments/enrollment-code.js';
import { EnrollmentGuesses } from '../enrollments/enrollment-guesses.js';
import type { Enrollment } from '../enrollments/enrollment.entity.js';
import { EnrollmentsRepository } from '../enrollments/enrollments.repository.js';
import { PresenceRepository } from '../presence/presence.repository.js';
import { CommandSigner } from '../signing/command-signer.js';
import { isSignedBy, signedText } from '../signing/device-signature.js';
import { Health } from '../status/health.js';
import { Device } from './device.entity.js';
import { DevicesRepository } from './devices.repository.js';

const DOMAIN = 'tessera-enroll-v1';

@Handles(enrollDevice)
export class EnrollDeviceHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly dataKey: DataKey,
    private readonly enrollments: EnrollmentsRepository,
    private readonly guesses: EnrollmentGuesses,
    private readonly devices: DevicesRepository,
    private readonly commands: CommandsRepository,
    private readonly presence: PresenceRepository,
    private readonly health: Health,
    private readonly signer: CommandSigner,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(input: EnrollDevice, ctx: RequestContext): Promise<EnrolledDevice> {
    const code = readEnrollmentCode(input.code) ?? refuse('CODE_MALFORMED');
    // Proof of possession: nobody joins with a public key that he has only seen.
    if (!isSignedBy(input.publicKey, signedText(DOMAIN, code, input.publicKey), input.proof))
      refuse('PROOF_INVALID');
    return this.guesses.counting(ctx.clientAddress, () =>
      this.transaction.run(ctx, (tx) => this.enroll(code, input, tx)),
    );
  }

  private async enroll(code: string, input: EnrollDevice, tx: Tx): Promise<EnrolledDevice> {
    const hash = this.dataKey.hmac(code, CODE_PURPOSE);
    const enrollment = (await this.enrollments.lockByCode(hash, tx)) ?? refuse('CODE_UNKNOWN');
    const now = await databaseNow(tx);
    enrollment.use(now);
    const { companyId } = enrollment;
    if (await this.devices.connectedElsewhere(companyId, input.publicKey, tx))
      refuse('DEVICE_CONNECTED_ELSEWHERE');
    await this.enrollments.update(companyId, enrollment, tx);
    const device = await this.join(enrollment, input, now, tx);
    await this.presence.enroll(device.id, tx);
    if (input.apps) await this.devices.takeApps(device, input.apps, tx);
    await this.health.refresh(device, now, tx);
    tx.emit(deviceEnrolled, {
      companyId,
      aggregateId: device.id,
      version: device.version,
      data: { deviceId: device.id, deviceName: device.name, userId: enrollment.createdBy },
    });
    return this.reply(device);
  }

  /** The same key is the same device: it comes back with its name and its history, in a new epoch. */
  private async join(enrollment: Enrollment, input: EnrollDevice, now: Date, tx: Tx): Promise<Device> {
    const facts = {
      platform: input.platform,
      capabilities: input.capabilities ?? (['quick_scan', 'full_scan', 'update_databases'] as const).slice(),
      enrolledBy: enrollment.createdBy,
      report: input.report ?? null,
    };
    const known = await this.devices.lockByKey(enrollment.companyId, input.publicKey, tx);
    if (known) {
      const open = await this.commands.open(known, tx);
      for (const command of open) {
        command.endEpoch(now);
        await this.commands.changed(known, command, tx);
      }
      known.enroll(facts, now);
      return this.devices.update(enrollment.companyId, known, tx);
    }
    const device = Object.assign(new Device(), {
      id: uuidv7(),
      companyId: enrollment.companyId,
      publicKey: input.publicKey,
      epoch: 0,
      version: 1,
      status: 'unknown',
      reasons: [],
      statusDueAt: null,
    });
    device.rename(input.name.trim() || input.platform);
    device.enroll(facts, now);
    return this.devices.insert(enrollment.companyId, device, tx);
  }

  private reply(device: Device): EnrolledDevice {
    const base = this.config.PUBLIC_URL;
    return {
      deviceId: device.id,
      epoch: device.epoch,
      serviceKeys: this.signer.publicKeys,
      syncUrl: `${base}/api/v1/agent/sync`,
      connectUrl: `${base.replace(/^http/, 'ws')}/api/v1/agent/connect`,
      nextInterval: 1,
    };
  }
}
