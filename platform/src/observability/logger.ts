import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
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

/** @param to where its lines go, one at a time; to standard output if left out */
export function makeLogger(service: string, level: string, to?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: { service, pid: process.pid },
    redact: { paths: SECRET.flatMap((s) => [s, `*.${s}`, `*.*.${s}`]), censor: '[redacted]' },
    mixin: () => {
      const ctx = RequestContext.current();
      return ctx ? { traceId: ctx.trace.traceId } : {};
    },
  };
  return to ? pino(options, to) : pino(options);
}
