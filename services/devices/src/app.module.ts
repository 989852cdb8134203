import { Module } from '@nestjs/common';
import { FailureLimiter } from '@tessera/platform';
import { consumers, handlers, providers } from './components.js';

@Module({ controllers: handlers, providers: [FailureLimiter, ...providers, ...consumers] })
export class AppModule {}
