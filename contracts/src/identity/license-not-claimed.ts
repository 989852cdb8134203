import { event, Field } from '../kit/index.js';

export class LicenseNotClaimed {
  @Field.id() userId: string;
  @Field.line({ max: 60, description: 'Why, as an error code of licensing.' }) reason: string;
}

export const licenseNotClaimed = event({
  subject: 'evt.identity.registration.license-not-claimed.v1',
  payload: LicenseNotClaimed,
  summary: 'A person registered, but the license could not be added; the account has no company.',
  hearers: ['notifications'],
});
