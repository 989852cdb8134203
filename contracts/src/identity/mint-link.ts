import {
  Describe,
  IsEmailAddress,
  IsIn,
  IsInstant,
  IsLanguageTag,
  IsLine,
  IsNullable,
  IsOptional,
  IsUUID,
  MaxLength,
  request,
} from '../kit/index.js';
import { MAX_COMPANY_NAME, MAX_PERSON_NAME } from '../limits.js';
import { access } from '../access.js';

/** What a mailed link is for. */
export const linkPurposes = ['activation', 'password_reset', 'invitation', 'staff_invitation'] as const;

/** What a form was sent with to prove that a license is one's own. */
export const givenLicenses = ['code', 'key_file', 'none'] as const;
export type GivenLicense = (typeof givenLicenses)[number];

export class MintLink {
  @IsUUID() linkId: string;
}

export class MintedLink {
  @IsLine() @MaxLength(2000) @Describe('Portal page with the token in the fragment.') url: string;
  @IsIn(linkPurposes) purpose: (typeof linkPurposes)[number];
  @IsEmailAddress() email: string;
  @IsLine() @MaxLength(MAX_PERSON_NAME) @Describe('Empty when it is not known yet.') firstName: string;
  @IsLanguageTag() language: string;
  @IsInstant() expiresAt: string;
  @IsNullable()
  @IsLine()
  @MaxLength(MAX_COMPANY_NAME)
  @Describe('For invitations: the company that invites; for activations: the one that is to be founded.')
  companyName: string | null;
  @IsNullable()
  @IsLine()
  @MaxLength(200)
  @Describe('For invitations: who invites.')
  inviterName: string | null;
  @IsOptional()
  @IsLine()
  @MaxLength(MAX_PERSON_NAME)
  @Describe('Empty when it is not known yet.')
  lastName?: string;
  @IsOptional() @IsIn(givenLicenses) @Describe('For activations.') license?: GivenLicense;
  @IsOptional()
  @IsNullable()
  @IsLine()
  @MaxLength(20)
  @Describe('The end of the activation code.')
  codeEnd?: string | null;
}

export const mintLink = request({
  subject: 'rpc.identity.link.mint.v1',
  request: MintLink,
  reply: MintedLink,
  errors: { LINK_GONE: 'not_found' },
  summary: 'Makes a token for a link that is about to be mailed; only its hash is kept.',
  access: access.service,
  callers: ['notifications'],
});
