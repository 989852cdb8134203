import { readEnvironment, serviceVariables, variable, type Environment } from '@tessera/platform';

const MiB = 1024 ** 2;

/** The only reader of the environment. */
export const readConfig = (environment: Environment) =>
  readEnvironment(
    {
      ...serviceVariables,
      // Two full requests' worth: 2 × 3 files of 4 GiB.
      OPEN_UPLOAD_BYTES_PER_USER: variable.integer({ fallback: 24 * 1024 * MiB, min: MiB, max: 2 ** 50 }),
      // Nobody vouches for a person without a company: a few screenshots.
      OPEN_UPLOAD_BYTES_WITHOUT_COMPANY: variable.integer({ fallback: 100 * MiB, min: MiB, max: 2 ** 50 }),
      OPEN_UPLOAD_BYTES_TOTAL: variable.integer({ fallback: 500 * 1024 * MiB, min: MiB, max: 2 ** 52 }),
      OPEN_UPLOADS_PER_USER: variable.integer({ fallback: 50, min: 1, max: 10_000 }),
      UPLOAD_TTL_HOURS: variable.integer({ fallback: 24, min: 1, max: 24 * 30 }),
      CLOSE_SOLVED_AFTER_DAYS: variable.integer({ fallback: 7, min: 1, max: 365 }),
      RESOLVE_UNANSWERED_AFTER_DAYS: variable.integer({ fallback: 14, min: 1, max: 365 }),
      SETTLE_INTERVAL_SECONDS: variable.integer({ fallback: 60, min: 1, max: 86_400 }),
    },
    environment,
  );

export type Config = ReturnType<typeof readConfig>;
