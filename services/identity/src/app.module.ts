import { Module } from '@nestjs/common';
import { FailureLimiter, MailLimits } from '@tessera/platform';
import { consumers, handlers, providers } from './components.js';

@Module({ controllers: handlers, providers: [FailureLimiter, MailLimits, ...providers, ...consumers] })
export class AppModule {}
