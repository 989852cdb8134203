import { Field, request } from '../kit/index.js';
import { MAX_COMPANY_NAME } from '../limits.js';
import { access } from './rights.js';

export class GetCompany {
  @Field.id() companyId: string;
}

export class CompanyView {
  @Field.id() id: string;
  @Field.line({ max: MAX_COMPANY_NAME }) name: string;
  @Field.country() country: string;
}

export const getCompany = request({
  subject: 'rpc.identity.company.get.v1',
  request: GetCompany,
  reply: CompanyView,
  summary: 'Name and country of a company.',
  access: access.service,
  callers: ['licensing', 'support', 'devices', 'notifications'],
  idempotent: true,
});
