import { IsUUID, request } from '../kit/index.js';
import { access } from '../access.js';
import { LicenseView } from './license.view.js';

export class GetLicense {
  @IsUUID() id: string;
}

export const getLicense = request({
  subject: 'rpc.licensing.license.get.v1',
  request: GetLicense,
  reply: LicenseView,
  summary: 'Everything about one license.',
  access: access.company(),
  idempotent: true,
});
