import { Controller } from '@nestjs/common';
import {
  getStaffCompany,
  type GetStaffCompany,
  listStaffCompanies,
  type ListStaffCompanies,
  listStaffCompanyUsers,
  type ListStaffCompanyUsers,
} from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';

@Controller()
export class StaffCompaniesController {
  constructor(private readonly bus: Bus) {}

  @Route('GET /staff/companies', listStaffCompanies)
  list(@Input() input: ListStaffCompanies, @Ctx() ctx: RequestContext) {
    return this.bus.relay(listStaffCompanies, input, ctx);
  }

  @Route('GET /staff/companies/:id', getStaffCompany)
  get(@Input() input: GetStaffCompany, @Ctx() ctx: RequestContext) {
    return this.bus.relay(getStaffCompany, input, ctx);
  }

  @Route('GET /staff/companies/:id/users', listStaffCompanyUsers)
  users(@Input() input: ListStaffCompanyUsers, @Ctx() ctx: RequestContext) {
    return this.bus.relay(listStaffCompanyUsers, input, ctx);
  }
}
