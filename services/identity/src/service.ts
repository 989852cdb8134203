import { getSigningKeys } from '@tessera/contracts';
import type { ServiceDefinition } from '@tessera/platform';
import { migrations } from '../migrations/index.js';
import { AppModule } from './app.module.js';
import { entities } from './components.js';
import { readConfig, type Config } from './config.js';
import { peppersOf } from './passwords/peppers.js';

export const service: ServiceDefinition<Config> = {
  name: 'identity',
  from: import.meta.url,
  module: AppModule,
  readConfig,
  entities,
  migrations,
  signingKeys: getSigningKeys,
  keys: ({ PASSWORD_PEPPER }) => [peppersOf(PASSWORD_PEPPER)],
};
