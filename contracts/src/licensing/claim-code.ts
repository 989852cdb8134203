import { Field, request } from '../kit/index.js';
import { access } from '../identity/rights.js';

export class ClaimCode {
  @Field.id({
    description: 'The company that shall own the license; asking again for it claims nothing twice.',
  })
  companyId: string;
  @Field.name({ min: 0, max: 500 }) companyName: string;
  @Field.id() userId: string;
  @Field.verbatim({ max: 512, optional: true }) activationCode?: string;
  @Field.verbatim({ max: 20_000, optional: true }) keyFile?: string;
}

export class ClaimedCode {
  @Field.ids({ maxItems: 100 }) licenseIds: string[];
}

/** Inside `POST /auth/activate`: the code becomes the company's at this moment, not at registration. */
export const claimCode = request({
  subject: 'rpc.licensing.code.claim.v1',
  request: ClaimCode,
  reply: ClaimedCode,
  errors: {
    CODE_UNKNOWN: 'not_found',
    CODE_MALFORMED: 'unprocessable',
    LICENSE_ALREADY_ADDED: 'conflict',
    LICENSE_EXPIRED: 'unprocessable',
    LICENSE_BLOCKED: 'unprocessable',
    LICENSE_SUPERSEDED: 'unprocessable',
    KEY_FILE_INVALID: 'unprocessable',
  },
  summary: 'Gives the license of a code or key file to a company that is being founded.',
  access: access.service,
  callers: ['identity'],
  idempotent: true,
});
