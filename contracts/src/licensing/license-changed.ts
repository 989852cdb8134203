import { event, IsUUID } from '../kit/index.js';

export class LicenseChanged {
  @IsUUID() licenseId: string;
}

export const licenseChanged = event({
  subject: 'evt.licensing.license.changed.v1',
  payload: LicenseChanged,
  summary: 'State or seats of a license changed.',
  consumers: [],
  live: { kind: 'license.changed', to: 'company', ids: ['licenseId'] },
});
