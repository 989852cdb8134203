import { Field, request } from '../kit/index.js';
import { MAX_COMPANY_NAME, MAX_PERSON_NAME } from '../limits.js';
import { givenLicenses, linkPurposes, type GivenLicense } from './mint-link.js';
import { access } from './rights.js';

export class InspectLink {
  @Field.line({ max: 200 }) token: string;
}

/** What a mailed link stands for. */
export class InspectedLink {
  @Field.oneOf(linkPurposes) purpose: (typeof linkPurposes)[number];
  @Field.email() email: string;
  @Field.line({ max: MAX_PERSON_NAME, description: 'Empty when it is not known yet.' }) firstName: string;
  @Field.line({ max: MAX_PERSON_NAME }) lastName: string;
  @Field.line({
    max: MAX_COMPANY_NAME,
    nullable: true,
    description:
      'Of an activation: the company that is to be founded; of an invitation: the one that invites.',
  })
  companyName: string | null;
  @Field.line({ max: 200, nullable: true, description: 'Of an invitation: who invites.' })
  inviterName: string | null;
  @Field.oneOf(givenLicenses, { description: 'Of an activation: what the form was sent with.' })
  license: GivenLicense;
  @Field.line({ max: 20, nullable: true, description: 'The end of the activation code.' })
  codeEnd: string | null;
  @Field.time() expiresAt: string;
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
