import { IsUUID, request } from '../kit/index.js';
import { access } from '../access.js';

export class RemoveLicense {
  @IsUUID() id: string;
}

/** CON-11: only the link between company and license ends; devices keep what they have. */
export const removeLicense = request({
  subject: 'rpc.licensing.license.remove.v1',
  request: RemoveLicense,
  reply: null,
  summary: 'Remove a license from the company. Applications that use it go on.',
  access: access.company('licenses.manage'),
});
