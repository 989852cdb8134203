import { Field, request } from '../kit/index.js';
import { MAX_COMPANY_NAME, MAX_PERSON_NAME } from '../limits.js';
import { access } from './rights.js';

/** What a mailed link is for. */
export const linkPurposes = ['activation', 'password_reset', 'invitation', 'staff_invitation'] as const;

/** What a form was sent with to prove that a license is one's own. */
export const givenLicenses = ['code', 'key_file', 'none'] as const;
export type GivenLicense = (typeof givenLicenses)[number];

export class MintLink {
  @Field.id() linkId: string;
}

export class MintedLink {
  @Field.line({ max: 2000, description: 'Portal page with the token in the fragment.' }) url: string;
  @Field.oneOf(linkPurposes) purpose: (typeof linkPurposes)[number];
  @Field.email() email: string;
  @Field.line({ max: MAX_PERSON_NAME, description: 'Empty when it is not known yet.' }) firstName: string;
  @Field.language() language: string;
  @Field.time() expiresAt: string;
  @Field.line({
    max: MAX_COMPANY_NAME,
    nullable: true,
    description: 'For invitations: the company that invites; for activations: the one that is to be founded.',
  })
  companyName: string | null;
  @Field.line({ max: 200, nullable: true, description: 'For invitations: who invites.' })
  inviterName: string | null;
  @Field.line({ max: MAX_PERSON_NAME, optional: true, description: 'Empty when it is not known yet.' })
  lastName?: string;
  @Field.oneOf(givenLicenses, { optional: true, description: 'For activations.' }) license?: GivenLicense;
  @Field.line({ max: 20, optional: true, nullable: true, description: 'The end of the activation code.' })
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
