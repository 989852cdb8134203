import { getSigningKeys } from '@tessera/contracts';
import type { ServiceDefinition } from '@tessera/platform';
import { migrations } from '../migrations/index.js';
import { AppModule } from './app.module.js';
import { Company } from './companies/company.entity.js';
import { readConfig, type Config } from './config.js';
import { Invitation } from './invitations/invitation.entity.js';
import { Link } from './links/link.entity.js';
import { LinkToken } from './links/link-token.entity.js';
import { FormerPassword } from './passwords/former-password.entity.js';
import { peppersOf } from './passwords/peppers.js';
import { LicenseClaim } from './registrations/license-claim.entity.js';
import { Registration } from './registrations/registration.entity.js';
import { AccessToken } from './sessions/access-token.entity.js';
import { KnownDevice } from './sessions/known-device.entity.js';
import { RefreshToken } from './sessions/refresh-token.entity.js';
import { Session } from './sessions/session.entity.js';
import { SigningKey } from './signing-keys/signing-key.entity.js';
import { SignInFailure } from './throttling/sign-in-failure.entity.js';
import { Membership } from './users/membership.entity.js';
import { User } from './users/user.entity.js';

export const service: ServiceDefinition<Config> = {
  name: 'identity',
  from: import.meta.url,
  module: AppModule,
  readConfig,
  entities: [
    AccessToken,
    Company,
    FormerPassword,
    Invitation,
    KnownDevice,
    LicenseClaim,
    Link,
    LinkToken,
    Membership,
    RefreshToken,
    Registration,
    Session,
    SigningKey,
    SignInFailure,
    User,
  ],
  migrations,
  signingKeys: getSigningKeys,
  keys: ({ PASSWORD_PEPPER }) => [peppersOf(PASSWORD_PEPPER)],
};
