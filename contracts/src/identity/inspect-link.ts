import {
  Describe,
  IsEmailAddress,
  IsIn,
  IsInstant,
  IsLine,
  IsNullable,
  MaxLength,
  request,
} from '../kit/index.js';
import { MAX_COMPANY_NAME, MAX_PERSON_NAME } from '../limits.js';
import { givenLicenses, linkPurposes, type GivenLicense } from './mint-link.js';
import { access } from '../access.js';

export class InspectLink {
  @IsLine() @MaxLength(200) token: string;
}

/** What a mailed link stands for. */
export class InspectedLink {
  @IsIn(linkPurposes) purpose: (typeof linkPurposes)[number];
  @IsEmailAddress() email: string;
  @IsLine() @MaxLength(MAX_PERSON_NAME) @Describe('Empty when it is not known yet.') firstName: string;
  @IsLine() @MaxLength(MAX_PERSON_NAME) lastName: string;
  @IsNullable()
  @IsLine()
  @MaxLength(MAX_COMPANY_NAME)
  @Describe('Of an activation: the company that is to be founded; of an invitation: the one that invites.')
  companyName: string | null;
  @IsNullable()
  @IsLine()
  @MaxLength(200)
  @Describe('Of an invitation: who invites.')
  inviterName: string | null;
  @IsIn(givenLicenses)
  @Describe('Of an activation: what the form was sent with.')
  license: GivenLicense;
  @IsNullable()
  @IsLine()
  @MaxLength(20)
  @Describe('The end of the activation code.')
  codeEnd: string | null;
  @IsInstant() expiresAt: string;
}

export const inspectLink = request({
  subject: 'rpc.identity.link.inspect.v1',
  request: InspectLink,
  reply: InspectedLink,
  errors: { LINK_INVALID: 'unprocessable' },
  summary: 'What a mailed link stands for, so that a person sees it before it is used; it is not used up.',
  access: access.anybody,
  idempotent: true,
});
