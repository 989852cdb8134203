import { event, Field } from '../kit/index.js';
import { MAX_COMPANY_NAME } from '../limits.js';

export class CompanyFounded {
  @Field.id() companyId: string;
  @Field.line({ max: MAX_COMPANY_NAME }) name: string;
  @Field.country() country: string;
  @Field.id() ownerId: string;
}

export const companyFounded = event({
  subject: 'evt.identity.company.founded.v1',
  payload: CompanyFounded,
  summary: 'A company account exists from now on.',
  hearers: ['support', 'devices'],
});
