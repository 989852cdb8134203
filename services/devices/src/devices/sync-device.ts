import {
  syncDevice,
  type CommandReport,
  type SignedCommand,
  type SyncDevice,
  type SyncReply,
} from '@tessera/contracts';
import {
  databaseNow,
  Database,
  Handles,
  refuse,
  Transaction,
  type RequestContext,
  type Tx,
} from '@tessera/platform';
import type { Command } from '../commands/command.entity.js';
import { CommandsRepository } from '../commands/commands.repository.js';
import { readNews, type News } from '../reports/news.js';
import { DeviceTokens, sessionOf, type DeviceIdentity } from '../sessions/device-tokens.js';
import { Intervals } from '../sessions/intervals.js';
import { CommandSigner } from '../signing/command-signer.js';
import { DeviceStatusUpdater } from '../status/device-status-updater.js';
import { readCheckIn, type CheckedInDevice } from './check-in.sql.js';
import type { Device } from './device.entity.js';
import { DevicesRepository } from './devices.repository.js';

@Handles(syncDevice)
export class SyncDeviceHandler {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly devices: DevicesRepository,
    private readonly commands: CommandsRepository,
    private readonly tokens: DeviceTokens,
    private readonly signer: CommandSigner,
    private readonly statusUpdater: DeviceStatusUpdater,
    private readonly intervals: Intervals,
  ) {}

  async handle(input: SyncDevice, ctx: RequestContext): Promise<SyncReply> {
    const identity = this.tokens.read(input.token);
    // A check-in with nothing to do is one read: no transaction, no write.
    const held = await this.look(identity);
    const news = readNews(input, held);
    const commands =
      news.any || held.waiting
        ? await this.transaction.run(ctx, (tx) => this.exchange(identity, news, tx))
        : [];
    return {
      deviceId: identity.deviceId,
      commands,
      serverTime: new Date().toISOString(),
      nextInterval: this.intervals.next(input.live === true),
      ...(news.refused.parts.length ? { refused: news.refused.parts } : {}),
    };
  }

  private async look({ deviceId, companyId, epoch, session }: DeviceIdentity): Promise<CheckedInDevice> {
    const row = await readCheckIn(companyId, deviceId, this.database);
    if (!row?.connected || row.epoch !== epoch) refuse('ENROLLMENT_ENDED');
    if (row.quarantinedAt) refuse('DEVICE_QUARANTINED');
    if (session !== null && !(row.continuity && sessionOf(row.continuity) === session))
      refuse('TOKEN_REJECTED');
    return row;
  }

  private async exchange(identity: DeviceIdentity, news: News, tx: Tx): Promise<SignedCommand[]> {
    const device = await this.devices.lock(identity.companyId, identity.deviceId, tx);
    device.requireEpoch(identity.epoch);
    const now = await databaseNow(tx);
    const finished = await this.take(device, news.commands, now, tx);
    const appsChanged = news.apps ? await this.devices.takeApps(device, news.apps, tx) : false;
    if (news.takeFacts(device) || finished) await this.statusUpdater.refresh(device, now, tx, appsChanged);
    return this.deliver(device, now, tx);
  }

  /** @returns whether any command has gone on */
  private async take(device: Device, reports: readonly CommandReport[], now: Date, tx: Tx): Promise<boolean> {
    if (!reports.length) return false;
    const known = await this.commands.named(
      device,
      reports.map((r) => r.id),
      tx,
    );
    let changed = false;
    for (const report of reports) {
      const command = known.find((c) => c.id === report.id);
      if (!command?.take(report, now)) continue;
      await this.commands.changed(device, command, tx);
      changed = true;
    }
    return changed;
  }

  /** What the device has not answered yet is given again: it knows what it has done already. */
  private async deliver(device: Device, now: Date, tx: Tx): Promise<SignedCommand[]> {
    const out: SignedCommand[] = [];
    for (const command of await this.commands.open(device, tx)) {
      if (command.dueAt! <= now) continue;
      if (command.deliver(now)) await this.commands.changed(device, command, tx);
      if (command.state === 'delivered') out.push(pick(command));
      if (command.state === 'cancelling') out.push(this.cancellation(command, now));
    }
    return out;
  }

  private cancellation(command: Command, now: Date): SignedCommand {
    return this.signer.sign({
      type: 'cancel',
      id: command.id,
      deviceId: command.deviceId,
      epoch: command.epoch,
      issuedAt: now.toISOString(),
      deliverBy: command.dueAt!.toISOString(),
    });
  }
}

const pick = ({ payload, signature, keyId }: Command): SignedCommand => ({ payload, signature, keyId });
