import { OTHER_VERSIONS } from '../if-match.js';
import { Field, request } from '../kit/index.js';
import { MAX_DEVICE_NAME } from '../limits.js';
import { access } from '../identity/rights.js';
import { VersionedDevice } from './device.view.js';

export class RenameDevice {
  @Field.id() id: string;
  @Field.name({ min: 0, max: MAX_DEVICE_NAME }) name: string;
  @Field.integer({ optional: true }) ifMatch?: number;
  @Field.texts(OTHER_VERSIONS) ifMatchOthers?: string[];
}

export const renameDevice = request({
  subject: 'rpc.devices.device.rename.v2',
  request: RenameDevice,
  reply: VersionedDevice,
  errors: { NAME_EMPTY: 'unprocessable' },
  summary: 'Give a device another name.',
  access: access.company('devices.manage'),
});
