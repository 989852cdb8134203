import { Global, Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { CallerLimitGuard } from '../limits/caller-limit.guard.js';
import { CallerLimits } from '../limits/caller-limits.js';
import { AuthController } from './auth.controller.js';
import { AuthenticationGuard, SignedInGuard } from './authentication.guard.js';
import { GuardChain } from './guard-chain.js';
import { OriginGuard } from './origin.guard.js';
import { Sessions } from './sessions.js';
import { BrowserSessionStrategy, TokenStrategy } from './strategies.js';

/** In the order in which a request passes them. */
export const guards = [OriginGuard, AuthenticationGuard, CallerLimitGuard, SignedInGuard] as const;

@Global()
@Module({
  imports: [PassportModule],
  controllers: [AuthController],
  providers: [Sessions, CallerLimits, TokenStrategy, BrowserSessionStrategy, ...guards, GuardChain],
  exports: [Sessions, CallerLimits, ...guards, GuardChain],
})
export class AuthModule {}
