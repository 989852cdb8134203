import { Module } from '@nestjs/common';
import { consumers, handlers, providers } from './components.js';

@Module({ controllers: handlers, providers: [...providers, ...consumers] })
export class AppModule {}
