import { Field, request } from '../kit/index.js';
import { access } from '../identity/rights.js';
import { codeErrors } from './code-errors.js';
import { LicenseView } from './license.view.js';

/** Exactly one of the two. */
export class AddLicense {
  @Field.verbatim({ max: 512, optional: true, description: 'Activation code, XXXXX-XXXXX-XXXXX-XXXXX.' })
  activationCode?: string;
  @Field.verbatim({ max: 20_000, optional: true, description: 'Text of a key file.' }) keyFile?: string;
}

export const addLicense = request({
  subject: 'rpc.licensing.license.add.v1',
  request: AddLicense,
  reply: LicenseView,
  errors: { ...codeErrors, LICENSE_ALREADY_ADDED: 'conflict' },
  summary: 'Add a license to the company.',
  access: access.company('licenses.manage'),
});
