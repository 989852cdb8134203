import { Empty } from '../empty.js';
import { Describe, IsEmailAddress, IsVerbatim, MaxLength, request } from '../kit/index.js';
import { access } from '../access.js';
import { codeErrors } from './code-errors.js';

export class OrderKeyFiles {
  @IsVerbatim() @MaxLength(512) activationCode: string;
  @IsEmailAddress() @Describe('Where the archive is mailed to.') email: string;
}

export const orderKeyFiles = request({
  subject: 'rpc.licensing.key-file.order.v1',
  request: OrderKeyFiles,
  reply: Empty,
  errors: { ...codeErrors, KEY_FILES_NOT_OFFERED: 'unprocessable', KEY_FILES_NOT_SIGNABLE: 'unprocessable' },
  summary: 'Have the key files of a code mailed, with the list of what they activate.',
  access: access.anybody,
});
