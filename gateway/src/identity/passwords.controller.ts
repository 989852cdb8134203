import { Controller } from '@nestjs/common';
import { forgotPassword, ForgotPassword, resetPassword, ResetPassword } from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';

@Controller()
export class PasswordsController {
  constructor(private readonly bus: Bus) {}

  @Route('POST /auth/password/forgot', forgotPassword, { status: 202 })
  forgot(@Input() input: ForgotPassword, @Ctx() ctx: RequestContext) {
    return this.bus.relay(forgotPassword, input, ctx);
  }

  @Route('POST /auth/password/reset', resetPassword, { lane: 'passwords' })
  reset(@Input() input: ResetPassword, @Ctx() ctx: RequestContext) {
    return this.bus.relay(resetPassword, input, ctx);
  }
}
