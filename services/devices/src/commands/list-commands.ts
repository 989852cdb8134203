import { listCommands, type CommandPage, type ListCommands } from '@tessera/contracts';
import { Cursors, Database, Handles, type RequestContext } from '@tessera/platform';
import { DevicesRepository } from '../devices/devices.repository.js';
import { toCommandView } from './command.to-view.js';
import { CommandsRepository } from './commands.repository.js';

@Handles(listCommands)
export class ListCommandsHandler {
  constructor(
    private readonly database: Database,
    private readonly devices: DevicesRepository,
    private readonly commands: CommandsRepository,
    private readonly cursors: Cursors,
  ) {}

  async handle(input: ListCommands, ctx: RequestContext): Promise<CommandPage> {
    const limit = input.limit ?? 25;
    const scope = `commands:${ctx.companyId}:${input.id}`;
    await this.devices.get(ctx.companyId, input.id, this.database);
    const before = input.cursor ? String(this.cursors.decode(input.cursor, scope)[0]) : null;
    const read = await this.commands.page(ctx.companyId, input.id, before, limit + 1, this.database);
    return this.cursors.page(read, limit, scope, (c) => [c.id], toCommandView);
  }
}
