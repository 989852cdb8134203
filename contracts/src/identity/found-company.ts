import {
  AtMostOne,
  Describe,
  IsCountry,
  IsName,
  IsOptional,
  IsVerbatim,
  MaxLength,
  request,
} from '../kit/index.js';
import { MAX_COMPANY_NAME } from '../limits.js';
import { codeErrors } from '../licensing/code-errors.js';
import { CompanyView } from './get-company.js';
import { access } from '../access.js';

@AtMostOne('activationCode', 'keyFile')
export class FoundCompany {
  @IsName()
  @MaxLength(MAX_COMPANY_NAME)
  @Describe('Exactly as in the license, where one is given.')
  companyName: string;
  @IsCountry() country: string;
  @IsOptional()
  @IsVerbatim()
  @MaxLength(512)
  @Describe('XXXXX-XXXXX-XXXXX-XXXXX.')
  activationCode?: string;
  @IsOptional() @IsVerbatim() @MaxLength(20_000) @Describe('Text of a key file.') keyFile?: string;
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
