import { Module } from '@nestjs/common';
import { AgentRoutes } from './agent.routes.js';
import { AgentController } from './agent.controller.js';
import { AgentSockets } from './agent-sockets.js';
import { CheckIns } from './check-ins.js';
import { DevicesRoutes } from './devices.routes.js';
import { IdleCheckIns } from './idle-check-ins.js';
import { PresenceReports } from './presence-reports.js';

@Module({
  controllers: [DevicesRoutes, AgentRoutes, AgentController],
  providers: [PresenceReports, CheckIns, IdleCheckIns, AgentSockets],
})
export class DevicesModule {}
