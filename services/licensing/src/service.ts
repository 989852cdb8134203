import { getSigningKeys } from '@tessera/contracts';
import { singleKey, type ServiceDefinition } from '@tessera/platform';
import { migrations } from '../migrations/index.js';
import { AppModule } from './app.module.js';
import { entities } from './components.js';
import { readConfig, type Config } from './config.js';

export const service: ServiceDefinition<Config> = {
  name: 'licensing',
  from: import.meta.url,
  module: AppModule,
  readConfig,
  entities,
  migrations,
  signingKeys: getSigningKeys,
  keys: ({ CODE_LOOKUP_KEY }) => [singleKey('CODE_LOOKUP_KEY', CODE_LOOKUP_KEY)],
};
