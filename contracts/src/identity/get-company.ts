import { IsCountry, IsLine, IsUUID, MaxLength, request } from '../kit/index.js';
import { MAX_COMPANY_NAME } from '../limits.js';
import { access } from '../access.js';

export class GetCompany {
  @IsUUID() companyId: string;
}

export class CompanyView {
  @IsUUID() id: string;
  @IsLine() @MaxLength(MAX_COMPANY_NAME) name: string;
  @IsCountry() country: string;
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
