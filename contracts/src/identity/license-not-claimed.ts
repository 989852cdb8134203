import { Describe, event, IsLine, IsUUID, MaxLength } from '../kit/index.js';

export class LicenseNotClaimed {
  @IsUUID() userId: string;
  @IsLine() @MaxLength(60) @Describe('Why, as an error code of licensing.') reason: string;
}

export const licenseNotClaimed = event({
  subject: 'evt.identity.registration.license-not-claimed.v1',
  payload: LicenseNotClaimed,
  summary: 'A person registered, but the license could not be added; the account has no company.',
  consumers: ['notifications'],
});
