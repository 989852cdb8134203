import { Controller } from '@nestjs/common';
import {
  acceptInvitation,
  AcceptInvitation,
  cancelInvitation,
  CancelInvitation,
  createInvitation,
  CreateInvitation,
  joinCompany,
  JoinCompany,
  listInvitations,
  ListInvitations,
  resendInvitation,
  ResendInvitation,
} from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';

@Controller()
export class InvitationsController {
  constructor(private readonly bus: Bus) {}

  @Route('POST /company/invitations', createInvitation, { status: 201 })
  create(@Input() input: CreateInvitation, @Ctx() ctx: RequestContext) {
    return this.bus.relay(createInvitation, input, ctx);
  }

  @Route('GET /company/invitations', listInvitations)
  list(@Input() input: ListInvitations, @Ctx() ctx: RequestContext) {
    return this.bus.relay(listInvitations, input, ctx);
  }

  @Route('POST /company/invitations/:id/resend', resendInvitation)
  resend(@Input() input: ResendInvitation, @Ctx() ctx: RequestContext) {
    return this.bus.relay(resendInvitation, input, ctx);
  }

  @Route('DELETE /company/invitations/:id', cancelInvitation)
  cancel(@Input() input: CancelInvitation, @Ctx() ctx: RequestContext) {
    return this.bus.relay(cancelInvitation, input, ctx);
  }

  @Route('POST /auth/invitations/accept', acceptInvitation, { lane: 'passwords' })
  accept(@Input() input: AcceptInvitation, @Ctx() ctx: RequestContext) {
    return this.bus.relay(acceptInvitation, input, ctx);
  }

  @Route('POST /invitations/accept', joinCompany)
  join(@Input() input: JoinCompany, @Ctx() ctx: RequestContext) {
    return this.bus.relay(joinCompany, input, ctx);
  }
}
