import { listDevices, type DevicePage, type ListDevices } from '@tessera/contracts';
import { Cursors, Database, Handles, searchKey, type RequestContext } from '@tessera/platform';
import { toDeviceView } from './device.to-view.js';
import { DevicesRepository } from './devices.repository.js';

@Handles(listDevices)
export class ListDevicesHandler {
  constructor(
    private readonly database: Database,
    private readonly devices: DevicesRepository,
    private readonly cursors: Cursors,
  ) {}

  async handle(input: ListDevices, ctx: RequestContext): Promise<DevicePage> {
    const { limit = 25, cursor, connected = true, search = '', status } = input;
    const filter = { connected, search: searchKey(search), ...(status ? { status } : {}) };
    const scope = `devices:${ctx.companyId}:${JSON.stringify(filter)}`;
    const after = cursor ? (this.cursors.decode(cursor, scope) as [string, string]) : null;
    const read = await this.devices.page(ctx.companyId, filter, after, limit + 1, this.database);
    const ids = read.slice(0, limit).map((r) => r.device.id);
    const apps = ids.length ? await this.devices.apps(ctx.companyId, ids, this.database) : [];
    return this.cursors.page(
      read,
      limit,
      scope,
      ({ device, key }) => [key, device.id],
      (row) => toDeviceView(row, apps, ctx.language),
    );
  }
}
