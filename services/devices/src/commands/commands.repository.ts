import { commandChanged, commandQueued, type CommandKind } from '@tessera/contracts';
import { Injectable } from '@nestjs/common';
import { TenantRepository, type Db, type Tx } from '@tessera/platform';
import { In, IsNull, LessThan, Not } from 'typeorm';
import type { Device } from '../devices/device.entity.js';
import { Command } from './command.entity.js';

@Injectable()
export class CommandsRepository extends TenantRepository<Command> {
  constructor() {
    super(Command);
  }

  /** Those that are not final, the oldest first. The device's row is held by the caller. */
  open(device: Device, tx: Tx): Promise<Command[]> {
    return this.rows(tx).find({
      where: { companyId: device.companyId, deviceId: device.id, dueAt: Not(IsNull()) },
      order: { id: 'ASC' },
    });
  }

  named(device: Device, ids: readonly string[], tx: Tx): Promise<Command[]> {
    return this.rows(tx).findBy({
      companyId: device.companyId,
      deviceId: device.id,
      epoch: device.epoch,
      id: In([...ids]),
    });
  }

  /** The newest first. @param before id of the last one shown */
  page(
    companyId: string,
    deviceId: string,
    before: string | null,
    limit: number,
    db: Db,
  ): Promise<Command[]> {
    return this.rows(db).find({
      where: { companyId, deviceId, ...(before ? { id: LessThan(before) } : {}) },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  async kindsRunning(device: Device, tx: Tx): Promise<CommandKind[]> {
    const rows = await tx.query<{ kind: CommandKind }>(
      `select kind from command where device_id = $1 and due_at is not null and state in ('running', 'cancelling')`,
      [device.id],
    );
    return rows.map((r) => r.kind);
  }

  /** Writes a command that has gone on, and says so. */
  async changed(device: Device, command: Command, tx: Tx): Promise<void> {
    await this.update(device.companyId, command, tx);
    tx.emit(commandChanged, {
      companyId: device.companyId,
      aggregateId: command.id,
      version: command.version,
      data: {
        commandId: command.id,
        deviceId: device.id,
        deviceName: device.name,
        kind: command.kind,
        state: command.state,
        userId: command.createdBy,
      },
    });
  }

  /** Tells the gateway with the device's socket that something waits. */
  nudge(command: Command, tx: Tx): void {
    tx.emit(commandQueued, {
      companyId: command.companyId,
      aggregateId: command.id,
      version: command.version,
      data: { commandId: command.id, deviceId: command.deviceId },
    });
  }
}
