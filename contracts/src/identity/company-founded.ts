import { event, IsCountry, IsLine, IsUUID, MaxLength } from '../kit/index.js';
import { MAX_COMPANY_NAME } from '../limits.js';

export class CompanyFounded {
  @IsUUID() companyId: string;
  @IsLine() @MaxLength(MAX_COMPANY_NAME) name: string;
  @IsCountry() country: string;
  @IsUUID() ownerId: string;
}

export const companyFounded = event({
  subject: 'evt.identity.company.founded.v1',
  payload: CompanyFounded,
  summary: 'A company account exists from now on.',
  consumers: ['support', 'devices'],
});
