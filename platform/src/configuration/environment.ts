import { isColor } from '../brand/accent.js';

/** Everything that is wrong with a service's environment, at once. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  constructor(readonly faults: readonly string[]) {
    super(`The configuration is not usable:\n${faults.map((f) => `  - ${f}`).join('\n')}`);
  }
}

export type Environment = Record<string, string | undefined>;
/** Reads one variable; throws an Error whose message completes "NAME …". */
export type Variable<T> = (value: string | undefined) => T;

/**
 * Reads and checks all variables of a specification.
 * @throws ConfigurationError that lists every variable that is missing or wrong, without its value
 */
export function readEnvironment<S extends Record<string, Variable<unknown>>>(
  specification: S,
  environment: Environment,
): { [K in keyof S]: ReturnType<S[K]> } {
  const faults: string[] = [];
  const out: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(specification)) {
    try {
      out[name] = read(environment[name] || undefined);
    } catch (error) {
      faults.push(`${name} ${(error as Error).message}`);
    }
  }
  if (faults.length) throw new ConfigurationError(faults);
  return out as { [K in keyof S]: ReturnType<S[K]> };
}

const missing = (): never => {
  throw new Error('is missing');
};

/** Kinds of variables. A `fallback` makes a variable optional. */
export const variable = {
  text:
    (fallback?: string): Variable<string> =>
    (v) =>
      v ?? fallback ?? missing(),
  optional: (): Variable<string | undefined> => (v) => v,
  integer:
    (o: { fallback?: number; min: number; max: number }): Variable<number> =>
    (v) => {
      if (v === undefined) return o.fallback ?? missing();
      const n = Number(v);
      if (!Number.isInteger(n) || n < o.min || n > o.max)
        throw new Error(`must be an integer from ${o.min} to ${o.max}`);
      return n;
    },
  flag:
    (fallback: boolean): Variable<boolean> =>
    (v) => {
      if (v === undefined) return fallback;
      if (v !== 'true' && v !== 'false') throw new Error('must be true or false');
      return v === 'true';
    },
  url:
    (protocols: readonly string[], fallback?: string): Variable<string> =>
    (v) => {
      const text = v ?? fallback ?? missing();
      for (const part of text.split(',')) {
        if (!URL.canParse(part) || !protocols.includes(new URL(part).protocol.slice(0, -1))) {
          throw new Error(`must be a URL with ${protocols.join(' or ')}`);
        }
      }
      return text.replace(/\/$/, '');
    },
  oneOf:
    <T extends string>(values: readonly T[], fallback?: T): Variable<T> =>
    (v) => {
      const value = (v ?? fallback ?? missing()) as T;
      if (!values.includes(value)) throw new Error(`must be one of ${values.join(', ')}`);
      return value;
    },
  /** `#rgb` or `#rrggbb`. */
  color:
    (fallback: string): Variable<string> =>
    (v) => {
      const color = v ?? fallback;
      if (!isColor(color)) throw new Error('must be a color as #rrggbb');
      return color;
    },
  /** `id:base64` of 32 bytes, or several of them; see {@link DataKey}. */
  dataKey: (): Variable<string> => (v) => {
    const text = v ?? missing();
    const good = text
      .split(',')
      .every(
        (p) => /^[\w-]{1,20}:/.test(p.trim()) && Buffer.from(p.split(':')[1] ?? '', 'base64').length === 32,
      );
    if (!good) throw new Error('must be id:base64 of 32 bytes (comma-separated for several)');
    return text;
  },
  /** Base64 of at least so many bytes. */
  secret:
    (bytes: number): Variable<Buffer> =>
    (v) => {
      const secret = Buffer.from(v ?? missing(), 'base64');
      if (secret.length < bytes) throw new Error(`must be base64 of at least ${bytes} bytes`);
      return secret;
    },
};

/** What every process on the bus needs. */
export const busVariables = {
  NATS_URL: variable.url(['nats', 'tls'], 'nats://127.0.0.1:4222'),
  NATS_NKEY_SEED: variable.optional(),
  NATS_USER: variable.optional(),
  NATS_PASSWORD: variable.optional(),
  HEALTH_HOST: variable.text('127.0.0.1'),
  HEALTH_PORT: variable.integer({ fallback: 0, min: 0, max: 65_535 }),
  LOG_LEVEL: variable.oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: variable.optional(),
};

/** What every service needs beyond that. */
export const serviceVariables = {
  ...busVariables,
  DATABASE_URL: variable.url(['postgres', 'postgresql']),
  /** A direct session for locks where DATABASE_URL goes through a pooler. */
  DATABASE_DIRECT_URL: variable.optional(),
  DATABASE_POOL: variable.integer({ fallback: 10, min: 2, max: 200 }),
  DATA_KEY: variable.dataKey(),
  MIGRATE_ON_START: variable.flag(true),
};

export type BusConfig = { [K in keyof typeof busVariables]: ReturnType<(typeof busVariables)[K]> };
export type ServiceConfig = {
  [K in keyof typeof serviceVariables]: ReturnType<(typeof serviceVariables)[K]>;
};
