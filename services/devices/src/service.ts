import { getSigningKeys } from '@tessera/contracts';
import type { ServiceDefinition } from '@tessera/platform';
import { migrations } from '../migrations/index.js';
import { AppModule } from './app.module.js';
import { Command } from './commands/command.entity.js';
import { readConfig, type Config } from './config.js';
import { DeviceApp } from './devices/device-app.entity.js';
import { Device } from './devices/device.entity.js';
import { EnrollmentFailure } from './enrollments/enrollment-failure.entity.js';
import { Enrollment } from './enrollments/enrollment.entity.js';
import { Presence } from './presence/presence.entity.js';
import { UsedChallenge } from './sessions/used-challenge.entity.js';
import { SigningKey } from './signing/signing-key.entity.js';

export const service: ServiceDefinition<Config> = {
  name: 'devices',
  from: import.meta.url,
  module: AppModule,
  readConfig,
  entities: [Device, DeviceApp, Presence, Command, Enrollment, EnrollmentFailure, UsedChallenge, SigningKey],
  migrations,
  signingKeys: getSigningKeys,
};
