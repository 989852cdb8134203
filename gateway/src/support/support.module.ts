import { Module } from '@nestjs/common';
import { RequestsController } from './requests.controller.js';
import { StaffRequestsController } from './staff-requests.controller.js';

@Module({ controllers: [RequestsController, StaffRequestsController] })
export class SupportModule {}
