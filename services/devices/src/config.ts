import { readEnvironment, serviceVariables, variable, type Environment } from '@tessera/platform';

export const readConfig = (environment: Environment) =>
  readEnvironment(
    {
      ...serviceVariables,
      PUBLIC_URL: variable.url(['http', 'https'], 'http://localhost:8080'),
      ENROLLMENT_HOURS: variable.integer({ fallback: 24, min: 1, max: 24 * 30 }),
      ENROLLMENT_MAX_USES: variable.integer({ fallback: 100, min: 1, max: 1000 }),
      ENROLLMENT_FAILURES_PER_HOUR: variable.integer({ fallback: 10, min: 1, max: 1_000_000 }),
      COMMAND_DELIVER_HOURS: variable.integer({ fallback: 168, min: 1, max: 24 * 90 }),
      TOKEN_MINUTES: variable.integer({ fallback: 60, min: 1, max: 1440 }),
      POLL_SECONDS: variable.integer({ fallback: 30, min: 1, max: 3600 }),
      LIVE_SECONDS: variable.integer({ fallback: 300, min: 1, max: 3600 }),
      SWEEP_MS: variable.integer({ fallback: 2_000, min: 50, max: 60_000 }),
    },
    environment,
  );
export type Config = ReturnType<typeof readConfig>;
