import { Controller } from '@nestjs/common';
import {
  CreateEnrollment,
  createEnrollment,
  DrawnEnrollment,
  ListEnrollments,
  listEnrollments,
  RevokeEnrollment,
  revokeEnrollment,
} from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';
import { drawn } from './qr-code.js';

@Controller()
export class EnrollmentsController {
  constructor(private readonly bus: Bus) {}

  @Route('POST /devices/enrollments', createEnrollment, { status: 201, reply: DrawnEnrollment })
  create(@Input() input: CreateEnrollment, @Ctx() ctx: RequestContext) {
    return this.bus.ask(createEnrollment, input, ctx).then(drawn);
  }

  @Route('GET /devices/enrollments', listEnrollments)
  list(@Input() input: ListEnrollments, @Ctx() ctx: RequestContext) {
    return this.bus.relay(listEnrollments, input, ctx);
  }

  @Route('DELETE /devices/enrollments/:id', revokeEnrollment)
  revoke(@Input() input: RevokeEnrollment, @Ctx() ctx: RequestContext) {
    return this.bus.relay(revokeEnrollment, input, ctx);
  }
}
