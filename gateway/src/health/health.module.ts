import { Module } from '@nestjs/common';
import { Fleet } from './fleet.js';
import { HealthController } from './health.controller.js';

@Module({ controllers: [HealthController], providers: [Fleet] })
export class HealthModule {}
