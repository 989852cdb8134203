import { getSigningKeys } from '@tessera/contracts';
import type { ServiceDefinition } from '@tessera/platform';
import { migrations } from '../migrations/index.js';
import { AppModule } from './app.module.js';
import { entities } from './components.js';
import { readConfig, type Config } from './config.js';

export const service: ServiceDefinition<Config> = {
  name: 'support',
  from: import.meta.url,
  module: AppModule,
  readConfig,
  entities,
  migrations,
  signingKeys: getSigningKeys,
};
