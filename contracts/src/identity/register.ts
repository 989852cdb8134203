import { Empty } from '../empty.js';
import {
  AtMostOne,
  Describe,
  Equals,
  IsBoolean,
  IsCountry,
  IsEmailAddress,
  IsLanguageTag,
  IsLine,
  IsName,
  IsOptional,
  IsVerbatim,
  MaxLength,
  request,
} from '../kit/index.js';
import { MAX_COMPANY_NAME, MAX_PERSON_NAME } from '../limits.js';
import { access } from '../access.js';

@AtMostOne('activationCode', 'keyFile')
export class Register {
  @IsName() @MaxLength(MAX_PERSON_NAME) firstName: string;
  @IsName() @MaxLength(MAX_PERSON_NAME) lastName: string;
  @IsOptional()
  @IsName()
  @MaxLength(MAX_COMPANY_NAME)
  @Describe('Exactly as in the license.')
  companyName?: string;
  @IsEmailAddress() email: string;
  @IsCountry() country: string;
  @IsOptional()
  @IsVerbatim()
  @MaxLength(512)
  @Describe('XXXXX-XXXXX-XXXXX-XXXXX.')
  activationCode?: string;
  @IsOptional() @IsVerbatim() @MaxLength(20_000) @Describe('Text of a key file.') keyFile?: string;
  @Equals(true) acceptTerms: true;
  @Equals(true) acceptPrivacy: true;
  @IsBoolean() @Describe('Yearly surveys on the quality of support.') surveyConsent: boolean;
  @IsOptional() @IsLanguageTag() language?: string;
  @IsOptional()
  @IsLine()
  @MaxLength(4096)
  @Describe('Answer to a challenge. None is set yet: one that is given is refused, and not passed over.')
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
