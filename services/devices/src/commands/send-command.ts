import { Inject } from '@nestjs/common';
import { sendCommand, type CommandView, type DeviceCapability, type SendCommand } from '@tessera/contracts';
import {
  databaseNow,
  CONFIG,
  Handles,
  refuse,
  Transaction,
  uuidv7,
  type RequestContext,
  type Tx,
} from '@tessera/platform';
import type { Config } from '../config.js';
import type { Device } from '../devices/device.entity.js';
import { DevicesRepository } from '../devices/devices.repository.js';
import { requirePlainJson } from './plain-json.js';
import { CommandSigner } from '../signing/command-signer.js';
import { Command } from './command.entity.js';
import { toCommandView } from './command.to-view.js';
import { CommandsRepository } from './commands.repository.js';
import { runTimeouts } from './run-timeouts.js';

/** More open commands than this are not sent on purpose. */
const MAX_OPEN_COMMANDS = 20;
const MAX_PARAMETERS_BYTES = 2_048;

@Handles(sendCommand)
export class SendCommandHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly devices: DevicesRepository,
    private readonly commands: CommandsRepository,
    private readonly signer: CommandSigner,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(input: SendCommand, ctx: RequestContext): Promise<CommandView> {
    requirePlainJson(input.parameters ?? {}, 'parameters', MAX_PARAMETERS_BYTES);
    return this.transaction.run(ctx, async (tx) => {
      const device = await this.devices.lock(ctx.companyId, input.id, tx);
      if (!device.connected) refuse('DEVICE_DISCONNECTED');
      if (device.quarantinedAt) refuse('DEVICE_QUARANTINED');
      if (!device.capabilities.includes(input.kind as DeviceCapability))
        refuse('COMMAND_NOT_SUPPORTED', { params: { kind: input.kind } });
      const now = await databaseNow(tx);
      await this.makeRoom(device, input.kind, now, tx);
      const command = this.make(device, input, ctx.userId, now);
      await this.commands.insert(ctx.companyId, command, tx);
      this.commands.nudge(command, tx);
      return toCommandView(command);
    });
  }

  /** One that still waits would only be done twice. */
  private async makeRoom(device: Device, kind: string, now: Date, tx: Tx): Promise<void> {
    const open = await this.commands.open(device, tx);
    for (const older of open.filter((c) => c.kind === kind && c.state === 'queued')) {
      older.supersede(now, 'NEWER_COMMAND');
      await this.commands.changed(device, older, tx);
    }
    if (open.filter((c) => !c.isFinal).length >= MAX_OPEN_COMMANDS) refuse('TOO_MANY_COMMANDS');
  }

  private make(device: Device, input: SendCommand, userId: string, now: Date): Command {
    const deliverBy = new Date(now.getTime() + this.config.COMMAND_DELIVER_HOURS * 3_600_000);
    const id = uuidv7();
    const runTimeout = runTimeouts[input.kind];
    const command = Object.assign(new Command(), {
      id,
      companyId: device.companyId,
      deviceId: device.id,
      epoch: device.epoch,
      kind: input.kind,
      createdBy: userId,
      createdAt: now,
      deliverBy,
      runTimeout,
      progress: null,
      result: null,
      version: 1,
      ...this.signer.sign({
        type: 'run',
        id,
        deviceId: device.id,
        epoch: device.epoch,
        kind: input.kind,
        parameters: input.parameters ?? {},
        issuedAt: now.toISOString(),
        deliverBy: deliverBy.toISOString(),
        runTimeout,
      }),
    });
    command.queue(now);
    return command;
  }
}
