import {
  deviceCapabilities,
  deviceEnrolled,
  enrollDevice,
  type DeviceCapability,
  type EnrollDevice,
  type EnrolledDevice,
  type RefusedPart,
} from '@tessera/contracts';
import { Inject } from '@nestjs/common';
import {
  databaseNow,
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
import { CODE_PURPOSE } from '../enrollments/create-enrollment.js';
import { readEnrollmentCode } from '../enrollments/enrollment-code.js';
import { FailedEnrollmentLimiter } from '../enrollments/failed-enrollment-limiter.js';
import { EnrollmentLookup } from '../enrollments/enrollment-lookup.repository.js';
import type { Enrollment } from '../enrollments/enrollment.entity.js';
import { EnrollmentsRepository } from '../enrollments/enrollments.repository.js';
import { PresenceRepository } from '../presence/presence.repository.js';
import { readNews } from '../reports/news.js';
import { CommandSigner } from '../signing/command-signer.js';
import { isSignedBy, signedText } from '../signing/device-signature.js';
import { DeviceStatusUpdater } from '../status/device-status-updater.js';
import { Device } from './device.entity.js';
import { DevicesRepository } from './devices.repository.js';

const DOMAIN = 'tessera-enroll-v1';
const REPLACE_DOMAIN = 'tessera-replace-v1';

@Handles(enrollDevice)
export class EnrollDeviceHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly dataKey: DataKey,
    private readonly enrollments: EnrollmentsRepository,
    private readonly enrollmentLookup: EnrollmentLookup,
    private readonly failures: FailedEnrollmentLimiter,
    private readonly devices: DevicesRepository,
    private readonly commands: CommandsRepository,
    private readonly presence: PresenceRepository,
    private readonly statusUpdater: DeviceStatusUpdater,
    private readonly signer: CommandSigner,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(input: EnrollDevice, ctx: RequestContext): Promise<EnrolledDevice> {
    const code = readEnrollmentCode(input.code) ?? refuse('CODE_MALFORMED');
    // Proof of possession: a public key that is only known is not enough.
    requireProof(DOMAIN, code, input, input.publicKey, input.proof);
    return this.failures.guard(ctx.clientAddress, () =>
      this.transaction.run(ctx, (tx) => this.enroll(code, input, tx)),
    );
  }

  private async enroll(code: string, input: EnrollDevice, tx: Tx): Promise<EnrolledDevice> {
    const hash = this.dataKey.hmac(code, CODE_PURPOSE);
    const enrollment = (await this.enrollmentLookup.lockByCode(hash, tx)) ?? refuse('CODE_UNKNOWN');
    const now = await databaseNow(tx);
    enrollment.requireAlive(now);
    const { companyId } = enrollment;
    const known = await this.devices.lockByKey(companyId, input.publicKey, tx);
    if (known?.isEnrolledBy(enrollment.id)) return this.repeat(known, input, now, tx);
    enrollment.use();
    if (await this.devices.connectedElsewhere(companyId, input.publicKey, tx))
      refuse('DEVICE_CONNECTED_ELSEWHERE');
    await this.enrollments.update(companyId, enrollment, tx);
    const device = await this.join(
      known ?? (await this.replaced(code, companyId, input, tx)),
      enrollment,
      input,
      now,
      tx,
    );
    await this.presence.enroll(device.id, tx);
    const refused = await this.takeNews(device, input, now, tx);
    tx.emit(deviceEnrolled, {
      companyId,
      aggregateId: device.id,
      version: device.version,
      data: {
        deviceId: device.id,
        deviceName: device.name,
        userId: enrollment.createdBy,
        epoch: device.epoch,
      },
    });
    return this.reply(device, refused);
  }

  /** The same request again: its answer was lost, and is given again. */
  private async repeat(device: Device, input: EnrollDevice, now: Date, tx: Tx): Promise<EnrolledDevice> {
    device.beginAnew();
    await this.devices.writeContinuity(device, tx);
    return this.reply(device, await this.takeNews(device, input, now, tx));
  }

  private async takeNews(device: Device, input: EnrollDevice, now: Date, tx: Tx): Promise<RefusedPart[]> {
    const { clock, report, apps } = input;
    const news = readNews(
      { ...(clock && { clock }), ...(report && { report }), ...(apps && { apps }) },
      { now, clockSkewSeconds: device.clockSkewSeconds },
    );
    if (news.apps) await this.devices.takeApps(device, news.apps, tx);
    news.takeFacts(device);
    await this.statusUpdater.refresh(device, now, tx);
    return news.refused.parts;
  }

  /**
   * A device with a new key pair, which its old one vouches for: the same device. A copy of the old key
   * is worth nothing from then on.
   */
  private async replaced(
    code: string,
    companyId: string,
    input: EnrollDevice,
    tx: Tx,
  ): Promise<Device | null> {
    const { previousPublicKey, previousProof } = input;
    if (!previousPublicKey) return null;
    requireProof(REPLACE_DOMAIN, code, input, previousPublicKey, previousProof ?? '');
    return this.devices.lockByKey(companyId, previousPublicKey, tx);
  }

  /** One that is known comes back with its name and its history, in a new epoch. */
  private async join(
    known: Device | null,
    enrollment: Enrollment,
    input: EnrollDevice,
    now: Date,
    tx: Tx,
  ): Promise<Device> {
    const facts = {
      publicKey: input.publicKey,
      platform: input.platform,
      capabilities: capabilitiesIn(input.capabilities),
      enrolledBy: enrollment.createdBy,
      enrollmentId: enrollment.id,
    };
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
      epoch: 0,
      version: 1,
      status: 'unknown',
      knownReasons: [],
      newReasons: [],
      statusDueAt: null,
    });
    device.rename(input.name.trim() || input.platform);
    device.enroll(facts, now);
    return this.devices.insert(enrollment.companyId, device, tx);
  }

  private reply(device: Device, refused: RefusedPart[]): EnrolledDevice {
    const base = this.config.PUBLIC_URL;
    return {
      deviceId: device.id,
      epoch: device.epoch,
      serviceKeys: this.signer.publicKeys,
      syncUrl: `${base}/api/v1/agent/sync`,
      connectUrl: `${base.replace(/^http/, 'ws')}/api/v1/agent/connect`,
      nextInterval: 1,
      ...(refused.length ? { refused } : {}),
    };
  }
}

/**
 * The signature is over the code as it was sent, so that a device need not fold what a person has pasted, or as it is folded.
 * @throws Refusal PROOF_INVALID
 */
function requireProof(
  domain: string,
  code: string,
  input: EnrollDevice,
  signer: string,
  proof: string,
): void {
  // A line feed would let one part of the signed text pass for two.
  const codes = input.code.includes('\n') ? [code] : [code, input.code];
  const holds = codes.some((c) => isSignedBy(signer, signedText(domain, c, input.publicKey), proof));
  if (!holds) refuse('PROOF_INVALID');
}

/** Those that this release knows. A device that is newer may be able to do more. */
function capabilitiesIn(given: unknown): DeviceCapability[] {
  if (!Array.isArray(given)) return [...deviceCapabilities];
  return deviceCapabilities.filter((capability) => given.includes(capability));
}
