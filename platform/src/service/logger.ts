import { pino, type Logger } from 'pino';
import { RequestContext } from '../context/request-context.js';

/** Injection token of the service's logger. */
export const LOGGER = Symbol('logger');

/** What never stands in a log, wherever a careless line may put it. */
const SECRET = [
  'password',
  'token',
  'activationCode',
  'keyFile',
  'authorization',
  'cookie',
  'secret',
  'email',
];

export function makeLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service, pid: process.pid },
    redact: { paths: SECRET.flatMap((s) => [s, `*.${s}`, `*.*.${s}`]), censor: '[redacted]' },
    mixin: () => {
      const ctx = RequestContext.current();
      return ctx ? { traceId: ctx.trace.traceId } : {};
    },
  });
}
