import { Controller } from '@nestjs/common';
import {
  answerRequest,
  AnswerRequest,
  assignRequest,
  AssignRequest,
  getStaffRequest,
  GetStaffRequest,
  listStaffMessages,
  ListStaffMessages,
  listStaffRequests,
  ListStaffRequests,
} from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';

@Controller()
export class StaffRequestsController {
  constructor(private readonly bus: Bus) {}

  @Route('GET /staff/requests', listStaffRequests)
  list(@Input() input: ListStaffRequests, @Ctx() ctx: RequestContext) {
    return this.bus.relay(listStaffRequests, input, ctx);
  }

  @Route('GET /staff/requests/:id', getStaffRequest)
  get(@Input() input: GetStaffRequest, @Ctx() ctx: RequestContext) {
    return this.bus.relay(getStaffRequest, input, ctx);
  }

  @Route('GET /staff/requests/:id/messages', listStaffMessages)
  messages(@Input() input: ListStaffMessages, @Ctx() ctx: RequestContext) {
    return this.bus.relay(listStaffMessages, input, ctx);
  }

  @Route('POST /staff/requests/:id/messages', answerRequest, { status: 201 })
  answer(@Input() input: AnswerRequest, @Ctx() ctx: RequestContext) {
    return this.bus.relay(answerRequest, input, ctx);
  }

  @Route('POST /staff/requests/:id/assign', assignRequest)
  assign(@Input() input: AssignRequest, @Ctx() ctx: RequestContext) {
    return this.bus.relay(assignRequest, input, ctx);
  }
}
