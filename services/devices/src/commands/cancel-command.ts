import { cancelCommand, type CancelCommand, type CommandView } from '@tessera/contracts';
import { databaseNow, Handles, Transaction, type RequestContext } from '@tessera/platform';
import { DevicesRepository } from '../devices/devices.repository.js';
import { toCommandView } from './command.to-view.js';
import { CommandsRepository } from './commands.repository.js';

@Handles(cancelCommand)
export class CancelCommandHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly devices: DevicesRepository,
    private readonly commands: CommandsRepository,
  ) {}

  async handle(input: CancelCommand, ctx: RequestContext): Promise<CommandView> {
    return this.transaction.run(ctx, async (tx) => {
      const { deviceId } = await this.commands.get(ctx.companyId, input.id, tx);
      const device = await this.devices.lock(ctx.companyId, deviceId, tx);
      // Read again under the device's lock: it may have gone on in between.
      const command = await this.commands.lock(ctx.companyId, input.id, tx);
      if (command.cancel(await databaseNow(tx))) {
        await this.commands.changed(device, command, tx);
        if (!command.isFinal) this.commands.nudge(command, tx);
      }
      return toCommandView(command);
    });
  }
}
