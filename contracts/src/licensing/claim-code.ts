import {
  ArrayMaxSize,
  Describe,
  ExactlyOne,
  IsArray,
  IsNameOrEmpty,
  IsOptional,
  IsUUID,
  IsVerbatim,
  MaxLength,
  request,
} from '../kit/index.js';
import { access } from '../access.js';

@ExactlyOne('activationCode', 'keyFile')
export class ClaimCode {
  @IsUUID()
  @Describe('The company that shall own the license; asking again for it claims nothing twice.')
  companyId: string;
  @IsNameOrEmpty() @MaxLength(500) companyName: string;
  @IsUUID() userId: string;
  @IsOptional() @IsVerbatim() @MaxLength(512) activationCode?: string;
  @IsOptional() @IsVerbatim() @MaxLength(20_000) keyFile?: string;
}

export class ClaimedCode {
  @IsArray() @ArrayMaxSize(100) @IsUUID('all', { each: true }) licenseIds: string[];
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
