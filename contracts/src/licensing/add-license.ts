import { Describe, ExactlyOne, IsOptional, IsVerbatim, MaxLength, request } from '../kit/index.js';
import { access } from '../access.js';
import { codeErrors } from './code-errors.js';
import { LicenseView } from './license.view.js';

@ExactlyOne('activationCode', 'keyFile')
export class AddLicense {
  @IsOptional()
  @IsVerbatim()
  @MaxLength(512)
  @Describe('Activation code, XXXXX-XXXXX-XXXXX-XXXXX.')
  activationCode?: string;
  @IsOptional() @IsVerbatim() @MaxLength(20_000) @Describe('Text of a key file.') keyFile?: string;
}

export const addLicense = request({
  subject: 'rpc.licensing.license.add.v1',
  request: AddLicense,
  reply: LicenseView,
  errors: { ...codeErrors, LICENSE_ALREADY_ADDED: 'conflict' },
  summary: 'Add a license to the company.',
  access: access.company('licenses.manage'),
});
