import { event, Field } from '../kit/index.js';

export class CompanyFounded {
  @Field.id() companyId: string;
  @Field.line({ max: 200 }) name: string;
  @Field.country() country: string;
  @Field.id() ownerId: string;
}

export const companyFounded = event({
  subject: 'evt.identity.company.founded.v1',
  payload: CompanyFounded,
  summary: 'A company account exists from now on.',
  hearers: ['support', 'devices'],
});
