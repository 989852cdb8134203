import { brandVariables } from './brand/brand-variables.js';
import { busVariables, readEnvironment, variable, type Environment } from '@tessera/platform';

/** The only reader of the environment; every variable stands in .env.example. */
export const readConfig = (environment: Environment) =>
  readEnvironment(
    {
      ...busVariables,
      HOST: variable.text('127.0.0.1'),
      PORT: variable.integer({ fallback: 8080, min: 0, max: 65_535 }),
      /** Where people reach the portal: links, cookies and the check of origins go by it, never by the Host header. */
      PUBLIC_URL: variable.url(['http', 'https'], 'http://localhost:8080'),
      /** Number of trusted proxies in front; 0 believes no X-Forwarded-For. */
      TRUSTED_PROXIES: variable.integer({ fallback: 0, min: 0, max: 10 }),
      BLOB_URL: variable.url(['file', 's3'], 'file:///var/lib/tessera/blobs'),
      /** The built portal; without it, the one that lies beside the gateway. */
      PORTAL_DIR: variable.optional(),
      ...brandVariables,
      /** Requests a second of one caller, and its burst. */
      CALLER_RATE: variable.integer({ fallback: 20, min: 1, max: 1_000_000 }),
      CALLER_BURST: variable.integer({ fallback: 200, min: 1, max: 1_000_000 }),
      /** Event streams that may be open at once, of one person and from one address. */
      STREAMS_PER_PERSON: variable.integer({ fallback: 20, min: 1, max: 1_000_000 }),
      STREAMS_PER_ADDRESS: variable.integer({ fallback: 1_000, min: 1, max: 1_000_000 }),
      /** Logs every request at the level info; without it at the level debug. */
      ACCESS_LOG: variable.flag(false),
      /** Requests in flight at most, per service; fewer while answers take longer than the target. */
      SERVICE_CONCURRENCY: variable.integer({ fallback: 256, min: 1, max: 100_000 }),
      SERVICE_TARGET_MS: variable.integer({ fallback: 250, min: 10, max: 5_000 }),
    },
    environment,
  );

export type Config = ReturnType<typeof readConfig>;
