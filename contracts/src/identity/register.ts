import { Empty } from '../empty.js';
import { Field, request } from '../kit/index.js';
import { MAX_COMPANY_NAME, MAX_PERSON_NAME } from '../limits.js';
import { access } from './rights.js';

export class Register {
  @Field.name({ max: MAX_PERSON_NAME }) firstName: string;
  @Field.name({ max: MAX_PERSON_NAME }) lastName: string;
  @Field.name({ max: MAX_COMPANY_NAME, optional: true, description: 'Exactly as in the license.' })
  companyName?: string;
  @Field.email() email: string;
  @Field.country() country: string;
  @Field.verbatim({ max: 512, optional: true, description: 'XXXXX-XXXXX-XXXXX-XXXXX.' })
  activationCode?: string;
  @Field.verbatim({ max: 20_000, optional: true, description: 'Text of a key file.' }) keyFile?: string;
  @Field.consent() acceptTerms: true;
  @Field.consent() acceptPrivacy: true;
  @Field.flag({ description: 'Yearly surveys on the quality of support.' }) surveyConsent: boolean;
  @Field.language({ optional: true }) language?: string;
  @Field.line({
    max: 4096,
    optional: true,
    description: 'Answer to a challenge. None is set yet: one that is given is refused, and not passed over.',
  })
  captcha?: string;
}

export const register = request({
  subject: 'rpc.identity.registration.create.v1',
  request: Register,
  reply: Empty,
  summary:
    'Asks for an account; what follows goes by mail. The answer never tells whether the address is known.',
  access: access.anybody,
});
