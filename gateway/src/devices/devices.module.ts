import { Module } from '@nestjs/common';
import { AgentController } from './agent.controller.js';
import { AgentSockets } from './agent-sockets.js';
import { CheckIns } from './check-ins.js';
import { CommandsController } from './commands.controller.js';
import { DevicesController } from './devices.controller.js';
import { EnrollmentsController } from './enrollments.controller.js';
import { IdleCheckIns } from './idle-check-ins.js';
import { PresenceReports } from './presence-reports.js';

@Module({
  controllers: [DevicesController, EnrollmentsController, CommandsController, AgentController],
  providers: [PresenceReports, CheckIns, IdleCheckIns, AgentSockets],
})
export class DevicesModule {}
