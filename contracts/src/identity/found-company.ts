import { Field, request } from '../kit/index.js';
import { MAX_COMPANY_NAME } from '../limits.js';
import { codeErrors } from '../licensing/code-errors.js';
import { CompanyView } from './get-company.js';
import { access } from './rights.js';

/** At most one of code and key file. */
export class FoundCompany {
  @Field.name({
    max: MAX_COMPANY_NAME,
    description: 'Exactly as in the license, where one is given.',
  })
  companyName: string;
  @Field.country() country: string;
  @Field.verbatim({ max: 512, optional: true, description: 'XXXXX-XXXXX-XXXXX-XXXXX.' })
  activationCode?: string;
  @Field.verbatim({ max: 20_000, optional: true, description: 'Text of a key file.' }) keyFile?: string;
}

export const foundCompany = request({
  subject: 'rpc.identity.company.found.v1',
  request: FoundCompany,
  reply: CompanyView,
  errors: {
    ...codeErrors,
    LICENSE_ALREADY_ADDED: 'conflict',
    ALREADY_IN_COMPANY: 'conflict',
    COMPANY_IN_THE_MAKING: 'conflict',
  },
  summary: 'Founds a company later, with a license or without; the person who asks becomes its owner.',
  access: access.signedIn,
  timeout: 10_000,
});
