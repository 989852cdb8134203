import { getSigningKeys } from '@tessera/contracts';
import type { ServiceDefinition } from '@tessera/platform';
import { migrations } from '../migrations/index.js';
import { AppModule } from './app.module.js';
import { Company } from './companies/company.entity.js';
import { readConfig, type Config } from './config.js';
import { Invitation } from './invitations/invitation.entity.js';
import { peppersOf } from './passwords/peppers.js';
import { Membership } from './users/membership.entity.js';
import { User } from './users/user.entity.js';

export const service: ServiceDefinition<Config> = {
  name: 'identity',
  from: import.meta.url,
  module: AppModule,
  readConfig,
  entities: [Company, Invitation, Membership, User],
  migrations,
  signingKeys: getSigningKeys,
  keys: ({ PASSWORD_PEPPER }) => [peppersOf(PASSWORD_PEPPER)],
};
