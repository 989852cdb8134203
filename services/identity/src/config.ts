import { readEnvironment, serviceVariables, variable, type Environment } from '@tessera/platform';
import { passwordProfiles } from './passwords/password-policy.js';

const whole = (fallback: number, min = 1, max = 1_000_000) => variable.integer({ fallback, min, max });

/** Base64 of at least 16 bytes; several, comma-separated: the first is for new passwords, all verify old ones. */
const peppers = (value: string | undefined): Buffer[] => (value ?? '').split(',').map(variable.secret(16));

/** The only reader of the environment; .env.example says what each is for. */
export const readConfig = (environment: Environment) =>
  readEnvironment(
    {
      ...serviceVariables,
      PUBLIC_URL: variable.url(['http', 'https'], 'http://localhost:8080'),
      BOOTSTRAP_ADMIN_EMAIL: variable.optional(),

      PASSWORD_PEPPER: peppers,
      PASSWORD_PROFILE: variable.oneOf(passwordProfiles, 'classic'),
      ARGON2_MEMORY_KIB: whole(65_536, 64, 524_288),
      ARGON2_ITERATIONS: whole(3, 1, 10),
      ARGON2_PARALLELISM: whole(1, 1, 16),

      ACTIVATION_LINK_MINUTES: whole(7 * 24 * 60),
      INVITATION_LINK_MINUTES: whole(7 * 24 * 60),
      PASSWORD_RESET_LINK_MINUTES: whole(60),

      SESSION_IDLE_MINUTES: whole(8 * 60),
      SESSION_MINUTES: whole(30 * 24 * 60),
      PRIVILEGED_SESSION_IDLE_MINUTES: whole(60),
      PRIVILEGED_SESSION_MINUTES: whole(24 * 60),
      ACCESS_TOKEN_SECONDS: whole(300, 10, 600),
      REFRESH_IDLE_MINUTES: whole(14 * 24 * 60),
      REFRESH_MINUTES: whole(30 * 24 * 60),
      REFRESH_GRACE_SECONDS: whole(10, 0, 30),
      ACTOR_TOKEN_SECONDS: whole(120, 60, 300),
      SIGNING_KEY_DAYS: whole(60, 30, 90),

      SIGN_IN_MAX_FAILURES: whole(100, 5, 100),
      SIGN_IN_FREE_FAILURES: whole(5, 1, 100),
      SIGN_IN_ADDRESS_FAILURES_10S: whole(3),
      SIGN_IN_ADDRESS_FAILURES_10MIN: whole(20),
      REGISTRATIONS_PER_ADDRESS_HOUR: whole(20),
      MAILS_PER_RECIPIENT_PURPOSE_HOUR: whole(3),
      MAILS_PER_RECIPIENT_10MIN: whole(10),
      INVITATIONS_PER_COMPANY_DAY: whole(50),
      CODE_FAILURES_PER_ADDRESS: whole(10),
      CODE_FAILURES_PER_ACCOUNT: whole(5),

      CLAIM_POLL_MS: whole(5_000, 20, 60_000),
    },
    environment,
  );

export type Config = ReturnType<typeof readConfig>;
