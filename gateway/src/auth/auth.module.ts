import { Global, Module } from '@nestjs/common';
import { ContextGuard } from '../http/context-guard.js';
import { CallerLimits } from '../limits/caller-limits.js';
import { AuthController } from './auth.controller.js';
import { Sessions } from './sessions.js';

@Global()
@Module({
  controllers: [AuthController],
  providers: [Sessions, CallerLimits, ContextGuard],
  exports: [Sessions, CallerLimits, ContextGuard],
})
export class AuthModule {}
